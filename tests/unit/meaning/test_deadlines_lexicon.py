"""The lexicon holds by its own examples and counter-examples."""

from __future__ import annotations

import pytest

from planextract.meaning.deadlines.normal import normal
from planextract.meaning.deadlines.words import finder, lexicon

SIGNS = sorted(lexicon()["signs"])


@pytest.mark.parametrize("name", SIGNS)
def test_examples_are_found_and_counter_examples_not(name: str) -> None:
    entry = lexicon()["signs"][name]
    assert entry["examples"] and entry["counter_examples"]
    for text in entry["examples"]:
        assert finder(name).search(normal(text)), text
    for text in entry["counter_examples"]:
        assert not finder(name).search(normal(text)), text
