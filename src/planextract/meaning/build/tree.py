"""Where the reader stands: the area, the goals and the strategy in force."""

from __future__ import annotations

from dataclasses import dataclass, field

from planextract.meaning.roles.role import Role
from planextract.model.finding import Area, Findings, GoalFound
from planextract.model.passage import Passage
from planextract.model.plan import GoalLevel

DEPTH: dict[GoalLevel, int] = {"vision": 0, "main": 1, "goal": 2, "sub": 3, "strategy": 4}
LEVELS: dict[Role, GoalLevel] = {
    Role.VISION: "vision", Role.MAIN: "main", Role.GOAL: "goal", Role.SUB: "sub",
    Role.STRATEGY: "strategy",
}  # fmt: skip
"""The level of a goal by the role of its unit."""
WITHOUT_RANK = 99
"""Rank of what stands under no heading of its own."""


@dataclass(slots=True)
class Tree:
    """The state of one reading; records are added to ``found`` in reading order."""

    found: Findings = field(default_factory=Findings)
    area: Area | None = None
    rank: int = WITHOUT_RANK
    """Rank of the heading that names the area."""
    goals: dict[GoalLevel, GoalFound] = field(default_factory=dict)
    siblings: list[GoalFound] = field(default_factory=list)
    """Goals that stand together with no action between: what follows serves all."""
    strategy: Passage | None = None
    head: int = WITHOUT_RANK
    """Rank of the last heading."""
    holds: int = WITHOUT_RANK
    """Rank of the headings that end the goals in force, where no area holds them."""
    _areas: dict[str, Area] = field(default_factory=dict)
    _known: dict[tuple[str, str], GoalFound] = field(default_factory=dict)

    def pass_heading(self, rank: int, *, inner: bool = False) -> None:
        """A heading without a record ends the area and goals above it that it outranks.

        One that is ``inner`` comes back in every section and ends none.
        """
        if inner:
            return
        if rank and self.area is not None and rank <= self.rank:
            self.area, self.rank = None, WITHOUT_RANK
            self._end_goals()
        elif rank and rank <= self.holds and self.area is None:
            self._end_goals()
        self.head = rank or self.head

    def enter_area(self, title: Passage, rank: int) -> None:
        """A new area, or the same again."""
        known = self._areas.get(title.wording)
        if known is None:
            known = self._areas[title.wording] = Area(title)
            self.found.areas.append(known)
        else:
            self.found.structure += title.words
        self.area, self.rank = known, rank or WITHOUT_RANK
        self._end_goals()

    def _end_goals(self) -> None:
        self.goals.clear()
        self.siblings.clear()
        self.strategy = None
        self.holds = WITHOUT_RANK

    def add_goal(
        self, text: Passage, level: GoalLevel, number: str | None, confidence: float, rank: int = 0
    ) -> GoalFound:
        """A goal; one that is printed again is the same, with another mention.

        ``rank`` is that of the goal as a heading, 0 where it is none: a goal holds to the next
        heading as strong as itself or, in running text, stronger than the one above it.
        """
        key = (level, text.wording)
        goal = self._known.get(key)
        if goal is None:
            goal = GoalFound(text, level, number, self.area, self._above(level), confidence)
            self._known[key] = goal
            self.found.goals.append(goal)
        else:
            goal.mentions.append(text)
            goal.area = goal.area or self.area
            goal.parent = goal.parent or self._above(level)
        self._enter(goal, level)
        self.holds = min(self.holds, rank or self.head - 1)
        return goal

    def hold_strategy(self, strategy: GoalFound) -> None:
        """A strategy stays in force although a goal came below it."""
        self.goals["strategy"], self.strategy = strategy, strategy.text

    def _enter(self, goal: GoalFound, level: GoalLevel) -> None:
        together = self.siblings and self.siblings[-1].level == level
        for other in [lv for lv in self.goals if DEPTH[lv] >= DEPTH[level]]:
            del self.goals[other]
        self.goals[level] = goal
        if level == "strategy":
            self.strategy = goal.text
            return
        self.strategy = None
        if not together:
            self.siblings = [goal]
        elif goal not in self.siblings:
            self.siblings.append(goal)

    def _above(self, level: GoalLevel) -> GoalFound | None:
        """The goal that one of this level hangs from; None where several could be."""
        above = [lv for lv in self.goals if DEPTH[lv] < DEPTH[level] and lv != "vision"]
        if not above:
            return None
        nearest = max(above, key=lambda lv: DEPTH[lv])
        several = len(self.siblings) > 1 and self.siblings[-1].level == nearest
        return None if several else self.goals[nearest]

    def act(self) -> tuple[GoalFound, ...]:
        """The goals that an action here serves; a goal after it begins anew."""
        serving: tuple[GoalFound, ...] = ()
        levels = [lv for lv in self.goals if lv not in ("vision", "strategy")]
        if levels:
            nearest = self.goals[max(levels, key=lambda lv: DEPTH[lv])]
            serving = tuple(self.siblings) if nearest in self.siblings else (nearest,)
        strategy = self.goals.get("strategy")
        return (*serving, strategy) if strategy else serving
