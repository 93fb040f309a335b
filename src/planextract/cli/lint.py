"""``planextract lint``: what is weak or contradictory in published plans."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from rich.table import Table
from rich.text import Text

from planextract.analysis.lines import to_csv
from planextract.analysis.lint import Finding, Settings, lint, read_settings, rules
from planextract.analysis.lint.report import COLUMNS, row, summary
from planextract.analysis.lint.rule import LEVELS, Context
from planextract.analysis.settings import DOUBTFUL
from planextract.cli._published import Problems, a_day, add_inputs, console, read_plans
from planextract.errors import ConfigError
from planextract.published import distinct
from planextract.texts import Texts

HELP = "Find what is weak in published plans: no deadline, no owner, contradictions, repeats."
EXAMPLES = """examples:
  planextract lint output --lang nn
  planextract lint output --severity owner-vague=error --severity deadline-vague=off
  planextract lint output --config lint.toml --format json > findings.json
exit code: 0 nothing at or above --fail-on, 1 something, 2 some files could not be used
rules and their severities: """ + ", ".join(f"{rule.id} ({rule.severity})" for rule in rules())
STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plans, the severities, and how to print."""
    add_inputs(parser)
    parser.add_argument("--severity", action="append", default=[], metavar="RULE=LEVEL")
    parser.add_argument("--config", type=Path, metavar="FILE.toml", help="severities as a file")
    parser.add_argument("--min-confidence", type=float, help=f"default: {DOUBTFUL}")
    parser.add_argument("--today", type=a_day, help="the day to count from (default: today)")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="warning",
        help="least severity that gives exit code 1 (default: warning)",
    )


def run(args: argparse.Namespace) -> int:
    """Print the findings; 1 where one is as severe as ``--fail-on``."""
    settings = read_settings(args.config) if args.config else Settings()
    levels = {**settings.severity, **dict(map(_setting, args.severity))}
    least = args.min_confidence if args.min_confidence is not None else settings.min_confidence
    today = args.today or date.today()
    problems, texts = Problems(), Texts(args.lang)
    plans = distinct(read_plans(args.paths, problems), problems)
    context = Context(today, DOUBTFUL if least is None else least)
    findings = list(lint(plans, context, levels))
    if args.format == "json":
        rows = [row(finding, texts) for finding in findings]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif args.format == "csv":
        sys.stdout.write(to_csv(COLUMNS, (row(finding, texts) for finding in findings)))
    else:
        _print(findings, texts)
        sys.stdout.write(summary(findings, len(plans), texts) + "\n")
    return problems.exit_code(int(_fails(findings, args.fail_on)))


def _setting(text: str) -> tuple[str, str]:
    rule, sign, level = text.partition("=")
    if not sign:
        raise ConfigError(f"'{text}' is not of the form RULE=LEVEL.")
    return rule.strip(), level.strip()


def _fails(findings: list[Finding], least: str) -> bool:
    if least == "never":
        return False
    severe = LEVELS[: LEVELS.index(least) + 1]
    return any(finding.severity in severe for finding in findings)


def _print(findings: list[Finding], texts: Texts) -> None:
    """A table a plan."""
    screen = console()
    for published in dict.fromkeys(finding.published.path for finding in findings):
        of_plan = [finding for finding in findings if finding.published.path == published]
        plan = of_plan[0].published
        title = f"{plan.municipality}: {plan.name}" if plan.municipality else plan.name
        table = Table(title=Text(f"{title} ({plan.file})"), title_justify="left")
        for name in ("severity", "page", "rule", "message"):
            table.add_column(texts.t(f"lint.columns.{name}"), overflow="fold")
        for finding in of_plan:
            table.add_row(
                Text(texts.t(f"values.severity.{finding.severity}"), STYLES[finding.severity]),
                str(finding.hit.page or ""),
                finding.rule,
                Text(finding.sentence(texts)),
            )
        screen.print(table)
