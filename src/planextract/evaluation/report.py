"""The figures as tables for a terminal, as Markdown for a README, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from planextract.evaluation.scores import RECORDS, Mistake, Score, false_per_100_pages, pool

KINDS = ("digital", "scanned", "bad layer", "text")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before it is drawn: a title, heads, rows of strings."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Value = Callable[[Score], float | None]
COLUMNS: dict[str, Value] = {
    "actions F1": lambda s: s.tallies["actions"].f1,
    "precision": lambda s: s.tallies["actions"].precision,
    "recall": lambda s: s.tallies["actions"].recall,
    "exact text": lambda s: s.tallies["actions"].exact_rate,
    "CER": lambda s: s.tallies["actions"].cer,
    "goals F1": lambda s: s.tallies["goals"].f1,
    "deadlines F1": lambda s: s.tallies["deadlines"].f1,
    "milestones F1": lambda s: s.tallies["milestones"].f1,
}


def shown(value: float | None) -> str:
    """A share with three decimals; a dash for none."""
    return "–" if value is None else f"{value:.3f}"


def by_family(scores: Sequence[Score]) -> list[Score]:
    """The scores pooled by layout family and kind of file."""
    families = sorted({family for one in scores for family in one.families})
    made = []
    for family in families:
        for kind in KINDS:
            of = [s for s in scores if family in s.families and s.kind == kind]
            if of:
                made.append(pool(of, f"{family} · {kind}"))
    return made


def by_kind(scores: Sequence[Score]) -> list[Score]:
    """The scores pooled by kind of file, and all of them."""
    made = [pool(of, kind) for kind in KINDS if (of := [s for s in scores if s.kind == kind])]
    return [*made, pool(scores, "all")]


def grids(scores: Sequence[Score], documents: bool = True) -> list[Grid]:
    """The tables of a report: by document, by family, by kind of file, by field."""
    made = [_records("By document", scores)] if documents else []
    made.append(_records("By layout family", by_family(scores)))
    made.append(_records("By kind of file", by_kind(scores)))
    made.append(_fields(by_kind(scores)))
    return made


def _records(title: str, scores: Sequence[Score]) -> Grid:
    heads = ("", "documents", "actions", *COLUMNS)
    rows = []
    for one in scores:
        figures = (shown(value(one)) for value in COLUMNS.values())
        rows.append((one.name, str(one.documents), str(one.tallies["actions"].gold), *figures))
    return Grid(title, heads, tuple(rows))


def _fields(scores: Sequence[Score]) -> Grid:
    """Accuracy a field, one column a kind of file."""
    names = [n for n in scores[-1].judged if scores[-1].judged[n]]
    rows = tuple(
        (
            name.replace("_", " "),
            str(scores[-1].judged[name]),
            *(shown(s.accuracy(name)) for s in scores),
        )
        for name in sorted(names)
    )
    return Grid("Accuracy by field", ("field", "judged", *(s.name for s in scores)), rows)


def rich_table(grid: Grid) -> Table:
    """The grid for a terminal."""
    table = Table(title=grid.title, title_justify="left")
    for number, head in enumerate(grid.heads):
        table.add_column(head, justify="left" if number == 0 else "right", no_wrap=number == 0)
    for row in grid.rows:
        table.add_row(*row)
    return table


def markdown(all_grids: Iterable[Grid]) -> str:
    """The grids as Markdown tables, for a README."""
    parts = []
    for grid in all_grids:
        lines = [f"**{grid.title}**", "", "| " + " | ".join(grid.heads) + " |"]
        lines.append(
            "|" + "|".join("---" if n == 0 else "---:" for n in range(len(grid.heads))) + "|"
        )
        lines += ["| " + " | ".join(row) + " |" for row in grid.rows]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def as_data(scores: Sequence[Score], mistakes: bool) -> dict[str, Any]:
    """All figures as JSON values, rounded to five decimals."""
    made: dict[str, Any] = {
        "documents": [_data(s) for s in scores],
        "families": [_data(s) for s in by_family(scores)],
        "kinds": [_data(s) for s in by_kind(scores)],
        "false_records_per_100_pages_without_actions": _rounded(false_per_100_pages(scores)),
    }
    if mistakes:
        made["mistakes"] = [
            {"document": m.document, "what": m.what, "page": m.page, "text": m.text,
             "wanted": m.wanted, "found": m.found}
            for s in scores for m in s.mistakes
        ]  # fmt: skip
    return made


def _data(one: Score) -> dict[str, Any]:
    made: dict[str, Any] = {"name": one.name, "documents": one.documents, "pages": one.pages}
    for sort in RECORDS:
        tally = one.tallies[sort]
        figures = {
            "gold": tally.gold, "found": tally.found, "hits": tally.hits,
            "precision": _rounded(tally.precision), "recall": _rounded(tally.recall),
            "f1": _rounded(tally.f1),
        }  # fmt: skip
        if sort != "deadlines":
            figures |= {"exact": _rounded(tally.exact_rate), "cer": _rounded(tally.cer)}
        made[sort] = figures
    made["fields"] = {n: _rounded(one.accuracy(n)) for n in sorted(one.judged)}
    return made


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 5)


def mistake_line(mistake: Mistake) -> str:
    """One mistake as a line: document, page, what, and what was wanted and found."""
    where = f"{mistake.document} p. {mistake.page if mistake.page else '?'}"
    if not (mistake.wanted or mistake.found):
        return f"{where}  {mistake.what}: {mistake.text}"
    about = f" [{mistake.text}]" if mistake.text and mistake.text != mistake.wanted else ""
    return f"{where}  {mistake.what}: wanted '{mistake.wanted}', found '{mistake.found}'{about}"
