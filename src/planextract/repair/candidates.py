"""What a damaged word may have been: the channel's rules walked back through the word list.

Position by position, a reading is kept only while some known word begins so; it may start
anew after a whole word, which makes compounds, or two words that lost their space.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from planextract.repair import settings as s
from planextract.repair.channel import Channel, rules, starting
from planextract.repair.language import grammar_words
from planextract.repair.vocabulary import Vocabulary

LONGEST_RULE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a token may have been."""

    words: tuple[str, ...]
    """In lower case; two where a space was lost."""
    path: tuple[int, ...]
    """The rules it takes, in order; empty for the token as it stands."""
    share: float
    """Natural logarithm of its share of text; of the first word where it is two."""
    sort: str
    """``word``, ``compound``, ``split``, ``start`` (of a cut word) or ``stranger``."""
    generic: int
    """How many of the rules bring back no æ, ø or å."""


@dataclass(frozen=True, slots=True)
class _Arc:
    length: int
    true: str
    rule: int
    cost: float
    generic: bool


class Finder:
    """Finds the candidates of a token; remembers what it found for the same string."""

    def __init__(self, vocabulary: Vocabulary, channel: Channel) -> None:
        self.vocabulary = vocabulary
        self._channel = channel
        self._known: dict[tuple[str, bool], tuple[Candidate, ...]] = {}

    def candidates(self, token: str, cut: bool) -> tuple[Candidate, ...]:
        """The most likely first; the token as it stands is among them if a list knows it."""
        key = (token, cut)
        if key not in self._known:
            self._known[key] = _Walk(self.vocabulary, self._channel, token, cut).found()
        return self._known[key]


