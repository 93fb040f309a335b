"""What a damaged word may have been: the channel's rules walked back through the word list.

Position by position, a reading is kept only while some known word begins so; it may start
anew after a whole word, which makes compounds, or two words that lost their space.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planextract.repair import settings as s
from planextract.repair.channel import CAPITALS, Channel, Rule, rules, starting
from planextract.repair.compounds import first_part, last_part
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
    """``word``, ``compound``, ``split`` or ``start`` (of a cut word)."""
    generic: int
    """How many of the rules bring back no æ, ø or å."""
    extra: float
    """Cost beside the rules': of a lost space."""


class _Arc(NamedTuple):
    length: int
    true: str
    rule: int
    cost: float
    generic: bool


class _State(NamedTuple):
    at: int
    prefix: str
    """What is read of the word or part that is under way."""
    cost: float
    path: tuple[int, ...] = ()
    generic: int = 0
    parts: str = ""
    """The compound's parts before, joined."""
    parts_share: float = 0.0
    parts_count: int = 0
    first: str = ""
    """The first of two words that lost their space."""
    first_share: float = 0.0


class Walk:
    """One token's walk; not reused."""

    def __init__(self, vocabulary: Vocabulary, channel: Channel, token: str, cut: bool) -> None:
        self._vocabulary = vocabulary
        self._token = token
        self._low = token.lower()
        self._cut = cut
        self._capitals = len(token) > 1 and token.isalpha() and token.isupper()
        self._end = len(token)
        self._costs = channel.costs
        self._best: dict[tuple[str, ...], tuple[float, Candidate]] = {}
        self._states = [_State(0, "", 0.0)]
        self._limit = s.HOPELESS
        self._most_generic = self._generic_budget()
        self._arcs = [self._arcs_at(at) for at in range(self._end + 1)]

    def _generic_budget(self) -> int:
        """How many letters may have been misread without being æ, ø or å."""
        if self._end < 2:
            return int(not self._low.isalnum())
        known = self._vocabulary.standing(self._low)
        if known is None:
            return 1 if self._end < 7 else 2
        return 0 if known.own and known.log_share > s.COMMON and self._end > 3 else 1

    def found(self) -> tuple[Candidate, ...]:
        """The best candidates; the walk ends early where a token has too many readings."""
        budget = s.MOST_STEPS
        while self._states and budget:
            state = self._states.pop()
            if state.cost + self._to_come(state) < self._limit:
                budget -= 1
                self._step(state)
        ranked = sorted(self._best.items(), key=lambda item: (item[1][0], item[0]))
        return tuple(candidate for _, (_, candidate) in ranked[: s.MOST_CANDIDATES])

    def _to_come(self, state: _State) -> float:
        """The least that the word's rarity and its misread letters can add to a state's cost."""
        least = s.GENERIC * state.generic
        if state.first:
            return least - state.first_share
        best = s.LIKELIEST if self._cut else self._vocabulary.best_share(state.prefix)
        if state.parts:
            best = s.COMPOUND + s.PART_POWER * (state.parts_share + min(best, s.LIKELIEST_PART))
        return least - best

    def _arcs_at(self, at: int) -> list[_Arc]:
        known, arcs = starting(), []
        for length in range(min(LONGEST_RULE, self._end - at) + 1):
            read = self._token[at : at + length]
            low = read.lower()
            indexes = known.get(read, ())
            if low != read:
                indexes = tuple({*indexes, *known.get(low, ())})
            for index in indexes:
                rule, cost = rules()[index], self._costs[index]
                generic = not rule.letter
                if (
                    cost < s.MOST_COST
                    and rule.true != low
                    and not (generic and not self._most_generic)
                    and self._in_case(rule)
                    and not (generic and at and not length)
                ):
                    arcs.append(_Arc(length, rule.true, index, cost, generic))
        return arcs

    def _in_case(self, rule: Rule) -> bool:
        """Whether a word in capitals may have been misread so."""
        if not self._capitals or not rule.letter:
            return True
        return rule.read.lower() in CAPITALS[rule.letter]

    def _step(self, state: _State) -> None:
        at, begins = state.at, self._vocabulary.begins
        if state.prefix and at < self._end:
            self._restart(state)
        for arc in self._arcs[at]:
            if arc.generic and state.generic >= self._most_generic:
                continue
            total = state.cost + arc.cost
            longer = state.prefix + arc.true
            if total > s.MOST_COST or (arc.length == 0 and not self._may_be_lost(state, arc)):
                continue
            if begins(longer):
                path, generic = (*state.path, arc.rule), state.generic + arc.generic
                self._states.append(
                    _State(at + arc.length, longer, total, path, generic, *state[5:])
                )
        if at == self._end:
            self._end_word(state)
        else:
            longer = state.prefix + self._low[at]
            if begins(longer):
                self._states.append(_State(at + 1, longer, *state[2:]))

    def _may_be_lost(self, state: _State, arc: _Arc) -> bool:
        """Whether a letter that left no trace may be put here.

        Of letters that are no æ, ø or å only a word's first: to put others in would make
        one right form of Nynorsk of another (``førebyggande``, ``førebyggjande``).
        """
        if state.parts or state.path[-1:] == (arc.rule,):
            return False
        return not arc.generic or not state.path

    def _restart(self, state: _State) -> None:
        """Go on from a whole word with another part, or with another word."""
        rest = self._end - state.at
        if state.parts_count < s.MOST_PARTS - 1:
            share = first_part(state.prefix, not state.path, self._vocabulary)
            if share is not None:
                parts, count = state.parts + state.prefix, state.parts_count + 1
                shares = state.parts_share + share
                self._states.append(
                    _State(state.at, "", *state[2:5], parts, shares, count, *state[8:])
                )
        if not (state.first or self._cut) and state.at > 0 and self._end >= 3:
            self._restart_word(state, rest)

    def _restart_word(self, state: _State, rest: int) -> None:
        share = self._word_share(state)
        if share is None:
            return
        word = state.parts + state.prefix
        cost = state.cost + (s.LOST_SPACE if min(rest, len(word)) <= 2 else s.LOST_SPACE_LONG)
        least = s.SPLIT_SHORT if len(word) <= 3 else s.SPLIT_LONG
        if cost <= s.MOST_COST and (share > least or state.parts):
            self._states.append(
                _State(state.at, "", cost, state.path, state.generic, first=word, first_share=share)
            )

    def _word_share(self, state: _State) -> float | None:
        """Share of the word that ends here, compound or not; None if it is none."""
        found = self._vocabulary.standing(state.prefix)
        if not state.parts:
            return found.log_share if found and found.own else None
        share = last_part(state.prefix, state.parts, not state.path, self._vocabulary)
        if share is None:
            return None
        return s.COMPOUND + s.PART_POWER * (state.parts_share + share)

    def _end_word(self, state: _State) -> None:
        if state.first:
            self._end_split(state)
            return
        if not state.prefix:
            return
        found = self._vocabulary.standing(state.prefix)
        if not state.parts and found:
            self._keep(state, (state.prefix,), found.log_share, "word")
        elif state.parts and (share := self._word_share(state)) is not None:
            self._keep(state, (state.parts + state.prefix,), share, "compound")
        if self._cut and len(state.prefix) >= 2:
            mass = self._vocabulary.log_mass(state.prefix)
            if mass is not None:
                share = mass + s.START_OF_WORD
                if state.parts:
                    share = s.COMPOUND + s.PART_POWER * (state.parts_share + share)
                self._keep(state, (state.parts + state.prefix,), share, "start")

    def _end_split(self, state: _State) -> None:
        found = self._vocabulary.standing(state.prefix) if not state.parts else None
        if found is None or not found.own or state.prefix in grammar_words("endings_apart"):
            return
        short = len(state.prefix) <= 3
        if found.log_share > (s.SPLIT_SHORT if short else s.SPLIT_LONG):
            self._keep(state, (state.first, state.prefix), state.first_share, "split")

    def _keep(self, state: _State, words: tuple[str, ...], share: float, sort: str) -> None:
        score = state.cost - share
        if words not in self._best or score < self._best[words][0]:
            extra = state.cost - sum(self._costs[rule] for rule in state.path)
            kept = Candidate(words, state.path, share, sort, state.generic, extra)
            self._best[words] = (score, kept)
            self._limit = min(self._limit, score + s.WINDOW)
