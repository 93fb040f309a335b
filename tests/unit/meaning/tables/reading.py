"""Tables read as rows of records."""

from __future__ import annotations

from collections.abc import Sequence

from made_blocks import table, words_in

from planextract.meaning.outline import Outline
from planextract.meaning.tables.kinds import table_kind
from planextract.meaning.tables.row import Series
from planextract.meaning.tables.rows import read_rows_of
from planextract.meaning.tables.series import read_tables
from planextract.model.finding import ActionFound, Findings
from planextract.model.layout import TableBlock


def read(*tables: TableBlock | Sequence[str]) -> Findings:
    """The findings of tables, a page each; those that go on are read as one."""
    blocks = [
        made if isinstance(made, TableBlock) else table(made, page)
        for page, made in enumerate(tables, 1)
    ]
    outline, series = Outline(), None
    for reading in (found := read_tables(blocks)).values():
        if series is None or not reading.continues:
            series = Series(table_kind(reading, None))
        read_rows_of(reading, series, outline)
    assert len(found) == len(blocks)
    _check_words(outline.found, blocks)
    return outline.found


def _check_words(found: Findings, blocks: Sequence[TableBlock]) -> None:
    """Every word of the tables is in a record, in structure or in running text."""
    passages = [area.title for area in found.areas] + [goal.text for goal in found.goals]
    for record in (*found.actions, *found.milestones):
        passages += record.passages()
    passages += [action.strategy for action in found.actions if action.strategy]
    keys = {word.key for each in passages for word in each.words}
    keys |= {word.key for word in (*found.structure, *found.narrative)}
    words = [word for block in blocks for word in words_in(block)]
    assert [word.text for word in words if word.key not in keys] == []


def fields(action: ActionFound) -> tuple[str, str | None, str | None]:
    return (
        action.text.text,
        action.responsible.text if action.responsible else None,
        action.deadline.text if action.deadline else None,
    )
