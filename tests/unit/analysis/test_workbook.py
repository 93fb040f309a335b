from datetime import date, datetime
from pathlib import Path

import pytest
from analysis_plans import action, candidate, deadline, examples, goal, published
from openpyxl import Workbook, load_workbook

from planextract.analysis.export import prepare, write
from planextract.analysis.export._columns import COLUMNS
from planextract.analysis.safety import LONGEST_CELL
from planextract.model.plan import PlanOwner
from planextract.published import Published
from planextract.texts import LANGUAGES, Texts


def _book(path: Path, plans: list[Published], lang: str = "nb", folder: str = "") -> Workbook:
    export = prepare(plans, Texts(lang), pdf_folder=folder)
    (written,) = write(export, "xlsx", path / "plans.xlsx")
    return load_workbook(written)


def _column(book: Workbook, sheet: str, title: str) -> list:
    """The cells below a title, whichever row the titles stand in."""
    for row in book[sheet].iter_rows():
        for cell in row:
            if cell.value == title:
                return [r[0] for r in book[sheet].iter_rows(
                    min_row=cell.row + 1, min_col=cell.column, max_col=cell.column)]  # fmt: skip
    raise AssertionError(f"no column {title}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_sheet_has_a_filter_a_frozen_header_and_widths(lang, tmp_path):
    book = _book(tmp_path, examples(), lang)
    assert len(book.sheetnames) == len(COLUMNS)
    assert book.sheetnames[0] == Texts(lang).t("export.summary")
    for name, sheet in zip(COLUMNS, book.worksheets, strict=True):
        head = 4 if name == "summary" else 1
        titles = [cell.value for cell in sheet[head]]
        assert titles == [Texts(lang).t(f"export.columns.{c}") for c in COLUMNS[name]]
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{head}:")
        assert all(sheet.column_dimensions[c.column_letter].width >= 15 for c in sheet[head])


def test_every_record_has_a_row(tmp_path):
    plans = examples()
    book = _book(tmp_path, plans)
    assert [c.value for c in _column(book, "Tiltak", "Tiltak")] == [
        a.text for p in plans for a in p.plan.actions
    ]
    assert [c.value for c in _column(book, "Mål", "Mål")] == [
        g.text for p in plans for g in p.plan.goals
    ]


def test_days_are_days_and_old_ones_stay_text(tmp_path):
    old = action("a", "Lese", deadline=deadline("1850", "period", end="1850-12-31"))
    book = _book(tmp_path, [*examples(), published(actions=[old])])
    ends = _column(book, "Frister", "Til og med")
    assert datetime(2027, 12, 31) in [cell.value for cell in ends]
    assert ends[0].number_format == "dd.mm.yyyy"
    assert ends[-1].value == "1850-12-31"
    assert all(cell.is_date for cell in ends if isinstance(cell.value, date))


def test_pages_link_to_the_pdf(tmp_path):
    book = _book(tmp_path, examples(), folder="../pdf")
    first = _column(book, "Tiltak", "Side")[0]
    assert first.value == 3
    target = first.hyperlink.target + (
        f"#{first.hyperlink.location}" if first.hyperlink.location else ""
    )
    assert target == "../pdf/Eksempelfjord%20helse%20og%20omsorg%202024-2031.pdf#page=3"


def test_candidates_have_a_sheet_of_their_own_and_count_nowhere(tmp_path):
    done = action("a", "Lese", mentions=[{"page": 7, "bbox": (0, 0, 1, 1), "quote": "Lese"}])
    maybe = candidate("Skrive", page=4)
    book = _book(tmp_path, [published(actions=[done], candidates=[maybe])])
    assert [cell.value for cell in _column(book, "Kandidater", "Tekst")] == ["Skrive"]
    assert [cell.value for cell in _column(book, "Kandidater", "Slag")] == ["tiltak?"]
    assert _column(book, "Kandidater", "Side")[0].hyperlink.location == "page=4" or (
        _column(book, "Kandidater", "Side")[0].hyperlink.target.endswith("#page=4")
    )
    assert [cell.value for cell in _column(book, "Tiltak", "Tiltak")] == ["Lese"]
    assert [cell.value for cell in _column(book, "Tiltak", "Står også på side")] == ["7"]
    assert [cell.value for cell in _column(book, "Oversikt", "Tiltak")] == [1, 1]


def test_strategies_are_counted_apart_and_the_owner_of_the_plan_is_told(tmp_path):
    made = published(goals=[goal(), goal("s", "Lese saman", level="strategy")])
    owner = PlanOwner(kind="municipalities", names=["Vik", "Nes"], confidence=0.9)
    about = made.plan.plan.model_copy(update={"owner": owner})
    shared = Published(made.path, made.plan.model_copy(update={"plan": about}))
    book = _book(tmp_path, [shared])
    assert [cell.value for cell in _column(book, "Oversikt", "Strategier")] == [1, 1]
    assert [cell.value for cell in _column(book, "Oversikt", "Mål")] == [1, 1]
    assert _column(book, "Oversikt", "Eier av planen")[0].value == "flere kommuner: Vik, Nes"


def _filled(cells: list) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell.fill.fill_type == "solid"]


