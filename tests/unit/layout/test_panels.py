"""Cards: what stands in one shaded area is read together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pages import Sheet

from planextract.layout.lines import Line, find_lines
from planextract.layout.panels import zones_of


def order(sheet: Sheet, lines: list[str]) -> list[str]:
    made = [line for line in sheet_lines(sheet) if line.text in lines]
    return [t.line.text for z in zones_of(sheet.page, made, []) for t in z.things if t.line]


def sheet_lines(sheet: Sheet) -> list[Line]:
    return find_lines(sheet.words)


def two_cards(shaded: bool) -> tuple[Sheet, list[str]]:
    """Two cards side by side whose lines stand at the same heights, close together."""
    sheet = Sheet()
    texts = []
    for name, x in (("Venstre", 70.0), ("Høgre", 300.0)):
        for at, field in enumerate(("kort", "Ansvar: Rektor", "Frist: 2026")):
            texts.append(f"{name} {field}")
            sheet.line(texts[-1], x=x, top=100 + 40 * at)
        if shaded:
            sheet.shade(x - 10, 90, x + 180, 200)
    return sheet, texts


def test_the_lines_of_a_card_stay_together() -> None:
    sheet, texts = two_cards(shaded=True)
    assert order(sheet, texts) == texts


def test_a_card_beside_running_text_is_read_for_itself() -> None:
    sheet = Sheet()
    for at in range(4):
        sheet.line(f"Avsnitt {at}", x=70, top=100 + 13 * at)
    for at in range(2):
        sheet.line(f"Kort {at}", x=300, top=106 + 13 * at)
    sheet.shade(290, 100, 500, 140)
    found = order(sheet, [line.text for line in sheet_lines(sheet)])
    assert found == ["Avsnitt 0", "Avsnitt 1", "Avsnitt 2", "Avsnitt 3", "Kort 0", "Kort 1"]


def test_the_ground_of_the_page_is_no_card() -> None:
    sheet = Sheet()
    sheet.line("Overskrift", top=50)
    sheet.line("Venstre", x=70)
    sheet.line("Høgre", x=330)
    sheet.shade(0, 0, 595, 842)
    zones = zones_of(sheet.page, sheet_lines(sheet), [])
    assert [zone.column for zone in zones] == [0, 0, 1]


def test_the_smallest_area_around_a_line_is_its_card() -> None:
    sheet = Sheet()
    sheet.shade(50, 80, 550, 400)
    sheet.shade(60, 90, 290, 390)
    for at in range(3):
        sheet.line(f"Inne {at}", x=70, top=100 + 90 * at)
        sheet.line(f"Ute {at}", x=300, top=100 + 90 * at)
    found = order(sheet, [line.text for line in sheet_lines(sheet)])
    assert found == ["Inne 0", "Inne 1", "Inne 2", "Ute 0", "Ute 1", "Ute 2"]


def test_cards_in_a_panel_stand_below_their_own_headings() -> None:
    sheet = Sheet()
    sheet.shade(50, 80, 550, 420)
    wanted = []
    for at in range(2):
        top = 90.0 + 160 * at
        wanted += [f"Mål {at}", f"Tiltak {at}", f"Ansvar {at}", f"Frist {at}"]
        sheet.line(f"Mål {at}", x=60, top=top)
        sheet.lines(wanted[-3:], x=80, top=top + 30, pitch=2.5)
        sheet.shade(70, top + 20, 500, top + 130)
    assert order(sheet, wanted) == wanted


@given(st.lists(st.tuples(st.floats(0, 500), st.integers(0, 30)), max_size=15), st.data())
def test_no_line_is_lost_or_doubled(places: list[tuple[float, int]], data: st.DataObject) -> None:
    sheet = Sheet()
    for at, (x, row) in enumerate(places):
        sheet.line(f"w{at}", x=x, top=20.0 * row)
    for _ in range(data.draw(st.integers(0, 3))):
        x, top = data.draw(st.floats(0, 400)), data.draw(st.floats(0, 500))
        sheet.shade(x, top, x + data.draw(st.floats(5, 300)), top + data.draw(st.floats(5, 300)))
    lines = sheet_lines(sheet)
    zones = zones_of(sheet.page, lines, [])
    found = [w.key for z in zones for t in z.things if t.line for w in t.line.words]
    assert sorted(found) == sorted(word.key for word in sheet.words)
