"""Where a record stands: page, box, parts, quote, method, confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_findings import passage, words

from planextract.model.passage import Edit, Passage, join
from planextract.output.sources import doubt, make_mentions, make_source, rounded

TEXT = passage("Lage rutine", first=0)
OWNER = passage("Rektor", first=10, top=40.0)


def test_the_box_holds_text_and_fields() -> None:
    source = make_source([TEXT, OWNER], {1: "text"})
    assert (source.page, source.bbox, source.parts) == (1, (0, 0, 18, 50), [])
    assert source.quote == "Lage rutine Rektor"


def test_a_record_over_two_pages_lists_its_parts() -> None:
    over = join([passage("Lage rutine og", page=2), passage("plan", page=3, top=30.0)])
    source = make_source([over], {2: "ocr", 3: "text"})
    assert (source.page, source.method) == (2, "ocr")
    assert [(part.page, part.bbox) for part in source.parts] == [
        (2, (0, 0, 28, 10)), (3, (0, 30, 8, 40)),
    ]  # fmt: skip


def test_mentions_stand_in_reading_order_each_with_its_own_words() -> None:
    again = [passage("Lage rutinar", page=9), passage("Rutine", page=4, top=20.0), passage("")]
    assert [(m.page, m.bbox, m.quote) for m in make_mentions(again)] == [
        (4, (0, 20, 8, 30), "Rutine"), (9, (0, 0, 18, 10), "Lage rutinar"),
    ]  # fmt: skip


def test_a_mention_over_two_pages_is_placed_where_it_begins() -> None:
    over = join([passage("Lage rutine og", page=2), passage("plan", page=3, top=30.0)])
    (mention,) = make_mentions([over])
    assert (mention.page, mention.bbox) == (2, (0, 0, 28, 10))
    assert mention.quote == "Lage rutine og plan"


def test_the_quote_is_the_text_before_repair() -> None:
    mended = passage("drleg").edited(0, 5, "årleg", "ocr", 0.9)
    assert make_source([mended], {}).quote == "drleg"


def test_a_word_of_text_and_field_is_quoted_once() -> None:
    """An owner that stands inside the sentence of its action."""
    whole = passage("Rektor lagar ein plan")
    assert make_source([whole, whole[:6]], {}).quote == "Rektor lagar ein plan"


@pytest.mark.parametrize(("certainties", "mean"), [((1.0, 1.0), 1.0), ((0.5, 0.9), 0.7)])
def test_the_confidence_is_that_of_the_words(certainties: tuple[float, ...], mean: float) -> None:
    read = [
        replace(word, confidence=certainty)
        for word, certainty in zip(words("Lage rutine"), certainties, strict=True)
    ]
    assert make_source([Passage.of(read)], {}).confidence == mean


def test_boxes_are_in_hundredths() -> None:
    word = words("Lage")[0]
    assert rounded(word.box._replace(x0=1.23456)) == (1.23, 0.0, 8.0, 10.0)


def test_edits_weigh_but_undone_hyphens_do_not() -> None:
    ocr = Edit("d", "å", "ocr", 0.9, ())
    hyphen = Edit("a- b", "ab", "line_end_hyphen", 0.99, ())
    assert doubt([]) == 1.0
    assert doubt([hyphen]) == 1.0
    assert doubt([ocr, hyphen, ocr]) == pytest.approx(0.81)