class _Walk:
    """One token's walk; not reused."""

    def __init__(self, vocabulary: Vocabulary, channel: Channel, token: str, cut: bool) -> None:
        self._vocabulary = vocabulary
        self._token = token
        self._low = token.lower()
        self._cut = cut
        self._end = len(token)
        self._costs = channel.costs
        self._arcs = [self._arcs_at(at) for at in range(self._end + 1)]
        self._best: dict[tuple[str, ...], tuple[float, Candidate]] = {}
        self._budget = s.MOST_STEPS
        known = vocabulary.standing(self._low)
        common = known is not None and known.log_share > s.COMMON
        self._most_generic = 0 if self._end < 2 else 1 if known or self._end < 7 else 2
        if common and known is not None and known.own and self._end > 3:
            self._most_generic = 0

    def found(self) -> tuple[Candidate, ...]:
        self._step(0, "", 0.0, (), 0, ())
        ranked = sorted(self._best.items(), key=lambda kv: (kv[1][0], kv[0]))
        return tuple(candidate for _, (_, candidate) in ranked[: s.MOST_CANDIDATES])

    def _arcs_at(self, at: int) -> list[_Arc]:
        known, arcs = starting(), []
        for length in range(0, LONGEST_RULE + 1):
            read = self._token[at : at + length]
            if len(read) < length:
                break
            indexes = set(known.get(read, ())) | set(known.get(read.lower(), ()))
            for index in indexes:
                rule = rules()[index]
                cost = self._costs[index]
                if cost < s.MOST_COST and rule.true != read.lower():
                    arcs.append(_Arc(length, rule.true, index, cost, not rule.letter))
        return arcs

    def _step(
        self,
        at: int,
        prefix: str,
        cost: float,
        path: tuple[int, ...],
        generic: int,
        parts: tuple[tuple[str, float], ...],
        split: bool = False,
    ) -> None:
        self._budget -= 1
        if self._budget < 0:
            return
        if at == self._end:
            self._emit(prefix, cost, path, generic, parts, split)
        else:
            longer = prefix + self._low[at]
            if self._vocabulary.begins(longer):
                self._step(at + 1, longer, cost, path, generic, parts, split)
        for arc in self._arcs[at]:
            if arc.generic and (generic >= self._most_generic or (parts and not split)):
                continue
            if arc.length == 0 and path and self._costs[path[-1]] == arc.cost:
                continue
            total = cost + arc.cost
            if total > s.MOST_COST:
                continue
            longer = prefix + arc.true
            if self._vocabulary.begins(longer):
                self._step(
                    at + arc.length,
                    longer,
                    total,
                    (*path, arc.rule),
                    generic + arc.generic,
                    parts,
                    split,
                )
        if prefix and at < self._end:
            self._restart(at, prefix, cost, path, generic, parts, split)

    def _restart(
        self,
        at: int,
        prefix: str,
        cost: float,
        path: tuple[int, ...],
        generic: int,
        parts: tuple[tuple[str, float], ...],
        split: bool,
    ) -> None:
        if split:
            return
        rest = self._end - at
        if rest >= 3 and len(parts) < s.MOST_PARTS - 1 and not generic:
            share = self._part(prefix)
            if share is not None:
                self._step(at, "", cost, path, generic, (*parts, (prefix, share)))
        if not parts and not self._cut and not generic and self._end >= 3:
            found = self._vocabulary.standing(prefix)
            if found and found.own and found.log_share > self._least_split(prefix):
                split_cost = cost + s.LOST_SPACE
                if split_cost <= s.MOST_COST:
                    self._step(
                        at, "", split_cost, path, generic, ((prefix, found.log_share),), True
                    )

    def _least_split(self, word: str) -> float:
        return s.SPLIT_SHORT if len(word) <= 3 else s.SPLIT_LONG

    def _part(self, prefix: str) -> float | None:
        """The share of a word that may be the first part of a compound, None if it may not."""
        if prefix in grammar_words("never_part"):
            return None
        found = self._vocabulary.standing(prefix)
        least = s.PART_SHORT if len(prefix) <= 3 else s.PART_LONG
        best = None
        if found and len(prefix) >= 2 and found.log_share > least:
            best = found.log_share
        if len(prefix) > 3 and prefix[-1] in "se":
            stem = self._vocabulary.standing(prefix[:-1])
            if stem and stem.own and stem.log_share > s.PART_LONG:
                best = max(best or -99.0, stem.log_share + s.LINK)
        return best

    def _emit(
        self,
        prefix: str,
        cost: float,
        path: tuple[int, ...],
        generic: int,
        parts: tuple[tuple[str, float], ...],
        split: bool,
    ) -> None:
        found = self._vocabulary.standing(prefix)
        share = found.log_share if found else None
        if split:
            if found is None or not found.own or found.log_share < self._least_split(prefix):
                return
            self._keep((parts[0][0], prefix), cost, path, parts[0][1], "split", generic)
            return
        if self._cut and len(prefix) >= 2:
            mass = self._vocabulary.log_mass(prefix)
            if mass is not None:
                share = max(share or -99.0, mass + s.START_OF_WORD)
        if share is None:
            return
        if not parts:
            sort = "word" if found else "start"
            self._keep((prefix,), cost, path, share, sort, generic)
        elif (
            len(prefix) >= 3
            and prefix not in grammar_words("never_part")
            and (share > s.LAST_SHORT if len(prefix) == 3 else share > s.LAST_LONG)
        ):
            total = s.COMPOUND + s.PART_POWER * (sum(part for _, part in parts) + share)
            word = "".join(part for part, _ in parts) + prefix
            self._keep((word,), cost, path, total, "compound", generic)

    def _keep(
        self,
        words: tuple[str, ...],
        cost: float,
        path: tuple[int, ...],
        share: float,
        sort: str,
        generic: int,
    ) -> None:
        score = cost - share
        if words not in self._best or score < self._best[words][0]:
            self._best[words] = (score, Candidate(words, path, share, sort, generic))


def log_or(a: float, b: float) -> float:
    """Natural logarithm of the sum of two shares."""
    high, low = max(a, b), min(a, b)
    return high + math.log1p(math.exp(low - high))
