"""Pack the bigrams of the repair: ``python bench/build_repair_bigrams.py BIGRAMS.tsv.xz``.

Lines are ``word<TAB>next<TAB>steps`` with ``steps = -ln P * 4``, discounted; a line with an
empty second word has the weight left for pairs never met. The pairs of Bokmål are those of
Nynorsk with its words of grammar exchanged (words/nn_nb.tsv) where every word is Bokmål.
"""

from __future__ import annotations

import lzma
import math
import sys
from pathlib import Path

from planextract.lexicons import read_packed

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words"
DISCOUNT = 0.75
Counts = dict[tuple[str, str], int]


def read(path: Path) -> Counts:
    rows = (line.split("\t") for line in lzma.decompress(path.read_bytes()).decode().splitlines())
    return {(first, second): int(count) for first, second, count in rows}


def as_bokmaal(counts: Counts) -> Counts:
    text = (OUT / "nn_nb.tsv").read_text(encoding="utf-8")
    exchange = dict(line.split("\t") for line in text.splitlines() if line[0] != "#")
    known = {line.partition("\t")[0] for line in read_packed("nb_frequent")}
    moved: Counts = {}
    for (first, second), count in counts.items():
        pair = (exchange.get(first, first), exchange.get(second, second))
        if all(word in known or not word[0].isalpha() for word in pair):
            moved[pair] = moved.get(pair, 0) + count
    return moved


def pack(name: str, counts: Counts) -> None:
    totals: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for (first, _), count in counts.items():
        totals[first] = totals.get(first, 0) + count
        kinds[first] = kinds.get(first, 0) + 1
    lines = []
    for word, kind in kinds.items():
        # Pairs met once were left out of the counts; there are about as many as of the others.
        totals[word] += kind
        lines.append(f"{word}\t\t{steps((DISCOUNT + 1) * kind / totals[word])}")
    for (first, second), count in counts.items():
        lines.append(f"{first}\t{second}\t{steps((count - DISCOUNT) / totals[first])}")
    packed = lzma.compress("\n".join(sorted(lines)).encode(), preset=9 | lzma.PRESET_EXTREME)
    (OUT / name).write_bytes(packed)
    sys.stdout.write(f"{name}: {len(lines)} lines, {len(packed)} bytes\n")


def steps(share: float) -> int:
    return max(0, round(-math.log(share) * 4))


def main() -> None:
    counts = read(Path(sys.argv[1]))
    pack("nn_bigrams.tsv.xz", counts)
    pack("nb_bigrams.tsv.xz", as_bokmaal(counts))


if __name__ == "__main__":
    main()
