"""What the commands that read published plans have in common."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console

from planextract.errors import InputError
from planextract.published import NotPublished, Published, ReadAsOther, SameDocument, load_plans
from planextract.texts import LANGUAGES

SOME_FAILED = 2
"""Exit code where some of the files could not be used."""
PIPE_WIDTH = 160
"""Columns of a table that goes to no terminal."""


class Problems:
    """Collects the trouble with single files and says each on stderr."""

    def __init__(self) -> None:
        self.failed = 0

    def __call__(self, problem: InputError) -> None:
        sys.stderr.write(f"planextract: {problem}\n")
        self.failed += not isinstance(problem, ReadAsOther | SameDocument)

    def exit_code(self, otherwise: int = 0) -> int:
        """2 where a file could not be used, else what the command says."""
        return SOME_FAILED if self.failed else otherwise


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """The published plans to read, and the language to write in."""
    parser.add_argument(
        "paths", nargs="+", metavar="OUTPUT", help="published JSON: files, folders or globs"
    )
    add_language(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """The language of what is written for people."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default="nb", help="language of the texts (default: nb)"
    )


def read_plans(paths: Iterable[str], problems: Problems) -> list[Published]:
    """The plans that can be read; raises NotPublished if there is none."""
    plans = load_plans((Path(path) for path in paths), problems)
    if not plans:
        raise NotPublished("None of what was given is a published plan.")
    return plans


def a_day(text: str) -> date:
    """An argument that is a day, ``2026-12-31``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day like 2026-12-31") from None


def console() -> Console:
    """Where tables for people go; wide where nobody watches."""
    terminal = sys.stdout.isatty()
    return Console(file=sys.stdout, width=None if terminal else PIPE_WIDTH, highlight=False)
