"""Records made from a passage where the reader stands; every source of records uses these."""

from __future__ import annotations

from planextract.meaning.build.tails import Tail, part_tail, part_time
from planextract.meaning.build.tree import Tree
from planextract.meaning.roles.role import Role
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.page import Word
from planextract.model.passage import Passage
from planextract.model.plan import ActionType

TYPES: dict[str, ActionType] = {
    "oppdrag": "oppdrag", "aktivitet": "aktivitet", "klimatiltak": "klimatiltak",
    "investering": "investering",
}  # fmt: skip
ATTRIBUTES: dict[Role, str] = {
    Role.OWNER: "responsible",
    Role.DEADLINE: "deadline",
    Role.RESOURCES: "resources",
    Role.STATUS: "status",
}
"""Which field of a record each role of a unit fills."""


def make_action(
    tree: Tree,
    text: Passage,
    number: str | None,
    confidence: float,
    kind: ActionType = "tiltak",
    *,
    dated: bool = False,
) -> ActionFound:
    """An action of the area, goals and strategy in force.

    ``dated``: its time stands in a place of its own, so that another in its text stays there.
    """
    tail = _kept(text, part_tail(text), dated)
    tree.found.structure += _between(text, (tail.text, tail.owner, tail.time))
    action = ActionFound(
        tail.text, number=number, type=kind, strategy=tree.strategy, area=tree.area,
        goals=tree.act(), responsible=tail.owner, deadline=tail.time, confidence=confidence,
    )  # fmt: skip
    tree.found.actions.append(action)
    return action


def make_milestone(
    tree: Tree, text: Passage, confidence: float, *, dated: bool = False
) -> MilestoneFound:
    """A step of a process, with the time that its text ends or begins with, unless ``dated``."""
    tail = _kept(text, part_time(text), dated)
    tree.found.structure += _between(text, (tail.text, tail.owner, tail.time))
    step = MilestoneFound(tail.text, tail.owner, tail.time, confidence=confidence)
    tree.found.milestones.append(step)
    return step


def _kept(text: Passage, tail: Tail, dated: bool) -> Tail:
    """The whole text where its tail holds a time and the record has one elsewhere."""
    return Tail(text) if dated and tail.time else tail


def set_field(record: ActionFound | MilestoneFound, role: Role, value: Passage) -> bool:
    """Give a record the value of a field; False where it has one or has no such field."""
    name = ATTRIBUTES.get(role)
    if name is None or not is_free(record, name):
        return False
    setattr(record, name, value)
    return True


def is_free(record: ActionFound | MilestoneFound, name: str) -> bool:
    """Whether a record has a field of this name, and no value in it."""
    return hasattr(record, name) and not getattr(record, name)


def type_of(words: str) -> ActionType:
    """The type of action that a label, heading or header names; ``tiltak`` where none."""
    for word in words.lower().replace("/", " ").split():
        for stem, kind in TYPES.items():
            if word.startswith(stem):
                return kind
    return "tiltak"


def _between(whole: Passage, parts: tuple[Passage | None, ...]) -> list[Word]:
    """The words of a passage that are in none of its parts."""
    used = {word.key for part in parts if part for word in part.words}
    return [word for word in whole.words if word.key not in used]
