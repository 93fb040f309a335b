"""Numbers at the start of a record's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_blocks import passage

from planextract.meaning.numbering import split_number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1.1.1 Registrere kulturminne", "1.1.1", "Registrere kulturminne"),
        ("2.3. Lage rutine", "2.3", "Lage rutine"),
        ("A2 Utvikle tilbod", "A2", "Utvikle tilbod"),
        ("T12: Lage rutine", "T12", "Lage rutine"),
        ("12. Lage rutine", "12", "Lage rutine"),
        ("(3) Lage rutine", "3", "Lage rutine"),
        ("a) Lage rutine", "a", "Lage rutine"),
        ("12) «Open hall»", "12", "«Open hall»"),
    ],
)
def test_numbers_are_split_off(text: str, number: str, rest: str) -> None:
    found, left = split_number(passage(text))
    assert (found, left.text) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "3. klasse skal få mat",
        "12 tiltak er gjennomførte",
        "2026 Lage rutine",
        "10 Lage rutine",
        "1. mars skal planen vere klar",
        "0,5 årsverk",
        "i tillegg",
        "Lage 2.3 rutine",
        "C-vitamin",
        "",
    ],
)
def test_dates_ordinals_and_counts_are_no_numbers(text: str) -> None:
    found, left = split_number(passage(text))
    assert (found, left.text) == (None, text)


@given(st.text(alphabet="12.)(aA B", max_size=12))
def test_number_and_rest_are_the_text(text: str) -> None:
    own = passage(text)
    _, rest = split_number(own)
    assert own.text.endswith(rest.text)
