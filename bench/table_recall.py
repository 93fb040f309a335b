"""How whole tables are found: ``python bench/table_recall.py PLANS SET.pdf [SET.pdf ...]``.

PLANS is the folder of plan files (the format is the typesetter's: ``action_table``, ``stat``
and ``milestones`` hold tables); next to each PDF lies its gold ``.json``, which names the plan
file and the look. A row counts as found where the text that names it (the action, the first
cell) is a cell or an item of a cell; as whole where its other texts stand in cells of the same
row too. Headings, paragraphs and items of the plan file that stand in tables instead of text
blocks are swallowed. Needs PyYAML.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from planextract import pipeline
from planextract.model.layout import Layout, TableBlock, TextBlock

ALIKE = 90
SHORTEST = 12
"""Letters of a text that is looked for among the swallowed; a shorter one may stand anywhere."""
FIELDS = ("deadline", "responsible")


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a table: the text that names it, and the others of its row."""

    kind: str
    name: str
    others: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    counts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    swallowed: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> str:
        n = self.counts[whole]
        return f"{self.counts[part] / n:.3f} of {n:4d}" if n else "-" * 13


def flat(text: str) -> str:
    """Text without spaces and hyphens, which lines and cells may break."""
    return "".join(c for c in text.lower() if c.isalnum())


def rows_of(body: Sequence[dict[str, Any]]) -> Iterator[Row]:
    for piece in body:
        [(kind, value)] = piece.items()
        if kind == "action_table":
            for row in value["rows"]:
                if row.get("action"):
                    yield Row(kind, row["action"], tuple(row[f] for f in FIELDS if row.get(f)))
        elif kind in ("stat", "milestones") and value.get("form", "table") == "table":
            for cells in value["rows"]:
                cells = [str(cell) for cell in cells if cell not in (None, "")]
                if len(cells) > 1 and flat(cells[0]):
                    yield Row(kind, cells[0], tuple(cells[1:]))


def texts_of(body: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for piece in body:
        [(kind, value)] = piece.items()
        if kind == "h":
            yield "h", value[1].lstrip("0123456789. ")
        elif kind == "p":
            yield "p", value
        elif kind in ("ul", "ol"):
            yield from (("li", item) for item in value)


class Cells:
    """The cells of a layout's tables by their text."""

    def __init__(self, layout: Layout) -> None:
        self.tables = [block for block in layout.blocks if isinstance(block, TableBlock)]
        self.places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self.rows: dict[tuple[int, int], set[str]] = defaultdict(set)
        for at, table in enumerate(self.tables):
            for cell in table.cells:
                for passage in (cell.passage, *cell.items):
                    text = flat(passage.text)
                    if text:
                        self.places[text].append((at, cell.row, cell.row + cell.row_span))
                        for row in range(cell.row, cell.row + cell.row_span):
                            self.rows[at, row].add(text)

    def like(self, text: str) -> list[tuple[int, int, int]]:
        if text in self.places:
            return self.places[text]
        near = [t for t in self.places if fuzz.ratio(text, t, score_cutoff=ALIKE)]
        return [place for t in near for place in self.places[t]]

    def holds(self, place: tuple[int, int, int], texts: Sequence[str]) -> bool:
        at, first, end = place
        row = set().union(*(self.rows[at, j] for j in range(first, end)))
        return all(
            text in row or any(fuzz.ratio(text, t, score_cutoff=ALIKE) for t in row)
            for text in texts
        )


def measure(layout: Layout, body: Sequence[dict[str, Any]]) -> Tally:
    tally = Tally()
    cells = Cells(layout)
    for row in rows_of(body):
        places = cells.like(flat(row.name))
        whole = any(cells.holds(p, [flat(t) for t in row.others if flat(t)]) for p in places)
        for kind in (row.kind, "row"):
            tally.counts[kind] += 1
            tally.counts[f"{kind} found"] += bool(places)
            tally.counts[f"{kind} whole"] += whole
        if not whole:
            tally.missed.append(f"{'part' if places else 'none'} {row.kind}: {row.name}")
    free = "|".join(flat(b.passage.text) for b in layout.blocks if isinstance(b, TextBlock))
    words = {w.lower() for t in cells.tables for c in t.cells for w in c.passage.text.split()}
    for kind, text in texts_of(body):
        plain = flat(text)
        if len(plain) < SHORTEST:
            continue
        tally.counts[kind] += 1
        if plain in free or fuzz.partial_ratio(plain, free) >= ALIKE:
            continue
        parts = text.lower().split()
        if sum(part in words for part in parts) > 0.6 * len(parts):
            tally.counts[f"{kind} swallowed"] += 1
            tally.swallowed.append(f"{kind}: {text[:90]}")
    return tally


def report(tallies: Sequence[tuple[str, Tally]]) -> None:
    groups: dict[str, Tally] = defaultdict(Tally)
    for name, tally in tallies:
        groups[name].counts += tally.counts
    print(f"{'':28}{'found':14}  {'whole':14}  {'h':14}  {'p':14}  {'li swallowed':14}")
    for name, tally in sorted(groups.items()):
        shares = [tally.share("row found", "row"), tally.share("row whole", "row")]
        shares += [tally.share(f"{kind} swallowed", kind) for kind in ("h", "p", "li")]
        print(f"{name:28}" + "  ".join(f"{share:14}" for share in shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", type=Path)
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="list what is missed or swallowed")
    args = parser.parse_args()
    tallies = []
    for path in args.documents:
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        plan = args.plans / f"{path.stem.rpartition('__')[0]}.yaml"
        body = yaml.safe_load(plan.read_text("utf-8"))["body"]
        tally = measure(pipeline.read(path).layout, body)
        look = gold["look"]
        tallies += [(f"{look['producer']} {look['grid']}", tally), (f"{look['producer']}", tally)]
        if args.show:
            print(path.name, *tally.missed, *tally.swallowed, sep="\n  ")
    report(tallies)


if __name__ == "__main__":
    main()
