"""Fields of a label block: "Ansvar: Oppvekst  Frist: 2026", on one line or several."""

from __future__ import annotations

from planextract.meaning.labels import inline_labels
from planextract.meaning.outline import Outline
from planextract.model.finding import ActionFound
from planextract.model.passage import Passage, join

ATTRIBUTES = {
    "owner": "responsible",
    "partner": "partners",
    "deadline": "deadline",
    "resources": "resources",
    "status": "status",
    "priority": "priority",
    "indicator": "indicator",
}
FIELD_ROLES = (*ATTRIBUTES, "description")
LONGEST = {"owner": 40, "partner": 60, "deadline": 15, "resources": 30, "status": 40,
           "priority": 6, "indicator": 60}  # fmt: skip
"""Words that a field's value has at most; a longer text is a paragraph under a heading."""


def split_fields(passage: Passage) -> tuple[Passage, list[tuple[str, Passage, Passage]]]:
    """What stands before the first field label, and each field: role, label, value."""
    labels = inline_labels(passage.text)
    if not labels:
        return passage, []
    ends = [start for start, _, _ in labels[1:]] + [len(passage)]
    fields = [
        (role, passage[start:stop].strip(), _value(passage[stop:end]))
        for (start, stop, role), end in zip(labels, ends, strict=True)
    ]
    return passage[: labels[0][0]].strip(" ;|,/(["), fields


def _value(passage: Passage) -> Passage:
    """A field's value without what parts it from the next, or closes the bracket around all."""
    value = passage.strip(" ;|,/")
    closes = value.text.count(")") > value.text.count("(")
    return value.strip(" )];|,/") if closes else value


def set_field(action: ActionFound, role: str, value: Passage) -> bool:
    """Give an action the value of a field; False where it has one already or it is too long."""
    name = ATTRIBUTES.get(role)
    if name is None or len(value.text.split()) > LONGEST[role] or getattr(action, name):
        return False
    setattr(action, name, value)
    return True


def take_fields(fields: list[tuple[str, Passage, Passage]], outline: Outline) -> None:
    """Give the fields of a label block to the action in force; without one they are text."""
    for role, label, value in fields:
        outline.structure(label)
        outline.waiting = role if not value else None
        if value:
            take_value(role, value, outline)


def take_value(role: str, value: Passage, outline: Outline) -> None:
    """Give one value to the action in force."""
    action = outline.action
    outline.waiting = None
    if action is None:
        outline.narrative(value)
    elif not set_field(action, role, value):
        action.rest.append(value)


def more_of(action: ActionFound, role: str, value: Passage) -> None:
    """Go on with a field whose value stands on several lines."""
    name = ATTRIBUTES.get(role)
    if name is None:
        action.rest.append(value)
    else:
        setattr(action, name, join([getattr(action, name) or Passage(), value], "\n"))
