"""Boosted trees in numpy, and the weights that the package ships."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from made_blocks import block, table
from made_units import place, units_of

from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.trees import CHUNK, Trees
from planextract.meaning.roles.weights import figure_names, from_arrays, kinds_of, load

# Tree of role 0: marks[0] <= 1 ? 0.5 : (marks[1] <= 2 ? -1 : 2); of role 1: always 1; of role 0
# again: marks[1] <= 0 ? 4 : 0.25.
FOREST = Trees(
    features=np.array([0, 1, 1], np.int32),
    thresholds=np.array([1, 2, 0], np.float32),
    left=np.array([~0, ~1, ~4], np.int32),
    right=np.array([1, ~2, ~5], np.int32),
    values=np.array([0.5, -1, 2, 1, 4, 0.25], np.float32),
    roots=np.array([0, ~3, 2], np.int32),
    classes=np.array([0, 1, 0], np.int32),
    count=3,
)


@pytest.mark.parametrize(
    ("marks", "score"),
    [
        ((0, 9), 0.5 + 0.25),
        ((1, 9), 0.5 + 0.25),  # a threshold belongs to the left
        ((2, 2), -1 + 0.25),
        ((2, 3), 2 + 0.25),
        ((2, 0), -1 + 4),
    ],
)
def test_scores_by_hand(marks: tuple[float, float], score: float) -> None:
    found = FOREST.scores(np.array([marks], np.float32))
    assert found.tolist() == [[score, 1.0, 0.0]]


def test_probabilities_are_the_softmax_of_the_scores() -> None:
    found = FOREST.probabilities(np.array([[2, 0]], np.float32))[0]
    odds = np.exp([3.0, 1.0, 0.0])
    assert found == pytest.approx(odds / odds.sum())


def test_great_scores_overflow_nothing() -> None:
    steep = replace(FOREST, values=FOREST.values * 1000)
    found = steep.probabilities(np.array([[2, 0]], np.float32))
    assert found.tolist() == [[1.0, 0.0, 0.0]]


def test_no_units_give_no_rows() -> None:
    none = np.zeros((0, 2), np.float32)
    assert FOREST.scores(none).shape == (0, 3)
    assert FOREST.probabilities(none).shape == (0, 3)


def test_many_units_are_as_unit_by_unit() -> None:
    marks = np.random.default_rng(1).uniform(-1, 4, (2 * CHUNK + 7, 2)).astype(np.float32)
    alone = np.vstack([FOREST.scores(row[None, :]) for row in marks])
    assert np.array_equal(FOREST.scores(marks), alone)
    assert len(np.unique(alone[:, 0])) > 3


def test_a_part_of_wider_marks_reads_as_a_copy_of_it() -> None:
    wide = np.random.default_rng(2).uniform(-1, 4, (9, 5)).astype(np.float32)
    assert np.array_equal(FOREST.scores(wide[:, 1:3]), FOREST.scores(wide[:, 1:3].copy()))


def test_arrays_and_back() -> None:
    arrays = FOREST.arrays("cell1")
    assert all(name.startswith("cell1_") for name in arrays)
    marks = np.array([[0, 9], [2, 3], [2, 0]], np.float32)
    again = Trees.load(arrays, "cell1")
    assert again.count == 3
    assert np.array_equal(again.scores(marks), FOREST.scores(marks))


def _arrays(names: tuple[str, ...]) -> dict[str, object]:
    found: dict[str, object] = {"names": np.array(names)}
    for kind in ("text", "cell"):
        for nth in (1, 2):
            found |= FOREST.arrays(f"{kind}{nth}")
    return found


def test_weights_on_the_marks_of_today_are_read() -> None:
    read = from_arrays(_arrays(figure_names()))
    assert set(read.trees) == {(n, kind) for n in (1, 2) for kind in ("text", "cell")}
    assert read.names == figure_names()


@pytest.mark.parametrize(
    "names", [figure_names()[:-1], figure_names()[::-1], (*figure_names(), "x.y")]
)
def test_weights_on_other_marks_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="other marks"):
        from_arrays(_arrays(names))


def test_the_shipped_weights_fit_the_marks_and_roles() -> None:
    shipped = load()
    assert shipped.names == figure_names()
    for (nth, _), trees in shipped.trees.items():
        assert trees.count == len(ROLES)
        if nth == 1:
            assert trees.features.max() < len(figure_names())


def test_kinds_of_units() -> None:
    units = units_of(block("Tekst"), table(["#Tiltak | #Ansvar", "Barn | <", "Lage | Per"]))
    kinds = kinds_of(units)
    assert [int(kinds[place(units, t)]) for t in ("Tekst", "Tiltak", "Barn", "Lage")] == [
        0, -1, 1, 1,
    ]  # fmt: skip


def test_headers_have_no_role_and_rows_are_probabilities() -> None:
    units = units_of(block("Vi skal bygge veg."), table(["#Tiltak | #Ansvar", "Lage veg | Per"]))
    found = load().one_pass(1, load().see(units).marks, kinds_of(units))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(units.all)), abs=1e-5)
    assert found[place(units, "Tiltak"), ROLES.index(Role.NONE)] == 1.0
    assert found[place(units, "Lage veg"), ROLES.index(Role.NONE)] < 1.0


def test_a_plain_plan_is_read_with_the_shipped_weights() -> None:
    rows = ["#Tiltak | #Ansvar | #Frist"]
    rows += [f"Etablere {what} for alle | Rektor | 2026" for what in ("tilbod", "møteplass", "bad")]
    units = units_of(block("Handlingsplan", "heading"), table(rows))
    reading = load().read(units)
    assert len(reading.roles) == len(units.all) == len(reading.sure)
    assert reading.roles[place(units, "Etablere tilbod for alle")] is Role.ACTION
    assert reading.roles[place(units, "Rektor")] is Role.OWNER
    assert reading.roles[place(units, "2026")] is Role.DEADLINE


def test_an_empty_document_is_read_as_nothing() -> None:
    reading = load().read(units_of())
    assert (reading.roles, reading.sure, reading.candidates) == ((), (), ())


@pytest.mark.parametrize("seed", range(8))
def test_scores_are_those_of_walking_down_each_tree(seed: int) -> None:
    drawn = np.random.default_rng(seed)
    forest = _grown(drawn, trees=6, depth=5)
    marks = drawn.integers(0, 6, (100, 4)).astype(np.float32)
    walked = np.zeros((100, forest.count), np.float32)
    for unit, row in enumerate(marks):
        for root, role in zip(forest.roots, forest.classes, strict=True):
            node = root
            while node >= 0:
                goes_left = row[forest.features[node]] <= forest.thresholds[node]
                node = forest.left[node] if goes_left else forest.right[node]
            walked[unit, role] += forest.values[~node]
    assert forest.scores(marks) == pytest.approx(walked, abs=1e-5)


def _grown(drawn: np.random.Generator, trees: int, depth: int) -> Trees:
    """Trees of random shape; some are a single leaf."""
    nodes: list[list[float]] = []
    leaves: list[float] = []

    def grow(left: int) -> int:
        if not left or drawn.random() < 0.2:
            leaves.append(float(drawn.normal()))
            return ~(len(leaves) - 1)
        at = len(nodes)
        nodes.append([drawn.integers(4), drawn.integers(6), 0, 0])
        nodes[at][2:] = [grow(left - 1), grow(left - 1)]
        return at

    roots = np.array([grow(depth) for _ in range(trees)], np.int32)
    features, thresholds, left, right = np.array(nodes, np.float32).reshape(-1, 4).T
    ints = (part.astype(np.int32) for part in (left, right))
    return Trees(
        features.astype(np.int32), thresholds, *ints, np.array(leaves, np.float32), roots,
        drawn.integers(0, 3, trees).astype(np.int32), 3,
    )  # fmt: skip
