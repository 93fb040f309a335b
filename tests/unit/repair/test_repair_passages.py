"""Passages of a plan: each change is an edit that knows its words."""

from planextract.model.page import Box, Word
from planextract.model.passage import Passage
from planextract.repair import mend


def passage_of(text: str, page: int = 1, first: int = 0) -> Passage:
    words = [
        Word(word, Box(10 * at, 5, 10 * at + 9, 15), page, first + at)
        for at, word in enumerate(text.split())
    ]
    return Passage.of(words)


def test_the_edit_knows_the_word_it_changed() -> None:
    passage = passage_of("Arleg mgte pa radhuset")
    [mended], _ = mend([passage], 1.0, language="nn")
    assert mended.text == "Årleg møte på rådhuset"
    by_word = {edit.before: edit for edit in mended.edits}
    assert by_word["pa"].after == "på"
    assert [word.text for word in by_word["pa"].words] == ["pa"]
    assert mended.quote == "Arleg mgte pa radhuset"


def test_undamaged_passages_come_back_as_they_are() -> None:
    passages = [passage_of("Årleg møte på rådhuset"), passage_of("Faren for flaum pa fjellet")]
    assert mend(passages, 0.0) == (passages, [])


def test_the_gate_measures_where_no_damage_is_given() -> None:
    sound = [passage_of("Dei får sjå når det går bra på skulen i år")]
    damaged = [passage_of("Dei skal fa sja nar det gar bra pa skulen ogsa")]
    assert mend(sound)[0] == sound
    assert mend(damaged)[0][0].text == "Dei skal få sjå når det går bra på skulen også"


def test_one_cell_helps_another() -> None:
    """What a font makes of ø is learned from all cells."""
    sure = [passage_of(f"{word} for kommunen", first=10 * at) for at, word in enumerate(
        ("oppfqlging", "gjennomfqring", "tilhqve", "samanslqing", "miljqet", "fqrebygging")
    )]  # fmt: skip
    mended, _ = mend([*sure, passage_of("mqte", first=99)], 1.0, language="nn")
    assert mended[-1].text == "møte"
    assert mended[0].text == "oppfølging for kommunen"


def test_doubts_name_their_words() -> None:
    mended, suspects = mend([passage_of("Han Bgrtvik sa det pa mgtet")], 1.0, language="nn")
    said = {word.text for suspect in suspects for word in suspect.words}
    edited = {word.text for edit in mended[0].edits for word in edit.words}
    assert "Bgrtvik" in said | edited


def test_nothing_gives_nothing() -> None:
    assert mend([], 1.0) == ([], [])
