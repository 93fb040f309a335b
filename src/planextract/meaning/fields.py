"""Fields of a label block: "Ansvar: Oppvekst  Frist: 2026", on one line or several."""

from __future__ import annotations

from collections.abc import Callable

from planextract.meaning.deadlines import read_deadline
from planextract.meaning.labels import inline_labels
from planextract.meaning.outline import Outline
from planextract.meaning.tables.headers import header_role
from planextract.model.finding import ActionFound
from planextract.model.page import Word
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
SLACK = 3.0
"""Points by which a value may begin left of its name."""
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
    return passage[: labels[0][0]].strip(" ;|,/([–"), fields


def _value(passage: Passage) -> Passage:
    """A field's value without what parts it from the next, or closes the bracket around all."""
    value = passage.strip(" ;|,/–")
    closes = value.text.count(")") > value.text.count("(")
    return value.strip(" )];|,/") if closes else value


def separators(
    passage: Passage, before: Passage, fields: list[tuple[str, Passage, Passage]]
) -> tuple[Word, ...]:
    """The words of a label block that only part its fields: strokes, brackets."""
    used = [before, *(part for _, label, value in fields for part in (label, value))]
    keys = {word.key for part in used for word in part.words}
    return tuple(word for word in passage.words if word.key not in keys)


def set_field(action: ActionFound, role: str, value: Passage) -> bool:
    """Give an action the value of a field; False where it has one already or it is too long."""
    name = ATTRIBUTES.get(role)
    if name is None or len(value.text.split()) > LONGEST[role] or getattr(action, name):
        return False
    if role == "owner" and action.deadline is None:
        value, action.deadline = split_time(value)
    setattr(action, name, value)
    return True


def split_time(owner: Passage) -> tuple[Passage, Passage | None]:
    """An owner and the time behind its last comma: "rektor, hausten 2026"."""
    last = max(owner.text.rfind(mark) for mark in (",", ";", "–"))
    rest = owner[last + 1 :].strip()
    read = read_deadline(rest.text) if last > 0 else None
    if read is None or read.kind in ("unknown", "conditional", "unset"):
        return owner, None
    return owner[:last].strip(), rest


def take_fields(fields: list[tuple[str, Passage, Passage]], outline: Outline) -> None:
    """Give the fields of a label block to the action in force; without one they are text."""
    for role, label, value in fields:
        outline.structure(label)
        outline.waiting = role if not value else None
        if value:
            take_value(role, value, outline)


def take_columns(heads: Passage, line: Passage, outline: Outline) -> bool:
    """Values that stand below their names, or right of names that stand below each other.

    False where the line stands by none of the names.
    """
    taken = False
    names = [
        (piece.word, found.role)
        for piece in heads.pieces
        if (found := header_role(piece.word.text)) is not None
    ]
    stacked = len(names) > 1 and names[1][0].box.top > names[0][0].middle[1]
    for at, (name, role) in enumerate(names):
        follower = names[at + 1][0] if at + 1 < len(names) else None
        belongs = _beside(name) if stacked else _below(name, follower)
        own = [piece for piece in line.pieces if belongs(piece.word)]
        if own:
            take_value(role, line[own[0].start : own[-1].end], outline)
            taken = True
    return taken


def _beside(name: Word) -> Callable[[Word], bool]:
    return lambda word: name.box.top <= word.middle[1] <= name.box.bottom


def _below(name: Word, follower: Word | None) -> Callable[[Word], bool]:
    right = follower.box.x0 - SLACK if follower else float("inf")
    return lambda word: name.box.x0 - SLACK <= word.box.x0 < right


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
