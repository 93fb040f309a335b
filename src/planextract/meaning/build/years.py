"""Year columns: marks or sums a year become a period and amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planextract.meaning.resources import looks_like_resources
from planextract.meaning.tables.headers import header_role
from planextract.meaning.units.gather import Units
from planextract.model.finding import ActionFound, MilestoneFound
from planextract.model.passage import Passage, join

MARK = re.compile(r"^[xX✓✔☑■●•*√v]+$")
SUM = re.compile(r"^-?\d[\d\s.,]*(?:\s*(?:mill\.?|kr|mnok|tkr|%))?\.?$", re.I)


def read_years(
    units: Units, record: ActionFound | MilestoneFound, places: Sequence[int], own: Sequence[int]
) -> list[int]:
    """Fill a record's deadline and resources from its year columns; the cells of its amounts.

    An amount of a cell that is merged with rows above is the record's where it has no ``own``.
    """
    marked: list[Passage] = []
    sums: list[int] = []
    for at in places:
        years = _years_over(units, at)
        text = units.all[at].passage.text
        if not years:
            continue
        if MARK.match(text):
            marked += years
        elif SUM.match(text) or looks_like_resources(text) >= 0.5:
            sums.append(at)
            marked += years
    if marked and not record.deadline:
        record.deadline = join(marked, ", ") if len(marked) > 1 else marked[0]
        if isinstance(record, ActionFound):
            record.inherited = (*record.inherited, "deadline")
    if sums and isinstance(record, ActionFound) and not record.resources:
        amounts = [at for at in sums if at in own] or sums
        record.resources = join((units.all[at].passage for at in amounts), " ")
        if amounts[0] not in own:
            record.inherited = (*record.inherited, "resources")
        return amounts
    return []


def is_mark(units: Units, at: int) -> bool:
    """Whether a cell only marks its year."""
    return bool(MARK.match(units.all[at].passage.text) and _years_over(units, at))


def _years_over(units: Units, at: int) -> list[Passage]:
    """The headers of the year columns that a cell stands in; a merged one stands in several."""
    unit = units.all[at]
    spot = unit.spot
    if spot is None or spot.header == unit.passage:
        return []
    chain = units.chains[spot.table]
    columns = range(spot.column, spot.column + spot.columns)
    return [title for c in columns if _is_year((title := chain.title(spot.table, c)).text)]


def _is_year(header: str) -> bool:
    role = header_role(header)
    return role is not None and role.role == "year"
