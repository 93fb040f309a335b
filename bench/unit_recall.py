"""Which share of a plan's records stands as a unit of its own after layout.

Run ``python bench/unit_recall.py FOLDER ... [--by look|producer|plan] [--misses 40]``. A folder
holds ``NAME.pdf`` and its gold ``NAME.json`` (``actions``, ``goals``, ``milestones`` with
``text``; ``focus_areas``; ``look``). A unit is a text block, also without a leading label or
number and without a trailing bracket, a cell, or an item of a cell. A record that stands in a
longer unit counts apart, as ``inside``: that is where a sentence of prose stands.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from planextract.intake import open_source
from planextract.layout.compose import compose
from planextract.model.layout import Layout, TableBlock
from planextract.reading.pages import read_pages

LEAST = 90.0
"""Ratio of folded texts from which a unit is the record."""
KINDS = ("actions", "goals", "milestones", "areas")
LABEL = re.compile(
    r"^\W*(?:\w+ ){0,2}\w*[\d.]*\s*[:.)–-]\s+|^\W*(?:\w+ )?\w?\d+(?:\.\d+)*[.)]?\s+", re.I
)
BRACKET = re.compile(r"\s*(?:\([^()]*\)|\s[–-]\s[^–]*|:\s[^:]*)\W*$")


def fold(text: str) -> str:
    text = re.sub("[”“«»]", '"', text).replace("–", "-").replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip(" .;,:").lower()


def forms(text: str) -> Iterator[str]:
    """A unit's text, also without the label before it and the bracket after it."""
    for start in (text, LABEL.sub("", text, count=1)):
        yield start
        yield BRACKET.sub("", start)


def units(layout: Layout) -> Iterator[tuple[str, str]]:
    """What stands as a unit: its text and where it stands."""
    for block in layout.blocks:
        if isinstance(block, TableBlock):
            for cell in block.cells:
                yield cell.passage.text, "cell"
                for part in (*cell.items, *getattr(cell, "parts", ())):
                    yield part.text, "part of a cell"
        else:
            yield block.passage.text, f"{block.kind} {block.marker!r}"


def records(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind in ("actions", "goals", "milestones"):
        for record in gold.get(kind, ()):
            yield kind, record["text"]
    for area in gold.get("focus_areas", ()):
        yield "areas", area


def measured(pdf: Path, gold: dict[str, Any]) -> tuple[Counter[str], list[str]]:
    """Counts of one document, and its misses with the nearest unit each."""
    found = [(fold(form), text, where) for text, where in units(layout_of(pdf)) if text.strip()
             for form in {*forms(text)}]  # fmt: skip
    texts = [form for form, _, _ in found]
    counts: Counter[str] = Counter()
    misses = []
    for kind, text in records(gold):
        wanted = fold(text)
        counts[f"{kind}.of"] += 1
        best = process.extractOne(wanted, texts, scorer=fuzz.ratio) if texts else None
        if best and best[1] >= LEAST:
            counts[f"{kind}.alone"] += 1
            continue
        inside = [at for at, form in enumerate(texts) if wanted in form]
        counts[f"{kind}.inside"] += bool(inside)
        at = inside[0] if inside else best[2] if best else None
        near = f"{found[at][2]} {found[at][1][:260]}" if at is not None else ""
        misses.append(f"{'inside' if inside else 'lost'} {kind} {text!r}\n      {near}")
    return counts, misses


def layout_of(pdf: Path) -> Layout:
    """The layout alone: repair and meaning change no unit."""
    return compose(list(read_pages(open_source(pdf))))


def table(counts: dict[str, Counter[str]]) -> Iterator[str]:
    yield f"{'':34}" + "".join(f"{kind:>24}" for kind in KINDS)
    for name, count in sorted(counts.items()):
        row = f"{name:34}"
        for kind in KINDS:
            of = count[f"{kind}.of"]
            alone, inside = count[f"{kind}.alone"], count[f"{kind}.inside"]
            row += f"{f'{alone / of:.3f} +{inside / of:.3f} of {of}':>24}" if of else f"{'':24}"
        yield row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--by", choices=("producer", "look", "plan"), default="producer")
    parser.add_argument("--misses", type=int, default=0, help="misses shown of a document")
    args = parser.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(p for folder in args.folders for p in folder.glob("*.pdf")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        count, misses = measured(path, gold)
        look = gold.get("look", {})
        producer = str(look.get("producer", "?"))
        name = {"producer": producer, "look": f"{producer} {look.get('seed')}", "plan": path.stem}
        counts[name[args.by]] += count
        counts["all"] += count
        if args.misses and misses:
            told = {key: look.get(key) for key in ("bullet", "bullet_how", "number", "goal",
                    "goal_list", "columns", "any_form", "fields", "cards", "labels")}  # fmt: skip
            print(f"== {path.stem} {told}")
            for miss in misses[: args.misses]:
                print(f"   {miss}")
    print("\n".join(table(counts)))


if __name__ == "__main__":
    main()
