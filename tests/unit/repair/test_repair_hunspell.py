"""A Hunspell dictionary spelled out: its endings, beginnings and conditions."""

from pathlib import Path

import pytest

from planextract.lexicons import hunspell

AFFIXES = """SET ISO8859-1
PFX u Y 1
PFX u 0 u .
SFX A Y 2
SFX A 0 en [^e]
SFX A 0 n e
SFX B N 1
SFX B e ing e
"""
WORDS = "4\nlære/B\nhus\nsjø/A\nriktig/uA\nEigennamn/A\n"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "hunspell"
    folder.mkdir()
    (folder / "nn_NO.dic").write_text(WORDS, encoding=hunspell.ENCODING)
    (folder / "nn_NO.aff").write_text(AFFIXES, encoding=hunspell.ENCODING)
    monkeypatch.setattr(hunspell, "FOLDER", folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def test_all_forms_are_spelled_out(installed: Path) -> None:
    forms = [line.removesuffix("\tf") for line in hunspell.form_lines("nn")]
    assert forms == sorted(
        ["lære", "læring", "hus", "sjø", "sjøen", "riktig", "riktigen", "uriktig", "uriktigen"]
    )


def test_the_second_time_they_come_from_the_cache(installed: Path) -> None:
    first = hunspell.form_lines("nn")
    (installed / "hunspell" / "nn_NO.aff").unlink()
    assert hunspell.form_lines("nn") == first


def test_a_cache_that_cannot_be_written_is_no_trouble(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = installed / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert "sjøen\tf" in hunspell.form_lines("nn")


def test_no_dictionary_no_forms(installed: Path) -> None:
    assert hunspell.form_lines("nb") == []
