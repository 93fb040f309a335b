"""Pack the word files of the repair: ``python bench/build_repair_words.py COUNTS.tsv.xz``.

Each line is ``word<TAB>tag``: ``f`` a listed form; ``c`` a counted word, ``w`` a word of
wordfreq, both with two digits, the word's share of text as ``-ln(share) * 4``. Sorted, so
that a loader need only merge.
"""

from __future__ import annotations

import lzma
import math
import sys
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words"
COUNTED_TOKENS = 1_100_000


def tag(kind: str, share: float) -> str:
    return f"{kind}{min(99, round(-math.log(share) * 4)):02d}"


def pack(name: str, tagged: dict[str, str]) -> None:
    lines = sorted(f"{word}\t{mark}" for word, mark in tagged.items())
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (OUT / name).write_bytes(packed)
    sys.stdout.write(f"{name}: {len(lines)} words, {len(packed)} bytes\n")


def plain(word: str) -> bool:
    return word.isalpha() and word == word.lower()


def main() -> None:
    counts = lzma.decompress(Path(sys.argv[1]).read_bytes()).decode().splitlines()
    rows = [line.split("\t") for line in counts]
    pack(
        "nn_counted.tsv.xz",
        {r[0]: tag("c", max(int(r[1]) - 0.5, 0.5) / COUNTED_TOKENS) for r in rows if plain(r[0])},
    )
    factory = DefaultDictionaryFactory()
    for language in ("nn", "nb"):
        pack(
            f"{language}_forms.tsv.xz",
            {word: "f" for word in factory.get_dictionary(language) if plain(word)},
        )
    shares = get_frequency_dict("nb", wordlist="large")
    pack("nb_frequent.tsv.xz", {w: tag("w", s) for w, s in shares.items() if plain(w)})
    english = get_frequency_dict("en", wordlist="small")
    pack("en_common.tsv.xz", {w: tag("e", s) for w, s in english.items() if plain(w)})


if __name__ == "__main__":
    main()
