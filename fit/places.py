"""Where things stand: the corpus, the samples, what the commands write."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
SAMPLES = ROOT / "samples"
CASES = ROOT / "tests" / "cases" / "plans.toml"
DATA = ROOT / "fit" / "data"
"""Feature files: what weights are fitted on."""
WORK = ROOT / "fit" / "work"
DOCUMENTS = WORK / "documents"
"""One folder a set: NAME__LOOK.pdf and its gold, NAME__LOOK.json."""
VARIED = WORK / "varied"
LAYOUTS = WORK / "layouts"
WEIGHTS = WORK / "weights"
JUDGED = WORK / "judged"
SHIPPED = ROOT / "src" / "planextract" / "lexicons" / "roles.npz"
