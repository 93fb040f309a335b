"""From readings to changes and doubts: only what is well supported is changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from planextract.repair import settings as s
from planextract.repair.casing import cased
from planextract.repair.cell_rules import struck
from planextract.repair.confidence import probability
from planextract.repair.decode import Option, Reading
from planextract.repair.finding import Change, Finding
from planextract.repair.joints import halves
from planextract.repair.language import one_form
from planextract.repair.segment import Segment, Unit
from planextract.repair.suspicion import doubt
from planextract.repair.tokens import Token


def judged(
    segment: Segment,
    found: Sequence[Reading],
    settled: Mapping[str, tuple[str, ...]],
    own: Collection[str],
) -> list[Finding]:
    """The findings of one segment in order of place; ``settled`` decides repeated strings.

    ``own`` are the words that the document has for certain.
    """
    result: list[Finding] = []
    bars = []
    following = [unit.token for unit in segment.units[1:]]
    for unit, reading, after in zip_longest(segment.units, found, following):
        chosen = 0 if _is_letter(unit.token, after) else _chosen(unit, reading, settled)
        if chosen:
            result += _changes(unit, reading, chosen)
        elif unit.token.text == "|":
            bars.append(unit.token)
        elif unit.halves is None and (found_doubt := doubt(unit.token, reading, own)):
            result.append(found_doubt)
    result += struck(segment.text, segment.tokens, bars)
    return sorted(result, key=lambda finding: finding.start)


def _is_letter(token: Token, after: Token | None) -> bool:
    """Whether a lone capital before a capital is a letter (``Del A Mål``): no ``å`` stands so."""
    capital = len(token.text) == 1 and token.text.isupper() and not token.opens
    return capital and after is not None and after.text[:1].isupper()


def _chosen(unit: Unit, reading: Reading, settled: Mapping[str, tuple[str, ...]]) -> int:
    """The option to take; 0 leaves the token as it stands."""
    best = reading.best
    text = unit.token.text.lower()
    words = settled.get(text)
    if words is not None and (reading.options[0].candidate is None or text in one_form()):
        best = next((at for at, it in enumerate(reading.options) if it.words == words), 0)
        return best if reading.margin(best, 0) > s.SETTLED_MARGIN else 0
    least = _least_margin(unit, reading.options[0], reading.options[best])
    return best if best and reading.margin(best, 0) > least else 0


def _least_margin(unit: Unit, as_is: Option, option: Option) -> float:
    """What a change must win by, the less the stranger the token is as read."""
    before = as_is.candidate.sort if as_is.candidate else ""
    after = option.candidate
    if after is None:
        return s.OTHER_MARGIN
    least = s.LEAST_MARGINS.get((before, after.sort), s.OTHER_MARGIN)
    text = unit.token.text
    if text.isupper() and len(text) == 1 and not unit.token.opens:
        least = s.LONE_CAPITAL_MARGIN
    elif text.isupper() and 1 < len(text) <= s.LONGEST_ACRONYM:
        least = max(least, s.ACRONYM_MARGIN)
    if before == "word" and _strains(as_is, option):
        least = max(least, s.RARE_READING_MARGIN)
    return least + s.GENERIC_MARGIN * bool(after.generic)


def _strains(as_is: Option, option: Option) -> bool:
    """Whether an unlikely misreading would make a common word one that is not far commoner."""
    alike = option.share - as_is.share < s.FAR_COMMONER
    return alike and as_is.share > s.RARE_WORD and -option.score > s.RARE_READING


def _changes(unit: Unit, reading: Reading, chosen: int) -> list[Finding]:
    option = reading.options[chosen]
    after = cased(unit.token, option.words)
    score = probability(reading.margin(chosen, 0))
    rule = _rule_name(option)
    if unit.halves is None:
        token = unit.token
        return [Change(token.start, token.end, token.text, after, rule, score)]
    first, second = unit.halves
    mended = halves(after, first.text, second.text)
    return [
        Change(half.start, half.end, half.text, part, rule, score)
        for half, part in zip((first, second), mended, strict=True)
        if half.text != part
    ]


def _rule_name(option: Option) -> str:
    candidate = option.candidate
    if candidate is None or candidate.sort == "split":
        return "lost-space"
    if candidate.generic:
        return "look-alike"
    return "letters-in-compound" if candidate.sort == "compound" else "letters"
