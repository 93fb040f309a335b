"""Capitals of a mended word, as those of the word that was read."""

from __future__ import annotations

from planextract.repair.tokens import Token


def cased(token: Token, words: tuple[str, ...]) -> str:
    """The words in the capitals of the token: all, the first, or none."""
    word = " ".join(words)
    letters = [letter for letter in token.text if letter.isalpha()]
    if len(letters) > 1 and len(word) > 2 and all(letter.isupper() for letter in letters):
        return word.upper()
    first = token.text[0]
    if first.isupper() or (not first.isalpha() and token.opens and len(word) > 1):
        return word[0].upper() + word[1:]
    return word
