"""Column roles by vote: what the header says, and what the values below are like."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planextract.lexicons import words_of
from planextract.meaning.deadlines import read_deadline
from planextract.meaning.owners import looks_like_owner
from planextract.meaning.prose import is_infinitive
from planextract.meaning.resources import looks_like_resources
from planextract.meaning.tables.headers import header_role, holds_sure_action

DATE_LIKE, OWNER_LIKE, MONEY_LIKE = 0.6, 0.5, 0.6
"""Share of a column's values that must be like a role for the values alone to give it."""
DISBELIEF = 0.15
"""Below this share of readable values a header is not believed."""
SAMPLE = 60
"""Values of a column that are looked at, evenly: a share is then right within 0.06."""
ENOUGH = 3
"""So many values before they may overrule a header."""
MERGED = 0.15
"""Share of merged or missing values from which a column is a parent of its rows."""
VERBAL = 0.6
"""Share of a column's values that begin with an infinitive from which it is the action."""
MARK = re.compile(r"^[xX✓✔☑■●•*√v]+$")
CODE = re.compile(r"^[A-ZÆØÅ]{0,3}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?[.)]?$")
FIELDS = ("owner", "deadline", "start", "end", "resources", "status", "priority", "year", "partner")


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """The body of one column, pooled over all tables with the same header."""

    header: str
    values: tuple[str, ...]
    """The texts of its cells that are not blank, merged cells once."""
    rows: int
    """Body rows there are."""

    @property
    def filled(self) -> float:
        """Share of the rows that have a cell of their own with text."""
        return len(self.values) / self.rows if self.rows else 0.0

    @property
    def mean_words(self) -> float:
        return sum(len(v.split()) for v in self.values) / len(self.values) if self.values else 0.0


