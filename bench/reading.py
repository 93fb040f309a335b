"""Pages a second on ruled pages: planextract against pdfplumber's words and tables alone.

Run ``python bench/reading.py`` (``--pages 100 --rounds 3``). Both sides read the same made
PDF in the same run; ours counts everything (reading, meaning, validation, writing), theirs
only ``extract_words`` and ``extract_tables``. The cells of every row are checked to the letter.

Seconds are those of the processor (``time.process_time``), so that other work on the machine
does not count; both sides use one thread. Shown are the first round, which loads word lists
and fills caches, and the median of all rounds.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

import planextract
from planextract.intake import open_source
from planextract.layout.tables import find_tables
from planextract.output.write import write_plan
from planextract.reading.digital import read_pdf

HEADER = ("Tiltak", "Korleis", "Ressursbehov", "Tidsfrist", "Ansvar")
VERBS = ("Etablere", "Vidareutvikle", "Styrkje", "Kartleggje", "Evaluere", "Gjennomføre")
THINGS = ("tilbod", "møteplassar", "opplæring", "rutinar", "samarbeid", "aktivitetar")
WHO = ("Sektor helse og omsorg", "Kommunalsjef", "Rektor", "NAV", "Avdeling for kultur")
WHEN = ("2026", "Hausten 2027", "Årleg", "Innan utgangen av 2028", "Jamleg")
MEANS = ("", "0,5 årsverk", "Innanfor ramma", "200 000 kr")
WIDTHS = (120, 165, 75, 75, 85)


def rows_of(count: int) -> list[tuple[str, ...]]:
    """Invented actions, each different."""
    return [
        (
            f"{VERBS[n % 6]} {THINGS[n // 6 % 6]} for innbyggjarar i krins {n}",
            f"Gjennom samarbeid med skular, frivillige lag og {THINGS[(n + 3) % 6]}, slik at "
            f"tilbodet når fram til alle som treng det i løpet av år {n % 9 + 1}",
            MEANS[n % 4],
            WHEN[n % 5],
            WHO[n % 5],
        )
        for n in range(count)
    ]


def make_pdf(path: Path, pages: int) -> list[tuple[str, ...]]:
    """A PDF of at least so many ruled pages; returns the rows that stand in it."""
    body = getSampleStyleSheet()["BodyText"]
    body.fontSize, body.leading = 9, 11
    rows = rows_of(pages * 14)
    story = [[Paragraph(cell, body) for cell in row] for row in (HEADER, *rows)]
    table = LongTable(story, colWidths=WIDTHS, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build([table])
    path.write_bytes(buffer.getvalue())
    return rows


def by_pdfplumber(path: Path) -> list[tuple[str, ...]]:
    rows = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words()
            for table in page.extract_tables():
                rows += [tuple((cell or "").replace("\n", " ") for cell in row) for row in table]
            page.close()
    return rows


def by_planextract_tables(path: Path) -> list[tuple[str, ...]]:
    rows = []
    for page in read_pdf(open_source(path)):
        for table in find_tables(page):
            for number in range(table.rows):
                rows.append(tuple(cell.passage.text for cell in table.row_cells(number)))
    return rows


def whole_job(path: Path) -> object:
    plan = planextract.extract(path)
    write_plan(plan, path.with_suffix(".json"))
    return plan


def timed(job: Callable[[Path], object], path: Path) -> tuple[float, object]:
    """The processor's seconds of a job, and its result."""
    gc.collect()
    start = time.process_time()
    result = job(path)
    return time.process_time() - start, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ruled.pdf"
        rows = set(make_pdf(path, args.pages))
        with pdfplumber.open(path) as document:
            pages = len(document.pages)
        jobs: dict[str, Callable[[Path], object]] = {
            "pdfplumber words + tables": by_pdfplumber,
            "planextract words + tables": by_planextract_tables,
            "planextract, everything": whole_job,
        }
        print(f"{pages} pages, {len(rows)} rows, seconds of the processor")
        rounds: dict[str, list[float]] = {name: [] for name in jobs}
        results: dict[str, object] = {}
        for name, job in jobs.items():
            for _ in range(args.rounds):
                seconds, results[name] = timed(job, path)
                rounds[name].append(seconds)
        base = rounds["pdfplumber words + tables"]
        for name, each in rounds.items():
            print(told(name, each, base, pages) + rows_right(results[name], rows))


def told(name: str, rounds: list[float], base: list[float], pages: int) -> str:
    """First round and median, each with how many times as fast as the base."""
    middle = statistics.median(rounds)
    usual = statistics.median(base)
    return (
        f"{name:28} first {rounds[0]:6.2f} s ({base[0] / rounds[0]:4.1f} x)  "
        f"median {middle:6.2f} s ({usual / middle:4.1f} x)  {pages / middle:6.1f} pages/s"
    )


def rows_right(result: object, rows: set[tuple[str, ...]]) -> str:
    """Share of the rows found to the letter, where the job gives rows."""
    if not isinstance(result, list):
        return ""
    return f"  rows right {len(rows.intersection(result)) / len(rows):.4f}"


if __name__ == "__main__":
    main()
