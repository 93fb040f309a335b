"""The reports in a real browser: no errors, filters that work, no serious fault by axe.

Skipped where Chromium or the npm packages playwright-core and axe-core are not there; the
folder that holds them is named by PLANEXTRACT_NODE_MODULES, else node_modules is used.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from planextract.cli import main

ROOT = Path(__file__).parents[2]
CHECK = Path(__file__).with_name("report_check.mjs")
MODULES = Path(os.environ.get("PLANEXTRACT_NODE_MODULES", ROOT / "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = [
    name
    for name, there in {
        "node": shutil.which("node"),
        "chromium": CHROMIUM,
        "playwright-core": (MODULES / "playwright-core").is_dir(),
        "axe-core": (MODULES / "axe-core").is_dir(),
    }.items()
    if not there
]
HOSTILE = "<img src=x onerror=window.hacked=1></script><script>window.hacked=2</script>"
PLANS = ROOT / "tests" / "data" / "published"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published plans of the tests, one of them with a hostile action in both places."""
    folder = tmp_path_factory.mktemp("plans")
    for number, path in enumerate(sorted(PLANS.glob("*.json"))):
        data = json.loads(path.read_text(encoding="utf-8"))
        for action in data["actions"][:1]:
            action["text"] = f"Tilby velferdsteknologi i heimetenesta {HOSTILE}"
        (folder / f"{number}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def opened(report: Path, profile: Path) -> list[dict[str, Any]]:
    """What the browser found, once a width and colour scheme."""
    command = ["node", str(CHECK), str(report), str(MODULES), str(CHROMIUM), str(profile)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def sound(visit: dict[str, Any]) -> None:
    """No error, no request, no overflow, no serious fault, nothing hostile run."""
    assert visit["said"] == []
    assert visit["requests"] == []
    assert visit["hacked"] is None
    assert visit["wide"] <= 0, "the page is wider than its window"
    serious = [fault for fault in visit["faults"] if fault["impact"] in ("serious", "critical")]
    assert serious == []


def test_comparison_works_in_a_browser(plans: Path, tmp_path: Path) -> None:
    assert main(["compare", str(plans), "-o", str(tmp_path), "--lang", "nn"]) == 0
    visits = opened(tmp_path / "index.html", tmp_path / "profile")
    assert [visit["width"] for visit in visits] == [1280, 1280, 390]
    for visit in visits:
        sound(visit)
        filters = visit["filters"]
        assert filters["groups"] >= 1
        assert 0 < filters["text"] < filters["all"]
        assert filters["textFits"]
        assert filters["otherForm"], "a word does not find its other forms"
        assert filters["afterReset"] == filters["all"]
        assert filters["placeAlone"] < filters["place"] < filters["all"]
        assert filters["afterCell"] == filters["cell"] > 0
        assert filters["focus"] == "list-h"
        assert all("#page=" in link or link.endswith(".txt") for link in filters["links"])


def test_changes_work_in_a_browser(plans: Path, tmp_path: Path) -> None:
    old, new = sorted(plans.glob("*.json"))[:2]
    page = tmp_path / "changes.html"
    assert main(["diff", str(old), str(new), "--html", str(page), "--lang", "en"]) == 0
    for visit in opened(page, tmp_path / "profile"):
        sound(visit)
