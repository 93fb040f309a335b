"""Engines that are missing, hang or answer nonsense: an error for people, never a crash."""

from __future__ import annotations

import os
import stat

import numpy as np
import pytest

from planextract.errors import ConfigError, ToolError, ToolMissing, ToolTooSlow
from planextract.reading.ocr.engines import available, choose
from planextract.reading.ocr.pytesseract_engine import Pytesseract
from planextract.reading.ocr.settings import OcrSettings
from planextract.reading.ocr.tesserocr_engine import Tesserocr

PAGE = np.full((60, 200), 255, np.uint8)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a shell script in Tesseract's place."""

    def put(script: str) -> None:
        path = tmp_path / "tesseract"
        version = 'if [ "$1" = --version ]; then echo tesseract 5.3.0; exit 0; fi'
        path.write_text(f"#!/bin/sh\n{version}\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")

    return put


def test_no_program_is_said_with_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    status = Pytesseract().status(OcrSettings())
    assert not status.ready
    assert "apt install tesseract-ocr" in status.advice
    with pytest.raises(ToolMissing, match="apt install"):
        Pytesseract().read([PAGE], 6, OcrSettings())


def test_a_program_that_hangs_is_stopped(program):
    program("sleep 30")
    with pytest.raises(ToolTooSlow):
        Pytesseract().read([PAGE], 6, OcrSettings(time_limit=0.3))


def test_a_program_that_fails_is_an_error_with_its_words(program):
    program("echo 'out of memory' >&2; exit 3")
    with pytest.raises(ToolError, match="out of memory"):
        Pytesseract().read([PAGE], 6, OcrSettings())


def test_a_missing_language_file_is_said_with_what_to_install(program):
    program("echo 'Failed loading language nor' >&2; exit 1")
    with pytest.raises(ToolMissing, match="tesseract-ocr-nor"):
        Pytesseract().read([PAGE], 6, OcrSettings())


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no table at all",
        "5\t1\t1\t1\t1\t1\tx\t2\t3\t4\t90\tord",
        "5\t9\t1\t1\t1\t1\t1\t2\t3\t4\t90\tord",
    ],
    ids=["nothing", "prose", "no number", "page out of range"],
)
def test_an_answer_that_is_no_table_gives_no_words(program, answer):
    table = answer.replace("\t", "\\t")
    program(f"printf '{table}\\n' > \"$2.tsv\"")
    assert Pytesseract().read([PAGE], 6, OcrSettings()) == [[]]


def test_bytes_that_are_no_text_are_an_error(program):
    program("printf '\\377\\376\\377' > \"$2.tsv\"")
    with pytest.raises(ToolError):
        Pytesseract().read([PAGE], 6, OcrSettings())


def test_words_go_to_the_picture_they_were_read_from(program):
    rows = "".join(
        f"5\\t{page}\\t1\\t1\\t1\\t1\\t10\\t20\\t30\\t40\\t91.5\\tord{page}\\n" for page in (1, 2)
    )
    program(f"printf '{rows}' > \"$2.tsv\"")
    first, second = Pytesseract().read([PAGE, PAGE], 6, OcrSettings())
    assert [token.text for token in first] == ["ord1"]
    assert [token.text for token in second] == ["ord2"]
    assert (second[0].x0, second[0].x1, second[0].confidence) == (10, 40, 0.915)


def test_a_folder_without_the_language_is_said(tmp_path):
    status = Tesserocr().status(OcrSettings(tessdata=tmp_path))
    assert not status.ready
    assert status.advice


def test_no_engine_ready_is_a_missing_tool(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing, match="No OCR engine"):
        choose(OcrSettings(tessdata=tmp_path))


def test_an_unknown_engine_is_a_wrong_setting():
    with pytest.raises(ConfigError, match="tesserocr, pytesseract"):
        choose(OcrSettings(engine="abbyy"))  # type: ignore[arg-type]


def test_every_engine_is_listed_once():
    assert [status.name for status in available()] == ["tesserocr", "pytesseract"]


@pytest.mark.ocr
def test_the_library_stops_at_the_time_limit():
    engine = Tesserocr()
    if not engine.status(OcrSettings()).ready:
        pytest.skip("tesserocr or its language file is not installed")
    noise = np.random.default_rng(1).integers(0, 255, (1500, 1500)).astype(np.uint8)
    with pytest.raises(ToolTooSlow):
        engine.read([noise], 11, OcrSettings(time_limit=0.05))
