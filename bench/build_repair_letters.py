"""Pack the letter 4-grams of the repair from the words of the other files.

One byte each: ``-ln P(letter | three before) * 16``, the four letters the digits of the index.
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

import numpy as np

from planextract.lexicons import read_packed

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words/letters.xz"
ALPHABET = "\tabcdefghijklmnopqrstuvwxyzæøåé"
SIZE = len(ALPHABET)
SMOOTHING = 10.0
EVERY = 2


def main() -> None:
    words = [line.partition("\t")[0] for line in read_packed("nn_counted")]
    words += [line.partition("\t")[0] for line in read_packed("nb_frequent")[::EVERY]]
    text = "\t\t\t" + "\t\t\t".join(words) + "\t"
    place = {letter: at for at, letter in enumerate(ALPHABET)}
    codes = np.array([place.get(letter, SIZE - 1) for letter in text])
    share = np.full(SIZE, 1 / SIZE)
    for order in range(4):
        grams = np.zeros(len(codes) - 3, dtype=np.int64)
        for back in range(order, -1, -1):
            grams = grams * SIZE + codes[3 - back : len(codes) - back]
        counts = np.bincount(grams, minlength=SIZE ** (order + 1)).reshape(-1, SIZE)
        fewer_letters = np.tile(share.reshape(-1, SIZE), (SIZE if order else 1, 1))
        share = counts + SMOOTHING * fewer_letters
        share /= share.sum(axis=1, keepdims=True)
    steps = np.minimum(255, np.round(-np.log(share) * 16)).astype(np.uint8)
    packed = lzma.compress(steps.tobytes(), preset=9 | lzma.PRESET_EXTREME)
    OUT.write_bytes(packed)
    sys.stdout.write(f"letters.xz: {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
