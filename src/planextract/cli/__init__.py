"""The command line: one module a command, found by its name.

A command module has ``HELP`` (one line), ``EXAMPLES`` (shown below its help),
``add_arguments(parser)`` and ``run(args) -> int``, the exit code. Data goes to stdout,
everything said to a person to stderr.
"""

from __future__ import annotations

import argparse
import logging
import sys
from importlib import import_module
from pkgutil import iter_modules

from planextract.errors import PlanExtractError

WRONG_CALL = 64
"""Exit code of a wrong call (EX_USAGE of BSD sysexits)."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose wrong calls end with 64, not 2: 2 means 'some files failed'."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n")


def command_names() -> list[str]:
    """The commands there are: the public modules of this folder."""
    return sorted(
        found.name.rstrip("_") for found in iter_modules(__path__) if not found.name.startswith("_")
    )


def build_parser(command: str | None) -> Parser:
    """The parser of all commands; only the module of ``command`` is loaded, to start quickly."""
    parser = Parser(prog="planextract", description="Norwegian plans in, validated JSON out.")
    parser.add_argument("-v", "--verbose", action="store_true", help="say more on stderr")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    names = command_names()
    for name in [command] if command in names else names:
        module = import_module(f"{__name__}.{name}")
        sub = commands.add_parser(
            name,
            help=module.HELP,
            description=module.HELP,
            epilog=module.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; errors for people end in one sentence, never in a traceback."""
    argv = sys.argv[1:] if argv is None else argv
    command = next((word for word in argv if not word.startswith("-")), None)
    args = build_parser(command).parse_args(argv)
    logging.basicConfig(
        level=logging.INFO if args.verbose else logging.WARNING,
        format="%(levelname)s %(message)s",
        stream=sys.stderr,
    )
    try:
        return int(args.run(args))
    except PlanExtractError as error:
        sys.stderr.write(f"planextract: {error}\n")
        return error.exit_code
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
