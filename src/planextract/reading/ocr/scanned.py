"""A page read from its picture: set straight, ruled, cut into cells, read, made into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planextract.model.page import Page, Word
from planextract.model.source import Source
from planextract.reading.ocr.bands import with_bands
from planextract.reading.ocr.boxes import box_in
from planextract.reading.ocr.cache import key_of, load, save
from planextract.reading.ocr.cells import find_cells
from planextract.reading.ocr.doubles import without_doubles
from planextract.reading.ocr.doubt import doubted_lines, weighed
from planextract.reading.ocr.engine import Engine, Gray, Token
from planextract.reading.ocr.engines import choose
from planextract.reading.ocr.fills import find_fills
from planextract.reading.ocr.ground import ground_of, whitened
from planextract.reading.ocr.islands import cut_islands, find_islands, without
from planextract.reading.ocr.marks import bullet_of, unread_marks, with_bullets, without_strays
from planextract.reading.ocr.orient import doubtful, quarters_to_turn
from planextract.reading.ocr.pictures import Picture, Pictures, open_pictures
from planextract.reading.ocr.regions import Cutting, cut_cells, free_area, remainder
from planextract.reading.ocr.rules import find_rules
from planextract.reading.ocr.settings import DPI, SURE, OcrSettings
from planextract.reading.ocr.sideways import tried_sideways
from planextract.reading.ocr.straighten import coarse, prepared, straight_point, turned
from planextract.reading.ocr.words import is_word, make_words, without_rule_marks

LINES_A_CALL = 100_000
"""Lines of one call are numbered from its mode times this, so that calls never mix."""
BLOCK = 6
"""Tesseract's page segmentation mode for one block of text."""
LINE = 7
"""Its mode for a single line."""
PAGE = 3
"""Its mode for a page of text: of 10,236 words on 80 pages it lost 61, mode 11 (text anywhere)
84; what it passes over is found by the second look."""


def read_scanned(source: Source, number: int, settings: OcrSettings) -> Page:
    """A page (1-based) read by OCR, in points of the page set straight.

    Raises ToolMissing, ToolTooSlow or ToolError from the engine.
    """
    with open_pictures(source) as pictures:
        return read_picture(pictures.page(number, settings.dpi), number, settings)


def read_picture(picture: Picture, number: int, settings: OcrSettings) -> Page:
    """A page read from its picture, or taken from the cache where it was read before."""
    engine, status = choose(settings)
    if settings.cache is None:
        return _read_upright(engine, picture, number, settings)
    key = key_of(picture, f"{status.name} {status.version}", settings)
    page = load(settings.cache, key, number)
    if page is None:
        page = _read_upright(engine, picture, number, settings)
        save(settings.cache, key, page)
    return page


def _read_upright(engine: Engine, picture: Picture, number: int, settings: OcrSettings) -> Page:
    """The page, turned where it reads far better so; its verdict then says it was."""
    page = _read_page(engine, picture, number, settings)
    if not doubtful(page.words):
        return page
    quarters = quarters_to_turn(engine, picture.gray, settings)
    if not quarters:
        return page
    page = _read_page(engine, turned(picture, quarters), number, settings)
    reason = f"the picture lay turned: read after {quarters * 90} degrees clockwise"
    return replace(page, verdict=replace(page.verdict, reasons=(reason,)))


def _read_page(engine: Engine, picture: Picture, number: int, settings: OcrSettings) -> Page:
    straight, _ = prepared(picture)
    small = coarse(straight)
    ground = ground_of(small)
    rules = find_rules(small, ground)
    fills = find_fills(small, ground, rules)
    cleaned = whitened(straight, ground)
    rules = with_bands(rules, fills, cleaned)
    cells = find_cells(rules, small.width, small.height)
    free = free_area(cleaned, rules, cells)
    lines = find_islands(cleaned, free) if cells else []
    parts = cut_cells(cleaned, cells) + cut_islands(cleaned, lines)
    read = _read_each(engine, parts, BLOCK, settings)
    tokens = [token for part in read for token in part]
    rest = remainder(cleaned, without(free, lines))
    tokens += _read(engine, [rest] if rest else [], PAGE, settings)
    tokens = with_bullets(tokens, cleaned.gray)
    marks = unread_marks(tokens, cleaned, free_area(cleaned, rules, ()))
    tokens = _second_look(engine, tokens, marks, straight.gray, settings)
    tokens = without_strays(without_doubles(tokens))
    words = make_words(tokens, cleaned, rules, number, settings.min_confidence)
    return Page(number, straight.width, straight.height, words, rules, fills, method="ocr")


