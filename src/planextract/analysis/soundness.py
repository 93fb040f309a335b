"""What the contract promises beyond its schema: ids, links, dates, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planextract.model.plan import Deadline, Part, Plan, Source
from planextract.texts import Texts


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place (``$.actions[3].id``); its sentence is in the texts."""

    place: str
    name: str
    """Of the text ``validate.<name>``."""
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, texts: Texts) -> str:
        """What is wrong, in the reader's language."""
        return texts.t(f"validate.{self.name}", **self.values)


def broken_links(plan: Plan) -> list[Fault]:
    """Ids that stand twice, links to no record, days that no calendar has."""
    return [*_repeated_ids(plan), *_loose_links(plan), *_impossible_days(plan)]


def all_faults(plan: Plan) -> list[Fault]:
    """``broken_links`` and all else that a valid file can have wrong."""
    return [*broken_links(plan), *_misplaced(plan), *_miscounted(plan)]


def _lists(plan: Plan) -> Iterator[tuple[str, str]]:
    """Place and id of every record."""
    for name in ("focus_areas", "goals", "actions", "milestones"):
        for at, record in enumerate(getattr(plan, name)):
            yield f"$.{name}[{at}]", record.id


def _repeated_ids(plan: Plan) -> Iterator[Fault]:
    count = Counter(name for _, name in _lists(plan))
    for place, name in _lists(plan):
        if count[name] > 1:
            yield Fault(f"{place}.id", "id_repeated", {"value": name, "times": count[name]})
    for at, action in enumerate(plan.actions):
        for goal, times in Counter(action.goal_ids).items():
            if times > 1:
                values: dict[str, object] = {"value": goal, "times": times}
                yield Fault(f"$.actions[{at}].goal_ids", "goal_repeated", values)


def _loose_links(plan: Plan) -> Iterator[Fault]:
    areas = {area.id for area in plan.focus_areas}
    goals = {goal.id for goal in plan.goals}
    links: list[tuple[str, str | None, set[str]]] = []
    for at, goal in enumerate(plan.goals):
        links.append((f"$.goals[{at}].focus_area_id", goal.focus_area_id, areas))
        links.append((f"$.goals[{at}].parent_id", goal.parent_id, goals - {goal.id}))
    for at, action in enumerate(plan.actions):
        links.append((f"$.actions[{at}].focus_area_id", action.focus_area_id, areas))
        links += [
            (f"$.actions[{at}].goal_ids[{n}]", goal_id, goals)
            for n, goal_id in enumerate(action.goal_ids)
        ]
    for place, target, there in links:
        if target is not None and target not in there:
            yield Fault(place, "link_loose", {"value": target})


def _deadlines(plan: Plan) -> Iterator[tuple[str, Deadline]]:
    for at, action in enumerate(plan.actions):
        if action.deadline:
            yield f"$.actions[{at}].deadline", action.deadline
    for at, milestone in enumerate(plan.milestones):
        if milestone.deadline:
            yield f"$.milestones[{at}].deadline", milestone.deadline


def _impossible_days(plan: Plan) -> Iterator[Fault]:
    days = [("$.plan.adopted", plan.plan.adopted)]
    for place, deadline in _deadlines(plan):
        days += [(f"{place}.start", deadline.start), (f"{place}.end", deadline.end)]
    for place, day in days:
        if day is not None and not _is_day(day):
            yield Fault(place, "day_impossible", {"value": day})


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _places(plan: Plan) -> Iterator[tuple[str, Source | Part]]:
    """Every page and box at which something of the plan is said to stand."""
    for name in ("focus_areas", "goals", "actions", "milestones", "candidates"):
        for at, record in enumerate(getattr(plan, name)):
            place = f"$.{name}[{at}]"
            yield f"{place}.source", record.source
            for n, part in enumerate(record.source.parts):
                yield f"{place}.source.parts[{n}]", part
            for n, again in enumerate(getattr(record, "mentions", [])):
                yield f"{place}.mentions[{n}]", again


def _misplaced(plan: Plan) -> Iterator[Fault]:
    for where, at in _places(plan):
        x0, top, x1, bottom = at.bbox
        if at.page > plan.document.pages:
            pages = plan.document.pages
            yield Fault(f"{where}.page", "page_missing", {"value": at.page, "pages": pages})
        if x0 > x1 or top > bottom:
            yield Fault(f"{where}.bbox", "box_reversed")


def _miscounted(plan: Plan) -> Iterator[Fault]:
    cover = plan.coverage
    parts = cover.records + cover.structure + cover.furniture + cover.narrative + cover.unassigned
    if parts != cover.words:
        yield Fault("$.coverage", "words_miscounted", {"value": parts, "words": cover.words})
