"""Ours against plain nearest-word repair, on the same tokens in the same run.

``python bench/repair.py [--pages DIR ...] [--pairs PAIRS.tsv --text TEXT.txt] [--only NAME ...]``

DIR holds ``page*.read.txt`` beside ``page*.truth.txt``; by default the project's own pages.
PAIRS.tsv has columns damaged, correct, left, right, for TEXT as it stands. The others take
the project's own word list; SymSpell and Hunspell are measured where ``symspellpy`` and
``spylls`` (with Debian's hunspell-no) are installed. Needs no network.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein, MatchingBlock

from planextract.lexicons import read_packed
from planextract.repair import repair_text

PAGES = Path(__file__).parents[1] / "tests/data/repair"
SAME = str.maketrans(
    {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "–": "-", "—": "-", "’": "'", "‘": "'"}
)
WARMING_UP = (
    "Det gar ikkje bra pa skulen, og alle far sja det nar dei vil.",
    "Det gar ikke bra pa skolen, og alle far se det nar de vil.",
)
"""A text of each language, so that loading the words is not taken for repairing."""
WORD = re.compile(r"[^\W\d_]+")
Repair = Callable[[str], str]


def tokens(text: str) -> list[str]:
    return text.translate(SAME).split()


def right(read: list[str], truth: list[str]) -> set[int]:
    """Places of the truth whose token was read right."""
    blocks = Levenshtein.editops(read, truth).as_matching_blocks()
    return {place for block in blocks for place in range(block.b, block.b + block.size)}


def measure(repair: Repair, pages: list[tuple[str, str]]) -> dict[str, float]:
    """Word error rate before and after, shares of mended and harmed tokens, speed."""
    words = before = after = sound = damaged = mended = harmed = 0
    started = time.process_time()
    results = [repair(read) for read, _ in pages]
    seconds = time.process_time() - started
    for (read, truth), result in zip(pages, results, strict=True):
        true = tokens(truth)
        was, is_ = right(tokens(read), true), right(tokens(result), true)
        words += len(true)
        before += Levenshtein.distance(tokens(read), true)
        after += Levenshtein.distance(tokens(result), true)
        sound += len(was)
        damaged += len(true) - len(was)
        mended += len(is_ - was)
        harmed += len(was - is_)
    return {
        "tokens": words,
        "WER before %": 100 * before / words,
        "WER after %": 100 * after / words,
        "mended %": 100 * mended / damaged,
        "harmed %": 100 * harmed / sound,
        "tokens/CPU s": words / max(seconds, 1e-9),
    }


def each_unknown(known: set[str], nearest: Callable[[str], str | None]) -> Repair:
    """A repair that puts the nearest known word for each unknown one, capitals kept."""
    memory: dict[str, str | None] = {}

    def change(found: re.Match[str]) -> str:
        word = found.group()
        low = word.lower()
        if low in known or len(low) < 2:
            return word
        if low not in memory:
            memory[low] = nearest(low)
        other = memory[low] or word
        return other.capitalize() if word[0].isupper() else other

    return lambda text: WORD.sub(change, text)


def shares() -> dict[str, int]:
    """The project's words, nn and nb, with their place in the order of frequency."""
    found = {line.partition("\t")[0]: 0 for line in read_packed("nn_forms")}
    rows = [
        line.split("\t") for name in ("nb_frequent", "nn_counted") for line in read_packed(name)
    ]
    return found | {word: 100 - int(tag[1:]) for word, tag in rows}


def with_rapidfuzz() -> Repair:
    words = shares()
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)

    def nearest(word: str) -> str | None:
        near = [w for size in range(len(word) - 1, len(word) + 2) for w in by_length.get(size, ())]
        hits = process.extract(word, near, scorer=Levenshtein.distance, score_cutoff=2, limit=20)
        return min(hits, key=lambda hit: (hit[1], -words[hit[0]]))[0] if hits else None

    return each_unknown(set(words), nearest)


