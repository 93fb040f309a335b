"""The samples: what stands in them, and that gold, content and PDF agree."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2 as pdfium
import pytest

from planextract.evaluation.gold import Gold, read_gold

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CONTENT = sorted((SAMPLES / "content").glob("*.yaml"))
NAMES = [path.stem for path in CONTENT]
INVENTED = ("Oppdikta innhald", "Oppdiktet innhold")


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = load_builder()
CONTENTS: dict[str, dict[str, Any]] = {path.stem: BUILD.load(path) for path in CONTENT}
DRAWN_HERE = [n for n in NAMES if CONTENTS[n]["producer"] not in ("libreoffice", "impress")]


def gold(name: str) -> Gold:
    return read_gold(SAMPLES / "gold" / f"{name}.json")


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())


def page_texts(path: Path) -> list[str]:
    if path.suffix == ".pdf":
        pages = pdfium.PdfDocument(str(path))
        return [page.get_textpage().get_text_range() for page in pages]
    text = path.read_text("utf-8")
    return text.split("\f") if path.suffix == ".txt" else text.split("<!-- side ")[1:]


@pytest.mark.parametrize("name", NAMES)
def test_every_record_stands_on_its_page(name):
    sheet = gold(name)
    pages = [letters(text) for text in page_texts(SAMPLES / sheet.document)]
    assert len(pages) == sheet.pages
    for record in (*sheet.goals, *sheet.actions, *sheet.milestones):
        if record.page is not None:
            here = "".join(pages[record.page - 1 : record.page + 1])
            missing = [w for w in record.text.split() if letters(w) not in here]
            assert len(missing) <= len(record.text.split()) // 4, (record.text, missing)
            first = letters(record.text.split()[0])
            assert first in pages[record.page - 1]


@pytest.mark.parametrize("name", NAMES)
def test_every_cover_says_that_the_content_is_invented(name):
    first = page_texts(SAMPLES / gold(name).document)[0]
    assert any(words in " ".join(first.split()) for words in INVENTED)


@pytest.mark.parametrize("name", DRAWN_HERE)
def test_building_again_gives_the_same_text_and_gold(name, tmp_path):
    try:
        made = BUILD.build(CONTENTS[name], tmp_path)
    except StopIteration:
        pytest.skip("the fonts of this sample are not installed")
    held = json.loads((SAMPLES / "gold" / f"{name}.json").read_text("utf-8"))
    assert json.loads(json.dumps(made)) == held
    target = made["document"]
    assert page_texts(tmp_path / target) == page_texts(SAMPLES / target)


@pytest.mark.parametrize("name", [n for n in NAMES if CONTENTS[n].get("variants")])
def test_scans_and_bad_layers_have_the_pages_of_their_pdf(name):
    for variant in CONTENTS[name]["variants"]:
        path = SAMPLES / f"{name}_{variant}.pdf"
        pages = pdfium.PdfDocument(str(path))
        assert len(pages) == gold(name).pages
        words = sum(len(page.get_textpage().get_text_range().split()) for page in pages)
        assert (words > 50) == (variant == "badlayer")


def test_each_family_has_twenty_records_and_both_languages_are_there():
    records: Counter[str] = Counter()
    languages: Counter[str | None] = Counter()
    for name in NAMES:
        sheet = gold(name)
        languages[sheet.language] += 1
        for family in sheet.families:
            records[family] += len(sheet.actions) + len(sheet.goals) + len(sheet.milestones)
        if "not_a_plan" in sheet.families:
            assert not (sheet.actions or sheet.goals)
    records.pop("not_a_plan")
    assert min(records.values()) >= 20
    assert len(records) >= 11
    assert min(languages["nn"], languages["nb"]) >= 8


def test_half_of_the_families_are_there_as_scans_and_three_with_a_bad_layer():
    variants = {n: CONTENTS[n].get("variants", []) for n in NAMES}
    scanned = {
        f for n, v in variants.items() if any("scan" in x for x in v) for f in gold(n).families
    }
    families = {f for n in NAMES for f in gold(n).families}
    assert len(scanned) >= len(families) / 2
    assert sum("badlayer" in v for v in variants.values()) >= 3


def test_there_are_thirty_pages_without_actions():
    empty = [sheet for name in NAMES if not (sheet := gold(name)).actions]
    assert sum(sheet.pages or 0 for sheet in empty) >= 30
    assert sum(sheet.status == "not_a_plan" for sheet in empty) >= 6


def test_two_producers_and_small_files():
    makers = Counter(content["producer"] for content in CONTENTS.values())
    assert makers["libreoffice"] >= 4
    assert makers["reportlab"] >= 4
    assert sum(p.stat().st_size for p in SAMPLES.rglob("*") if p.is_file()) <= 25_000_000


def test_a_comma_that_cuts_a_text_short_is_an_error():
    with pytest.raises(ValueError, match="quote the text before ', med hus'"):
        BUILD.check({"text": "Ei bygd", "med hus": None}, "x.yaml")


def test_a_time_expression_without_its_meaning_is_an_error():
    ledger = BUILD.Ledger({}, BUILD.deadlines())
    with pytest.raises(KeyError):
        ledger.deadline("en gang i framtida")
    assert ledger.deadline("–") is None


def test_a_scan_is_made_the_same_each_time(tmp_path):
    made = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        page = folder / "one.pdf"
        source = pdfium.PdfDocument(str(SAMPLES / "prose_nn.pdf"))
        alone = pdfium.PdfDocument.new()
        alone.import_pages(source, [1])
        alone.save(str(page))
        made.append(BUILD.damage.make(page, "scan150").read_bytes())
    assert made[0] == made[1]
