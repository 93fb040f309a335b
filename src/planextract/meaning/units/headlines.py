"""Which units head others: headings by their type, and lines that a heading's looks set apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planextract.meaning.units.unit import Unit

LONGEST = 14
"""Words of a line that heads others."""


AGAIN = 2
"""How often a heading comes back that parts a section."""


@dataclass(frozen=True, slots=True)
class Headlines:
    """For each unit its rank as a heading (1 the strongest, 0: none) and the headings above it."""

    ranks: tuple[int, ...]
    above: tuple[tuple[int, ...], ...]
    """Places of the headings in force, nearest first."""
    inner: tuple[bool, ...] = ()
    """Whether a heading comes back with the same words: it parts a section and ends none."""


def find_headlines(units: Sequence[Unit]) -> Headlines:
    """Rank headings by size, weight, colour; a stronger heading ends the weaker ones above."""
    body = _body_style(units)
    heads = [
        unit.kind == "heading" or (_stands_out(unit, body) and _is_alone(units, at))
        for at, unit in enumerate(units)
    ]
    looks = sorted({_look(u, body) for u, head in zip(units, heads, strict=True) if head})
    order = {look: rank for rank, look in enumerate(looks, 1)}
    ranks = tuple(
        order[_look(unit, body)] if head else 0 for unit, head in zip(units, heads, strict=True)
    )
    return Headlines(ranks, _above(units, ranks), _inner(units, ranks))


def _body_style(units: Sequence[Unit]) -> tuple[float, str]:
    """Size and colour of most running text."""
    counts: Counter[tuple[float, str]] = Counter()
    for unit in units:
        if unit.kind in ("paragraph", "item"):
            counts[round(unit.size, 1), unit.color] += len(unit.text)
    return counts.most_common(1)[0][0] if counts else (10.0, "#000000")


def _stands_out(unit: Unit, body: tuple[float, str]) -> bool:
    """A short line without a full stop in another colour, weight or size than running text."""
    numbered = unit.kind == "item" and any(map(str.isdigit, unit.marker))
    if not (unit.kind == "paragraph" or numbered) or len(unit.text.split()) > LONGEST:
        return False
    if unit.text.endswith((".", ",", ";")):
        return False
    return unit.bold or unit.color != body[1] or unit.text.isupper() or unit.size > body[0] * 1.04


def _is_alone(units: Sequence[Unit], at: int) -> bool:
    """Whether a numbered line is none of several that look alike in a row, as in a list."""
    if units[at].kind != "item":
        return True
    beside = (units[near] for near in (at - 1, at + 1) if 0 <= near < len(units))
    return all(unit.style != units[at].style for unit in beside)


def _look(unit: Unit, body: tuple[float, str]) -> tuple[float, ...]:
    """What ranks a heading: the larger, then the one in capitals, bold, coloured."""
    capitals = unit.text.isupper() and len(unit.text) > 3
    filled = unit.fill is not None
    return (
        -round(unit.size * 2) / 2,
        float(not filled),
        float(not unit.bold),
        float(not capitals),
        float(unit.color == body[1]),
        float(unit.kind != "heading"),
        _numbering(unit),
    )


def _numbering(unit: Unit) -> float:
    """Of headings that look alike "2" is above "2.1", that above "Mål 3" and a plain line last."""
    if unit.number is None:
        return 9.0
    if any(c.isalpha() for c in unit.label.text.replace(unit.number, "")):
        return 5.0
    return float(min(unit.number.count(".") + 1, 4))


def _inner(units: Sequence[Unit], ranks: Sequence[int]) -> tuple[bool, ...]:
    words = [
        "".join(c for c in unit.text.lower() if c.isalpha()) if rank else ""
        for unit, rank in zip(units, ranks, strict=True)
    ]
    counts = Counter(word for word, rank in zip(words, ranks, strict=True) if rank and word)
    return tuple(
        rank > 0 and counts[word] >= AGAIN for word, rank in zip(words, ranks, strict=True)
    )


def _above(units: Sequence[Unit], ranks: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    stack: list[int] = []
    for at, unit in enumerate(units):
        if unit.kind == "banner":
            found.append(tuple(reversed(stack)))
            continue
        rank = ranks[at]
        if rank:
            while stack and ranks[stack[-1]] >= rank:
                stack.pop()
        found.append(tuple(reversed(stack)))
        if rank:
            stack.append(at)
    return tuple(found)
