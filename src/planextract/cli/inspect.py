"""``planextract inspect``: what the program sees on a page, as a picture or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from planextract.errors import ConfigError
from planextract.inspection.drawing import draw_page
from planextract.inspection.reasons import tell_why
from planextract.inspection.telling import STAGES, tell
from planextract.pipeline import read
from planextract.settings import Settings

HELP = "Draw what the program sees on a page, print the result of one stage, or why."
EXAMPLES = """examples:
  planextract inspect plan.pdf --page 4                  draws plan-page-4.png
  planextract inspect plan.pdf --page 4 -o look.png
  planextract inspect plan.pdf --page 4 --stage tables   prints the cells as JSON
  planextract inspect plan.pdf --why 4                   prints why each text is what it is"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the page, and what to show."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF, picture or text")
    page = parser.add_mutually_exclusive_group(required=True)
    page.add_argument("--page", type=int, metavar="N", help="1 is the first")
    page.add_argument(
        "--why", type=int, metavar="N", help="print what spoke for the role of each text of page N"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="PNG", help="picture to write")
    parser.add_argument("--stage", choices=tuple(STAGES), help="print this as JSON on stdout")
    parser.add_argument("--ocr", choices=("auto", "always", "never"), default="auto")


def run(args: argparse.Namespace) -> int:
    """Draw the page, print the stage, or both; or print why, and draw where ``-o`` is given."""
    seen = read(args.file, Settings(ocr=args.ocr))
    pages = len(seen.layout.pages)
    number = args.page if args.why is None else args.why
    if not 1 <= number <= pages:
        raise ConfigError(f"{args.file.name} has pages 1 to {pages}; there is no {number}.")
    if args.why is not None:
        sys.stdout.write(tell_why(seen, number))
    if args.stage:
        data = tell(seen, number, args.stage)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    if args.output or not (args.stage or args.why is not None):
        path = args.output or Path(f"{args.file.stem}-page-{number}.png")
        picture = draw_page(seen, number)
        try:
            picture.save(path, format="PNG")
        except OSError as error:
            raise ConfigError(f"{path} cannot be written: {error.strerror}.") from error
        sys.stderr.write(f"drawn: {path}\n")
    return 0
