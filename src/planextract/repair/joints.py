"""Words cut by a line's end: the halves found, though columns may have run together.

``fore-`` above ``bygging`` is ``førebygging``; ``familia-`` above ``nar`` says that this
``nar`` is no damaged ``når``.
"""

from __future__ import annotations

from collections.abc import Sequence

from planextract.repair.candidates import Candidate, Finder
from planextract.repair.tokens import Token

LINES_AHEAD = 2
"""A cut word goes on within two lines; blank lines of a ragged cell counted in."""
LEAST_HALF = 2


def joints(found: Sequence[Token], finder: Finder) -> dict[int, int]:
    """Places of first halves, each with that of its second half."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for at, token in enumerate(found):
        if not (token.cut and token.kind == "word" and _ends_chunk(found, at)):
            continue
        second = _second_half(found, at, finder, taken)
        if second is not None:
            pairs[at] = second
            taken.add(second)
    return pairs


def _ends_chunk(found: Sequence[Token], at: int) -> bool:
    """Whether nothing but the hyphen follows before white space."""
    if at + 2 >= len(found):
        return False
    return found[at + 2].start > found[at + 1].end and found[at + 1].start == found[at].end


def _second_half(found: Sequence[Token], at: int, finder: Finder, taken: set[int]) -> int | None:
    """The first token of the lines below that makes a known word with this first half."""
    first = found[at]
    below = [
        place
        for place in range(at + 2, min(at + 30, len(found)))
        if 0 < found[place].line - first.line <= LINES_AHEAD and place not in taken
    ]
    below.sort(key=lambda place: (not found[place].first_in_line, place))
    for place in below:
        second = found[place]
        if second.kind == "word" and second.text[:1].islower() and len(second.text) >= LEAST_HALF:
            if _whole(first.text + second.text, second.first_in_line, finder):
                return place
    return None


def _whole(joined: str, mendable: bool, finder: Finder) -> bool:
    """Whether the halves make a word: as they are, or mended where they stand in line."""
    known = finder.vocabulary.standing(joined.lower())
    if known is not None and known.own:
        return True
    candidates = finder.candidates(joined, False)
    likely = [c for c in candidates if c.sort in ("word", "compound")][:1]
    return any(not c.path or (mendable and _sure(c)) for c in likely)


def _sure(candidate: Candidate) -> bool:
    return candidate.sort == "word" and not candidate.generic


def halves(word: str, first: str, second: str) -> tuple[str, str]:
    """A mended word cut where its halves were: where the fewest letters change."""

    def cost(at: int) -> int:
        return _distance(first.lower(), word[:at]) + _distance(second.lower(), word[at:])

    at = min(range(1, len(word)), key=lambda place: (cost(place), abs(place - len(first))))
    return word[:at], word[at:]


def _distance(read: str, true: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(read, true)