def test_doubtful_cells_are_marked_by_fill_and_by_words(tmp_path):
    book = _book(tmp_path, examples())
    actions = [a for p in examples() for a in p.plan.actions]
    doubtful = [at for at, a in enumerate(actions) if a.confidence < 0.8]
    due = [at for at, a in enumerate(actions) if a.deadline and a.deadline.confidence < 0.8]
    assert _filled(_column(book, "Tiltak", "Tiltak")) == doubtful
    assert _filled(_column(book, "Tiltak", "Frist, slik planen skriver det")) == due
    checks = _column(book, "Tiltak", "Sjekk")
    assert [at for at, cell in enumerate(checks) if cell.value] == sorted({*doubtful, *due})
    assert _filled(checks) == sorted({*doubtful, *due})
    assert any("fristen er ikke tolket" in (c.value or "") for c in checks)


@pytest.mark.parametrize("start", "=+-@")
def test_text_stays_text(start, tmp_path):
    formula = f"{start}HYPERLINK(1)"
    made = action("a", formula, indicator=formula, responsible_raw=formula)
    book = _book(tmp_path, [published(actions=[made])])
    for title in ("Tiltak", "Indikator", "Ansvar, slik planen skriver det"):
        (cell,) = _column(book, "Tiltak", title)
        assert (cell.value, cell.data_type) == (formula, "s")


def test_control_characters_and_over_long_text_do_not_break_the_workbook(tmp_path):
    made = action("a", "Les\x0bing\x00 \ufffe nå", status="x" * (LONGEST_CELL + 5))
    book = _book(tmp_path, [published(actions=[made])])
    assert _column(book, "Tiltak", "Tiltak")[0].value == "Lesing  nå"
    status = _column(book, "Tiltak", "Status")[0].value
    assert len(status) == LONGEST_CELL
    assert status.endswith("[…]")


def test_the_summary_counts_and_sums(tmp_path):
    book = _book(tmp_path, examples())
    assert [c.value for c in _column(book, "Oversikt", "Tiltak")] == [9, 7, 0, 16]
    owners = [c.value for c in _column(book, "Oversikt", "Tiltak med ansvarlig")]
    assert owners == [pytest.approx(8 / 9), pytest.approx(6 / 7), None, pytest.approx(14 / 16)]
    messages = [c.value for c in _column(book, "Oversikt", "Melding")]
    assert "'s1kt'" in messages[1]
    assert [c.value for c in _column(book, "Oversikt", "Status")][:3] == [
        "fullstendig", "delvis", "fullstendig",
    ]  # fmt: skip


def test_no_plans_make_an_empty_workbook(tmp_path):
    book = _book(tmp_path, [])
    assert [c.value for c in _column(book, "Oversikt", "Tiltak")] == [0]
    assert book["Tiltak"].max_row == 1
