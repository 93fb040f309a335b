"""Year columns: marks, shaded cells or sums a year become a period and amounts."""

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


def read_years(units: Units, record: ActionFound | MilestoneFound, places: Sequence[int]) -> None:
    """Fill a record's deadline and resources from its year columns, where it has any."""
    marked: list[Passage] = []
    sums: list[Passage] = []
    for at in places:
        unit = units.all[at]
        header = unit.spot.header if unit.spot else Passage()
        if not header or not _is_year(header.text):
            continue
        text = unit.passage.text
        if MARK.match(text):
            marked.append(header)
        elif SUM.match(text) or looks_like_resources(text) >= 0.5:
            sums.append(unit.passage)
            marked.append(header)
    if marked and not record.deadline:
        record.deadline = join(marked, ", ") if len(marked) > 1 else marked[0]
        if isinstance(record, ActionFound):
            record.inherited = (*record.inherited, "deadline")
    if sums and isinstance(record, ActionFound) and not record.resources:
        record.resources = join(sums, " ")


def _is_year(header: str) -> bool:
    role = header_role(header)
    return role is not None and role.role == "year"
