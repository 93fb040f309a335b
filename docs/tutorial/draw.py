"""Draw the plans of ``plans.toml`` as PDFs beside it; needs reportlab."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

HERE = Path(__file__).parent
WIDTHS = (75 * mm, 38 * mm, 33 * mm, 28 * mm)
STYLES = getSampleStyleSheet()


def draw(plan: dict[str, Any], folder: Path) -> None:
    """One plan as ``folder/<file>``; the same content gives the same bytes."""
    story: list[Flowable] = [
        Paragraph(plan["title"], STYLES["Title"]),
        Paragraph(plan["owner"], STYLES["Heading3"]),
        Paragraph(plan["adopted"], STYLES["BodyText"]),
        Paragraph(plan["note"], STYLES["BodyText"]),
    ]
    for area in plan["area"]:
        story += [
            Spacer(0, 8 * mm),
            Paragraph(area["title"], STYLES["Heading2"]),
            Paragraph(area["goal"], STYLES["BodyText"]),
            Spacer(0, 3 * mm),
            _table(plan["heads"], area["rows"]),
        ]
    document = SimpleDocTemplate(
        str(folder / plan["file"]), pagesize=A4, title=plan["title"], invariant=1
    )
    document.build(story)


def _table(heads: list[str], rows: list[list[str]]) -> Table:
    cells = [[Paragraph(text, STYLES["BodyText"]) for text in row] for row in (heads, *rows)]
    lines = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(cells, colWidths=WIDTHS, style=lines, repeatRows=1)


if __name__ == "__main__":
    plans = tomllib.loads((HERE / "plans.toml").read_text(encoding="utf-8"))["plan"]
    for each in plans:
        draw(each, HERE)
