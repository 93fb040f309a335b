"""Capitals of a mended word, as those of the word that was read."""

from __future__ import annotations

from planextract.repair.tokens import Token

LOST_IN = {"A": "åæ", "O": "øò", "Q": "ø", "E": "æ"}
"""What a capital may have been; no other capital is a sign that one stood there."""


def cased(token: Token, words: tuple[str, ...]) -> str:
    """The words in the capitals of the token: all, the first, or none."""
    word = " ".join(words)
    if len(token.text) == 1:
        return word.upper() if token.text == "|" or token.opens else word
    letters = [letter for letter in token.text if letter.isalpha()]
    if len(letters) > 1 and len(word) > 2 and all(letter.isupper() for letter in letters):
        return word.upper()
    first = token.text[0]
    misread = not token.opens and word[0] not in (first.lower(), *LOST_IN.get(first, ""))
    if (first.isupper() and not misread) or (not first.isalpha() and token.opens):
        return word[0].upper() + word[1:]
    return word
