"""``planextract repair``: mend a text that OCR read in the wrong language."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from planextract.errors import ConfigError, NotReadable
from planextract.repair import Repaired, repair_text

HELP = "Mend a text that OCR damaged; every change can be shown."
EXAMPLES = """examples:
  planextract repair scan.txt > mended.txt
  planextract repair scan.txt --diff
  pdftotext plan.pdf - | planextract repair - --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, and in which shape the result comes."""
    parser.add_argument("file", metavar="FILE", help="a text file in UTF-8; '-' reads stdin")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--diff", action="store_true", help="show the changed lines")
    shape.add_argument("--json", action="store_true", help="list edits and suspects as JSON")
    parser.add_argument(
        "--lexicon", metavar="FILE", type=Path, help="words of your own, one a line"
    )
    parser.add_argument("--language", choices=("nn", "nb"), help="default: told by the text")


def run(args: argparse.Namespace) -> int:
    """Write the mended text, its changes or its JSON to stdout."""
    words = _words(args.lexicon) if args.lexicon else ()
    repaired = repair_text(_text(args.file), lexicon=words, language=args.language)
    if args.json:
        sys.stdout.write(json.dumps(_record(repaired), ensure_ascii=False, indent=2) + "\n")
    elif args.diff:
        _show_changes(repaired)
    else:
        sys.stdout.write(repaired.text)
    return 0


def _text(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise NotReadable(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise NotReadable(f"{name} is not text in UTF-8.") from error


def _words(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The word list {path} cannot be read as UTF-8 text.") from error
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _record(repaired: Repaired) -> dict[str, object]:
    return {
        "language": repaired.language,
        "damage": round(repaired.damage, 2),
        "edits": [asdict(edit) for edit in repaired.edits],
        "suspects": [asdict(suspect) for suspect in repaired.suspects],
    }


def _show_changes(repaired: Repaired) -> None:
    """Each changed line as read with its words struck out and mended; colour on a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    read = repaired.undo()
    at, line = 0, Text()
    shown: list[Text] = []
    for edit in repaired.edits:
        before = read[at : edit.start]
        if "\n" in before and at:
            shown.append(line.append(before[: before.index("\n")]))
            line = Text()
        line.append(before[before.rfind("\n") + 1 :])
        line.append(f"[-{edit.before}-]", style="red strike")
        line.append(f"{{+{edit.after}+}}", style="green")
        at = edit.end
    if repaired.edits:
        rest = read[at:]
        shown.append(line.append(rest[: rest.find("\n")] if "\n" in rest else rest))
    for text in shown:
        console.print(text)
    console.print(f"{len(repaired.edits)} changes, {len(repaired.suspects)} words in doubt")
