"""Precision, recall and field accuracy: of one document, and pooled over many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from planextract.evaluation.fields import (
    FieldJudge,
    action_fields,
    deadline_right,
    document_fields,
    goal_fields,
    milestone_fields,
)
from planextract.evaluation.gold import Gold, GoldAction, GoldGoal, GoldMilestone, Kind
from planextract.evaluation.likeness import paired, plain
from planextract.model.plan import Action, Goal, Milestone, Plan

RECORDS = ("actions", "goals", "milestones", "deadlines")


@dataclass
class Tally:
    """Records of one sort: in the gold, found, found rightly, and their letters."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    exact: int = 0
    edits: int = 0
    letters: int = 0

    def add(self, other: Tally) -> None:
        for name in ("gold", "found", "hits", "exact", "edits", "letters"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float | None:
        """Share of the found records that are right; None where nothing was found."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold records that were found; None where there are none."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is neither gold nor found."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else None

    @property
    def exact_rate(self) -> float | None:
        """Share of the gold records whose text was found to the letter."""
        return self.exact / self.gold if self.gold and self.letters else None

    @property
    def cer(self) -> float | None:
        """Character error rate of the paired texts."""
        return self.edits / self.letters if self.letters else None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One record lost, invented or with a wrong field."""

    document: str
    what: str
    """``lost``, ``extra`` or the field's name."""
    page: int | None
    text: str
    wanted: str = ""
    found: str = ""


@dataclass
class Score:
    """The figures of one document, or of many pooled."""

    name: str
    kind: Kind | None = None
    families: tuple[str, ...] = ()
    documents: int = 1
    pages: int = 0
    no_plan: bool = False
    tallies: dict[str, Tally] = field(default_factory=lambda: {n: Tally() for n in RECORDS})
    right: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)

    def accuracy(self, name: str) -> float | None:
        """Share of the judged records in which the field is right."""
        return self.right[name] / self.judged[name] if self.judged[name] else None

    @property
    def false_records(self) -> int:
        """Goals and actions found that are none."""
        return sum(self.tallies[n].found - self.tallies[n].hits for n in ("actions", "goals"))


Record = GoldAction | GoldGoal | GoldMilestone
Found = Action | Goal | Milestone


def score(gold: Gold, plan: Plan | None, name: str, kind: Kind) -> Score:
    """One output against its gold; without an output every record is lost."""
    pages = plan.document.pages if plan else gold.pages or 0
    made = Score(name, kind, tuple(gold.families), pages=pages)
    made.no_plan = not (gold.actions or gold.goals)
    _records(made, "goals", gold.goals, plan.goals if plan else [], plan, goal_fields)
    pairs = _records(
        made, "actions", gold.actions, plan.actions if plan else [], plan, action_fields
    )
    steps = _records(
        made, "milestones", gold.milestones, plan.milestones if plan else [], plan, milestone_fields
    )
    _deadlines(made, gold.actions, plan.actions if plan else [], pairs)
    _deadlines(made, gold.milestones, plan.milestones if plan else [], steps)
    if plan:
        _document_fields(made, gold, plan)
    return made


def _document_fields(made: Score, gold: Gold, plan: Plan) -> None:
    for name, verdict in document_fields(gold, plan).items():
        made.judged[name] += 1
        made.right[name] += verdict.right
        if not verdict.right:
            made.mistakes.append(Mistake(made.name, name, None, "", verdict.wanted, verdict.found))


def _text(found: Found) -> str:
    return found.label if isinstance(found, Milestone) else found.text


def _records(
    made: Score,
    sort: str,
    gold: Sequence[Record],
    found: Sequence[Found],
    plan: Plan | None,
    judge: FieldJudge,
) -> list[tuple[int, int]]:
    """Pair the records of one sort, count them, judge their fields, list the mistakes."""
    pairs = paired([g.text for g in gold], [_text(f) for f in found])
    free = [(i, j) for i, j in pairs if gold[i].optional]
    pairs = [(i, j) for i, j in pairs if not gold[i].optional]
    needed = sum(not g.optional for g in gold)
    tally = Tally(needed, len(found) - len(free), len(pairs))
    for i, j in pairs:
        wanted, got = plain(gold[i].text), plain(_text(found[j]))
        tally.edits += Levenshtein.distance(wanted, got)
        tally.letters += len(wanted)
        tally.exact += wanted == got
        if wanted != got:
            made.mistakes.append(
                Mistake(made.name, f"{sort}_text", gold[i].page, wanted, wanted, got)
            )
        for name, verdict in judge(gold[i], found[j], plan).items():
            made.judged[name] += 1
            made.right[name] += verdict.right
            if not verdict.right:
                made.mistakes.append(
                    Mistake(made.name, name, gold[i].page, wanted, verdict.wanted, verdict.found)
                )
    made.tallies[sort].add(tally)
    _unpaired(made, sort, gold, found, pairs + free)
    return pairs


def _unpaired(
    made: Score,
    sort: str,
    gold: Sequence[Record],
    found: Sequence[Found],
    pairs: list[tuple[int, int]],
) -> None:
    answered = {i for i, _ in pairs}
    used = {j for _, j in pairs}
    for i, record in enumerate(gold):
        if i not in answered and not record.optional:
            made.mistakes.append(Mistake(made.name, f"{sort}_lost", record.page, record.text))
    for j, extra in enumerate(found):
        if j not in used:
            made.mistakes.append(
                Mistake(made.name, f"{sort}_extra", extra.source.page, _text(extra))
            )


def _deadlines(
    made: Score,
    gold: Sequence[GoldAction | GoldMilestone],
    found: Sequence[Action | Milestone],
    pairs: list[tuple[int, int]],
) -> None:
    """Deadlines as records of their own: right where the pair's kind and days agree."""
    silent = {j for i, j in pairs if not gold[i].judges("deadline")}
    tally = made.tallies["deadlines"]
    tally.gold += sum(g.deadline is not None and not g.optional for g in gold)
    tally.found += sum(f.deadline is not None for j, f in enumerate(found) if j not in silent)
    tally.hits += sum(
        gold[i].deadline is not None and deadline_right(gold[i].deadline, found[j].deadline)
        for i, j in pairs
    )


def pool(scores: Iterable[Score], name: str) -> Score:
    """The scores added up, each record counting the same."""
    made = Score(name, documents=0)
    for one in scores:
        made.documents += one.documents
        made.pages += one.pages
        made.right.update(one.right)
        made.judged.update(one.judged)
        for sort, tally in one.tallies.items():
            made.tallies[sort].add(tally)
    return made


def false_per_100_pages(scores: Iterable[Score]) -> float | None:
    """False goals and actions in 100 pages of documents that have none; None without such."""
    without = [one for one in scores if one.no_plan]
    pages = sum(one.pages for one in without)
    return 100 * sum(one.false_records for one in without) / pages if pages else None
