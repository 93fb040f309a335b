"""Gold and outputs brought together by name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from planextract.evaluation.gold import gold_files, gold_name, kind_of, read_gold
from planextract.evaluation.scores import Score, score
from planextract.published import Report, load_plans, to_log


def evaluate(gold: Path, outputs: Iterable[Path], report: Report = to_log) -> list[Score]:
    """A score for each output that has gold, in the order of names.

    ``x_scan200.json`` is held against the gold ``x.json``. Where a folder of outputs is
    given, a gold file without any output counts as a document with every record lost.
    Raises BadGold; an output that cannot be read goes to ``report``.
    """
    outputs = list(outputs)
    sheets = {name: read_gold(path) for name, path in gold_files(gold).items()}
    made: list[Score] = []
    seen: set[str] = set()
    for published in load_plans(outputs, report):
        fit = gold_name(published.path.stem, set(sheets))
        if fit is None:
            continue
        name, variant = fit
        seen.add(name)
        kind = kind_of(variant, sheets[name].document)
        made.append(score(sheets[name], published.plan, published.path.stem, kind))
    if any(path.is_dir() for path in outputs):
        for name in sorted(set(sheets) - seen):
            kind = kind_of("", sheets[name].document)
            made.append(score(sheets[name], None, name, kind))
    return sorted(made, key=lambda s: s.name)
