from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fit.plans import plan_files
from fit.tables import Rows, read, write
from planextract.meaning.roles.words import PLACES

NAMES = ("of_few_values", "of_many")


def rows(name: str, units: int, seed: int) -> Rows:
    rng = np.random.default_rng(seed)
    few, many = rng.integers(0, 5, units) / 4 - 0.5, rng.random(units) * 10
    return Rows(
        name,
        np.stack([few, many], axis=1).astype(np.float32),
        rng.integers(0, 16, units).astype(np.int8),
        rng.integers(0, units, (units, 3)).astype(np.int32),
        rng.integers(-1, units, (units, 2)).astype(np.int32),
        rng.integers(-1, 2, units).astype(np.int8),
        rng.integers(-1, 4, (units, 2)).astype(np.int8),
        {place: [f"{place} ø {n % 7}" if n % 3 else "" for n in range(units)] for place in PLACES},
    )


def test_documents_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = [rows("a_plan~1__7", 900, 1), rows("b_plan__3", 400, 2)]
    write(tmp_path / "set.xz", written, NAMES)
    for before, after in zip(written, read(tmp_path / "set.xz", NAMES), strict=True):
        assert after.name == before.name
        assert np.array_equal(after.marks[:, 0], before.marks[:, 0])
        assert {place: after.words(place) for place in PLACES} == before.heard
        for part in ("roles", "groups", "outline", "kinds", "calls"):
            assert np.array_equal(getattr(after, part), getattr(before, part))


def test_a_mark_of_many_values_is_cut_to_steps_at_or_just_below(tmp_path: Path) -> None:
    before = rows("a_plan", 4000, 3)
    write(tmp_path / "set.xz", [before], NAMES)
    cut = before.marks[:, 1] - read(tmp_path / "set.xz", NAMES)[0].marks[:, 1]
    assert cut.min() >= 0
    assert 0 < cut.max() < 0.1


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, [rows("a_plan", 300, 4)], NAMES)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_of_other_marks_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "set.xz", [rows("a_plan", 30, 5)], NAMES)
    with pytest.raises(ValueError, match="other marks"):
        read(tmp_path / "set.xz", ("of_few_values", "renamed"))


@pytest.mark.skipif(not plan_files("aside"), reason="the corpus is not here")
def test_what_is_set_aside_cannot_be_fitted_on(tmp_path: Path) -> None:
    write(tmp_path / "set.xz", [rows(f"{plan_files('aside')[0].stem}__1", 30, 6)], NAMES)
    with pytest.raises(ValueError, match="set aside"):
        _ = read(tmp_path / "set.xz", NAMES)[0].fold
