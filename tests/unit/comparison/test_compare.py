from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape
from openpyxl import load_workbook

from planextract.cli import main
from planextract.comparison.compare import compare_plans, matrix, owners, un_goals
from planextract.comparison.report import html, script_json
from planextract.comparison.sheets import write_workbook
from planextract.comparison.timeline import timeline
from planextract.published import Published
from planextract.texts import LANGUAGES, Texts

Made = Callable[..., Published]
HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>"


@pytest.fixture
def three(published: Made) -> list[Published]:
    """Three plans; one action is common to two of them in different written forms."""
    return [
        published(
            "Nordvik",
            [
                {
                    "text": "Tilby velferdsteknologi i heimetenesta",
                    "owner": "Heimetenesta",
                    "end": "2026-12-31",
                    "area": "area-0",
                },
                {"text": "Byggje ny kyrkjegard i Storvik", "page": 7},
            ],
            areas=["Helse og omsorg (FNs berekraftsmål 3)"],
            goals=["Gode tenester til eldre"],
        ),
        published(
            "Sørvik",
            [
                {
                    "text": "Gi tilbud om velferdsteknologi i hjemmetjenesten",
                    "owner": "Hjemmetjenesten",
                    "end": "2027-06-30",
                    "page": 12,
                },
                {"text": "Redusere klimagassutslipp fra kommunale bygg", "confidence": 0.4},
            ],
        ),
        published("Ukjend", ["Rydde strender for plast"], known=False),
    ]


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    data: dict[str, Any] = json.loads(found.group(1))
    return data


