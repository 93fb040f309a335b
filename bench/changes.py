"""Whether the small plans of ``tests/cases`` read the same when they say the same otherwise.

Run ``python bench/changes.py [--only bullet] [--list]``. Each case is drawn as a PDF as it is and
with each change of ``change_kinds.py`` that applies, and what is read of the two is compared:
actions, strategies, aims (vision and goals of other levels) and milestones, by folded text.
*Same* counts readings with the same records; *does* those that are the same if strategies count
as actions; *whole* those where owner, deadline, resources and the focus areas are the same too.
A reading is one drawn document: a case gives several where there are several words to try.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from change_drawing import Plan, drawn, pieces_of
from change_kinds import kinds

from planextract import Plan as Found
from planextract.meaning.roles.weights import Weights, from_arrays
from planextract.pipeline import lay_out, uncollected, weigh

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "plans.toml"
ENOUGH = 0.95
Record = tuple[str, ...]
"""Its kind and its text, both folded; or a field: its name, its action and its words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a document, in the form that is compared."""

    records: Counter[Record]
    fields: Counter[Record]

    def does(self) -> Counter[Record]:
        """The records with strategies counted as actions."""
        does: Counter[Record] = Counter()
        for (kind, text), n in self.records.items():
            does["action" if kind == "strategy" else kind, text] += n
        return does


@dataclass(slots=True)
class Tally:
    cases: set[str] = field(default_factory=set)
    readings: int = 0
    same: int = 0
    does: int = 0
    whole: int = 0

    def row(self, name: str) -> str:
        n = max(self.readings, 1)
        shares = [f"{part / n:6.3f}" for part in (self.same, self.does, self.whole)]
        low = " <" if self.same < ENOUGH * n else ""
        counts = f"{len(self.cases):5}  {self.readings:8}  {self.same:5}"
        return f"{name:32}{counts}  {'  '.join(shares)}{low}"


class Reader:
    """Reads plans by way of a PDF."""

    def __init__(self, weights: Path | None, keep: Path | None) -> None:
        self.weights: Weights | None = None
        if weights:
            with np.load(weights) as arrays:
                self.weights = from_arrays(dict(arrays))
        self.keep = keep
        self.scratch = tempfile.TemporaryDirectory(prefix="changes-")
        self.folder = Path(self.scratch.name)

    def read(self, plan: Plan) -> Reading:
        path = self.folder / "plan.pdf"
        path.write_bytes(drawn(plan))
        with uncollected():
            found = weigh(lay_out(path), self.weights).plan()
        return Reading(Counter(_records(found)), Counter(_fields(found)))

    def kept(self, name: str) -> str:
        """Keep the PDF that was read last; where it lies."""
        if not self.keep:
            return ""
        self.keep.mkdir(parents=True, exist_ok=True)
        path = self.keep / f"{re.sub(r'[^0-9A-Za-zæøåÆØÅ]+', '_', name)[:120]}.pdf"
        path.write_bytes((self.folder / "plan.pdf").read_bytes())
        return f"  {path}"


def fold(text: str) -> str:
    text = re.sub(r"[\s\u00ad]+", " ", text.replace("–", "-"))
    return text.strip(" .;,:*-").casefold()


def _records(found: Found) -> Iterator[Record]:
    for action in found.actions:
        yield "action", fold(action.text)
    for goal in found.goals:
        yield "strategy" if goal.level == "strategy" else "aim", fold(goal.text)
    for step in found.milestones:
        yield "milestone", fold(step.label)


def _fields(found: Found) -> Iterator[Record]:
    for action in found.actions:
        parts = {
            "owner": action.responsible_raw,
            "deadline": action.deadline and action.deadline.raw,
            "resources": action.resources and action.resources.raw,
        }
        yield from ((name, fold(action.text), fold(raw)) for name, raw in parts.items() if raw)
    yield from (("area", fold(area.title)) for area in found.focus_areas)


def show(before: Counter[Record], after: Counter[Record], what: str = "") -> None:
    """Print what was lost and what was added."""
    for said, part in (("lost", before - after), ("added", after - before)):
        for each in part.elements():
            print(f"    {said} {what}{' | '.join(each)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="kinds of change whose name has this pattern")
    parser.add_argument("--case", default="", help="cases whose name has this pattern")
    parser.add_argument("--words", type=int, default=0, help="words tried a case (0: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the words tried")
    parser.add_argument("--weights", type=Path, help="other weights than those shipped")
    parser.add_argument("--list", action="store_true", help="what was lost or added")
    parser.add_argument("--fields", action="store_true", help="with --list: fields and areas too")
    parser.add_argument("--keep", type=Path, help="folder for the PDFs that are read otherwise")
    args = parser.parse_args()
    reader = Reader(args.weights, args.keep)
    tallies: dict[str, Tally] = defaultdict(Tally)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for case in tomllib.loads(CASES.read_text("utf-8"))["case"]:
        name = case["name"]
        if not re.search(args.case, name):
            continue
        plan = Plan(tuple(pieces_of(case["text"])), bokmaal=name.startswith("nb:"))
        base = reader.read(plan)
        for kind, change in kinds().items():
            if not re.search(args.only, kind):
                continue
            chance = random.Random(f"{args.seed} {name} {kind}")
            for detail, other in change(plan, chance, args.words):
                read, tally = reader.read(other), tallies[kind]
                same, whole = read.records == base.records, read.fields == base.fields
                tally.cases.add(name)
                tally.readings += 1
                tally.same += same
                tally.does += read.does() == base.does()
                tally.whole += same and whole
                words[kind][detail] += not same
                shown = not same or (args.fields and not whole)
                if args.list and shown:
                    print(f"{kind} {detail}: {name}{reader.kept(f'{kind} {detail} {name}')}")
                    show(base.records, read.records)
                    if args.fields:
                        show(base.fields, read.fields, "field ")
    report(tallies, words)


def report(tallies: dict[str, Tally], words: dict[str, Counter[str]]) -> None:
    print(f"{'change':32}{'cases':>5}  {'readings':>8}  {'same':>5}   share    does   whole")
    for kind in (kind for kind in kinds() if kind in tallies):
        print(tallies[kind].row(kind))
    low = sum(tally.same < ENOUGH * tally.readings for tally in tallies.values())
    print(f"{low} of {len(tallies)} kinds of change keep less than {ENOUGH} (marked <)")
    for kind, counts in words.items():
        often = ", ".join(f"{word} {n}" for word, n in counts.most_common(12) if n and word)
        if often:
            print(f"  {kind}: {often}")


if __name__ == "__main__":
    main()