def _second_look(
    engine: Engine,
    tokens: list[Token],
    marks: Sequence[Cutting],
    gray: Gray,
    settings: OcrSettings,
) -> list[Token]:
    """The tokens with unread bullets and numbers, doubtful lines read twice and weighed."""
    bullets, numbers = [], []
    for mark in marks:
        bullet = bullet_of(mark, tokens)
        bullets += [bullet] if bullet else []
        numbers += [] if bullet else [mark]
    doubted = doubted_lines(tokens, gray)
    cuttings = [*numbers, *(line.cutting for line in doubted)]
    read = _read_each(engine, cuttings, LINE, settings)
    found = [t for line in read[: len(numbers)] for t in line]
    kept = {id(token): token for token in tokens}
    for line, again in zip(doubted, read[len(numbers) :], strict=True):
        for token in line.tokens:
            kept.pop(id(token), None)
        found_again = weighed(line, again)
        kept |= {id(token): token for token in found_again}
    sure = [t for t in found if t.confidence >= SURE and is_word(t.text)]
    return [*kept.values(), *bullets, *sure]


def _read(
    engine: Engine, cuttings: Sequence[Cutting], psm: int, settings: OcrSettings
) -> list[Token]:
    """The tokens of all cuttings."""
    return [token for read in _read_each(engine, cuttings, psm, settings) for token in read]


def _read_each(
    engine: Engine, cuttings: Sequence[Cutting], psm: int, settings: OcrSettings
) -> list[list[Token]]:
    """The tokens of each cutting in pixels of the page, lines numbered through."""
    if not cuttings:
        return []
    read = _by_engine(engine, cuttings, psm, settings)
    lines: dict[tuple[int, int], int] = {}
    placed: list[list[Token]] = []
    for at, (cutting, found) in enumerate(zip(cuttings, read, strict=True)):
        tokens = cutting.placed(found)
        numbers = [lines.setdefault((at, t.line), psm * LINES_A_CALL + len(lines)) for t in tokens]
        placed.append([replace(t, line=n) for t, n in zip(tokens, numbers, strict=True)])
    return placed


def _by_engine(
    engine: Engine, cuttings: Sequence[Cutting], psm: int, settings: OcrSettings
) -> list[list[Token]]:
    """The tokens of each cutting in its own pixels; boxes to tick are known by their shape."""
    if psm == PAGE:
        return engine.read([cutting.gray for cutting in cuttings], psm, settings)
    boxes = [box_in(cutting) for cutting in cuttings]
    writing = [cutting for cutting, box in zip(cuttings, boxes, strict=True) if not box]
    read = engine.read([cutting.gray for cutting in writing], psm, settings) if writing else []
    found = iter(tried_sideways(engine, writing, read, psm, settings))
    return [[box] if box else next(found) for box in boxes]


def with_picture_rules(pictures: Pictures, page: Page) -> Page:
    """A page of a hidden text layer with the rules and shadings of its picture.

    The picture is set straight, and the layer's words are moved with it. Needs no OCR.
    """
    picture = pictures.page(page.number, DPI)
    straight, angle = prepared(picture)
    small = coarse(straight)
    ground = ground_of(small)
    rules = find_rules(small, ground)
    fills = find_fills(small, ground, rules)
    rules = with_bands(rules, fills, whitened(straight, ground))
    words = tuple(_moved(word, straight, angle) for word in page.words) if angle else page.words
    return replace(page, words=without_rule_marks(words, rules), rules=rules, fills=fills)


def picture_rules(source: Source, page: Page) -> Page:
    """``with_picture_rules`` for one page of a source."""
    with open_pictures(source) as pictures:
        return with_picture_rules(pictures, page)


def _moved(word: Word, picture: Picture, angle: float) -> Word:
    """The word where it stands once the page is set straight, its box kept in size."""
    middle = word.middle
    x, y = straight_point(*middle, picture, angle)
    dx, dy = x - middle[0], y - middle[1]
    box = word.box
    moved = type(box)(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)
    return replace(word, box=moved)
