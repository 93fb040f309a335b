"""Coverage: every word counted once, and the doubtful ones said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made_findings import FILE, layout, passage

from planextract.model.finding import (
    ActionFound,
    CandidateFound,
    Findings,
    GoalFound,
    MilestoneFound,
)  # fmt: skip
from planextract.model.passage import Passage
from planextract.model.plan import PlanInfo
from planextract.output.assemble import assemble
from planextract.output.coverage import measure_coverage

WORDS = passage(" ".join(f"w{at}" for at in range(30)))
SPANS = st.lists(st.integers(0, 29), max_size=12, unique=True)


def some(places: list[int]) -> Passage:
    return Passage.of(WORDS.words[at] for at in sorted(places))


@given(SPANS, SPANS, SPANS, SPANS, SPANS)
def test_the_parts_add_up_whatever_was_found(
    record: list[int],
    structure: list[int],
    furniture: list[int],
    narrative: list[int],
    candidate: list[int],
) -> None:
    found = Findings(structure=list(some(structure).words), narrative=list(some(narrative).words))
    if candidate:
        found.candidates.append(CandidateFound("goal", some(candidate), 0.4, "Near."))
    if record:
        found.actions.append(ActionFound(some(record)))
    keys = frozenset(word.key for word in some(furniture).words)
    coverage, left = measure_coverage(layout(WORDS, furniture=keys), found)
    parts = (coverage.records, coverage.structure, coverage.furniture, coverage.narrative)
    assert sum(parts) + coverage.unassigned == coverage.words == 30
    assert coverage.records == len(record)
    assert coverage.unassigned == len(left)
    taken = {*record, *structure, *furniture, *narrative, *candidate}
    assert left == {WORDS.words[at].key for at in range(30) if at not in taken}


def test_words_without_a_place_are_said_for_each_page() -> None:
    first, second = passage("Lage rutine", 1), passage("ukjend tekst her", 2)
    plan = assemble(FILE, layout(first, second), Findings(actions=[ActionFound(first)]), PlanInfo())
    said = [(d.code, d.page, d.message) for d in plan.diagnostics]
    assert said == [("text_unassigned", 2, "3 words were not placed.")]
    assert plan.coverage.unassigned == 3


def test_an_inherited_field_is_counted_where_it_stands_and_once() -> None:
    text, other = passage("Lage rutine"), passage("Opne klubb", first=10)
    owner = passage("Rektor", first=20)
    found = Findings(
        actions=[
            ActionFound(text, responsible=owner),
            ActionFound(other, responsible=owner, inherited=("responsible",)),
        ]
    )
    coverage, left = measure_coverage(layout(text, other, owner), found)
    assert (coverage.records, left) == (5, set())


def test_a_strategy_that_stands_alone_is_a_record() -> None:
    loose = passage("Satse på det nære")
    found = Findings(goals=[GoalFound(loose, "strategy")])
    coverage, _ = measure_coverage(layout(loose), found)
    assert (coverage.records, coverage.structure) == (4, 0)


def test_a_record_that_is_printed_again_counts_in_both_places() -> None:
    texts = [passage(f"Lage rutine {at}", page=at) for at in range(1, 7)]
    found = Findings(
        goals=[GoalFound(texts[0], "goal", mentions=[texts[1]])],
        actions=[ActionFound(texts[2], mentions=[texts[3]])],
        milestones=[MilestoneFound(texts[4], mentions=[texts[5]])],
    )
    coverage, left = measure_coverage(layout(*texts), found)
    assert (coverage.records, left) == (18, set())


def test_a_candidate_is_running_text_unless_it_is_something_else() -> None:
    maybe, action = passage("Vurdere ny hall"), passage("Lage rutine", first=10)
    found = Findings(actions=[ActionFound(action)])
    for text in (maybe, action):
        found.candidates.append(CandidateFound("action", text, 0.4, "No list."))
    coverage, left = measure_coverage(layout(maybe, action), found)
    assert (coverage.records, coverage.narrative, left) == (2, 3, set())
