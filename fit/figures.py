"""The figures of the judged sets, by the scorer of the corpus."""

from __future__ import annotations

import subprocess
import sys

from fit.candidates import share
from fit.places import CORPUS, DOCUMENTS, JUDGED


def figures(names: list[str], tag: str, by: str) -> None:
    """Print the scorer's table of each set and leave it beside what was read."""
    for name in names:
        out = JUDGED / tag / name
        scorer = [sys.executable, str(CORPUS / "score.py"), str(DOCUMENTS / name), str(out)]
        options = ["--by", by, "--json", str(JUDGED / tag / f"{name}.json")]
        done = subprocess.run([*scorer, *options], capture_output=True, text=True, check=True)
        told = f"{done.stdout}\n{share(DOCUMENTS / name, out)}\n"
        (JUDGED / tag / f"{name}.txt").write_text(told, "utf-8")
        print(f"== {name}\n{told}")
