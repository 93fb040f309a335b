"""A damaged document repaired as one: what one part shows of the damage helps the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planextract.repair import settings as s
from planextract.repair.candidates import Finder
from planextract.repair.casing import cased
from planextract.repair.channel import Channel
from planextract.repair.confidence import probability
from planextract.repair.context import START, Context
from planextract.repair.decode import Option, Reading, read
from planextract.repair.options import options
from planextract.repair.tokens import Token, tokens
from planextract.repair.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Change:
    """``segment[start:end]``, as read, should be ``after``."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    score: float
    """Probability that it is right, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """``segment[start:end]`` looks damaged and was left; ``candidates``, the likeliest first."""

    start: int
    end: int
    word: str
    candidates: tuple[str, ...]


Finding = Change | Doubt


def findings(segments: Sequence[str], vocabulary: Vocabulary) -> list[list[Finding]]:
    """Changes and doubts for each segment of text known to be damaged, in order."""
    context = Context(vocabulary.language, vocabulary)
    cut = [tokens(segment) for segment in segments]
    channel = Channel.prior()
    finder = Finder(vocabulary, channel)
    readings = [_read(found, finder, channel, context) for found in cut]
    return [
        [
            finding
            for token, reading in zip(found, read_, strict=True)
            if (finding := _judge(token, reading))
        ]
        for found, read_ in zip(cut, readings, strict=True)
    ]


def _read(found: list[Token], finder: Finder, channel: Channel, context: Context) -> list[Reading]:
    units = [options(token, finder, channel, context) for token in found]
    return read(units, context, START)


def _judge(token: Token, reading: Reading) -> Finding | None:
    best = reading.best
    option = reading.options[best]
    as_is = reading.options[0]
    if best == 0 or option.candidate is None:
        return _doubt(token, reading)
    margin = reading.margin(best, 0)
    if margin <= _least_margin(as_is, option):
        return _doubt(token, reading)
    after = cased(token, option.words)
    rule = _rule_name(option)
    return Change(token.start, token.end, token.text, after, rule, probability(margin))


def _least_margin(as_is: Option, option: Option) -> float:
    return s.KNOWN_MARGIN if as_is.candidate is not None else s.STRANGE_MARGIN


def _rule_name(option: Option) -> str:
    candidate = option.candidate
    if candidate is None or candidate.sort == "split":
        return "lost-space"
    if candidate.generic:
        return "look-alike"
    return "letters-in-compound" if candidate.sort == "compound" else "letters"


def _doubt(token: Token, reading: Reading) -> Doubt | None:
    """A doubt about a token that no list has and that a likely candidate could have given."""
    if reading.options[0].candidate is not None or token.kind != "word" or len(reading.options) < 2:
        return None
    ranked = sorted(range(1, len(reading.options)), key=lambda at: -reading.scores[at])
    near = [at for at in ranked if reading.margin(at, 0) > s.DOUBT_MARGIN][:3]
    if not near:
        return None
    words = tuple(cased(token, reading.options[at].words) for at in near)
    return Doubt(token.start, token.end, token.text, words)
