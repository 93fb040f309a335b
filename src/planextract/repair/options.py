"""The options of a token: as it stands, and each candidate held against what speaks for it."""

from __future__ import annotations

from functools import cache

from planextract.lexicons import read_packed
from planextract.repair import settings as s
from planextract.repair.candidates import Candidate
from planextract.repair.channel import Channel
from planextract.repair.context import NUMBER, Context
from planextract.repair.decode import Option
from planextract.repair.finder import Finder
from planextract.repair.letters import log_spelling
from planextract.repair.tokens import Token
from planextract.repair.vocabulary import Vocabulary

MARK_WORDS = {"–": "-", "—": "-", "»": '"', "«": '"', "“": '"', "”": '"'}


def options(
    token: Token, finder: Finder, channel: Channel, context: Context, bar_share: float
) -> tuple[Option, ...]:
    """All options of a token, the token as it stands first.

    ``bar_share`` is how common a lone ``|`` is where the token stands.
    """
    if token.kind != "word":
        word = NUMBER if token.kind == "number" else MARK_WORDS.get(token.text, token.text)
        return (Option((word.lower(),), context.share(word), 0.0, None),)
    candidates = finder.candidates(token.text, token.cut)
    as_is = _as_it_stands(token, candidates, finder)
    if token.text == "|":
        as_is = Option(("|",), bar_share, 0.0, None)
        candidates = candidates if token.opens and bar_share < s.BAR_IN_TABLE else ()
    held = [
        _held(token, candidate, finder.vocabulary, channel)
        for candidate in candidates
        if candidate is not as_is.candidate
        and (len(token.text) > 1 or candidate.words[0] in s.ONE_LETTER_WORDS)
    ]
    return (as_is, *held)


def _as_it_stands(token: Token, candidates: tuple[Candidate, ...], finder: Finder) -> Option:
    low = token.text.lower()
    known = next((c for c in candidates if not c.path and c.words == (low,)), None)
    if token.text.isdigit():
        return Option((NUMBER,), s.NUMBER_SHARE + s.ONE_DIGIT, 0.0, None)
    stranger = _stranger(token, finder.vocabulary)
    if known is None:
        return Option((low,), stranger, 0.0, None)
    return Option((low,), max(known.share, stranger), 0.0, known)


def _stranger(token: Token, vocabulary: Vocabulary) -> float:
    """Share of a word that no list has: a name more likely than a common word."""
    text = token.text
    name = text[:1].isupper() and not token.opens
    prior = (
        s.STRANGE_CAPITALS
        if text.isupper() and len(text) > 1
        else (s.STRANGE_NAME if name else s.STRANGE_WORD)
    )
    share = prior + _spelled(text.lower(), vocabulary)
    english = _english().get(text.lower())
    return share if english is None else max(share, english + s.ENGLISH)


def _spelled(word: str, vocabulary: Vocabulary) -> float:
    """Log share of a spelling, of which one end may be a known part of a compound."""
    best = log_spelling(word)
    for at in range(s.LEAST_STEM, len(word) - s.LEAST_STEM + 1):
        for known, rest in ((word[:at], word[at:]), (word[at:], word[:at])):
            found = vocabulary.standing(known)
            if found and found.own:
                share = s.COMPOUND + s.PART_POWER * found.log_share + log_spelling(rest)
                best = max(best, share)
    return best


def _held(token: Token, candidate: Candidate, vocabulary: Vocabulary, channel: Channel) -> Option:
    cost = candidate.extra + sum(channel.costs[rule] for rule in candidate.path)
    if candidate.sort == "word":
        cost += _foreignness(token, candidate.words[0], vocabulary)
    if token.after_number and candidate.words[0].startswith(s.YEAR):
        cost -= s.YEAR_AFTER_NUMBER
    share = candidate.share
    if candidate.generic:
        cost += s.GENERIC * candidate.generic
        if candidate.sort == "compound" and not channel.learned(candidate.path):
            cost += s.UNLEARNED
    return Option(candidate.words, share, -cost, candidate)


def _foreignness(token: Token, word: str, vocabulary: Vocabulary) -> float:
    """What is held against a word that only the sister language has; less against a name."""
    found = vocabulary.standing(word)
    if found is None or found.own:
        return 0.0
    return s.FOREIGN_NAME if token.text[0].isupper() and not token.opens else s.FOREIGN_WORD


@cache
def _english() -> dict[str, float]:
    rows = (line.split("\t") for line in read_packed("en_common"))
    return {word: -int(tag[1:]) / 4 for word, tag in rows}
