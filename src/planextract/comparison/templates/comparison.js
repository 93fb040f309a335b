"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [PLACE, PLAN, KIND, TEXT, AREA, OWNER, DEADLINE, RESOURCES, PAGE, THEMES, INHERITED, DOUBT, GROUP] =
    Array.from({ length: 13 }, (_, i) => i);
  const KINDS = ["action", "goal", "strategy"], AIM = 1;
  const GROUPS_A_PAGE = 10, RECORDS_A_PAGE = 25;
  const by = (id) => document.getElementById(id);
  const fill = (key, values = {}) =>
    data.texts[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  const number = new Intl.NumberFormat(data.lang);
  const found = data.records.map((r) =>
    [r[TEXT], r[AREA], r[OWNER], r[DEADLINE], r[RESOURCES], data.places[r[PLACE]]].join("\n").toLowerCase());
  const kin = new Map(data.kin.flatMap((forms) => forms.map((form) => [form, forms])));
  const has = (i, word) => found[i].includes(word) || (kin.get(word) ?? []).some((form) => found[i].includes(form));
  const filters = { text: by("f-text"), place: by("f-place"), theme: by("f-theme"), kind: by("f-kind"), shared: by("f-shared") };

  const element = (name, text, parent, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    if (parent) parent.append(made);
    return made;
  };

  const fits = (i) => {
    const r = data.records[i], wanted = filters.text.value.trim().toLowerCase();
    return (!wanted || wanted.split(/\s+/).every((word) => has(i, word)))
      && (filters.place.value === "" || r[PLACE] === Number(filters.place.value))
      && (filters.theme.value === "*" || (filters.theme.value === "" ? !r[THEMES].length : r[THEMES].includes(filters.theme.value)))
      && (filters.kind.value === "" || (filters.kind.value === "does" ? r[KIND] !== AIM : r[KIND] === Number(filters.kind.value)))
      && (filters.shared.value === "" || (filters.shared.value === "several") === (r[GROUP] >= 0));
  };

  const pageLink = (r, parent) => {
    const [name, address] = data.plans[r[PLAN]];
    const link = element("a", fill("page", { page: r[PAGE] }), parent);
    link.href = data.paged[r[PLAN]] ? `${address}#page=${r[PAGE]}` : address;
    link.title = name;
    if (r[DOUBT]) {
      const mark = element("span", " ?", parent, "mark");
      mark.title = fill("uncertain");
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", fill("uncertain"));
    }
  };

  const showGroup = (at, parent) => {
    const [members, words, score, center] = data.groups[at];
    const places = new Set(members.map((i) => data.records[i][PLACE]));
    const box = element("article", "", parent, "group");
    const middle = data.records[center];
    element("h3", middle[TEXT], box);
    element("p", `${fill(middle[KIND] === AIM ? "aims" : "does")} · ` + fill("group_head", { places: number.format(places.size), n: number.format(members.length) }), box, "meta");
    element("p", fill("evidence", { words: words.join(", ") || fill("no_words"), score }), box, "meta");
    const list = element("ul", "", box);
    for (const i of members) {
      const r = data.records[i], item = element("li", "", list);
      element("strong", data.places[r[PLACE]], item);
      element("p", r[TEXT], item);
      if (r[KIND] !== AIM) element("p", fill(KINDS[r[KIND]]), item, "meta");
      for (const [key, column] of [["owner", OWNER], ["deadline", DEADLINE], ["resources", RESOURCES]])
        if (r[column]) element("p", `${fill(key)}: ${r[column]}`, item, "meta");
      pageLink(r, element("p", "", item));
    }
  };

  const showRecord = (i, parent) => {
    const r = data.records[i], row = element("tr", "", parent);
    element("th", data.places[r[PLACE]], row).scope = "row";
    const text = element("td", r[TEXT], row);
    element("p", [fill(KINDS[r[KIND]]), r[AREA]].filter(Boolean).join(" · "), text, "meta");
    const names = r[THEMES].map((theme) => data.themes[theme] ?? theme).join(", ");
    const themes = element("td", names, row);
    if (r[INHERITED]) element("p", fill("inherited"), themes, "meta");
    element("td", r[OWNER], row);
    element("td", r[DEADLINE], row);
    pageLink(r, element("td", "", row));
  };

  const pager = (id, size, show) => {
    let items = [], at = 0;
    const list = by(`${id}-l`), count = by(`${id}-n`), pages = by(`${id}-p`);
    const previous = element("button", fill("previous"), pages), said = element("span", "", pages), next = element("button", fill("next"), pages);
    const draw = () => {
      const last = Math.max(1, Math.ceil(items.length / size));
      list.replaceChildren();
      items.slice(at * size, (at + 1) * size).forEach((item) => show(item, list));
      said.textContent = fill("page_of", { at: number.format(at + 1), of: number.format(last) });
      previous.disabled = at === 0;
      next.disabled = at + 1 >= last;
    };
    const turn = (step) => () => { at += step; draw(); by(`${id}-h`).focus(); by(`${id}-h`).scrollIntoView(); };
    previous.type = next.type = "button";
    previous.addEventListener("click", turn(-1));
    next.addEventListener("click", turn(1));
    return (shown) => { items = shown; at = 0; count.textContent = fill("found", { n: number.format(items.length) }); draw(); };
  };

  const setGroups = pager("groups", GROUPS_A_PAGE, showGroup);
  const setRecords = pager("list", RECORDS_A_PAGE, showRecord);
  const update = () => {
    const shown = data.records.map((_, i) => i).filter(fits), kept = new Set(shown.map((i) => data.records[i][GROUP]));
    setRecords(shown);
    setGroups(data.groups.map((_, at) => at).filter((at) => kept.has(at)));
  };

  let waiting = 0;
  by("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 120); });
  by("filters").addEventListener("submit", (event) => event.preventDefault());
  by("filters").addEventListener("reset", () => setTimeout(update));
  for (const button of document.querySelectorAll(".matrix button"))
    button.addEventListener("click", () => {
      by("filters").reset();
      filters.theme.value = button.dataset.theme;
      filters.place.value = button.dataset.place;
      filters.kind.value = "does";
      setTimeout(() => { update(); by("list-h").focus(); by("list-h").scrollIntoView(); });
    });
  update();
})();
