"""``inspect`` draws pages and tells stages; ``doctor`` names what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from planextract.cli import main
from planextract.inspection.drawing import LEGEND, SCALE, draw_page
from planextract.inspection.fates import fates
from planextract.inspection.telling import STAGES, tell
from planextract.model.finding import CandidateFound
from planextract.model.layout import TextBlock
from planextract.pipeline import Run, read


@pytest.fixture(scope="module")
def seen(samples: Path) -> Run:
    return read(samples / "matrix_nn.pdf")


@pytest.mark.parametrize("name", ["matrix_nn.pdf", "text_nn.txt"])
def test_the_picture_is_the_page_with_a_legend(samples: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "page.png"
    assert main(["inspect", str(samples / name), "--page", "2", "-o", str(target)]) == 0
    page = read(samples / name).layout.pages[1]
    with Image.open(target) as picture:
        assert picture.width == pytest.approx((page.width + LEGEND) * SCALE, abs=2)
        colors = {color for _, color in picture.convert("RGB").getcolors(1 << 24)}
    assert (0x2C, 0xA0, 0x2C) in colors, "the legend's green of actions"


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_json_on_stdout(
    samples: Path, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    path = str(samples / "matrix_nn.pdf")
    assert main(["inspect", path, "--page", "2", "--stage", stage]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data and all(isinstance(entry, dict) for entry in data)


def test_words_of_a_stage_are_the_words_of_the_page(
    seen: Run, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["inspect", str(samples / "matrix_nn.pdf"), "--page", "2", "--stage", "words"])
    told = [entry["text"] for entry in json.loads(capsys.readouterr().out)]
    assert told == [word.text for word in seen.layout.pages[1].words]


def test_every_word_has_a_fate(seen: Run) -> None:
    told = fates(seen.layout, seen.reading.found)
    assert set(told) == {word.key for page in seen.layout.pages for word in page.words}
    assert list(told.values()).count("not placed") == seen.plan().coverage.unassigned


def test_a_candidate_has_a_fate_and_a_frame_of_its_own(samples: Path) -> None:
    run = read(samples / "prose_nb.pdf")
    found = run.reading.found
    found.candidates.clear()
    taken = {word.key for action in found.actions for p in action.passages() for word in p.words}
    text = next(
        block.passage
        for block in run.layout.blocks
        if isinstance(block, TextBlock) and {w.key for w in block.passage.words} <= _running(run)
    )
    before = draw_page(run, text.pages[0]).tobytes()
    found.candidates.append(CandidateFound("action", text, 0.4, "No list."))
    found.candidates.append(CandidateFound("action", found.actions[0].text, 0.4, "Taken."))
    told = fates(run.layout, found)
    assert {key for key, fate in told.items() if fate == "candidate"} == {
        word.key for word in text.words
    } - taken
    assert draw_page(run, text.pages[0]).tobytes() != before
    page = tell(run, text.pages[0], "findings")
    assert text.text in [entry["text"] for entry in page if entry["record"] == "candidate"]


def _running(run: Run) -> set[tuple[int, int]]:
    """Keys of the words that are running text."""
    told = fates(run.layout, run.reading.found)
    return {key for key, fate in told.items() if fate == "narrative"}


@pytest.mark.parametrize("page", ["0", "99"])
def test_a_page_that_is_not_there(
    samples: Path, capsys: pytest.CaptureFixture[str], page: str
) -> None:
    assert main(["inspect", str(samples / "matrix_nn.pdf"), "--page", page]) == 78
    assert "pages 1 to" in capsys.readouterr().err


def test_doctor_fails_just_where_something_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["doctor", "--json"])
    checks = json.loads(capsys.readouterr().out)
    assert code == int(any(check["state"] == "missing" for check in checks))
    assert {"Python", "pypdfium2", "scanned pages", "cache of OCR results"} <= {
        check["name"] for check in checks
    }
    assert all(check["advice"] for check in checks if check["state"] == "missing")


def test_doctor_says_how_to_install_tesseract(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On a machine without the program the engine that needs it says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    main(["doctor", "--json"])
    found = {check["name"]: check for check in json.loads(capsys.readouterr().out)}
    assert found["OCR by pytesseract"]["state"] == "optional"
    assert "tesseract-ocr-nor" in found["OCR by pytesseract"]["advice"]
