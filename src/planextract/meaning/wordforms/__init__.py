"""The form of Norwegian words (nn, nb) in their sentence, by a small fitted table."""

from __future__ import annotations

from planextract.meaning.wordforms.sentence import FIGURES, sentence_form, sentence_forms
from planextract.meaning.wordforms.tagger import Tagger, load
from planextract.meaning.wordforms.words import TAGS, tokens

__all__ = ["FIGURES", "TAGS", "Tagger", "load", "sentence_form", "sentence_forms", "tokens"]