def with_symspell() -> Repair:
    from symspellpy import SymSpell, Verbosity

    words, spell = shares(), SymSpell(max_dictionary_edit_distance=2)
    for word, place in words.items():
        spell.create_dictionary_entry(word, 2 ** (place // 4))

    def nearest(word: str) -> str | None:
        hits = spell.lookup(word, Verbosity.TOP, max_edit_distance=2)
        return hits[0].term if hits else None

    return each_unknown(set(words), nearest)


def with_hunspell() -> Repair:
    from spylls.hunspell import Dictionary

    spell = Dictionary.from_files("/usr/share/hunspell/nn_NO")

    def nearest(word: str) -> str | None:
        return None if spell.lookup(word) else next(iter(spell.suggest(word)), None)

    return each_unknown(set(), nearest)


METHODS: dict[str, Callable[[], Repair]] = {
    "planextract": lambda: lambda text: repair_text(text).text,
    "rapidfuzz": with_rapidfuzz,
    "symspell": with_symspell,
    "hunspell": with_hunspell,
}


def changed(before: list[str], after: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Stretches that differ, whole: a word made two is not a change beside an insertion."""
    last = Levenshtein.editops(before, after).as_matching_blocks()
    for block, following in pairwise([MatchingBlock(0, 0, 0), *last]):
        old = before[block.a + block.size : following.a]
        new = after[block.b + block.size : following.b]
        if old or new:
            yield old, new


def pairs_mended(repair: Repair, pairs: Path, text: Path) -> str:
    """How many of the listed damaged tokens are mended, and how many others are changed."""
    rows = [line.split("\t") for line in pairs.read_text(encoding="utf-8").splitlines()[1:]]
    wanted: dict[str, list[str]] = {}
    for damaged, correct, *_ in rows:
        wanted.setdefault(damaged.strip("-").lower(), []).append(correct.strip("-").lower())
    read, result = text.read_text(encoding="utf-8"), repair(text.read_text(encoding="utf-8"))
    clean = re.compile(r"[^\w@&’' ]+")
    before = [clean.sub("", token).lower() for token in read.split()]
    after = [clean.sub("", token).lower() for token in result.split()]
    done = sum(row[0].lower() == row[1].lower() for row in rows)  # only their capitals differ
    harmed = 0
    for old, parts in changed(before, after):
        new = " ".join(parts)
        for word in filter(None, old):
            if word in wanted:
                hit = next((right for right in wanted[word] if right in new), None)
                done += hit is not None
                if hit is not None:
                    wanted[word].remove(hit)
            elif word not in new.split():
                harmed += 1
    return f"{done} of {len(rows)} mended, {harmed} others changed"


def pages_in(folders: list[Path]) -> list[tuple[str, str]]:
    reads = sorted(read for folder in folders for read in folder.rglob("*.read.txt"))
    truths = [read.with_name(read.name.replace(".read.", ".truth.")) for read in reads]
    return [
        (read.read_text(encoding="utf-8"), truth.read_text(encoding="utf-8"))
        for read, truth in zip(reads, truths, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", default=[PAGES])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--only", nargs="+", choices=METHODS, default=list(METHODS))
    args = parser.parse_args()
    for name in args.only:
        started = time.process_time()
        try:
            repair = METHODS[name]()
        except (ImportError, OSError) as error:
            sys.stdout.write(f"{name}: not measured ({error})\n")
            continue
        for text in WARMING_UP:
            repair(text)
        load = time.process_time() - started
        for folder in args.pages:
            groups = sorted(path for path in folder.iterdir() if path.is_dir()) or [folder]
            for group in groups:
                figures = measure(repair, pages_in([group]))
                said = ", ".join(f"{key} {value:.2f}" for key, value in figures.items())
                sys.stdout.write(f"{name}, {group.name}: {said}\n")
        if args.pairs:
            sys.stdout.write(f"{name}, pairs: {pairs_mended(repair, args.pairs, args.text)}\n")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{name}: load {load:.2f} CPU s, peak memory so far {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
