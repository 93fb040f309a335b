"""The README keeps up with the program: its commands, links and figures."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Run

from planextract.cli import build_parser, command_names

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CALLS = sorted(set(re.findall(r"`planextract ([a-z]+ [^`\n]+)`", README)) - {"COMMAND --help"})


def test_every_command_is_in_its_table() -> None:
    assert set(re.findall(r"^\| `(\w+)` \| .* \| `planextract", README, re.M)) == set(
        command_names()
    )


@pytest.mark.parametrize("call", CALLS)
def test_examples_are_calls_that_the_program_takes(call: str) -> None:
    words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', call)]
    build_parser(words[0]).parse_args(words)


def test_links_lead_to_files() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "README.md"]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_record_shown_is_the_one_read(run: Run) -> None:
    shown = json.loads(re.search(r"```json\n(.*?)```", README, re.S)[1])
    [action] = [a for a in run.plan("ruled_merged_nn").actions if a.text == shown["text"]]
    read = action.model_dump(mode="json")
    assert shown["source"].pop("quote").rstrip(" …") in read["source"]["quote"]
    for name in ("strategy", "responsible", "confidence"):
        assert shown[name] == read[name]
    for name in ("resources", "deadline", "source"):
        assert {key: read[name][key] for key in shown[name]} == shown[name]


@pytest.mark.parametrize("mark", ["accuracy", "families"])
def test_accuracy_stands_in_the_readme_as_in_the_docs(mark: str) -> None:
    block = re.search(rf"<!-- {mark} -->\n(.+?)\n<!-- /{mark} -->", README, re.S)[1]
    assert block in (ROOT / "docs" / "accuracy.md").read_text("utf-8")
