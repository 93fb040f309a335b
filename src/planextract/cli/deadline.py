"""``planextract deadline``: the normal form of time expressions."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date

from planextract.errors import ConfigError
from planextract.meaning.deadlines import Context, read_deadline

HELP = "Print the normal form of a time expression, a JSON object a line."
EXAMPLES = """examples:
  planextract deadline "Innan utgangen av 2027"
  planextract deadline "i planperioden" --period 2019-2027
  planextract deadline "Tysdag 24. juni" --date 2025-06-05
  planextract deadline - < deadlines.txt       (a line each; a blank line gives null)"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, or - for stdin, and what the document would say."""
    parser.add_argument("text", metavar="TEXT", help="the expression, or - to read lines")
    parser.add_argument("--period", metavar="YEAR-YEAR", help="the plan's own period")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the document's date")


def _period(text: str | None) -> tuple[date | None, date | None]:
    if text is None:
        return None, None
    found = re.fullmatch(r"\s*(\d{4})\s*[-–/]\s*(\d{4})\s*", text)
    if found is None or found[1] > found[2] or found[1] == "0000":
        raise ConfigError(f"--period must be two years such as 2019-2027, not '{text}'.")
    return date(int(found[1]), 1, 1), date(int(found[2]), 12, 31)


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"--date must be a day such as 2025-06-05, not '{text}'.") from error


def run(args: argparse.Namespace) -> int:
    """Write each expression's JSON to stdout."""
    start, end = _period(args.period)
    context = Context(plan_start=start, plan_end=end, document_date=_date(args.date))
    for line in sys.stdin if args.text == "-" else [args.text]:
        found = read_deadline(line, context)
        sys.stdout.write((found.model_dump_json() if found else "null") + "\n")
    return 0
