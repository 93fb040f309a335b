"""Coverage: every word counted once, and the doubtful ones said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made_findings import FILE, layout, passage

from planextract.model.finding import ActionFound, Findings, GoalFound
from planextract.model.passage import Passage
from planextract.model.plan import PlanInfo
from planextract.output.assemble import assemble
from planextract.output.coverage import measure_coverage

WORDS = passage(" ".join(f"w{at}" for at in range(30)))
SPANS = st.lists(st.integers(0, 29), max_size=12, unique=True)


def some(places: list[int]) -> Passage:
    return Passage.of(WORDS.words[at] for at in sorted(places))


@given(SPANS, SPANS, SPANS, SPANS)
def test_the_parts_add_up_whatever_was_found(
    record: list[int], structure: list[int], furniture: list[int], narrative: list[int]
) -> None:
    found = Findings(structure=list(some(structure).words), narrative=list(some(narrative).words))
    if record:
        found.actions.append(ActionFound(some(record)))
    keys = frozenset(word.key for word in some(furniture).words)
    coverage, left = measure_coverage(layout(WORDS, furniture=keys), found)
    parts = (coverage.records, coverage.structure, coverage.furniture, coverage.narrative)
    assert sum(parts) + coverage.unassigned == coverage.words == 30
    assert coverage.records == len(record)
    assert coverage.unassigned == len(left)
    taken = {*record, *structure, *furniture, *narrative}
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


def test_a_strategy_that_is_no_record_is_structure() -> None:
    loose = passage("Satse på det nære")
    found = Findings(goals=[GoalFound(loose, "strategy", stands_alone=False)])
    coverage, _ = measure_coverage(layout(loose), found)
    assert (coverage.records, coverage.structure) == (0, 4)
