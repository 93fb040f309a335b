"""Nynorsk or Bokmål, told by the words of grammar, damaged or not."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from planextract.lexicons import read_toml
from planextract.repair.settings import SELDOM, SLIP

Language = Literal["nn", "nb"]
_WORD = re.compile(r"[^\W\d_]+")


@cache
def grammar_words(key: str) -> frozenset[str]:
    """One list of ``function_words.toml``."""
    return frozenset(read_toml("words/function_words")[key])


@cache
def one_form() -> dict[str, str]:
    """Permitted words, each with the other permitted form that OCR makes look like it."""
    return dict(read_toml("words/function_words")["one_form"])


@cache
def slips(language: Language) -> dict[str, float]:
    """What the counts of words that are not, or seldom, the language's own must lose, in nats."""
    seldom = dict.fromkeys(grammar_words(f"seldom_{language}"), SELDOM)
    return seldom | dict.fromkeys(grammar_words(f"not_{language}"), SLIP)


def language_of(text: str) -> Language:
    """The language of a text; Nynorsk where it does not say."""
    nn = grammar_words("nn") - grammar_words("nb")
    nb = grammar_words("nb") - grammar_words("nn")
    words = _WORD.findall(text.lower())
    for_nn = sum(word in nn for word in words)
    return "nb" if sum(word in nb for word in words) > for_nn else "nn"
