"""Tags of words in their sentence."""

import numpy as np
import pytest

from planextract.meaning.wordforms import TAGS, load, tokens


def tags_of(text: str) -> list[str]:
    return [TAGS[at] for at in load().tag(tokens(text)).argmax(axis=1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen skal bygge en ny skole .", "NOUN MODAL INF DET ADJ NOUN PUNCT"),
        ("Kommunen har bygd ein ny skule .", "NOUN AUX PART DET ADJ NOUN PUNCT"),
        ("Vi ønsker å styrke tilbudet", "PRON PRES INFMARK INF NOUN"),
        ("Støtte til lag og foreninger", "NOUN ADP NOUN CCONJ NOUN"),
        ("Planen vart vedteken i 2019", "NOUN AUXPAST PART ADP NUM"),
    ],
)
def test_tags(text: str, expected: str) -> None:
    assert tags_of(text) == expected.split()


def test_the_same_word_is_told_by_its_neighbours() -> None:
    assert tags_of("Vi vil støtte lagene")[2] == "INF"
    assert tags_of("Laget får støtte fra kommunen")[2] == "NOUN"


def test_a_verb_that_no_list_holds_is_told_by_its_ending_and_place() -> None:
    assert tags_of("Kommunen skal brumlifisere skolene")[2] == "INF"
    assert tags_of("Brumlifisere alle skolene i kommunen")[0] == "INF"
    assert tags_of("Kommunen brumlifiserer skolene")[1] == "PRES"


def test_rows_are_probabilities_and_an_empty_sentence_has_none() -> None:
    sentence = tokens("Dette er en setning, med § 3-1 og 12 %.")
    rows = load().tag(sentence)
    assert rows.shape == (len(sentence), len(TAGS))
    assert np.allclose(rows.sum(axis=1), 1, atol=1e-3)
    assert load().tag([]).shape == (0, len(TAGS))


def test_tokens_keep_numbers_and_hyphens_together() -> None:
    assert tokens("Barne- og ungdomsarbeid, 2,5 % innan 31.12.2026 (§ 3).") == [
        "Barne-", "og", "ungdomsarbeid", ",", "2,5", "%", "innan", "31.12.2026",
        "(", "§", "3", ")", ".",
    ]  # fmt: skip
