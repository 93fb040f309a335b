"""The documents that a user named: files, folders, globs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from planextract.errors import ConfigError

SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".txt", ".md"})
"""What is taken from a folder; a file named itself is tried whatever its name."""


class NothingFound(ConfigError):
    """A path that names no document."""

    exit_code = 66
    hint = "Check the path; folders are searched for .pdf, pictures, .txt and .md."


class NotWritable(ConfigError):
    """The output folder cannot be made or written."""

    exit_code = 73
    hint = "Give another folder with -o."


def find_documents(patterns: Iterable[str]) -> list[Path]:
    """The documents, each once, sorted inside a folder; raises NothingFound for an empty path."""
    found: dict[Path, None] = {}
    for pattern in patterns:
        paths = _matching(pattern)
        if not paths:
            raise NothingFound(f"'{pattern}' names no document.")
        found.update(dict.fromkeys(paths))
    return list(found)


def _matching(pattern: str) -> list[Path]:
    path = Path(pattern)
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
        return [p for p in files if p.is_file() and not p.name.startswith(".")]
    if path.exists():
        return [path]
    root = Path(path.anchor or ".")
    inner = str(path.relative_to(root)) if path.anchor else pattern
    return sorted(p for p in root.glob(inner) if p.is_file())


def prepare_folder(folder: Path) -> None:
    """Make the output folder; raises NotWritable where nothing can be written to it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise NotWritable(f"The output folder '{folder}' cannot be written: {reason}.") from error


def output_names(paths: Iterable[Path]) -> dict[Path, str]:
    """A file name for each document's JSON; documents of one stem are told apart by folder."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in paths:
        name = path.stem
        parent = path.absolute().parent
        while name.lower() in taken and parent.name:
            name = f"{parent.name}-{name}"
            parent = parent.parent
        count = 2
        while name.lower() in taken:
            name = f"{path.stem}-{count}"
            count += 1
        taken.add(name.lower())
        names[path] = f"{name}.json"
    return names