@lru_cache(maxsize=16384)
def _is_time(text: str) -> bool:
    deadline = read_deadline(text)
    return deadline is not None and deadline.kind != "unknown" and len(text.split()) <= 8


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    some = values[:: -(-len(values) // SAMPLE)] if values else values
    return sum(bool(test(value)) for value in some) / len(some) if some else 0.0


def assign_roles(columns: Sequence[ColumnValues], titled: bool = False) -> list[str]:
    """The role of each column; ``other`` where neither header nor values tell.

    ``titled`` says that a goal or area stands over the rows: then its texts are actions.
    """
    roles = [_by_header(column) for column in columns]
    _settle_what_and_how(columns, roles)
    _settle_joint(columns, roles)
    _by_values(columns, roles)
    _one_action(columns, roles, titled)
    return roles


def _by_header(column: ColumnValues) -> str:
    """The header's role, unless its values contradict it."""
    found = header_role(column.header) if column.header else None
    if found is None:
        return ""
    values = column.values
    if len(values) >= ENOUGH:
        if found.role == "deadline" and _share(values, _is_time) < DISBELIEF:
            return ""
        if found.role in ("milestone", "action", "what", "how") and _share(values, _is_time) > 0.8:
            return "deadline"
        if found.role == "number" and column.mean_words > 4:
            return ""
        if found.role == "resources" and column.mean_words > 12:
            return "description"
        if found.role == "resources" and column.mean_words >= 2 and not _any_money(values):
            return ""
    return found.role


def _any_money(values: Sequence[str]) -> bool:
    return _share(values, lambda v: looks_like_resources(v) >= 0.5) >= DISBELIEF


def _settle_what_and_how(columns: Sequence[ColumnValues], roles: list[str]) -> None:
    """ "Kva" is the parent where it spans rows of "Korleis", else the action itself."""
    whats = [at for at, role in enumerate(roles) if role == "what"]
    hows = [at for at, role in enumerate(roles) if role == "how"]
    has_action = "action" in roles
    for at in whats:
        parent = hows and columns[at].filled < (1 - MERGED) * columns[hows[0]].filled
        roles[at] = "strategy" if parent or has_action else "action"
        has_action = has_action or roles[at] == "action"
    for at in hows:
        roles[at] = "description" if has_action else "action"
        has_action = True


def _settle_joint(columns: Sequence[ColumnValues], roles: list[str]) -> None:
    """ "Strategi og tiltak" over one column is the action, where no other column is."""
    joint = [
        at
        for at, role in enumerate(roles)
        if role in ("strategy", "goal", "sub", "area") and _names_action(columns[at].header)
    ]
    if joint and not {"action", "what", "how"} & set(roles):
        roles[joint[-1]] = "action"


def _by_values(columns: Sequence[ColumnValues], roles: list[str]) -> None:
    """Columns without a header's word get the role that their values speak for."""
    open_columns = [at for at, role in enumerate(roles) if not role]
    tests = (
        ("deadline", _is_time, DATE_LIKE),
        ("resources", lambda v: looks_like_resources(v) >= 0.5, MONEY_LIKE),
        ("owner", lambda v: looks_like_owner(v) >= 0.5, OWNER_LIKE),
    )
    for role, test, least in tests:
        if role in roles:
            continue
        shares = [(_share(columns[at].values, test), at) for at in open_columns]
        best = max(shares, default=(0.0, -1))
        if best[0] >= least and columns[best[1]].values and columns[best[1]].mean_words < 10:
            roles[best[1]] = role
            open_columns.remove(best[1])
    for at in open_columns:
        roles[at] = _leftover(columns, roles, at)


def _leftover(columns: Sequence[ColumnValues], roles: Sequence[str], at: int) -> str:
    column = columns[at]
    if _share(column.values, CODE.match) > 0.6 and at <= 1:
        return "number"
    if _share(column.values, MARK.match) > 0.8:
        return "other"
    return "text" if column.mean_words >= 2 else "other"


def _one_action(columns: Sequence[ColumnValues], roles: list[str], titled: bool) -> None:
    """One column is the action: by its header, or the fullest text beside field columns."""
    actions = [at for at, role in enumerate(roles) if role == "action"]
    if len(actions) > 1:
        _part_actions(columns, roles, actions)
    elif not actions:
        _find_action(columns, roles, titled)
    for at, role in enumerate(roles):
        if role == "text":
            roles[at] = "other"


def _find_action(columns: Sequence[ColumnValues], roles: list[str], titled: bool) -> None:
    """Make the fullest text the action; a text left of it that spans rows is its parent."""
    texts = [at for at, role in enumerate(roles) if role == "text"]
    milestones = [at for at, role in enumerate(roles) if role == "milestone"]
    descriptions = [at for at, role in enumerate(roles) if role == "description"]
    verbs = [at for at, column in enumerate(columns) if _is_verbal(column, roles[at])]
    candidates = verbs or texts or milestones or descriptions
    if not candidates or not (titled or any(role in FIELDS for role in roles)):
        return
    best = max(candidates, key=lambda at: columns[at].filled * columns[at].mean_words)
    if roles[best] != "milestone":
        roles[best] = "action"
    for at in texts:
        if at < best and columns[at].filled < (1 - MERGED) * columns[best].filled:
            roles[at] = "strategy"


def _is_verbal(column: ColumnValues, role: str) -> bool:
    """Whether a column that no header makes the action says what is done: infinitives."""
    if role not in ("text", "other", "reference", "comment", "description", "milestone"):
        return False
    verbs = _share(column.values, lambda value: is_infinitive(value.split()[0]))
    return len(column.values) >= 2 and verbs >= VERBAL and column.mean_words >= 2


def _part_actions(columns: Sequence[ColumnValues], roles: list[str], actions: list[int]) -> None:
    """Of several action columns the one with a cell a row; a merged one is the parent."""
    fullest = max(columns[at].filled for at in actions)
    rows = [at for at in actions if columns[at].filled >= (1 - MERGED) * fullest]
    chosen = max(rows, key=lambda at: (*_action_evidence(columns[at]), -at))
    for at in actions:
        if at != chosen:
            parent = at < chosen and columns[at].filled < (1 - MERGED) * fullest
            roles[at] = "strategy" if parent else "description"


def _action_evidence(column: ColumnValues) -> tuple[bool, bool, bool]:
    """What speaks for a column as the action: texts and no codes, a sure word, an exact one."""
    texts = _share(column.values, CODE.match) < 0.5 and column.mean_words >= 2
    return texts, holds_sure_action(column.header), _is_exact(column.header)


def _names_action(header: str) -> bool:
    """Whether a word of the header is, or ends in, a sure word for actions."""
    words = re.findall(r"\w+", header.lower())
    return any(w.endswith(sure) for w in words for sure in words_of("kinds", "sure_actions.words"))


def _is_exact(header: str) -> bool:
    found = header_role(header)
    return found is not None and found.score >= 1.0
