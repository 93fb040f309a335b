"""Marks: what speaks for or against a role, each a figure computed once a unit.

Every module of this package is a group of marks: ``NAMES`` names its figures and
``compute(units)`` gives one row a unit. A new mark is a new file here and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planextract.meaning.units.gather import Units

Table = NDArray[np.float32]
"""Figures: one row a unit, one column a mark."""


class Mark(NamedTuple):
    """A group of marks that are computed together."""

    name: str
    names: tuple[str, ...]
    compute: Callable[[Units], Table]


@cache
def registry() -> tuple[Mark, ...]:
    """The marks of this folder, in the order of their names."""
    found = []
    for module in sorted(info.name for info in iter_modules(__path__)):
        if module.startswith("_"):
            continue
        loaded = import_module(f"{__name__}.{module}")
        found.append(Mark(module, tuple(loaded.NAMES), loaded.compute))
    return tuple(found)


def mark_names() -> tuple[str, ...]:
    """The names of all figures, ``group.figure``."""
    return tuple(f"{mark.name}.{name}" for mark in registry() for name in mark.names)


def compute_marks(units: Units) -> Table:
    """All figures of all units of a document."""
    if not units.all:
        return np.zeros((0, len(mark_names())), np.float32)
    return np.hstack([mark.compute(units) for mark in registry()]).astype(np.float32)
