"""Texts made up for this project, damaged as OCR in the wrong language damages them."""

from pathlib import Path

import pytest

from planextract.repair import repair_text

DATA = Path(__file__).parents[2] / "data"
DAMAGED = {
    "nn": "Dei skal ogsa fa sja korleis det gar nar vi mgtest pa tysdag. ",
    "nb": "De skal ogsa fa se hvordan det gar nar vi mgtes pa tirsdag. ",
}
"""A sentence that tells the gate that the text around a case is damaged."""


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("language", "read", "true"), rows("repair_cases.tsv"))
def test_a_damaged_sentence_is_mended(language: str, read: str, true: str) -> None:
    assert repair_text(read, language=language).text == true


@pytest.mark.parametrize(("language", "read", "true"), rows("repair_cases.tsv"))
def test_the_language_is_told_by_the_damaged_text(language: str, read: str, true: str) -> None:
    assert repair_text(DAMAGED[language] + read).language == language


@pytest.mark.parametrize(("language", "kept"), rows("repair_unchanged.tsv"))
def test_what_is_right_stays_in_damaged_text(language: str, kept: str) -> None:
    read = f"{DAMAGED[language]}Det gjaldt {kept} og mykje anna. {DAMAGED[language]}"
    repaired = repair_text(read, language=language)
    assert kept in repaired.text
    assert repaired.edits


@pytest.mark.parametrize(("language", "read", "true"), rows("repair_cases.tsv"))
def test_an_undamaged_text_stays_to_the_byte(language: str, read: str, true: str) -> None:
    repaired = repair_text(true)
    assert (repaired.text, repaired.edits, repaired.suspects) == (true, (), ())


def test_every_edit_says_what_stood_where() -> None:
    read = rows("repair_cases.tsv")[0][1]
    repaired = repair_text(read)
    assert repaired.edits
    for edit in repaired.edits:
        assert read[edit.start : edit.end] == edit.before
        assert edit.before != edit.after
        assert 0 < edit.score < 1


def test_a_damaged_page_leaves_an_undamaged_one_alone() -> None:
    sound = "Kommunen får også støtte når det går bra på området, sjå årsmeldinga. " * 9
    repaired = repair_text(sound + "\f" + DAMAGED["nn"] * 3)
    assert repaired.text.startswith(sound)
    assert repaired.text != sound + "\f" + DAMAGED["nn"] * 3


def test_a_users_word_is_known_and_reached() -> None:
    read = DAMAGED["nn"] + "Vi mgtest pa Qvalgya."
    assert "Qvaløya" in repair_text(read, lexicon=["Qvaløya"], language="nn").text
    assert "Qvaløya" not in repair_text(read, language="nn").text


def test_ruling_lines_of_a_table_go_and_years_are_freed() -> None:
    read = "Ansvar |Kommunen far\ntiltak |gjennomfgrt [2026\npa |sikt, og nar |det gar"
    text = repair_text(read, language="nn").text
    assert "|" not in text
    assert "[" not in text
    assert "2026" in text


def test_a_bracket_that_closes_stays() -> None:
    assert "[2026]" in repair_text(DAMAGED["nn"] + "Sja planen [2026] for meir.").text


def test_a_word_cut_by_the_lines_end_is_mended_in_both_halves() -> None:
    read = "Tiltaka er fglgt opp pa ein god mate i det fore-\nbyggande arbeidet vart i ar."
    assert "føre-\nbyggande" in repair_text(read, language="nn").text


def test_the_rest_of_a_cut_word_is_no_damaged_word() -> None:
    read = (
        "Dei skal ogsa hjelpe livssituasjo-\nnar som matte trenge det pa kveldstid, og nar det gar."
    )
    text = repair_text(read, language="nn").text
    assert "livssituasjo-\nnar" in text
    assert "når det går" in text


def test_a_word_that_cannot_be_mended_is_told() -> None:
    repaired = repair_text(DAMAGED["nn"] * 2 + "Han heiter Bgrtvik.", language="nn")
    doubted = {suspect.word: suspect.candidates for suspect in repaired.suspects}
    edited = {edit.before for edit in repaired.edits}
    assert "Bgrtvik" in doubted.keys() | edited


@pytest.mark.parametrize("text", ["", " ", "\n\f\n", "|", "pa", "@", "4 a &", "-\n-"])
def test_hardly_any_text_is_no_trouble(text: str) -> None:
    assert repair_text(text).undo() == text


LOST_A = "Nar dei far sja kva radet matte gjere, vart det ogsa pa tide. "
"""Damaged, with no other letter for å than a."""


def test_a_document_keeps_to_one_form() -> None:
    seen = "I fjor, dd ho kom, var alle med. Det var dd dei sa ja, og dd vart det fest. "
    read = LOST_A * 2 + seen + "Det var bra, da var ho med."
    assert "bra, då var ho" in repair_text(read, language="nn").text


def test_a_lone_capital_before_a_capital_is_a_letter() -> None:
    text = repair_text(LOST_A * 3 + "Handlingsdel del A Flytte jord.", language="nn").text
    assert "del A Flytte" in text


def test_a_short_name_in_capitals_is_not_spelled_with_small_letters_damage() -> None:
    text = repair_text(LOST_A * 3 + "Han leier instituttet ved GSEE.", language="nn").text
    assert "GSEE" in text


def test_words_that_both_languages_have_do_not_tell_them_apart() -> None:
    read = "Kommunen skal eller kan etter dette se hva innbyggere vil, og skal ikke vente."
    assert repair_text(read).language == "nb"


def test_an_address_ends_before_the_sentences_mark() -> None:
    text = repair_text(
        LOST_A * 3 + "Sja vag.no. Ara gar fort, nar alle far det.", language="nn"
    ).text
    assert "vag.no. Åra går" in text
