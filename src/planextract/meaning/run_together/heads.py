"""The header line of a table whose columns have run together: "Tiltak Ansvar Frist"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planextract.lexicons import read_toml
from planextract.meaning.run_together.lines import Line
from planextract.meaning.run_together.words import MISREAD
from planextract.meaning.tables.headers import EXACT, HeaderRole, header_role

FEWEST = 3
"""Columns of a header that is told from a sentence by its words alone."""
MOST = 16
"""Words of a header at most."""
LONGEST_NAME = 5
"""Words of one column's name."""
SURE = 0.75
"""Score of a header's role from which it counts."""
UNKNOWN = 0.3
"""Worth of a cut or unknown word as a name: one of them may stand in a header."""
MORE_LINES = 3
"""Lines that the rest of a header may take."""
MAIN = ("action", "how", "what", "milestone")
TIMES = ("deadline", "start", "end")
FIELDS = ("owner", "partner", *TIMES)
SPACE = 1.6
"""White between two words of a line, in widths of a letter; more of it parts columns."""


@dataclass(frozen=True)
class Column:
    """One column: its role by the header, and what it takes part in a row as."""

    role: str
    kind: str
    """``main``, ``parent``, ``text``, ``owner``, ``time``, ``resources``, ``code``."""
    words: tuple[int, int]
    """Its words in the first line of the header."""


@dataclass(frozen=True)
class Head:
    """The header of a table: its columns and the lines it takes."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    lower: tuple[int, ...]
    """For each line below the first, the column that its words belong to."""


def find_head(lines: Sequence[Line], at: int) -> Head | None:
    """The header that begins with a line; None where it is none."""
    first = lines[at]
    if (
        not FEWEST <= len(first.tokens) <= MOST
        or first.text[-1] in ".,;"
        or first.text[0].islower()
    ):
        return None
    known = sum(token.lower().strip("/().:") in _lone_names() for token in first.tokens)
    if known < FEWEST - 1 or not _is_close_set(first):
        return None
    names = _names(first.tokens)
    if names is None:
        return None
    below = lines[at + 1 : at + 1 + MORE_LINES]
    roles, taken, owner_of = _with_lower(names, first.tokens, below)
    if not _is_action_table(roles):
        return None
    kinds = _kinds(roles)
    columns = tuple(Column(r, k, n) for r, k, n in zip(roles, kinds, names, strict=True))
    return Head(columns, (first, *below[:taken]), (owner_of,) * taken)


def _is_close_set(line: Line) -> bool:
    """Whether only single spaces part the words, so that no white tells the columns apart."""
    for left, right in zip(line.words, line.words[1:], strict=False):
        letter = left.box.width / max(1, len(left.text))
        if right.box.x0 - left.box.x1 > SPACE * letter:
            return False
    return True


def _names(tokens: Sequence[str]) -> list[tuple[int, int]] | None:
    """The words of each column's name: all words must be names, or the cut start of one."""
    best: list[tuple[float, list[tuple[int, int]]] | None] = [(0.0, [])]
    for end in range(1, len(tokens) + 1):
        options = []
        for start in range(max(0, end - LONGEST_NAME), end):
            before, worth = best[start], _worth(tokens[start:end])
            if before is not None and worth:
                options.append((before[0] + worth, [*before[1], (start, end)]))
        best.append(max(options, key=lambda option: option[0]) if options else None)
    found = best[-1]
    return found[1] if found and len(found[1]) >= FEWEST else None


def _worth(words: Sequence[str]) -> float:
    """What words are worth as one column's name; 0 for none."""
    if any(word.endswith("-") for word in words):
        return UNKNOWN if len(words) == 1 and len(words[0]) > 2 else 0.0
    role = _role(" ".join(words))
    sure = SURE if len(words) == 1 or words[1][0] in "(/" else EXACT
    if role is not None and role.score >= sure:
        return len(words) * role.score - 0.05
    return UNKNOWN if len(words) == 1 and words[0].istitle() and words[0].isalpha() else 0.0


@lru_cache(maxsize=4096)
def _role(text: str) -> HeaderRole | None:
    """The role of a name; where it has none, with the letters that OCR may have misread."""
    role = header_role(text)
    for a, o in MISREAD:
        if role is not None and role.score >= SURE:
            break
        role = header_role(text.lower().replace(a, "å").replace(o, "ø")) or role
    return role


def _with_lower(
    names: Sequence[tuple[int, int]], tokens: Sequence[str], below: Sequence[Line]
) -> tuple[list[str], int, int]:
    """The roles, how many lines below belong to the header, and to which column."""
    texts = [" ".join(tokens[start:end]) for start, end in names]
    hanging = next((i for i, text in enumerate(texts) if text.endswith("-")), None)
    taken, owner_of = 0, hanging or 0
    if hanging is not None:
        whole = texts[hanging]
        for count, line in enumerate(below, 1):
            if len(line.tokens) > 2 or line.gap:
                break
            whole = f"{whole.rstrip('-')}{' '.join(line.tokens)}"
            role = header_role(whole)
            if role is not None and role.score >= SURE:
                texts[hanging], taken = whole, count
    elif below and _is_lower_line(below[0], len(names)):
        taken, owner_of = 1, len(names) - 1
    roles = [_role(text) for text in texts]
    return [role.role if role else "other" for role in roles], taken, owner_of


def _is_lower_line(line: Line, columns: int) -> bool:
    """Whether a line is the second of a header: a few small words that headers are made of."""
    return (
        len(line.tokens) <= columns
        and not line.gap
        and all(t.lower().strip("/()") in _header_words() and t[0].islower() for t in line.tokens)
    )


@cache
def _lone_names() -> frozenset[str]:
    """The names of columns that are one word."""
    names = {name for entry in read_toml("columns").values() for name in entry["words"]}
    return frozenset(name for name in names if " " not in name)


@cache
def _header_words() -> frozenset[str]:
    names = [name for entry in read_toml("columns").values() for name in entry["words"]]
    return frozenset(word for name in names for word in re.split(r"[\s/]+", name))


def _is_action_table(roles: Sequence[str]) -> bool:
    known = [role for role in roles if role != "other"]
    return (
        len(set(known)) >= max(FEWEST - 1, len(roles) - 1)
        and any(role in MAIN for role in known)
        and any(role in FIELDS for role in known)
    )


def _kinds(roles: Sequence[str]) -> list[str]:
    main = next(roles.index(role) for role in MAIN if role in roles)
    return [_kind(role, at, main) for at, role in enumerate(roles)]


def _kind(role: str, at: int, main: int) -> str:
    if at == main:
        return "main"
    if role in TIMES or role == "year":
        return "time"
    if role in ("owner", "partner"):
        return "owner"
    if role in ("number", "priority"):
        return "code"
    if role == "resources":
        return "resources"
    return "parent" if at < main else "text"
