"""Merged cells and headings that hold for several actions: said, so that a reader knows."""

from __future__ import annotations

from collections import Counter

from planextract.model.finding import Findings
from planextract.model.passage import Passage
from planextract.model.plan import Diagnostic

INHERITABLE = ("strategy", "responsible", "deadline", "resources")


def say_inherited(found: Findings) -> None:
    """A diagnostic for each passage that is a field of more than one action."""
    passages: dict[tuple[str, int], Passage] = {}
    counts: Counter[tuple[str, int]] = Counter()
    for action in found.actions:
        for name in INHERITABLE:
            passage = getattr(action, name)
            if passage:
                passages[name, id(passage)] = passage
                counts[name, id(passage)] += 1
    for key, passage in passages.items():
        if counts[key] > 1 and passage.pages:
            found.diagnostics.append(
                Diagnostic(
                    code="value_inherited",
                    severity="info",
                    message=f"«{passage.text[:80]}» stands once and is the {key[0]} "
                    f"of {counts[key]} actions.",
                    page=passage.pages[0],
                )
            )
