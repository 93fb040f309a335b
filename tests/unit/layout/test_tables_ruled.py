from collections.abc import Sequence
from itertools import pairwise

import pytest
from drawn_tables import HEADER, ROWS, Look, cells_of, draw_table, page_drawn, tables_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table as plumber
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from planextract.layout.tables import find_boxes, find_ruled_tables
from planextract.layout.tables.edges import edges_of
from planextract.layout.tables.grid import find_cells
from planextract.model.page import Box, Page, Rule


def drawn(look: Look) -> tuple[Page, list[tuple[str, ...]]]:
    expected: list[tuple[str, ...]] = []
    page = page_drawn(lambda canvas: expected.extend(draw_table(canvas, look)))
    return page, expected


@pytest.mark.parametrize("padding", [0.5, 3, 8])
@pytest.mark.parametrize(
    "borders",
    ["full", "double", "dashed", "thin rectangles", "boxes", "inner", "open below"],
)
def test_every_cell_is_read_whatever_its_lines(borders: str, padding: float) -> None:
    page, expected = drawn(Look(borders, padding=padding))
    (table,) = find_ruled_tables(page)
    assert cells_of(table) == expected
    assert table.ruled and (table.rows, table.columns) == (len(expected), 4)
    assert len(table.column_edges) == 5 and list(table.column_edges) == sorted(table.column_edges)


@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_where_text_stands_in_its_cell_does_not_matter(valign: str) -> None:
    page, expected = drawn(Look("full", valign=valign, align="lccr"))
    (table,) = find_ruled_tables(page)
    assert cells_of(table) == expected


def test_columns_without_rows_ruled_are_parted_by_white_space() -> None:
    page, expected = drawn(Look("columns only"))
    (table,) = find_ruled_tables(page)
    assert cells_of(table) == expected
    assert table.confidence < 1


def test_a_record_of_long_cells_is_not_parted() -> None:
    rows = [(ROWS[3][0] + ". " + ROWS[1][0], "Rektor NAV Kultur", "2026 2027", "1 årsverk")]
    page, expected = drawn(Look("columns only", rows=rows, widths=(120, 60, 60, 60)))
    (table,) = find_ruled_tables(page)
    assert cells_of(table) == expected


def test_a_section_row_spans_the_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for y in (700, 720, 740, 760):
            canvas.line(50, y, 350, y)
        for x in (50, 350):
            canvas.line(x, 700, x, 760)
        for top, bottom in ((760, 740), (720, 700)):
            canvas.line(200, top, 200, bottom)
        for x, y, text in ((55, 745, "Tiltak"), (205, 745, "Frist"), (55, 725, "Barn og unge"),
                           (55, 705, "Lage plan"), (205, 705, "2026")):  # fmt: skip
            canvas.drawString(x, y, text)

    (table,) = find_ruled_tables(page_drawn(draw))
    spans = {cell.passage.text: (cell.row, cell.column, cell.column_span) for cell in table.cells}
    assert spans["Barn og unge"] == (1, 0, 2)
    assert spans["2026"] == (2, 1, 1)


def test_a_merged_parent_cell_spans_its_rows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x in (50, 150, 350):
            canvas.line(x, 640, x, 760)
        for x0, y in ((50, 760), (50, 740), (150, 720), (150, 700), (50, 680), (50, 640)):
            canvas.line(x0, y, 350, y)
        for x, y, text in ((55, 745, "Kva"), (155, 745, "Korleis"), (55, 725, "Trygg skule"),
                           (155, 725, "a"), (155, 705, "b"), (155, 685, "c"), (55, 650, "Helse"),
                           (155, 650, "d")):  # fmt: skip
            canvas.drawString(x, y, text)

    (table,) = find_ruled_tables(page_drawn(draw))
    parent = table.at(2, 0)
    assert parent is not None and parent.passage.text == "Trygg skule"
    assert (parent.row, parent.row_span) == (1, 3)
    assert table.at(3, 0) is parent
    assert [cell.passage.text for cell in table.row_cells(4)] == ["Helse", "d"]


def test_a_cut_merged_cell_is_closed_at_the_page_break() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x in (50, 150, 350):
            canvas.line(x, 690, x, 760)
        canvas.line(150, 760, 350, 760)
        canvas.line(150, 730, 350, 730)
        for x, y, text in (
            (55, 745, "held fram"),
            (155, 745, "Lage plan"),
            (155, 705, "Opne hall"),
        ):
            canvas.drawString(x, y, text)

    (table,) = find_ruled_tables(page_drawn(draw))
    assert cells_of(table) == [("held fram", "Lage plan"), ("", "Opne hall")]
    assert table.cells[0].row_span == 2


