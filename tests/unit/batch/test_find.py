"""The documents that a user named, and the names of their outputs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.batch.find import (
    NothingFound,
    NotWritable,
    find_documents,
    output_names,
    prepare_folder,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.pdf", "a.PDF", "c.md", "notes.docx", ".hidden.pdf", "sub/d.png", "sub/a.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(paths: list[Path], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def test_a_folder_is_searched_for_documents(folder: Path) -> None:
    found = find_documents([str(folder)])
    assert names(found, folder) == ["a.PDF", "b.pdf", "c.md", "sub/a.pdf", "sub/d.png"]


def test_a_file_named_itself_is_tried_whatever_its_name(folder: Path) -> None:
    assert names(find_documents([str(folder / "notes.docx")]), folder) == ["notes.docx"]


def test_a_pattern_is_matched(folder: Path) -> None:
    assert names(find_documents([str(folder / "*.pdf")]), folder)[-1] == "b.pdf"
    assert names(find_documents([str(folder / "**" / "a.pdf")]), folder) == ["sub/a.pdf"]


def test_a_document_named_twice_is_read_once(folder: Path) -> None:
    found = find_documents([str(folder / "b.pdf"), str(folder), str(folder / "*.md")])
    assert len(found) == len(set(found)) == 5
    assert names(found, folder)[0] == "b.pdf"


@pytest.mark.parametrize("pattern", ["missing.pdf", "*.xlsx", "empty"])
def test_a_path_without_documents_is_an_error_that_names_it(folder: Path, pattern: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(NothingFound, match=pattern.replace("*", r"\*")) as raised:
        find_documents([str(folder / pattern)])
    assert raised.value.exit_code == 66


def test_documents_of_one_name_are_told_apart_by_folder() -> None:
    paths = [Path("/p/voss/plan.pdf"), Path("/p/herøy/plan.pdf"), Path("/p/herøy/plan.txt")]
    assert list(output_names(paths).values()) == [
        "plan.json", "herøy-plan.json", "p-herøy-plan.json",
    ]  # fmt: skip


PARTS = st.sampled_from(["a", "A", "b", "plan"])


@given(st.lists(st.tuples(PARTS, PARTS, st.sampled_from([".pdf", ".txt", ".md"])), unique=True))
def test_no_output_overwrites_another_on_any_file_system(
    parts: list[tuple[str, str, str]],
) -> None:
    paths = [Path(f"/{folder}/{stem}{suffix}") for folder, stem, suffix in parts]
    found = list(output_names(paths).values())
    assert len({name.lower() for name in found}) == len(paths)
    assert all(name.endswith(".json") and "/" not in name for name in found)


def test_the_folder_is_made(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "new" / "deep")
    assert list((tmp_path / "new" / "deep").iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_an_error_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    with pytest.raises(NotWritable, match="cannot be written") as raised:
        prepare_folder(tmp_path / "out")
    assert raised.value.exit_code == 73
