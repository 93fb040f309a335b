"""``planextract compare``: plans against plans, as a report and a workbook."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from planextract.cli._published import Problems, add_inputs, read_plans
from planextract.texts import Texts

HELP = "Compare published plans: what they share, and what only one has."
EXAMPLES = """examples:
  planextract compare output -o report --lang nn   # report/index.html, report/comparison.xlsx
  planextract compare output/*.json -o report --pdfs ../plans   # where the page links lead"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plans, where to write, and where the PDFs lie."""
    add_inputs(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="folder of the report"
    )
    parser.add_argument(
        "--pdfs", default="", metavar="FOLDER", help="where the PDFs lie, as seen from the report"
    )


def run(args: argparse.Namespace) -> int:
    """Write the report and the workbook; 2 where some of the files could not be used."""
    from planextract.analysis.files import replacing
    from planextract.comparison.compare import compare_plans
    from planextract.comparison.report import html
    from planextract.comparison.sheets import write_workbook
    from planextract.published import distinct

    problems, texts = Problems(), Texts(args.lang)
    comparison = compare_plans(distinct(read_plans(args.paths, problems), problems))
    page, book = args.output / "index.html", args.output / "comparison.xlsx"
    with replacing(page) as draft:
        draft.write_text(html(comparison, texts, args.pdfs), encoding="utf-8")
    with replacing(book) as draft:
        write_workbook(comparison, texts, draft, args.pdfs)
    for path in (page, book):
        sys.stderr.write(texts.t("compare.written", path=path) + "\n")
    return problems.exit_code()
