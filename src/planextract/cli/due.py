"""``planextract due``: what falls due when, and for whom."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.table import Table
from rich.text import Text

from planextract.analysis.due import Due, due, undated
from planextract.analysis.due_rows import COLUMNS, row
from planextract.analysis.files import replacing
from planextract.analysis.ical import to_ical
from planextract.analysis.lines import to_csv
from planextract.cli._published import Problems, a_day, add_inputs, console, read_plans
from planextract.errors import ConfigError
from planextract.published import distinct
from planextract.texts import Texts

HELP = "List what falls due when and for whom, as a table, CSV, JSON or a calendar."
EXAMPLES = """examples:
  planextract due output --by 2026-12-31
  planextract due output --from 2026-01-01 --by 2026-12-31 --to ics -o deadlines.ics
  planextract due output --by 2026-12-31 --undated --lang nn"""
BOM = "\ufeff"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plans, the days, and how to print."""
    add_inputs(parser)
    parser.add_argument("--by", type=a_day, required=True, help="last day, e.g. 2026-12-31")
    parser.add_argument("--from", type=a_day, dest="since", help="first day (default: no limit)")
    parser.add_argument("--to", choices=("table", "csv", "ics", "json"), default="table")
    parser.add_argument("--undated", action="store_true", help="list deadlines without a date too")
    parser.add_argument("-o", "--output", type=Path, help="file to write (default: stdout)")


def run(args: argparse.Namespace) -> int:
    """Print or write the list; 2 where some of the files could not be used."""
    if args.since and args.since > args.by:
        raise ConfigError(f"--from {args.since} lies after --by {args.by}.")
    if args.to == "table" and args.output:
        raise ConfigError("A table goes to the terminal; choose --to csv, ics or json with -o.")
    problems, texts = Problems(), Texts(args.lang)
    plans = distinct(read_plans(args.paths, problems), problems)
    items, without = due(plans, args.by, args.since), undated(plans)
    shown = without if args.undated and args.to != "ics" else []
    if args.to == "table":
        _print(items, shown, texts)
    else:
        _put(_written(args.to, items, shown, texts), args.output)
    if without and not shown:
        sys.stderr.write(texts.t("due.undated", n=len(without)) + "\n")
    if doubtful := sum(item.doubtful for item in items):
        sys.stderr.write(texts.t("due.doubtful", n=doubtful) + "\n")
    return problems.exit_code()


def _written(form: str, items: list[Due], without: list[Due], texts: Texts) -> bytes:
    if form == "ics":
        return to_ical(items, texts, datetime.now(UTC).replace(microsecond=0))
    rows, rest = ([row(item, texts) for item in some] for some in (items, without))
    if form == "csv":
        return to_csv(COLUMNS, [*rows, *rest]).encode()
    data = {"due": rows, "undated": rest}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _put(data: bytes, path: Path | None) -> None:
    if path is None:
        sys.stdout.buffer.write(data)
        return
    with replacing(path) as draft:
        # without the mark Excel reads æ, ø and å wrong
        draft.write_bytes(BOM.encode() + data if path.suffix.lower() == ".csv" else data)


def _print(items: list[Due], without: list[Due], texts: Texts) -> None:
    screen = console()
    if not items:
        screen.print(texts.t("due.none"))
    else:
        screen.print(_table(items, texts, "due"))
    if without:
        screen.print(_table(without, texts, "kind", texts.t("due.undated_title")))


def _table(items: list[Due], texts: Texts, first: str, title: str | None = None) -> Table:
    names = (first, "municipality", "responsible", "text", "raw", "plan", "page", "note")
    table = Table(title=title, title_justify="left")
    for name in names:
        table.add_column(texts.t(f"due.columns.{name}"), no_wrap=name == "due", overflow="fold")
    for item in items:
        values = {
            "due": texts.date(item.day) if item.day else "",
            "kind": texts.t(f"values.deadline_kind.{item.deadline.kind}"),
            "municipality": item.published.municipality or "",
            "responsible": item.owners("lead"),
            "text": item.text,
            "raw": item.deadline.raw,
            "plan": item.published.name,
            "page": str(item.record.source.page),
            "note": item.note(texts),
        }
        table.add_row(*(Text(values[name]) for name in names))
    return table
