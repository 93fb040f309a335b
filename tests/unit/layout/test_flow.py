"""Text that a column or page break cut in two."""

from __future__ import annotations

from typing import Any

import pytest

from planextract.layout.flow import join_flow
from planextract.model.layout import TextBlock
from planextract.model.page import Box, Word
from planextract.model.passage import Passage


def block(text: str, page: int = 1, column: int = 0, kind: Any = "paragraph", **more: Any) -> Any:
    box = Box(0, 0, 100, 10)
    words = [Word(token, box, page, at + 100 * column) for at, token in enumerate(text.split())]
    return TextBlock(kind, Passage.of(words), page, box, 10.0, column=column, **more)


def joined(*blocks: TextBlock) -> list[str]:
    return [each.passage.text for each in join_flow(blocks) if isinstance(each, TextBlock)]


ABOVE = "Lage rutine for varsling og"


@pytest.mark.parametrize("below", [block("oppfølging", page=2), block("oppfølging", column=1)])
def test_a_text_goes_on_over_a_page_or_column(below: TextBlock) -> None:
    assert joined(block(ABOVE), below) == [f"{ABOVE} oppfølging"]


def test_an_item_goes_on_too() -> None:
    (whole,) = join_flow([block(ABOVE, kind="item", marker="•"), block("oppfølging", page=2)])
    assert isinstance(whole, TextBlock)
    assert (whole.kind, whole.marker, whole.passage.pages) == ("item", "•", (1, 2))


def test_a_word_that_a_page_break_cut_is_whole_again() -> None:
    (whole,) = join_flow([block("Alt førebyg-"), block("gande arbeid", page=2)])
    assert isinstance(whole, TextBlock)
    assert whole.passage.text == "Alt førebyggande arbeid"
    assert whole.passage.quote == "Alt førebyg- gande arbeid"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(block(ABOVE), block("oppfølging"), id="same column"),
        pytest.param(block(ABOVE), block("Oppfølging", page=2), id="capital"),
        pytest.param(block(ABOVE), block("oppfølging", page=3), id="a page between"),
        pytest.param(block("Det er slutt."), block("oppfølging", page=2), id="sentence ended"),
        pytest.param(block(ABOVE), block("oppfølging", page=2, marker="•"), id="marker"),
        pytest.param(block(ABOVE), block("oppfølging", page=2, bold=True), id="weight"),
        pytest.param(block("Tiltak", kind="heading"), block("held fram", page=2), id="heading"),
    ],
)
def test_what_is_not_cut_stays_apart(above: TextBlock, below: TextBlock) -> None:
    assert joined(above, below) == [above.passage.text, below.passage.text]
