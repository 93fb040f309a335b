"""Build the samples: ``python samples/build.py [NAME…]`` writes the PDFs and their gold.

What stands in ``content/*.yaml`` is written by hand, records and all; the drawing adds
only the page on which each record came to stand. Nothing here reads a PDF with the
extractor.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from draw import damage, office, officeslides, paint, slides, text  # noqa: E402
from draw.records import Ledger, Node, gold_of  # noqa: E402
from draw.script import Script  # noqa: E402


def load(path: Path) -> Node:
    """A content file; its name is the sample's."""
    sample: Node = yaml.safe_load(path.read_text("utf-8"))
    check(sample, path.name)
    return {"name": path.stem, **sample}


def check(value: Any, where: str) -> None:
    """A comma in an unquoted text makes a key of its rest: an error, not a shorter text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner is None and (" " in str(key) or str(key)[:1].isupper()):
                raise ValueError(f"{where}: quote the text before ', {key}'")
            check(inner, f"{where}/{key}")
    elif isinstance(value, list):
        for inner in value:
            check(inner, where)


def deadlines() -> Node:
    forms: Node = yaml.safe_load((HERE / "deadlines.yaml").read_text("utf-8"))
    return forms


def build(sample: Node, folder: Path) -> Node:
    """Draw one sample into ``folder``; gives its gold."""
    ledger = Ledger(sample, deadlines())
    steps = Script(sample, ledger).steps()
    target = folder / f"{sample['name']}.{sample.get('format', 'pdf')}"
    style = sample.get("style", {})
    maker = sample["producer"]
    if maker == "reportlab":
        pages = paint.Painter(target, style).draw(steps)
    elif maker == "slides":
        pages = slides.SlidePainter(target, style).draw(steps)
    elif maker == "text":
        pages = text.write(target, style, steps)
    elif maker == "impress":
        pages = officeslides.write(target, style, steps)
    else:
        pages = office.write(target, style, list(steps))
        office.number_pages(target, ledger)
    return gold_of(sample, ledger) | {"pages": pages}


def write_gold(gold: Node, name: str) -> None:
    folder = HERE / "gold"
    folder.mkdir(exist_ok=True)
    text = json.dumps(gold, ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(text + "\n", "utf-8")


def main(names: list[str]) -> int:
    """Build the samples named, or all."""
    for path in sorted((HERE / "content").glob("*.yaml")):
        if names and path.stem not in names:
            continue
        sample = load(path)
        gold = build(sample, HERE)
        write_gold(gold, sample["name"])
        for variant in sample.get("variants", []):
            damage.make(HERE / f"{sample['name']}.pdf", variant)
        counts = {key: len(gold[key]) for key in ("goals", "actions", "milestones")}
        print(sample["name"], gold["pages"], "pages", counts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
