"""The kind of a page by its text and signals: damaged, garbled, scanned, sound."""

from __future__ import annotations

import pytest

from planextract.model.page import Box, Fill, Page, Signals, Verdict, Word
from planextract.triage import better_reading, judge, judge_document

NYNORSK = """Kommunen skal ha gode tenester for alle som bur her, og barn og unge skal få hjelp så
tidleg som mogleg. Det er eit mål at fleire eldre kan bu heime lenger. Rådmannen har ansvar for
å følgje opp tiltaka kvart år, og planen blir rullert når det er behov for det."""
BOKMAAL = """Kommunen skal ha gode tjenester for alle som bor her, og barn og unge skal få hjelp så
tidlig som mulig. Det er et mål at flere eldre kan bo hjemme lenger. Rådmannen har ansvar for
å følge opp tiltakene hvert år, og planen rulleres når det er behov for det."""
ENGLISH = """The council shall provide good services for all who live here, and children shall be
helped as early as possible. It is a goal that more of the elderly may live at home for longer.
The chief executive is responsible for the follow-up of the measures every year in the budget."""
DAMAGED_NN = NYNORSK.translate(str.maketrans({"å": "a", "ø": "o", "æ": "e"}))
DAMAGED_NB = BOKMAAL.translate(str.maketrans({"å": "d", "ø": "g", "æ": "z"}))
MOJIBAKE = NYNORSK.encode("utf-8").decode("latin-1")
SHIFTED = "".join(chr(ord(c) - 29) if c > "=" else c for c in NYNORSK)
LAYER = {"picture_share": 1.0, "invisible_share": 1.0}


def page(text: str, number: int = 1, **signals: float) -> Page:
    words = tuple(Word(word, Box(0, 0, 10, 10), number, at) for at, word in enumerate(text.split()))
    return Page(number, 595, 842, words, verdict=Verdict("digital", (), Signals(**signals)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [NYNORSK, BOKMAAL, ENGLISH], ids=["nn", "nb", "en"])
@pytest.mark.parametrize("signals", [{}, LAYER, {"picture_share": 0.4}])
def test_sound_text_is_digital_whatever_lies_behind_it(text, signals):
    verdict = judge(page(text, **signals))
    assert verdict.kind == "digital"
    assert verdict.signals.damage == 0.0


@pytest.mark.parametrize("text", [DAMAGED_NN, DAMAGED_NB], ids=["nn", "nb"])
@pytest.mark.parametrize("signals", [{}, LAYER])
def test_text_of_the_wrong_language_is_a_bad_layer_and_says_how_bad(text, signals):
    verdict = judge(page(text, **signals))
    assert verdict.kind == "bad_layer"
    assert "frequent words" in verdict.reasons[-1]
    assert verdict.signals.damage > 0.5


@pytest.mark.parametrize(
    ("text", "signals"),
    [(MOJIBAKE, {}), (SHIFTED, {}), (NYNORSK, {"unmapped_share": 0.4}), ("\ue012\ue045 " * 30, {})],
    ids=["another table", "shifted codes", "no mapping", "private use"],
)
def test_letters_that_are_no_language_are_garbled(text, signals):
    assert judge(page(text, **signals)).kind == "garbled"


def test_one_word_of_another_language_is_no_damage():
    assert judge(page(NYNORSK + " ma far da")).kind == "digital"


def test_a_picture_without_words_is_a_scan_and_nothing_is_blank():
    assert judge(page("", picture_share=0.9)).kind == "scan"
    assert judge(page("")).kind == "blank"
    drawn = Page(1, 595, 842, (), fills=(Fill(Box(0, 0, 50, 50), "#112233"),))
    assert judge(drawn).kind == "scan"


def test_a_stamp_on_a_scan_is_mixed():
    assert judge(page("Motteke 12.03.2024 Sak 24/118", picture_share=1.0)).kind == "mixed"


def test_a_short_layer_is_judged_with_its_neighbours():
    pages = [page("Handlingsplan 2024 – 2027", 1, **LAYER)]
    pages += [page(DAMAGED_NN, number, **LAYER) for number in (2, 3)]
    assert [verdict.kind for verdict in judge_document(pages)] == ["bad_layer"] * 3
    sound = [pages[0], page(NYNORSK, 2, **LAYER), page(NYNORSK, 3, **LAYER)]
    assert [verdict.kind for verdict in judge_document(sound)] == ["digital"] * 3


def test_a_digital_page_is_not_judged_by_scanned_neighbours():
    pages = [page("Handlingsplan 2024 – 2027", 1)]
    pages += [page(DAMAGED_NN, number, **LAYER) for number in (2, 3)]
    assert judge_document(pages)[0].kind == "digital"


def test_the_reasons_of_the_reading_stay():
    read = Page(1, 595, 842, (), verdict=Verdict("blank", ("3 words stand outside the page",)))
    assert judge(read).reasons[0] == "3 words stand outside the page"


def judged(read: Page) -> Page:
    from dataclasses import replace

    return replace(read, verdict=judge(read))


def test_the_better_reading_is_kept_and_said():
    layer, anew = judged(page(DAMAGED_NN, **LAYER)), page(NYNORSK)
    chosen = better_reading(layer, anew)
    assert chosen.words == anew.words
    assert chosen.verdict.kind == "bad_layer"
    assert "reads better" in chosen.verdict.reasons[-1]


@pytest.mark.parametrize("anew", ["", "x~ |j qq" * 20, NYNORSK[:40]], ids=["none", "soup", "part"])
def test_a_worse_reading_is_not_taken(anew):
    layer = judged(page(DAMAGED_NN, **LAYER))
    chosen = better_reading(layer, page(anew))
    assert chosen.words == layer.words
    assert "no better" in chosen.verdict.reasons[-1]


def test_a_scan_has_only_its_new_reading():
    scan = judged(page("", picture_share=1.0))
    assert better_reading(scan, page(NYNORSK)).words == page(NYNORSK).words


def test_a_hidden_layer_without_the_letters_of_norwegian_is_bad():
    text = "Kommunen skal gi barna tryggleik og rom for leik i alle grendene " * 5
    assert judge(page(text, **LAYER)).kind == "bad_layer"
    assert judge(page(text)).kind == "digital"
    assert judge(page(ENGLISH, **LAYER)).kind == "digital"
