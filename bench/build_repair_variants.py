"""Pack the damage gate's table: what the channel makes of frequent words with æ, ø or å.

A form goes in if a text of undamaged Norwegian hardly ever has it: it is at least
``RARER`` times rarer, in either language, than the damaged word would give it.
"""

from __future__ import annotations

import lzma
import math
import sys
from itertools import product
from pathlib import Path

from planextract.lexicons import read_packed
from planextract.repair.channel import NORWEGIAN, rules
from planextract.repair.vocabulary import SCALE

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words/variants.tsv.xz"
RARER = math.log(200)
LEAST_SHARE = -11.5
LEAST_RULE = 0.012
MOST_FORMS = 60


def shares(name: str) -> dict[str, float]:
    rows = (line.split("\t") for line in read_packed(name))
    return {word: -int(tag[1:]) / SCALE for word, tag in rows}


def damaged(word: str) -> dict[str, float]:
    """Forms that every lost letter makes of a word, with the log share of each."""
    readings = {
        letter: [
            (rule.read.lower(), math.log(rule.share))
            for rule in rules()
            if rule.true == letter and rule.share >= LEAST_RULE
        ]
        for letter in NORWEGIAN
    }
    choices = [readings.get(letter, []) or [(letter, 0.0)] for letter in word]
    if math.prod(len(choice) for choice in choices) > MOST_FORMS:
        choices = [sorted(choice, key=lambda c: -c[1])[:2] for choice in choices]
    forms: dict[str, float] = {}
    for picked in product(*choices):
        form = "".join(read for read, _ in picked)
        forms[form] = max(forms.get(form, -99.0), sum(cost for _, cost in picked))
    return forms


def main() -> None:
    nn, nb = shares("nn_counted"), shares("nb_frequent")
    listed = {
        line.partition("\t")[0] for name in ("nn_forms", "nb_forms") for line in read_packed(name)
    }
    table: dict[str, str] = {}
    words = sorted({*nn, *nb}, key=lambda w: (-max(nn.get(w, -99), nb.get(w, -99)), w))
    for word in words:
        share = max(nn.get(word, -99.0), nb.get(word, -99.0))
        if share < LEAST_SHARE or not NORWEGIAN & set(word):
            continue
        for form, cost in damaged(word).items():
            own = max(nn.get(form, -99.0), nb.get(form, -99.0), -16.0 if form in listed else -99.0)
            if len(form) > 1 and share + cost - own > RARER and form not in table:
                table[form] = word
    text = "\n".join(f"{form}\t{word}" for form, word in sorted(table.items()))
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    OUT.write_bytes(packed)
    sys.stdout.write(
        f"{len(table)} forms of {len(set(table.values()))} words, {len(packed)} bytes\n"
    )


if __name__ == "__main__":
    main()
