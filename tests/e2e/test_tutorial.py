"""The tutorial does what it says: its commands and cells are run, its results compared."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planextract.cli import main

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = DOCS / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DONE = (0, 1)
"""Exit codes of a command that did its work; ``lint`` ends with 1 where it found something."""


def blocks() -> Iterator[tuple[str, str]]:
    """Language and content of each code block, in order."""
    yield from BLOCK.findall(TUTORIAL.read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the three plans, as the tutorial asks for."""
    (tmp_path / "plans").mkdir()
    for pdf in (DOCS / "tutorial").glob("*.pdf"):
        shutil.copy(pdf, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stripped(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


@pytest.mark.slow
def test_tutorial_runs_as_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells: dict[str, Any] = {}
    said = ""
    for language, content in blocks():
        if language == "text":
            assert stripped(said) == stripped(content)
            continue
        if language == "console":
            for line in content.splitlines():
                command = shlex.split(line.removeprefix("$ "))
                assert command[0] == "planextract"
                assert main(command[1:]) in DONE, line
        else:
            exec(compile(content, str(TUTORIAL), "exec"), cells)
        said = capsys.readouterr().out
    assert (desk / "report" / "index.html").is_file()


def test_tutorial_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TUTORIAL.read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
