"""planextract evaluate: hold published plans against readings by hand."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from planextract.errors import ConfigError
from planextract.evaluation.report import as_data, grids, markdown, mistake_line, rich_table
from planextract.evaluation.run import evaluate
from planextract.evaluation.scores import Score, false_per_100_pages

HELP = "measure the output against gold: precision, recall, F1, accuracy a field"
EXAMPLES = """examples:
  planextract evaluate samples/gold output/                 tables by document and layout
  planextract evaluate samples/gold output/ --errors        every lost, extra or wrong record
  planextract evaluate samples/gold/a.json output/a_scan200.json --json
  planextract evaluate samples/gold output/ --markdown      the tables of the README
"""
WIDTH = 180
"""Columns of the table where stdout is no terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """GOLD OUTPUT… [--json | --markdown] [--errors]"""
    parser.add_argument("gold", type=Path, help="a gold file, or a folder of them")
    parser.add_argument("output", type=Path, nargs="+", help="published JSON: files or folders")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="all figures as JSON")
    form.add_argument("--markdown", action="store_true", help="tables as Markdown")
    parser.add_argument("--errors", action="store_true", help="list every mistake with its page")


def run(args: argparse.Namespace) -> int:
    """0; raises ConfigError where no output has gold."""
    scores = evaluate(args.gold, args.output)
    if not scores:
        raise ConfigError(f"No output has gold in {args.gold}: the names must agree.")
    if args.json:
        data = as_data(scores, args.errors)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif args.markdown:
        sys.stdout.write(markdown(grids(scores, documents=False)))
        sys.stdout.write(_false_line(scores))
    else:
        _tables(scores, args.errors)
    return 0


def _tables(scores: list[Score], errors: bool) -> None:
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    for grid in grids(scores):
        console.print(rich_table(grid))
    sys.stdout.write(_false_line(scores))
    if errors:
        for one in scores:
            for mistake in one.mistakes:
                sys.stdout.write(mistake_line(mistake) + "\n")


def _false_line(scores: list[Score]) -> str:
    """How many false records there are where the gold has none."""
    rate = false_per_100_pages(scores)
    pages = sum(one.pages for one in scores if one.no_plan)
    if rate is None:
        return ""
    return f"\nFalse goals and actions in 100 pages without any: {rate:.2f} ({pages} pages).\n"
