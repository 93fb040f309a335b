"""What each mark contributed to the role of a unit."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block
from made_units import place, units_of

from planextract.meaning.roles.outline import outline_of
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import second_pass_features, second_pass_names
from planextract.meaning.roles.trees import Trees
from planextract.meaning.roles.weights import KINDS, load
from planextract.meaning.roles.why import Reason, contributions, expected_values, explain
from planextract.meaning.units.gather import Units

# Role 0: the root asks figure 0, its right child figure 1; role 1: figure 1 alone, then a leaf.
TREES = Trees(
    features=np.array([0, 1, 1], np.int32),
    thresholds=np.array([0.5, 2.5, 0.0], np.float32),
    left=np.array([~0, ~1, ~3], np.int32),
    right=np.array([1, ~2, ~4], np.int32),
    values=np.array([-3.0, 1.0, 5.0, -1.0, 1.0, 0.25], np.float32),
    roots=np.array([0, 2, ~5], np.int32),
    classes=np.array([0, 1, 1], np.int32),
    count=2,
)
BLOCKS = (
    block("Plan for folkehelse", "heading", level=1),
    block("Tiltak", "heading", level=2),
    block("Byggje benkar langs gangvegen", "item", marker="•"),
    block("Skipe ein grendefest kvar sommar", "item", marker="•"),
    block("Folketalet har vore om lag 10 800. Det har gått ned sidan 2010."),
)


def test_a_node_is_worth_the_mean_of_its_leaves() -> None:
    assert expected_values(TREES).tolist() == [1.0, 3.0, 0.0]


@pytest.mark.parametrize(
    ("figures", "role", "wanted"),
    [
        ((0.0, 9.0), 0, (-4.0, 0.0)),
        ((1.0, 2.0), 0, (2.0, -2.0)),
        ((1.0, 3.0), 0, (2.0, 2.0)),
        ((0.5, 3.0), 0, (-4.0, 0.0)),
        ((1.0, 0.0), 1, (0.0, -1.0)),
    ],
)
def test_each_split_speaks_for_its_figure(
    figures: tuple[float, ...], role: int, wanted: tuple[float, ...]
) -> None:
    row = np.array(figures, np.float32)
    assert contributions(TREES, expected_values(TREES), row, role).tolist() == list(wanted)


@pytest.fixture(scope="module")
def units() -> Units:
    return units_of(*BLOCKS)


def test_voices_add_up_to_the_score_of_the_shipped_trees(units: Units) -> None:
    weights, seen = load(), load().see(units)
    at = place(units, "Byggje benkar langs gangvegen")
    trees = weights.trees[2, KINDS[0]]
    means, role = expected_values(trees), ROLES.index(Role.ACTION)
    roots = trees.roots[trees.classes == role]
    start = sum(means[root] if root >= 0 else trees.values[~root] for root in roots)
    voices = contributions(trees, means, seen.both[at], role)
    assert start + voices.sum() == pytest.approx(trees.scores(seen.both[[at]])[0, role], abs=1e-3)


def reasons(units: Units) -> dict[str, Reason]:
    weights = load()
    found = explain(weights, units, weights.read(units), range(len(units.all)))
    return {units.all[reason.at].text: reason for reason in found}


def test_the_role_and_the_runner_up_are_those_of_the_reading(units: Units) -> None:
    reading = load().read(units)
    for reason in reasons(units).values():
        row = np.sort(reading.probabilities[reason.at])
        assert reason.inside or reason.role is reading.roles[reason.at]
        assert {reason.sure, reason.other_sure} == {float(row[-1]), float(row[-2])}


def test_voices_are_the_strongest_first_and_on_their_side(units: Units) -> None:
    for reason in reasons(units).values():
        speak_for = [voice.weight for voice in reason.spoke_for]
        against = [voice.weight for voice in reason.spoke_against]
        assert 0 < len(speak_for) <= 5 and len(against) <= 3
        assert speak_for == sorted(speak_for, reverse=True) and speak_for[-1] > 0
        assert against == sorted(against) and all(weight < 0 for weight in against)


def test_the_first_pass_speaks_by_its_marks_and_not_again(units: Units) -> None:
    told = reasons(units)
    names = {
        voice.name.split(".")[0]
        for reason in told.values()
        for voice in (*reason.spoke_for, *reason.spoke_against)
    }
    assert "first" not in names
    alone = told["Tiltak"]
    groups = {voice.name.split(".")[0] for voice in (*alone.spoke_for, *alone.spoke_against)}
    assert not groups & {"alike_column", "alike_like_column"}, "it is alone in these"


def test_what_the_plan_calls_it_speaks_for_a_role() -> None:
    text = "Strategi 1: Byggje benkar langs gangvegen"
    reason = reasons(units_of(*BLOCKS[:2], block(text, "item"), BLOCKS[4]))[text]
    assert reason.role is Role.STRATEGY
    named = [voice.weight for voice in reason.spoke_for if voice.name == "named.odds"]
    assert named and named[0] > 0
    without = reasons(units_of(BLOCKS[0], *BLOCKS[2:]))["Byggje benkar langs gangvegen"]
    assert "named.odds" not in {voice.name for voice in without.spoke_for}


def test_every_column_of_the_second_pass_has_a_name(units: Units) -> None:
    count = len(units.all)
    first = np.zeros((count, len(ROLES)), np.float32)
    groups = load().see(units).groups
    columns = second_pass_features(first, groups, outline_of(units)).shape[1]
    assert len(set(second_pass_names())) == len(second_pass_names()) == columns
