"""A damaged document repaired as one: what one part shows of the damage helps the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from planextract.repair import settings as s
from planextract.repair.channel import NORWEGIAN, Channel
from planextract.repair.context import Context
from planextract.repair.decode import Reading
from planextract.repair.finder import Finder
from planextract.repair.finding import Finding
from planextract.repair.judgement import judged
from planextract.repair.language import one_form
from planextract.repair.own_words import OwnWords
from planextract.repair.segment import Segment, readings, segment_of

Readings = list[list[Reading]]


def findings(texts: Sequence[str], finder: Finder) -> list[list[Finding]]:
    """Changes and doubts for each text known to be damaged, in order of place.

    The texts are read twice: by the channel and the words of other texts, then with what
    the first reading was certain of.
    """
    channel = Channel.prior()
    context = Context(finder.vocabulary)
    segments = [segment_of(text, finder, channel) for text in texts]
    first = [readings(segment, finder, channel, context, OwnWords()) for segment in segments]
    channel = _learned_channel(first)
    own = _own_words(segments, first)
    second = [readings(segment, finder, channel, context, own) for segment in segments]
    settled = _settled(segments, second) | _one_form(segments, second)
    return [
        judged(segment, reading, settled, own.words())
        for segment, reading in zip(segments, second, strict=True)
    ]


def _certain(reading: Reading) -> bool:
    """Whether no other option comes near the best."""
    best = reading.best
    others = [score for at, score in enumerate(reading.scores) if at != best]
    return not others or reading.scores[best] - max(others) > s.CERTAIN_MARGIN


def _own_words(segments: Sequence[Segment], first: Readings) -> OwnWords:
    """What words the document has, by the first reading."""
    own = OwnWords()
    for segment, found in zip(segments, first, strict=True):
        for unit, reading in zip(segment.units, found, strict=True):
            if unit.token.kind != "word":
                continue
            for option, weight in zip(reading.options, reading.weights(), strict=True):
                if option.candidate is not None and weight > s.LEAST_WEIGHT:
                    for word in option.words:
                        own.add(unit.token.text.lower(), word, weight)
    return own


def _learned_channel(first: Readings) -> Channel:
    """The channel as the certain changes of the first reading show it."""
    used: dict[int, float] = defaultdict(float)
    kept: dict[str, float] = defaultdict(float)
    for found in first:
        for reading in found:
            option = reading.options[reading.best]
            if option.candidate is None or not _certain(reading):
                continue
            for rule in option.candidate.path:
                used[rule] += 1.0
            if reading.best == 0:
                for letter in option.words[0]:
                    if letter in NORWEGIAN:
                        kept[letter] += 1.0
    return Channel.adapted(used, kept)


def _settled(segments: Sequence[Segment], second: Readings) -> dict[str, tuple[str, ...]]:
    """For each unknown string that is met more than once, the reading best for all its places."""
    totals: dict[str, dict[tuple[str, ...], float]] = {}
    places: dict[str, int] = defaultdict(int)
    for segment, found in zip(segments, second, strict=True):
        for unit, reading in zip(segment.units, found, strict=True):
            if unit.token.kind != "word" or reading.options[0].candidate is not None:
                continue
            text = unit.token.text.lower()
            places[text] += 1
            sums = totals.setdefault(text, defaultdict(float))
            for at, option in enumerate(reading.options):
                sums[option.words] += reading.margin(at, 0)
    return {
        text: max(sums, key=lambda words: (sums[words], words))
        for text, sums in totals.items()
        if places[text] > 1
    }


def _one_form(segments: Sequence[Segment], second: Readings) -> dict[str, tuple[str, ...]]:
    """For words of two permitted forms that look alike when damaged, the one of the document.

    What is read ``dd`` or ``d4`` and can only be ``då`` speaks for ``då`` where ``da`` stands.
    """
    read_as = {form: word for word, form in one_form().items()}
    sums: dict[str, float] = defaultdict(float)
    for segment, found in zip(segments, second, strict=True):
        for unit, reading in zip(segment.units, found, strict=True):
            text, best = unit.token.text.lower(), reading.options[reading.best].words
            form = one_form().get(text)
            if form is not None:
                at = next((i for i, it in enumerate(reading.options) if it.words == (form,)), 0)
                sums[text] += reading.margin(at, 0)
            elif best[-1] in read_as and reading.best and _certain(reading):
                sums[read_as[best[-1]]] += s.OTHER_SPELLING
    return {
        word: (one_form()[word] if total > s.ONE_FORM_MARGIN else word,)
        for word, total in sums.items()
    }
