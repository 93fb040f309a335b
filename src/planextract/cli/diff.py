"""``planextract diff``: what a new edition of a plan changes."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from planextract.cli._published import Problems, add_language, console
from planextract.published import NotPublished, Published, read_plan
from planextract.texts import Texts

if TYPE_CHECKING:
    from planextract.comparison.change_report import Shown

HELP = "Tell what a new edition of a plan changes."
EXAMPLES = """examples:
  planextract diff output/plan-2023.json output/plan-2025.json --lang nn
  planextract diff old.json new.json --html changes.html
  planextract diff old.json new.json --json | jq '.changes[] | select(.days_later > 0)'"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two editions, and how to show the changes."""
    parser.add_argument("old", type=Path, metavar="OLD", help="published JSON of the old edition")
    parser.add_argument("new", type=Path, metavar="NEW", help="published JSON of the new edition")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a report to FILE")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON")
    parser.add_argument(
        "--pdfs", default="", metavar="FOLDER", help="where the PDFs lie, as seen from the report"
    )
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the changes, or write them where asked; 0 whether there are any or none."""
    from planextract.analysis.files import replacing
    from planextract.comparison import change_report
    from planextract.comparison.changes import changes

    texts = Texts(args.lang)
    old, new = _published(args.old), _published(args.new)
    found = changes(old.plan, new.plan)
    if args.html:
        page = change_report.html(found, old, new, texts, args.pdfs)
        with replacing(args.html) as draft:
            draft.write_text(page, encoding="utf-8")
        sys.stderr.write(texts.t("diff.written", path=args.html) + "\n")
    if args.json:
        data = change_report.as_json(found, old, new)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif not args.html:
        _print(change_report.shown(found, texts), texts)
    if new.plan.candidates:
        said = texts.t("diff.candidates", n=len(new.plan.candidates))
        sys.stderr.write(said + "\n")
    return 0


def _published(path: Path) -> Published:
    plan = read_plan(path, Problems())
    if plan is None:
        raise NotPublished(f"{path} is not a published plan.")
    return Published(path, plan)


def _print(rows: Sequence[Shown], texts: Texts) -> None:
    """A table of the changes; texts of plans are never read as markup."""
    if not rows:
        sys.stdout.write(texts.t("diff.none") + "\n")
        return
    table = Table(show_lines=True, title=texts.t("diff.count", n=len(rows)))
    for head in ("what", "kind", "item", "before", "after", "page"):
        table.add_column(texts.t(f"diff.{head}"))
    for row in rows:
        old, new = row.change.old, row.change.new
        pages = f"{old.page if old else '–'} → {new.page if new else '–'}"
        what = f"{row.what} ({row.detail})" if row.detail else row.what
        pages += " ?" if row.doubtful else ""
        item = "" if row.change.what in ("added", "dropped", "reworded") else row.item
        table.add_row(*(Text(v) for v in (what, row.kind, item, row.before, row.after, pages)))
    console().print(table)
