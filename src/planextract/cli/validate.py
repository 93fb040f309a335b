"""``planextract validate``: whether JSON files hold to the contract."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from planextract.analysis.validation import faults
from planextract.cli._published import Problems, add_language
from planextract.published import NotPublished, json_files
from planextract.texts import Texts

HELP = "Check JSON files against the contract; each fault is a sentence with its place."
EXAMPLES = """examples:
  planextract validate output/plan.json
  planextract validate output --lang nn
exit code: 0 all are valid, 1 some are not or cannot be read"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files to check."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help="JSON files, folders or globs")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line a fault, or that the file is valid."""
    problems, texts = Problems(), Texts(args.lang)
    wrong = 0
    for path, _ in json_files((Path(path) for path in args.paths), problems):
        try:
            found = faults(path)
        except NotPublished as problem:
            problems(problem)
            continue
        for fault in found:
            sys.stdout.write(f"{path}: {fault.place}: {fault.sentence(texts)}\n")
        if not found:
            sys.stdout.write(texts.t("validate.valid", path=path) + "\n")
        wrong += bool(found)
    return int(bool(wrong or problems.failed))
