"""Cards: a record set as labels on the left and values on the right."""

from __future__ import annotations

from planextract.meaning.fields import FIELD_ROLES, take_value
from planextract.meaning.labels import read_label
from planextract.meaning.outline import Outline
from planextract.model.finding import ActionFound
from planextract.model.layout import TableBlock
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel


def read_card(table: TableBlock, outline: Outline) -> None:
    """Read a card's rows: an action with its fields, or goals of a charter."""
    for row in range(table.rows):
        cells = list(table.row_cells(row))
        for left, right in zip(cells[::2], cells[1::2], strict=False):
            outline.structure_words((*left.marker_words, *right.marker_words))
            _pair(left.passage, right.passage, outline)
        if len(cells) % 2:
            outline.narrative(cells[-1].passage)
    outline.action = None


def _pair(name: Passage, value: Passage, outline: Outline) -> None:
    label = read_label(name.text, heading=True)
    outline.structure(name)
    if not value:
        return
    if label is None:
        outline.narrative(value)
    elif label.role in ("vision", "main", "goal", "sub", "strategy"):
        level: GoalLevel = label.role  # type: ignore[assignment]
        outline.add_goal(value, level, label.number)
    elif label.role == "area":
        outline.set_area(value, labelled=True)
    elif label.role in ("action", "oppdrag", "aktivitet"):
        outline.action = ActionFound(
            value, number=label.number, area=outline.area, goals=outline.goals_in_force()
        )
        outline.found.actions.append(outline.action)
    elif label.role in FIELD_ROLES:
        take_value(label.role, value, outline)
    else:
        outline.narrative(value)
