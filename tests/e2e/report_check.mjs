// Opens a report in headless Chromium at two widths; prints what it found as JSON.
// usage: node report_check.mjs REPORT.html NODE_MODULES CHROMIUM PROFILE_FOLDER [SCREENSHOT_FOLDER]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [report, modules, chromium, profile, shots] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const playwright = require("playwright-core");
const axe = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await playwright.chromium.launchPersistentContext(profile, {
  executablePath: chromium, headless: true, bypassCSP: true, viewport: { width: 1280, height: 900 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = browser.pages()[0] ?? await browser.newPage();
const results = [];
for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [390, "light"]]) {
  const said = [], requests = [];
  const onConsole = (m) => { if (["error", "warning"].includes(m.type())) said.push(m.text()); };
  const onError = (e) => said.push(String(e));
  const onRequest = (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) requests.push(r.url()); };
  page.on("console", onConsole); page.on("pageerror", onError); page.on("request", onRequest);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: scheme });
  const started = Date.now();
  await page.goto(pathToFileURL(path.resolve(report)).href);
  const loaded = Date.now() - started;
  const filters = {};
  if (await page.$("#filters")) {
    const count = async (id) => Number((await page.textContent(id)).replace(/\D/g, ""));
    const settle = () => page.waitForTimeout(400);
    filters.all = await count("#list-n");
    filters.groups = await count("#groups-n");
    const word = (await page.$eval("#list-l tr td", (cell) => cell.firstChild.textContent)).trim().split(/\s+/).sort((a, b) => b.length - a.length)[0];
    await page.fill("#f-text", word); await settle();
    filters.text = await count("#list-n");
    filters.textFits = await page.$$eval("#list-l tr", (rows, w) => {
      const kin = JSON.parse(document.getElementById("data").textContent).kin;
      const forms = kin.find((list) => list.includes(w)) ?? [w];
      return rows.every((r) => forms.some((form) => r.textContent.toLowerCase().includes(form)));
    }, word.toLowerCase());
    const [typed, other] = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).kin[0]);
    await page.fill("#f-text", typed); await settle();
    filters.otherForm = (await page.textContent("#list-l")).toLowerCase().includes(other);
    await page.click("#filters button[type=reset]"); await settle();
    filters.afterReset = await count("#list-n");
    await page.selectOption("#f-place", "0"); await settle();
    filters.place = await count("#list-n");
    await page.selectOption("#f-shared", "one"); await settle();
    filters.placeAlone = await count("#list-n");
    await page.click("#filters button[type=reset]"); await settle();
    const cell = await page.$(".matrix button");
    filters.cell = Number((await cell.textContent()).replace(/\D/g, ""));
    await cell.focus(); await page.keyboard.press("Enter"); await settle();
    filters.afterCell = await count("#list-n");
    filters.focus = await page.evaluate(() => document.activeElement.id);
    await page.click("#filters button[type=reset]"); await settle();
    filters.links = await page.$$eval("#list-l a", (links) => links.map((a) => a.getAttribute("href")));
  }
  await page.addScriptTag({ content: axe });
  const faults = (await page.evaluate(() => window.axe.run(document))).violations
    .map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.length, first: v.nodes[0].html.slice(0, 200) }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (shots) {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: path.join(shots, `${width}-${scheme}.png`), fullPage: true, clip: undefined });
  }
  results.push({ width, scheme, loaded, said, requests, filters, faults, wide, hacked: await page.evaluate(() => window.hacked ?? null) });
  page.off("console", onConsole); page.off("pageerror", onError); page.off("request", onRequest);
}
await browser.close();
console.log(JSON.stringify(results));
