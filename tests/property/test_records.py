"""What must hold for every record of every sample, whatever it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from conftest import PLANS, SAMPLES, Run

from planextract.model.plan import Action, FocusArea, Goal, Milestone, Plan, Repair, Source
from planextract.pipeline import extract
from planextract.settings import Settings

STEMS = [path.stem for path in PLANS]
DIGITAL = sorted(p.stem for p in SAMPLES.glob("*.pdf") if not re.search(r"scan|layer", p.stem))
TOLERANCE = 1.0
"""Points by which pdfplumber's boxes of the same letters may differ."""

Record = FocusArea | Goal | Action | Milestone


def records(plan: Plan) -> Iterator[Record]:
    yield from (*plan.focus_areas, *plan.goals, *plan.actions, *plan.milestones)


def places(source: Source) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Page and box of every piece of a record, once."""
    own = [(source.page, source.bbox)]
    return list(dict.fromkeys([*own, *((part.page, part.bbox) for part in source.parts)]))


@pytest.mark.parametrize("stem", STEMS)
def test_json_is_the_same_when_read_and_written_again(run: Run, stem: str) -> None:
    text = (run.folder / f"{stem}.json").read_text("utf-8")
    assert Plan.model_validate_json(text).model_dump_json(indent=2) + "\n" == text


@pytest.mark.parametrize("stem", STEMS)
def test_no_word_is_unaccounted_for(run: Run, stem: str) -> None:
    plan = run.plan(stem)
    told = plan.coverage
    parts = (told.records, told.structure, told.furniture, told.narrative, told.unassigned)
    assert sum(parts) == told.words
    assert told.words > 0
    if all(page.kind == "digital" for page in plan.document.page_kinds):
        assert told.words == sum(page.signals.words for page in plan.document.page_kinds)
    said = any(d.code == "text_unassigned" for d in plan.diagnostics)
    assert said == bool(told.unassigned), "words not placed are said"


@pytest.mark.parametrize("stem", STEMS)
def test_ids_are_unique_and_links_lead_somewhere(run: Run, stem: str) -> None:
    plan = run.plan(stem)
    ids = Counter(record.id for record in records(plan))
    assert [name for name, count in ids.items() if count > 1] == []
    areas, goals = {area.id for area in plan.focus_areas}, {goal.id for goal in plan.goals}
    for goal in plan.goals:
        assert goal.focus_area_id in areas | {None}
        assert goal.parent_id in (goals - {goal.id}) | {None}
    for action in plan.actions:
        assert action.focus_area_id in areas | {None}
        assert set(action.goal_ids) <= goals


@pytest.mark.parametrize("stem", STEMS)
def test_deadlines_start_before_they_end(run: Run, stem: str) -> None:
    for record in (*run.plan(stem).actions, *run.plan(stem).milestones):
        if (due := record.deadline) and due.start and due.end:
            assert due.start <= due.end, due


@pytest.mark.parametrize("stem", [s for s in STEMS if (SAMPLES / f"{s}.pdf").exists()])
def test_boxes_lie_on_their_pages(run: Run, stem: str) -> None:
    with pdfium.PdfDocument(SAMPLES / f"{stem}.pdf") as document:
        sizes = [page.get_size() for page in document]
    for record in records(run.plan(stem)):
        for page, (x0, top, x1, bottom) in places(record.source):
            width, height = sizes[page - 1]
            assert -TOLERANCE <= x0 < x1 <= width + TOLERANCE, record.source
            assert -TOLERANCE <= top < bottom <= height + TOLERANCE, record.source


@pytest.fixture(scope="module")
def reread() -> Iterator[dict[str, pdfplumber.PDF]]:
    """The samples by the other PDF reader, each opened once."""
    opened: dict[str, pdfplumber.PDF] = {}
    yield opened
    for document in opened.values():
        document.close()


def letters_under(document: pdfplumber.PDF, source: Source) -> str:
    """The letters whose middle lies under the record's boxes, in reading order."""
    found = []
    for number, (x0, top, x1, bottom) in places(source):
        for char in document.pages[number - 1].dedupe_chars().chars:
            x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            if x0 <= x <= x1 and top <= y <= bottom:
                found.append(char["text"])
    return plain("".join(found))


def plain(text: str) -> str:
    """Letters and digits only: the readers cut words and draw bullets in their own way."""
    return re.sub(r"[\W_]", "", text).lower()


@pytest.mark.parametrize("stem", DIGITAL)
def test_the_words_under_the_box_are_the_quote(
    run: Run, reread: dict[str, pdfplumber.PDF], stem: str
) -> None:
    document = reread.setdefault(stem, pdfplumber.open(SAMPLES / f"{stem}.pdf"))
    for record in records(run.plan(stem)):
        under, quote = letters_under(document, record.source), plain(record.source.quote)
        missing = Counter(quote) - Counter(under)
        assert not missing, (record.source.page, record.source.quote, under)
        if isinstance(record, Goal | FocusArea) and not record.source.parts:
            assert under == quote, "a heading or goal has nothing else under its box"


@pytest.mark.parametrize("stem", STEMS)
def test_repairs_replayed_backwards_give_the_text_as_read(run: Run, stem: str) -> None:
    replay(run.plan(stem))


def test_repairs_of_a_damaged_layer_replayed_backwards() -> None:
    plan = extract(SAMPLES / "ruled_merged_nn_badlayer.pdf", Settings(ocr="never"))
    assert len(plan.repairs) > 20
    replay(plan)


def replay(plan: Plan) -> None:
    """Each record's text, its repairs undone from the last to the first, is in its quote.

    The quote is the whole row, so words of other fields may stand between. On a digital page
    the order is held to as well; OCR may have read a row's cells in another order.
    """
    for record in records(plan):
        text = record.title if isinstance(record, FocusArea) else getattr(record, "text", "")
        text = record.label if isinstance(record, Milestone) else text
        for repair in reversed([r for r in plan.repairs if touches(r, record.source)]):
            text = text.replace(repair.after, repair.before, 1)
        quote = plain(record.source.quote)
        assert Counter(plain(text)) <= Counter(quote), (text, record.source.quote)
        if record.source.method == "text":
            letters = iter(quote)
            assert all(letter in letters for letter in plain(text)), (text, record.source.quote)


def touches(repair: Repair, source: Source) -> bool:
    return any(
        repair.page == page and repair.bbox[0] < box[2] and repair.bbox[2] > box[0]
        and repair.bbox[1] < box[3] and repair.bbox[3] > box[1]
        for page, box in places(source)
    )  # fmt: skip


@pytest.mark.parametrize("stem", ["matrix_nn", "lists_nn", "prose_nb"])
def test_a_page_added_in_front_leaves_records_and_ids(run: Run, stem: str, tmp_path: Path) -> None:
    target = tmp_path / f"{stem}.pdf"
    with pdfium.PdfDocument(SAMPLES / f"{stem}.pdf") as document:
        width, height = document[0].get_size()
        document.new_page(width, height, 0)
        document.save(target)
    before, after = run.plan(stem), extract(target)
    assert [(r.id, r.source.page + 1) for r in records(before)] == [
        (r.id, r.source.page) for r in records(after)
    ]
