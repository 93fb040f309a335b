"""``planextract inspect``: what the program sees on a page, as a picture or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from planextract.errors import ConfigError
from planextract.inspection.drawing import draw_page
from planextract.inspection.telling import STAGES, tell
from planextract.pipeline import read
from planextract.settings import Settings

HELP = "Draw what the program sees on a page, or print the result of one stage."
EXAMPLES = """examples:
  planextract inspect plan.pdf --page 4                  draws plan-page-4.png
  planextract inspect plan.pdf --page 4 -o look.png
  planextract inspect plan.pdf --page 4 --stage tables   prints the cells as JSON"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the page, and what to show."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF, picture or text")
    parser.add_argument("--page", type=int, required=True, metavar="N", help="1 is the first")
    parser.add_argument("-o", "--output", type=Path, metavar="PNG", help="picture to write")
    parser.add_argument("--stage", choices=tuple(STAGES), help="print this as JSON on stdout")
    parser.add_argument("--ocr", choices=("auto", "always", "never"), default="auto")


def run(args: argparse.Namespace) -> int:
    """Draw the page, print the stage, or both where ``--stage`` and ``-o`` are given."""
    seen = read(args.file, Settings(ocr=args.ocr))
    pages = len(seen.layout.pages)
    if not 1 <= args.page <= pages:
        raise ConfigError(f"{args.file.name} has pages 1 to {pages}; there is no {args.page}.")
    if args.stage:
        data = tell(seen, args.page, args.stage)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    if args.output or not args.stage:
        path = args.output or Path(f"{args.file.stem}-page-{args.page}.png")
        picture = draw_page(seen, args.page)
        try:
            picture.save(path, format="PNG")
        except OSError as error:
            raise ConfigError(f"{path} cannot be written: {error.strerror}.") from error
        sys.stderr.write(f"drawn: {path}\n")
    return 0