class Outside(HTMLParser):
    """Collects what a page would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.scripts = 0
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.scripts += tag == "script"
        self.handlers += [name for name in values if name.startswith("on")]
        if tag in ("link", "script", "img", "iframe") and values.get("src", values.get("href")):
            self.fetched.append(str(values.get("src", values.get("href"))))


def test_actions_alike_over_written_forms_are_shared_and_the_rest_alone(
    three: list[Published],
) -> None:
    comparison = compare_plans(three)
    (found,) = comparison.groups
    texts = [comparison.records[member].text for member in found.members]
    assert texts == [three[0].plan.actions[0].text, three[1].plan.actions[0].text]
    assert "velferdsteknologi" in found.words
    alone = {record.text for record in comparison.alone()}
    assert alone == {record.text for record in comparison.records} - set(texts)


def test_a_strategy_is_matched_with_actions_and_not_with_aims(published: Made) -> None:
    text = "Tilby velferdsteknologi i heimetenesta"
    plans = [
        published("Nordvik", [], strategies=[text]),
        published("Sørvik", ["Gi tilbud om velferdsteknologi i hjemmetjenesten"], goals=[text]),
    ]
    comparison = compare_plans(plans)
    (found,) = comparison.groups
    assert [comparison.records[member].kind for member in found.members] == ["strategy", "action"]
    assert [record.kind for record in comparison.alone()] == ["goal"]
    told = [(place.strategies, place.actions, place.goals) for place in comparison.places]
    assert told == [(1, 0, 0), (0, 1, 1)]
    assert matrix(comparison)["digital"] == [1, 1]


def test_report_tells_the_script_what_is_a_strategy(published: Made) -> None:
    made = published("Vik", ["Rydde"], goals=["Rein natur"], strategies=["Rydde saman"])
    data = data_of(html(compare_plans([made]), Texts("nb")))
    kinds = ("action", "goal", "strategy")
    told = [(kinds[row[2]], row[3]) for row in data["records"]]
    assert told == [("goal", "Rein natur"), ("strategy", "Rydde saman"), ("action", "Rydde")]
    assert data["texts"]["does"] == "Hva planen skal gjøre"


@pytest.fixture
def doubtful(published: Made) -> Published:
    """A plan of a county with a candidate, of which two pages were not read."""
    return published(
        "Fylket",
        ["Rydde"],
        known=False,
        status="partial",
        plan={"title": "P", "owner": {"kind": "county", "names": ["Fylket"], "confidence": 0.9}},
        candidates=[
            {
                "kind": "action", "text": HOSTILE, "confidence": 0.4, "why": "No heading.",
                "source": {
                    "page": 6, "bbox": (0, 0, 9, 9), "quote": "q", "method": "text",
                    "confidence": 1.0,
                },
            }
        ],
        diagnostics=[
            {"code": "records_unread", "severity": "warning", "message": "m", "page": page}
            for page in (3, 9)
        ],
    )  # fmt: skip


def test_candidates_owner_and_reasons_are_shown_and_nothing_is_counted(
    doubtful: Published, tmp_path: Path
) -> None:
    comparison = compare_plans([doubtful])
    assert [record.text for record in comparison.records] == ["Rydde"]
    page = html(comparison, Texts("en"), pdfs="pdf")
    assert str(escape(HOSTILE)) in page and HOSTILE not in page
    assert 'href="pdf/Fylket.pdf#page=6"' in page
    assert "county: Fylket" in page
    assert "list or table without records (page 3, 9)" in page
    write_workbook(comparison, Texts("en"), tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    heads, row = ([cell.value for cell in line] for line in book["Plans"])
    told = dict(zip(heads, row, strict=True))
    assert (told["Owner of the plan"], told["Candidates"]) == ("county: Fylket", 1)
    assert told["Why not complete"] == "list or table without records (page 3, 9)"
    assert [cell.value for cell in book["Candidates"]["D"]] == ["Text", HOSTILE]


def test_a_report_without_candidates_has_no_part_for_them(three: list[Published]) -> None:
    assert 'id="candidates"' not in html(compare_plans(three), Texts("nb"))


def test_two_plans_of_one_municipality_are_one_place_and_share_nothing(published: Made) -> None:
    plans = [published("Vik", ["Rydde turstiar"]), published("Vik", ["Rydde turstiar"])]
    comparison = compare_plans(plans)
    assert [place.actions for place in comparison.places] == [2]
    assert comparison.groups == ()


def test_places_with_the_same_name_are_told_apart(published: Made) -> None:
    one, other = published("Herøy", ["Rydde"]), published("Andre", ["Rydde"])
    data = other.plan.model_dump(mode="json")
    data["plan"]["municipality"].update(name="Herøy", county="Nordland", number="1818")
    twin = Published(other.path, type(other.plan).model_validate(data))
    names = [place.name for place in compare_plans([one, twin]).places]
    assert len(set(names)) == 2
    assert names[1] == "Herøy (Nordland)"


def test_figures_of_a_place_are_counted(three: list[Published]) -> None:
    nordvik = compare_plans(three).places[0]
    assert (nordvik.actions, nordvik.goals) == (2, 1)
    assert (nordvik.with_owner, nordvik.with_deadline, nordvik.with_resources) == (1, 1, 0)


def test_matrix_counts_each_action_under_its_themes(three: list[Published]) -> None:
    comparison = compare_plans(three)
    counts = matrix(comparison)
    assert counts["digital"] == [1, 1, 0]
    assert counts["climate"] == [0, 1, 1]
    assert sum(counts["health"]) == 2


def test_owner_in_both_written_forms_is_one(three: list[Published]) -> None:
    (owner,) = owners(compare_plans(three))
    assert (owner.actions, owner.places) == (2, 2)


def test_un_goal_named_in_the_heading_counts_for_what_stands_under_it(
    three: list[Published],
) -> None:
    assert un_goals(compare_plans(three)) == {3: [1, 0, 0]}


def test_timeline_has_every_dated_action_in_its_bin(three: list[Published]) -> None:
    drawn = timeline(compare_plans(three), "Alle")
    assert drawn is not None
    assert {name: sum(counts) for name, counts in drawn.rows} == {
        "Nordvik": 1,
        "Sørvik": 1,
        "Plan for Ukjend": 0,
    }
    total = drawn.lanes[0]
    assert [dot.title for dot in total.dots] == ["Alle, 2026 Q4: 1", "Alle, 2027 Q2: 1"]


def test_no_dates_no_timeline(published: Made) -> None:
    assert timeline(compare_plans([published("Vik", ["Rydde"])]), "Alle") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_report_needs_nothing_from_outside(three: list[Published], lang: str) -> None:
    page = html(compare_plans(three), Texts(lang))
    found = Outside()
    found.feed(page)
    assert all(address.startswith("data:") for address in found.fetched)
    assert f'<html lang="{lang}">' in page
    assert len(data_of(page)["records"]) == 6


def test_report_links_to_the_page_of_each_pdf(three: list[Published]) -> None:
    page = html(compare_plans(three), Texts("nb"), pdfs="../planar")
    data = data_of(page)
    assert data["plans"][1] == ["Plan for Sørvik", "../planar/S%C3%B8rvik.pdf"]
    assert [row[8] for row in data["records"] if row[1] == 1] == [12, 1]


def test_hostile_texts_run_nowhere(published: Made) -> None:
    rows = [{"text": HOSTILE, "owner": HOSTILE, "area": "area-0"}]
    plans = [
        published(name, rows, areas=[HOSTILE], goals=[HOSTILE])
        for name in (HOSTILE.replace("/", "|"), "javascript:alert(1)")
    ]
    page = html(compare_plans(plans), Texts("nn"))
    found = Outside()
    found.feed(page)
    assert found.scripts == 2
    assert found.handlers == []
    assert not re.search(r'href="javascript:', page)
    assert data_of(page)["records"][0][3] == HOSTILE


@pytest.mark.parametrize("value", ["</script>", "<!--", "\u2028", "&lt;", "\\", '"'])
def test_json_in_a_script_comes_back_as_it_was(value: str) -> None:
    written = script_json([value])
    assert json.loads(written) == [value]
    assert not set("<>&\u2028\u2029") & set(written)


def test_search_knows_a_word_in_both_written_forms(three: list[Published]) -> None:
    kin = data_of(html(compare_plans(three), Texts("nb")))["kin"]
    assert any({"heimetenesta", "hjemmetjenesten"} <= set(forms) for forms in kin)


def test_same_plans_give_the_same_report(three: list[Published]) -> None:
    assert html(compare_plans(three), Texts("nb")) == html(compare_plans(three), Texts("nb"))


def test_plans_without_actions_make_a_report(published: Made) -> None:
    page = html(compare_plans([published("Tom", []), published("Blank", [])]), Texts("nb"))
    assert data_of(page)["records"] == []


def test_workbook_has_dates_links_and_no_formula(
    three: list[Published], published: Made, tmp_path: Path
) -> None:
    plans = [*three, published("Snik", ["=HYPERLINK(1)", "+47 90000000 \x07"])]
    path = tmp_path / "report.xlsx"
    write_workbook(compare_plans(plans), Texts("nn"), path, pdfs="pdf")
    book = load_workbook(path)
    sheet = book["Alle tiltak og mål"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert len(rows) == 8
    first = next(row for row in rows if "heimetenesta" in row["Tekst"].value)
    assert first["Siste dag"].value == datetime(2026, 12, 31)
    assert first["Side"].hyperlink.target == "pdf/Nordvik.pdf#page=1"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert [row["Tekst"].value for row in rows[-2:]] == ["=HYPERLINK(1)", "+47 90000000 "]
    assert sheet.auto_filter.ref and sheet.freeze_panes
    assert book["Like tiltak og mål"].max_row == 3


@pytest.fixture
def folder(three: list[Published], tmp_path: Path) -> Path:
    """The three plans as files."""
    made = tmp_path / "output"
    made.mkdir()
    for published in three:
        (made / f"{published.key}.json").write_text(published.plan.model_dump_json(), "utf-8")
    return made


def test_command_writes_report_and_workbook(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "a" / "report"
    assert main(["compare", str(folder), "-o", str(report)]) == 0
    assert sorted(path.name for path in report.iterdir()) == ["comparison.xlsx", "index.html"]


def test_command_goes_on_past_a_damaged_file_and_says_so(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    assert main(["compare", str(folder), "-o", str(tmp_path / "report")]) == 2
    assert "broken.json" in capsys.readouterr().err
    assert (tmp_path / "report" / "index.html").is_file()


@pytest.mark.parametrize("command", ["compare", "diff"])
def test_output_that_cannot_be_written_is_told_in_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    one, other, _ = (str(path) for path in sorted(folder.glob("*.json")))
    target = str(blocked / "report.html")
    calls = {
        "compare": ["compare", str(folder), "-o", str(blocked)],
        "diff": ["diff", one, other, "--html", target],
    }
    assert main(calls[command]) == 78
    said = capsys.readouterr().err
    assert "cannot be written" in said
    assert "Traceback" not in said


def test_diff_command_prints_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other, _ = (str(path) for path in sorted(folder.glob("*.json")))
    assert main(["diff", one, one, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []
    assert main(["diff", one, other, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"]
