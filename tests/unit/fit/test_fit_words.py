"""Voices fitted on plans, heard of plans that they were not fitted on."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from fit.plans import fold_of
from fit.tables import Document, Rows, read, write
from fit.words import FEWEST, fit_words
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.words import PLACES, word_names

ACTION, NONE = ROLES.index(Role.ACTION), ROLES.index(Role.NONE)
OWN_ACTION = word_names().index("words.own_action")


def _documents(folder: Path, names: list[str], odd: str) -> list[Document]:
    """Plans in which "bygge …" is an action and "byen …" nothing; in ``odd`` it is turned round."""
    made = []
    for name in names:
        own = [f"bygge hus {nth}" for nth in "abcdef"] + [f"byen har {nth}" for nth in "abcdef"]
        roles = np.array([ACTION] * 6 + [NONE] * 6, np.int8)
        heard = {place: own if place == "own" else [""] * 12 for place in PLACES}
        figures = np.zeros((12, 1), np.float32)
        whole = np.zeros((12, 1), np.int32)
        turned = roles[::-1].copy() if name == odd else roles
        calls = np.full((12, 2), -1, np.int8)
        made.append(
            Rows(f"{name}__1", figures, turned, whole, whole, np.zeros(12, np.int8), calls, heard)
        )
    write(folder / "set.xz", made, ("one.mark",))
    return read(folder / "set.xz", ("one.mark",))


def test_the_words_of_a_plan_are_told_by_other_plans(tmp_path: Path) -> None:
    names = [f"plan{nth}" for nth in range(24)]
    odd = names[0]
    documents = _documents(tmp_path, names, odd)
    assert len(names) >= FEWEST
    assert len({fold_of(name) for name in names}) > 2
    words, said = fit_words(documents)
    for one in said:
        assert one[:6, OWN_ACTION].min() > 0 > one[6:, OWN_ACTION].max()
    texts = {place: documents[0].words(place) for place in PLACES}
    assert words.tell(texts)[:6, OWN_ACTION].min() > 0
    assert set(words.voices) == {"own"}


def test_what_is_fitted_on_is_what_the_package_will_say(tmp_path: Path) -> None:
    """Left out or not, a document's figures come by the same sum."""
    names = [f"plan{nth}" for nth in range(24)]
    documents = _documents(tmp_path, names, "")
    left_out = documents[0]
    words, _ = fit_words([one for one in documents if one.fold != left_out.fold])
    _, said = fit_words(documents)
    texts = {place: left_out.words(place) for place in PLACES}
    assert np.allclose(words.tell(texts), said[0], atol=0.3)
