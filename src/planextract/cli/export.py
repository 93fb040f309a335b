"""``planextract export``: published plans as related tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from planextract.analysis.export import default_path, formats, prepare, write
from planextract.cli._published import Problems, add_inputs, read_plans
from planextract.texts import Texts

HELP = "Write published plans as related tables: CSV, Excel, Parquet, JSON Lines, SQLite."
EXAMPLES = """examples:
  planextract export output --to xlsx -o plans.xlsx --lang nn
  planextract export output/*.json --to csv -o tables
  planextract export output --to csv --delimiter ';'
  planextract export output --to xlsx --pdfs ../plans   # where the page links lead"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plans, the format, and where to write."""
    add_inputs(parser)
    parser.add_argument("--to", choices=formats(), required=True, help="the format")
    parser.add_argument("-o", "--output", type=Path, help="file or folder to write")
    parser.add_argument("--delimiter", default=",", help="between values of CSV (default: ,)")
    parser.add_argument(
        "--pdfs", default="", metavar="FOLDER", help="where the PDFs lie, as seen from the workbook"
    )


def run(args: argparse.Namespace) -> int:
    """Write the export; 2 where some of the files could not be used."""
    problems, texts = Problems(), Texts(args.lang)
    plans = read_plans(args.paths, problems)
    export = prepare(plans, texts, problems, args.delimiter, args.pdfs)
    path = args.output or default_path(args.to)
    for written in write(export, args.to, path):
        sys.stderr.write(texts.t("export.written", path=written) + "\n")
    return problems.exit_code()
