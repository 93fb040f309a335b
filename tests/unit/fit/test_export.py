from __future__ import annotations

import numpy as np
import pytest

from fit.export import export, mean_of


def leaf(value: float) -> dict[str, object]:
    return {"leaf_value": value}


def test_a_mark_at_the_threshold_goes_left_and_a_role_never_seen_is_never_chosen() -> None:
    threshold = float(np.nextafter(np.float32(0.3), np.float32(1))) - 1e-9
    split = {"split_feature": 1, "threshold": threshold, "left_child": leaf(1.0),
             "right_child": leaf(-1.0)}  # fmt: skip
    trees = [
        {"tree_index": 0, "tree_structure": split},
        {"tree_index": 1, "tree_structure": leaf(0.5)},
    ]
    marks = np.array([[9, 0.3], [9, np.nextafter(np.float32(0.3), np.float32(1))]], np.float32)
    found = export(trees, (0, 2), 3).scores(marks)
    assert found[:, 0].tolist() == [1.0, -1.0]
    assert found[:, 2].tolist() == [0.5, 0.5]
    assert (export(trees, (0, 2), 3).probabilities(marks)[:, 1] < 1e-6).all()


def test_exported_trees_say_what_lightgbm_says() -> None:
    lightgbm = pytest.importorskip("lightgbm")
    rng = np.random.default_rng(7)
    marks = rng.random((1500, 6)).astype(np.float32)
    marks[:, 0] = np.round(marks[:, 0])
    roles = np.where(marks[:, 1] > 0.6, 2, np.where(marks[:, 0] > 0, 1, 0))
    model = lightgbm.train(
        {"objective": "multiclass", "num_class": 3, "verbose": -1, "num_threads": 1},
        lightgbm.Dataset(marks, roles),
        12,
    )
    known = [1, 3, 4]
    found = export(model.dump_model()["tree_info"], known, 5).probabilities(marks)
    assert np.allclose(found[:, known], model.predict(marks), atol=1e-5)
    assert found[:, [0, 2]].max() < 1e-6


def test_the_mean_of_forests_scores_as_their_mean() -> None:
    def forest(value: float, feature: int) -> object:
        split = {"split_feature": feature, "threshold": 0.5, "left_child": leaf(value),
                 "right_child": leaf(-value)}  # fmt: skip
        return {"tree_index": 0, "tree_structure": split}

    first, second = export([forest(1.0, 0)], (0,), 2), export([forest(3.0, 1)], (0,), 2)
    marks = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32)
    found = mean_of([first, second]).scores(marks)
    assert np.allclose(found, (first.scores(marks) + second.scores(marks)) / 2)
    assert found[:, 0].tolist() == [2.0, 1.0, -1.0, -2.0]
    assert np.array_equal(mean_of([first]).scores(marks), first.scores(marks))
