from __future__ import annotations

from collections import Counter

import pytest

from fit.places import CORPUS
from fit.plans import FOLDS, balance, fold_of, plan_files, plan_of
from fit.sets import FITTED, JUDGED

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")


def test_a_plan_with_all_its_forms_and_looks_is_in_one_fold() -> None:
    for path in (*plan_files("open"), *plan_files("more")):
        forms = [path.stem, f"{path.stem}__3", f"{path.stem}~1__105", f"{path.stem}~8"]
        assert {plan_of(form) for form in forms} == {path.stem}
        assert len({fold_of(form) for form in forms}) == 1


def test_plans_of_one_skeleton_are_in_one_fold() -> None:
    assert fold_of("bykle_samfunnsdel~2__7") == fold_of("lom_samfunnsdel")


def test_there_are_eight_folds_of_about_one_size() -> None:
    sizes = Counter(fold_of(path.stem) for path in plan_files("open"))
    assert set(sizes) == set(range(FOLDS))
    assert max(sizes.values()) - min(sizes.values()) <= 2


def test_every_sixth_plan_is_set_aside_and_has_no_fold() -> None:
    aside = {path.stem for path in plan_files("aside")}
    names = sorted(path.name for path in (CORPUS / "plans").glob("*.yaml"))
    assert aside == {name.removesuffix(".yaml") for name in names[5::6]}
    assert not aside & {path.stem for path in plan_files("open")}
    assert {fold_of(f"{name}~1__9") for name in aside} == {None}


def test_no_set_for_fitting_or_daily_judging_draws_on_what_is_kept_back() -> None:
    sources = {b.source for kind in (*FITTED.values(), *JUDGED.values()) for b in kind.batches}
    assert not sources & {"aside", "heldout"}
    assert all(plan_files(source) for source in sources)


def test_words_that_are_judged_are_not_those_that_are_fitted() -> None:
    fitted = {b.words for kind in FITTED.values() for b in kind.batches if b.seed is not None}
    judged = {b.words for kind in JUDGED.values() for b in kind.batches if b.seed is not None}
    assert (fitted, judged) == ({"open:a"}, {"open:b"})


def test_rows_of_long_plans_count_less_and_those_of_the_usual_size_one() -> None:
    assert balance({"short": 25, "usual": 100, "long": 400}) == {
        "short": 2,
        "usual": 1,
        "long": 0.5,
    }
    assert balance({}) == {}
