"""Pack the commonest words of the languages that documents come in.

``python bench/build_languages.py COUNTS_DIR``: the folder holds ``se.tsv``, ``smj.tsv`` and
``sma.tsv`` (``word<TAB>count``), the other languages come from wordfreq and from the word
files of the repair. Each line is ``word<TAB>code:cost code:cost …``; a cost is the word's
share of text as ``-ln(share) * 4``.
"""

from __future__ import annotations

import lzma
import math
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from planextract.lexicons import read_packed, read_toml

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words/languages.tsv.xz"
MOST = 2500
"""Words of a language: beyond them the words of a text are its subject's."""
SCALE = 4
FREQUENT = ("da", "sv", "en", "de", "fi", "fr", "nl", "is", "es", "it", "pt", "pl", "nb")
COUNTED = ("se", "smj", "sma")


def plain(word: str) -> bool:
    return word.isalpha() and word == word.lower()


def wordfreq_costs(code: str) -> dict[str, float]:
    return {w: -math.log(s) for w, s in get_frequency_dict(code, wordlist="small").items()}


def counted_costs(path: Path) -> dict[str, float]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    counts = {row[0]: int(row[1]) for row in rows}
    total = sum(counts.values())
    costs = {word: -math.log(count / total) for word, count in counts.items()}
    written = read_toml("language")["frequent"].get(path.stem, [])
    return {**{word: 6.0 for word in written if word not in costs}, **costs}


def nynorsk_costs() -> dict[str, float]:
    rows = (line.split("\t") for line in read_packed("nn_counted"))
    return {word: int(tag[1:]) / 4 for word, tag in rows}


def main() -> None:
    costs = {code: wordfreq_costs(code) for code in FREQUENT}
    costs |= {code: counted_costs(Path(sys.argv[1]) / f"{code}.tsv") for code in COUNTED}
    costs["nn"] = nynorsk_costs()
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for code, known in costs.items():
        best = sorted((cost, word) for word, cost in known.items() if plain(word))[:MOST]
        for cost, word in best:
            table[word][code] = round(cost * SCALE)
    lines = [
        f"{word}\t" + " ".join(f"{code}:{cost}" for code, cost in sorted(table[word].items()))
        for word in sorted(table)
    ]
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    OUT.write_bytes(packed)
    sys.stdout.write(f"{len(lines)} words, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
