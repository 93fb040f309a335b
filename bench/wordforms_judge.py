"""How well the word forms are told in files that the table was not fitted on."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from wordforms_material import made
from wordforms_treebank import Sentence, sentences, tag_of

from planextract.meaning.wordforms.tagger import Tagger
from planextract.meaning.wordforms.words import TAGS


def judge(tagger: Tagger, paths: list[Path], helping: Mapping[str, str], text: str) -> None:
    """Print shares right by language, by tag, of unseen words and of made beginnings."""
    seen = {line.split("\t")[1] for line in text.split("\n") if line.startswith("w\t")}
    for language in ("nno", "nob"):
        treebank = [
            one for path in paths if path.parent.name == language for one in sentences(path)
        ]
        tags = [[tag_of(token, helping) for token in sentence] for sentence in treebank]
        _words(tagger, language, treebank, tags, seen)
        _beginnings(tagger, language, treebank, tags, seen)


def _words(tagger: Tagger, language: str, treebank: list[Sentence], tags, seen: set[str]) -> None:
    started = time.perf_counter()
    found = tagger.tag_all([[token.form for token in sentence] for sentence in treebank])
    taken = time.perf_counter() - started
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence, row, probable in zip(treebank, tags, found, strict=True):
        for token, tag, one in zip(sentence, row, probable, strict=True):
            guess = TAGS[int(one.argmax())]
            kinds = [tag, "all"] + ["unseen"] * (token.form.lower() not in seen)
            gold.update(kinds)
            told.update([guess])
            if guess == tag:
                right.update(kinds)
    out = sys.stdout.write
    out(f"{language}: {gold['all']} tokens, {gold['all'] / taken:.0f} a second\n")
    for kind in ("all", "unseen", *TAGS):
        precision = f"{right[kind] / max(1, told[kind]):.3f}" if kind in TAGS else "     "
        share = right[kind] / max(1, gold[kind])
        out(f"  {kind:8} {gold[kind]:6} found {share:.3f} of the told {precision}\n")


def _beginnings(tagger: Tagger, language: str, treebank, tags, seen: set[str]) -> None:
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    regular = sorted(stem for stem in tagger.lexicon.stems if stem + "e" not in seen)
    cut = made(treebank, tags, regular, tagger.lexicon.stems, 99)
    whole = [[(token.form, tag) for token, tag in zip(sentence, row, strict=True)]
             for sentence, row in zip(treebank, tags, strict=True)]  # fmt: skip
    for name, material in (("cut", cut), ("whole", whole)):
        found = tagger.tag_all([[word for word, _ in sentence] for sentence in material])
        for sentence, probable in zip(material, found, strict=True):
            word, tag = sentence[0]
            lower = word.lower()
            kind = tag if tag in ("INF", "IMP", "PASS") else "other"
            if kind == "other" and lower[-1] in "ea":
                kind = "other in -e, -a"
            if lower not in seen:
                listed = bool(tagger.lexicon.verb_form(lower, ("e", "a", "")))
                kind += " unseen" + (", listed" if listed else "")
            guess = TAGS[int(probable[0].argmax())]
            gold[name, kind] += 1
            verbal = ("INF", "IMP", "PASS")
            right[name, kind] += guess == tag if tag in verbal else guess not in verbal
    for (name, kind), count in sorted(gold.items()):
        share = right[name, kind] / count
        sys.stdout.write(f"  begins {name:6} {kind:30} {count:6} right {share:.3f}\n")
