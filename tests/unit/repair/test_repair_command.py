"""``planextract repair`` on a file and on stdin."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from planextract.cli import main

READ = "Arleg mgte pa radhuset, og alle far vere med nar det gar.\n"
TRUE = "Årleg møte på rådhuset, og alle får vere med når det går.\n"


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "read.txt"
    file.write_text(READ, encoding="utf-8")
    return file


def test_the_mended_text_goes_to_stdout(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(damaged)]) == 0
    assert capsys.readouterr().out == TRUE


def test_stdin_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(READ.encode())))
    assert main(["repair", "-"]) == 0
    assert capsys.readouterr().out == TRUE


def test_json_lists_every_edit(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(damaged), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["language"] == "nn"
    assert record["damage"] > 0.9
    assert {"start": 0, "end": 5, "before": "Arleg", "after": "Årleg"}.items() <= record["edits"][
        0
    ].items()


def test_the_diff_shows_what_was_changed(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(damaged), "--diff"]) == 0
    out = capsys.readouterr().out
    assert "[-Arleg-]{+Årleg+} [-mgte-]{+møte+}" in out
    assert "\x1b" not in out


def test_words_of_a_user_are_read(
    damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged.write_text(READ + "Det vart sagt pa Qvalgya.\n", encoding="utf-8")
    words = tmp_path / "words.txt"
    words.write_text("# names\nQvaløya\n", encoding="utf-8")
    assert main(["repair", str(damaged), "--lexicon", str(words)]) == 0
    assert "på Qvaløya" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.txt"], 65, "cannot be read"),
        (["read.txt", "--lexicon", "nowhere.txt"], 78, "word list"),
    ],
)
def test_what_cannot_be_read_is_named(
    arguments: list[str],
    code: int,
    said: str,
    damaged: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(damaged.parent)
    assert main(["repair", *arguments]) == code
    assert said in capsys.readouterr().err


def test_a_file_that_is_no_text_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.bin"
    file.write_bytes(b"\xff\xfe\x00plan")
    assert main(["repair", str(file)]) == 65
    assert "not text in UTF-8" in capsys.readouterr().err