def test_tables_side_by_side_stay_apart() -> None:
    look = Look("full", HEADER[:2], [row[:2] for row in ROWS], (140, 110), prose=False)

    def draw(canvas: Canvas) -> None:
        for x in (30, 300):
            look.x = x
            draw_table(canvas, look)

    tables = find_ruled_tables(page_drawn(draw))
    assert [cells_of(table) for table in tables] == [[HEADER[:2], *look.rows]] * 2


def test_text_that_overlaps_its_border_stays_in_its_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([50, 149, 250], [700, 720, 740])
        canvas.drawString(52, 725, "Handlingsprogramm.")
        canvas.drawString(149.5, 725, "2026")
        canvas.drawString(52, 705, "Under")
        canvas.drawString(152, 701, "heilt nede")

    (table,) = find_ruled_tables(page_drawn(draw))
    assert [row[1] for row in cells_of(table)] == ["2026", "heilt nede"]


def test_bars_in_a_gantt_chart_do_not_cut_its_cells() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([50, 150, 200, 250, 300], [640, 670, 700])
        for x, text in ((55, "Tiltak"), (155, "2026"), (205, "2027"), (255, "2028")):
            canvas.drawString(x, 680, text)
        canvas.drawString(55, 650, "Ny skule")
        canvas.setFillColor(HexColor("#3366aa"))
        canvas.rect(200, 648, 100, 14, stroke=0, fill=1)

    (table,) = find_ruled_tables(page_drawn(draw))
    assert (table.rows, table.columns) == (2, 4)
    assert [cell.fill for cell in table.row_cells(1)] == [None, None, "#3366aa", "#3366aa"]


@pytest.mark.parametrize("frames", [1, 2])
def test_frames_are_boxes_and_no_tables(frames: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x in (50, 300)[:frames]:
            canvas.rect(x, 600, 240, 120)
            canvas.drawString(x + 10, 700, "Mål: Fleire skal bu heime")

    page = page_drawn(draw)
    assert tables_of(page) == []
    assert len(find_boxes(page)) == frames


def test_badges_side_by_side_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for number, x in enumerate((50, 220, 390), start=1):
            canvas.setFillColor(HexColor("#dde7f3"))
            canvas.rect(x, 700, 40, 30, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("Helvetica-Bold", 16)
            canvas.drawString(x + 8, 708, f"0{number}")

    assert tables_of(page_drawn(draw)) == []


def test_an_empty_grid_is_no_table() -> None:
    page = page_drawn(lambda canvas: canvas.grid([50, 150, 250], [500, 550, 600]))
    assert find_ruled_tables(page) == []


def test_a_page_without_lines_has_no_ruled_tables() -> None:
    assert find_ruled_tables(Page(1, 100, 100, ())) == []


def rules_of(xs: Sequence[int], ys: Sequence[int], gone: set[tuple[int, int, bool]]) -> list[Rule]:
    """The lines of a grid, piece by piece, some gone."""
    level = [
        Rule(a, y, b, y)
        for j, y in enumerate(ys)
        for i, (a, b) in enumerate(pairwise(xs))
        if (j, i, True) not in gone or j in (0, len(ys) - 1)
    ]
    upright = [
        Rule(x, a, x, b)
        for i, x in enumerate(xs)
        for j, (a, b) in enumerate(pairwise(ys))
        if (j, i, False) not in gone or i in (0, len(xs) - 1)
    ]
    return level + upright


places = st.lists(st.integers(0, 40), min_size=2, max_size=6, unique=True).map(
    lambda steps: [50 + 12 * step for step in sorted(steps)]
)
missing = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=8)


@settings(max_examples=150, deadline=None)
@given(places, places, missing)
def test_cells_are_those_of_pdfplumber(
    xs: list[int], ys: list[int], gone: set[tuple[int, int, bool]]
) -> None:
    rules = rules_of(xs, ys, gone)
    edges = [
        {
            "x0": r.x0, "x1": r.x1, "top": r.top, "bottom": r.bottom,
            "width": r.x1 - r.x0, "height": r.bottom - r.top,
            "orientation": "h" if r.horizontal else "v",
        }
        for r in rules
    ]  # fmt: skip
    merged = plumber.merge_edges(edges, 3, 3, 3, 3)
    theirs = plumber.intersections_to_cells(plumber.edges_to_intersections(merged, 3, 3))
    assert sorted(find_cells(edges_of(rules))) == sorted(Box(*cell) for cell in theirs)
