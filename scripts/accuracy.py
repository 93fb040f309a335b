"""Put the accuracy on the samples, as ``planextract evaluate`` measures it, into the docs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = {"accuracy": "By kind of file", "families": "By layout family"}
"""The marked blocks of the README, and the table that each shows."""
HEAD = """# Accuracy on the samples

Written by `make accuracy` from `planextract evaluate samples/gold output/ --markdown`. The
samples are invented plans with gold written by hand; plans with other layouts read worse.
An empty mark (–) stands where the gold has nothing to judge.

"""


def measured() -> str:
    """The tables of ``planextract evaluate`` on what ``make demo`` wrote."""
    command = [sys.executable, "-m", "planextract", "evaluate", "samples/gold", "output"]
    return subprocess.run(
        [*command, "--markdown"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def section(tables: str, title: str) -> str:
    """One of the tables, by the bold line above it."""
    return tables.split(f"**{title}**\n\n", 1)[1].split("\n\n", 1)[0]


def main() -> None:
    """Write ``docs/accuracy.md`` whole and the blocks of the README."""
    tables = measured()
    (ROOT / "docs" / "accuracy.md").write_text(HEAD + tables, encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    for mark, title in BLOCKS.items():
        block = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
        text = block.sub(rf"\g<1>{section(tables, title)}\n\g<2>", text)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
