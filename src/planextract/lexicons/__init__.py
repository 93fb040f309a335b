"""The words of Norwegian plans, nn and nb, as data; they stand here, not in code."""

from __future__ import annotations

import csv
import lzma
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The content of ``<name>.toml`` in this folder."""
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.tsv`` in this folder, by the names in its first line."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_packed(name: str) -> list[str]:
    """The sorted lines of ``words/<name>.tsv.xz``; unpacked at each call, and not kept here."""
    packed = files(__name__).joinpath(f"words/{name}.tsv.xz").read_bytes()
    return lzma.decompress(packed).decode("utf-8").split("\n")


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """One word list of a file, in lower case; ``key`` may lead through tables: ``goal.words``."""
    found: Any = read_toml(name)
    for step in key.split("."):
        found = found[step]
    return frozenset(word.lower() for word in found)
