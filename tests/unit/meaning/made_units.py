"""Units of blocks made by hand, and the figures that marks give them."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from made_blocks import layout

from planextract.meaning.units.gather import Units, gather
from planextract.model.layout import TableBlock, TextBlock


def units_of(*blocks: TextBlock | TableBlock) -> Units:
    """The units of a layout that has these blocks."""
    return gather(layout(*blocks))


def sized(made: TextBlock, size: float) -> TextBlock:
    """A block in another size of type."""
    return replace(made, size=size)


def texts(units: Units, kind: str) -> list[str]:
    """The texts of the units of one kind."""
    return [unit.text for unit in units.all if unit.kind == kind]


def place(units: Units, text: str) -> int:
    """The place of the first unit that says this."""
    return next(at for at, unit in enumerate(units.all) if unit.text == text)


def figures(module: ModuleType, units: Units, at: int = 0) -> dict[str, float]:
    """What a group of marks says of one unit, by the names of its figures."""
    row = module.compute(units)[at]
    return dict(zip(module.NAMES, map(float, row), strict=True))
