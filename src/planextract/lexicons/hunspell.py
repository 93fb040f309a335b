"""Word forms of the Hunspell dictionaries that a system has (Debian's ``hunspell-no``).

They are GPL and never copied in. Spelling all forms out takes two seconds, so they are kept
in the user's cache, under the dictionary's size and time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

FOLDER = Path("/usr/share/hunspell")
ENCODING = "iso-8859-1"


@dataclass(frozen=True, slots=True)
class _Affix:
    """A beginning or ending that a flag allows."""

    prefix: bool
    crosses: bool
    strip: str
    add: str
    fits: re.Pattern[str] | None


def form_lines(language: str) -> list[str]:
    """``form<TAB>f`` for all forms in lower case, sorted; none where none is installed."""
    dictionary = FOLDER / f"{language}_NO.dic"
    if not dictionary.is_file():
        return []
    state = dictionary.stat()
    kept = (
        user_cache_path("planextract")
        / f"hunspell-1-{language}-{state.st_size}-{state.st_mtime_ns}"
    )
    try:
        return kept.read_text(encoding="utf-8").split("\n")
    except OSError:
        found = sorted({f"{form}\tf" for form in _spelled_out(dictionary)})
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(".new")
        beside.write_text("\n".join(found), encoding="utf-8")
        beside.replace(kept)
    except OSError:
        return found  # a cache that cannot be written only costs time
    return found


def _spelled_out(dictionary: Path) -> Iterator[str]:
    affixes = _affixes(dictionary.with_suffix(".aff").read_text(encoding=ENCODING).splitlines())
    for line in dictionary.read_text(encoding=ENCODING).splitlines()[1:]:
        word, _, flags = line.partition("/")
        if not word.isalpha() or word != word.lower():
            continue
        yield word
        chosen = [affix for flag in flags for affix in affixes.get(flag, ())]
        yield from _with_affixes(word, chosen)


def _with_affixes(word: str, chosen: Iterable[_Affix]) -> Iterator[str]:
    endings = [affix for affix in chosen if not affix.prefix]
    for affix in chosen:
        if affix.prefix and (affix.fits is None or affix.fits.match(word)):
            yield affix.add + word[len(affix.strip) :]
            for ending in endings if affix.crosses else ():
                if ending.crosses and (ending.fits is None or ending.fits.search(word)):
                    yield affix.add + _ended(word, ending)[len(affix.strip) :]
    for ending in endings:
        if ending.fits is None or ending.fits.search(word):
            yield _ended(word, ending)


def _ended(word: str, ending: _Affix) -> str:
    return (word[: -len(ending.strip)] if ending.strip else word) + ending.add


def _affixes(lines: Iterable[str]) -> dict[str, list[_Affix]]:
    """The rules of a ``.aff`` file by flag."""
    found: dict[str, list[_Affix]] = defaultdict(list)
    crosses: dict[tuple[str, str], bool] = {}
    for line in lines:
        fields = line.split()
        if len(fields) < 4 or fields[0] not in ("PFX", "SFX"):
            continue
        kind, flag = fields[0], fields[1]
        if (kind, flag) not in crosses:
            crosses[kind, flag] = fields[2] == "Y"
            continue
        strip, add = (field.partition("/")[0].replace("0", "") for field in fields[2:4])
        condition = fields[4] if len(fields) > 4 else "."
        prefix = kind == "PFX"
        pattern = f"^{condition}" if prefix else f"{condition}$"
        fits = None if condition == "." else re.compile(pattern)
        found[flag].append(_Affix(prefix, crosses[kind, flag], strip, add, fits))
    return found
