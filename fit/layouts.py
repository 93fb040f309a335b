"""Layouts of documents, read once: the slow part, and the same for every trial of marks."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import planextract
from fit.places import LAYOUTS
from planextract.pipeline import LaidOut, lay_out, uncollected

LATER = ("meaning", "output", "evaluation", "comparison", "analysis", "batch", "cli", "inspection")
"""Rooms of the package that do not change a layout."""
BUT = "meaning/run_together"


def layout_of(pdf: Path) -> LaidOut:
    """The layout of a document, from the store if the code that made it is today's."""
    stored = LAYOUTS / _code() / pdf.parent.name / f"{pdf.stem}.pickle"
    if stored.exists():
        kept: LaidOut = pickle.loads(stored.read_bytes())
        return kept
    with uncollected():
        laid = lay_out(pdf)
    laid = replace(laid, source=replace(laid.source, data=b""))
    stored.parent.mkdir(parents=True, exist_ok=True)
    part = stored.with_suffix(".part")
    part.write_bytes(pickle.dumps(laid, 5))
    part.rename(stored)
    return laid


@cache
def _code() -> str:
    """A name for the code that makes layouts."""
    home = Path(planextract.__file__).parent
    digest = sha256()
    for path in sorted(home.rglob("*.py")):
        name = path.relative_to(home).as_posix()
        if name.startswith(BUT) or name.split("/")[0] not in LATER:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
