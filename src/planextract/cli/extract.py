"""``planextract extract``: documents in, a JSON file each out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from planextract.batch.find import find_documents, output_names, prepare_folder
from planextract.batch.run import Outcome, exit_code, run_batch
from planextract.errors import ConfigError
from planextract.settings import Settings

HELP = "Read plans (PDF, pictures, text) and write their goals, actions and deadlines as JSON."
EXAMPLES = """examples:
  planextract extract plan.pdf -o output/
  planextract extract plans/ -o output/ --workers 4 --tables
  planextract extract 'plans/**/*.pdf' -o output/ --ocr never

exit code: 0 all complete, 1 some partial or not a plan, 2 some failed, 64 and up a wrong call"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Paths, the output folder, and the choices of a run."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or glob")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (1)")
    parser.add_argument("--tables", action="store_true", help="goals, actions, deadlines as CSV")
    parser.add_argument("--ocr", choices=("auto", "always", "never"), default="auto")
    parser.add_argument(
        "--ocr-engine", choices=("auto", "pytesseract", "tesserocr"), default="auto"
    )
    parser.add_argument("--no-cache", action="store_true", help="read scanned pages anew")
    parser.add_argument("--lexicon", type=Path, metavar="FILE", help="words right as they stand")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")


def run(args: argparse.Namespace) -> int:
    """Run the batch, show its progress on stderr and its summary on stdout."""
    if args.workers < 1:
        raise ConfigError("--workers must be 1 or more.")
    documents = find_documents(args.paths)
    settings = _settings(args)
    prepare_folder(args.output)
    names = output_names(documents)
    jobs = {path: args.output / names[path] for path in documents}
    outcomes = list(_watched(run_batch(jobs, settings, args.workers), len(jobs), args.quiet))
    outcomes.sort(key=lambda outcome: documents.index(outcome.path))
    if args.tables:
        _write_tables(outcomes, args.output)
    if not args.quiet:
        _summarise(outcomes)
    for outcome in outcomes:
        if outcome.message:
            sys.stderr.write(f"{outcome.path}: {outcome.message}\n")
    return exit_code(outcomes)


def _settings(args: argparse.Namespace) -> Settings:
    words: tuple[str, ...] = ()
    if args.lexicon:
        if not args.lexicon.is_file():
            raise ConfigError(f"The word list '{args.lexicon}' is not there.")
        words = tuple(args.lexicon.read_text(encoding="utf-8").split())
    return Settings(
        ocr=args.ocr, ocr_engine=args.ocr_engine, use_cache=not args.no_cache, lexicon=words
    )


def _watched(outcomes: Iterable[Outcome], total: int, quiet: bool) -> Iterable[Outcome]:
    """The outcomes as they come, a bar on stderr counting them."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())  # fmt: skip
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal) as bar:
        task = bar.add_task("reading", total=total)
        for outcome in outcomes:
            bar.update(task, advance=1, description=outcome.path.name[:40])
            yield outcome


def _write_tables(outcomes: list[Outcome], folder: Path) -> None:
    from planextract.analysis.run_tables import write_tables
    from planextract.published import load_plans

    plans = [published.plan for published in load_plans([o.output for o in outcomes])]
    write_tables(plans, folder)


def _summarise(outcomes: list[Outcome]) -> None:
    table = Table(show_edge=False, pad_edge=False)
    for name in ("file", "status", "municipality"):
        table.add_column(name, overflow="fold")
    for name in ("pages", "goals", "actions", "deadlines", "seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    for o in outcomes:
        table.add_row(
            o.path.name, o.status, o.municipality, str(o.pages), str(o.goals), str(o.actions),
            str(o.deadlines), f"{o.seconds:.1f}",
        )  # fmt: skip
    console = Console()
    if not console.is_terminal:
        console = Console(width=120)
    console.print(table)
    for o in outcomes:
        if o.reasons:
            console.print(f"{o.path.name}: {o.reasons}", markup=False, highlight=False)
