"""What a user must know of a reading that is likely incomplete or wrong."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.doubt import Estimate, estimate, unread_regions
from planextract.meaning.units.gather import Units
from planextract.model.plan import Diagnostic

DOUBTFUL = 0.18
"""Doubt from which a plan is not called complete; chosen on plans left out, see
``fit/README.md``."""
FEWEST = 20
"""Units from which a document is judged by the signs of whole plans."""
LIKELY = 3.0
"""Records that a list or table likely holds from which it is named where it gave none."""
SURE = 0.35
"""How likely the likeliest of them must be."""
STRUCTURED = 12
"""List items and cells from which a document has something to take records from."""
FEW = 2
"""Records up to which almost nothing was found."""
NAMES = {
    "does": "actions and strategies",
    "aims": "goals",
    "milestones": "milestones",
}


def said_of_reading(units: Units, reading: Reading) -> Iterator[Diagnostic]:
    """Lists and tables that gave nothing, kinds of record that were likely read badly."""
    estimates = estimate(units, reading)
    listed = sum(unit.kind in ("item", "cell") for unit in units.all)
    if sum(e.found for e in estimates.values()) <= FEW and listed >= STRUCTURED:
        message = (
            f"The document has {listed} list items and cells of tables, and almost none of them "
            "was taken for a goal, an action or a milestone. Look at it yourself."
        )
        yield Diagnostic(code="almost_nothing_found", severity="warning", message=message)
    if reading.doubt >= DOUBTFUL and len(units.all) >= FEWEST:
        yield Diagnostic(
            code="records_unread", severity="warning", message=_doubt(reading.doubt, estimates)
        )
    for region in unread_regions(units, reading, least=LIKELY, share=SURE):
        message = (
            f"A list or table of {region.units} pieces that begins near «{region.text}» looks "
            "like records and gave none."
        )
        yield Diagnostic(
            code="records_unread", severity="warning", message=message, page=region.page
        )


def _doubt(doubt: float, estimates: dict[str, Estimate]) -> str:
    """What is said of a doubtful reading: how doubtful, and which records most."""
    counted = {kind: e for kind, e in estimates.items() if max(e.found, e.there) >= 1}
    worst = min(counted, key=lambda kind: counted[kind].f1, default=None)
    said = (
        f"The reading is doubtful: of plans that were read with such signs about {doubt:.0%} had "
        "many records missing or wrong."
    )
    if worst is None:
        return f"{said} Look at the plan yourself."
    likely = counted[worst]
    return (
        f"{said} Look first at the {NAMES[worst]}: {likely.found} were found, and about "
        f"{likely.there:.0f} are likely there."
    )
