"""Where in the plan the reader stands: area, goals above, section; and what was found so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from planextract.lexicons import words_of
from planextract.model.finding import ActionFound, Area, Findings, GoalFound
from planextract.model.page import Word
from planextract.model.passage import Passage
from planextract.model.plan import ActionType, GoalLevel

Section = Literal["areas", "goals", "strategies", "actions", "milestones", "background", "past"]
DEPTH: dict[GoalLevel, int] = {"vision": 0, "main": 1, "goal": 2, "sub": 3, "strategy": 4}


@dataclass(slots=True)
class Outline:
    """The state of reading a document from top to bottom."""

    found: Findings = field(default_factory=Findings)
    area: Area | None = None
    labelled_areas: bool = False
    """Whether the document names its areas by a label; then bare headings are none."""
    goals: dict[GoalLevel, GoalFound] = field(default_factory=dict)
    """The goal in force at each level."""
    siblings: list[GoalFound] = field(default_factory=list)
    """Goals listed one after the other: what follows belongs to all of them or to none."""
    strategy: Passage | None = None
    section: Section | None = None
    section_goal: GoalLevel = "goal"
    section_type: ActionType = "tiltak"
    section_page: int = 0
    section_items: bool = False
    """Whether the section's records are marked items; then plain lines are none."""
    section_rank: int = 99
    """Rank of the heading that opened the section; one as strong closes it."""
    headings: list[tuple[int, Passage]] = field(default_factory=list)
    """The bare headings that the reader stands under, outermost first, with their ranks."""
    rank: int = 99
    """Rank of the last heading of any kind."""
    area_of_table: bool = False
    """Whether the area in force stood in a table's column: the next heading ends it."""
    area_rank: int = 99
    goal_rank: int = 99
    """Rank of the heading under which the area and the goals in force were named."""
    action: ActionFound | None = None
    """The action whose fields may still follow."""
    waiting: str | None = None
    """A field label that stood alone: its value comes next."""

    slides: bool = False
    """Whether the document is a deck, in which each slide stands for itself."""
    page: int = 0
    """The page that is being read."""

    def enter(self, section: Section | None, rank: int) -> None:
        """Open a section under a heading of this rank."""
        self.section, self.section_rank, self.section_page = section, rank, self.page
        self.section_items = False
        self.action, self.waiting = None, None

    def expects_vision(self, rank: int) -> bool:
        """Whether a heading as strong as this, below the label "Visjon", is the vision itself."""
        opened = self.section == "goals" and self.section_goal == "vision"
        here = self.section_page == self.page and rank < self.section_rank
        return opened and here and "vision" not in self.goals

    def begin_plan(self) -> None:
        """A title slide: what follows belongs to no area, goal or section from before."""
        self.area = None
        self.headings.clear()
        self.end_goals()
        self.enter(None, 99)

    def end_goals(self) -> None:
        """No goal or strategy is in force any more."""
        self.strategy = None
        self.goals.clear()
        self.siblings.clear()

    def pass_heading(self, rank: int, bare: Passage | None = None, *, beside: bool = False) -> None:
        """Move below a heading: what stood under one as weak or weaker has ended.

        A ``bare`` heading, one without a label, also ends goals and areas of its rank; a
        goal set ``beside`` an area's title, as large as that, stands under it.
        """
        self.headings = [
            (r, title)
            for r, title in self.headings
            if r < rank or (beside and r == rank and not title.text[0].isdigit())
        ]
        self.rank = rank
        if bare is None:
            return
        self.headings.append((rank, bare))
        if rank <= self.goal_rank:
            self.end_goals()
        if self.area_of_table:
            self.area, self.area_of_table = None, False
        if self.labelled_areas and rank <= self.area_rank:
            self.area = None

    def name_area(self) -> None:
        """Where no label names areas, the heading over goals or actions does."""
        titles = [title for _, title in self.headings if is_title(title.text)]
        if self.labelled_areas or self.area_of_table or not titles:
            return
        title = _without_number(titles[-1])
        if self.area is None or self.area.title.wording != title.wording:
            self.set_area(title, labelled=False)

    def set_area(self, title: Passage, *, labelled: bool) -> Area:
        """A new focus area (or the same again); goals and strategies above end."""
        self.labelled_areas = self.labelled_areas or labelled
        same = [a for a in self.found.areas if a.title.wording == title.wording]
        area = same[0] if same else Area(title)
        if not same:
            self.found.areas.append(area)
        else:
            self.structure(title)
        if area is not self.area:
            self.end_goals()
        self.area, self.area_rank, self.action = area, self.rank, None
        self.area_of_table = False
        return area

    def add_goal(
        self, text: Passage, level: GoalLevel, number: str | None, confidence: float = 0.95
    ) -> GoalFound:
        """A new goal (or the same again), which ends the ones below its level."""
        self.name_area()
        parent = self._above(level)
        known = [
            g
            for g in self.found.goals
            if g.text.wording == text.wording and g.area is self.area and g.level == level
        ]
        if known:
            goal = known[0]
            self.structure(text)
        else:
            goal = GoalFound(text, level, number, self.area, parent, confidence)
            self.found.goals.append(goal)
        for other in [lv for lv in self.goals if DEPTH[lv] >= DEPTH[level]]:
            del self.goals[other]
        self.goals[level], self.goal_rank = goal, self.rank
        self.strategy = text if level == "strategy" else None
        self.action = None
        return goal

    def _above(self, level: GoalLevel) -> GoalFound | None:
        above = [lv for lv in self.goals if DEPTH[lv] < DEPTH[level] and lv != "vision"]
        return self.goals[max(above, key=lambda lv: DEPTH[lv])] if above else None

    def goals_in_force(self) -> tuple[GoalFound, ...]:
        """The goals that an action here serves: the lowest in force, or all its siblings."""
        levels = [lv for lv in self.goals if lv not in ("vision", "strategy")]
        if self.siblings and levels:
            return tuple(self.siblings)
        if not levels:
            return ()
        return (self.goals[max(levels, key=lambda lv: DEPTH[lv])],)

    def structure(self, *passages: Passage | None) -> None:
        """Count passages as structure: headings, labels, headers."""
        self.found.structure += [w for p in passages if p for w in p.words]

    def structure_words(self, words: tuple[Word, ...]) -> None:
        self.found.structure += words

    def narrative(self, *passages: Passage | None) -> None:
        """Count passages as running text."""
        self.found.narrative += [w for p in passages if p for w in p.words]


def is_title(text: str) -> bool:
    """Whether a heading can name an area: no sentence, question or name of the document."""
    sentence = text.endswith(".") and len(text.split()) > 3
    frame = _begins_part(text, "frame")
    return not (sentence or frame or text.endswith("?") or is_generic(text))


def is_background(heading: str) -> bool:
    """Whether a heading opens what is no part of the measures: foreword, status, sources."""
    return _begins_part(heading, "background")


def _begins_part(heading: str, words: str) -> bool:
    """Whether a heading, or its first word, stands in a list of ``lexicons/structure.toml``."""
    text = heading.lower().strip(" .:?!0123456789")
    return not words_of("structure", words).isdisjoint({text, text.split(" ")[0]})


def is_generic(title: str) -> bool:
    """Whether a heading names the document or a part of it, not a focus area."""
    names = tuple(words_of("structure", "generic"))
    return any(word.endswith(names) for word in re.findall(r"[\wæøå]+", title.lower()))


def _without_number(title: Passage) -> Passage:
    """ "4.2 Trygg oppvekst" without its chapter number."""
    found = re.match(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-ZÆØÅ]\d{1,2})[.):]?\s+(?=\D)", title.text)
    return title[found.end() :] if found else title
