"""What a user must know of a reading that is likely incomplete or wrong."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.meaning.roles.decode import Reading
from planextract.meaning.roles.doubt import ENOUGH, estimate, unread_regions
from planextract.meaning.units.gather import Units
from planextract.model.plan import Diagnostic

GOOD = 0.75
"""Expected F1 of a kind below which a plan is not called complete; see ``fit/README.md``."""
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
    for kind, likely in estimates.items():
        if max(likely.found, likely.there) >= ENOUGH and likely.f1 < GOOD:
            message = (
                f"The {NAMES[kind]} are doubtful: {likely.found} were found, of which about "
                f"{likely.right:.0f} are right, and about {likely.there:.0f} are there."
            )
            yield Diagnostic(code="records_unread", severity="warning", message=message)
    for region in unread_regions(units, reading, least=LIKELY, share=SURE):
        message = (
            f"A list or table of {region.units} pieces that begins near «{region.text}» looks "
            "like records and gave none."
        )
        yield Diagnostic(
            code="records_unread", severity="warning", message=message, page=region.page
        )
