"""Marks that the engine misread or passed over: bullets, page numbers, badges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from planextract.reading.ocr.engine import Gray, Token
from planextract.reading.ocr.pictures import POINTS_PER_INCH, Picture
from planextract.reading.ocr.regions import INK, WHITE, Cutting, cut_box

BULLET = "•"
BULLET_SURE = 0.95
"""Confidence given to a bullet known by its shape (chosen by eye; not measured)."""
ROUND = (0.16, 0.48)
"""Least and greatest height of a dot, in parts of the font size: above a full stop, below e."""
SMALLEST, MIDDLE = 0.07, (0.3, 0.7)
"""Least height of a small dot (·), and where in its text's height it stands: no full stop."""
SQUARE_TO = 0.75
"""Greatest height of a filled square, in parts of the font size."""
FULL, FULL_SQUARE = 0.62, 0.88
"""Share of its box that a dot (0.79) or a square (1.0) fills; an e fills half of it."""
BESIDE = 3.5
"""Font sizes between a bullet and its text."""
MARK_HEIGHT = (3.5, 40.0)
"""Points that an unread mark is high, to be looked at again."""
MARK_WIDTH = 400.0
"""Points that it is wide: a number, a word, a heading; no picture."""
SIDEWAYS = (24.0, 150.0)
"""Points across and down of a line set sideways."""
MOST_MARKS = 24
"""A page with more unread marks has a photograph or a map: they are left."""
STRAY = 0.75
"""Confidence below which a lone mark right after a bullet is the bullet read once more; such
marks measured 0.3 to 0.7."""
WITHIN = 0.7
"""Heights of a word from its box within which a mark is one of its letters."""
APART = 5.0
"""Points between digits of one number."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A filled mark, in pixels of the page."""

    x0: int
    top: int
    x1: int
    bottom: int
    share: float
    """Of its box that is filled."""


def with_bullets(tokens: Sequence[Token], gray: Gray) -> list[Token]:
    """The tokens, single letters that are filled dots in the picture read as bullets."""
    return [_as_bullet(token, tokens, gray) for token in tokens]


def unread_marks(tokens: Sequence[Token], picture: Picture, free: Gray) -> list[Cutting]:
    """Cuttings of small marks that no token covers; ``free`` is 0 where rules run."""
    pixels = picture.dpi / POINTS_PER_INCH
    ink = np.asarray(picture.gray < WHITE - INK, dtype=np.uint8) & free
    for t in tokens:
        ink[max(0, t.top - 3) : t.bottom + 3, max(0, t.x0 - 3) : t.x1 + 3] = 0
    size = (max(1, ink.shape[1] // 2), max(1, ink.shape[0] // 2))
    small = cv2.resize(ink, size, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate(small, np.ones((1, int(APART * pixels / 2)), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes = [
        (2 * left, 2 * top, 2 * (left + width), 2 * (top + height))
        for left, top, width, height, _area in stats[1:count]
        if _may_be_text(2 * width / pixels, 2 * height / pixels)
    ]
    if len(boxes) > MOST_MARKS:
        return []
    apart = [box for box in boxes if not _in_word(box, tokens)]
    cut = (cut_box(picture.gray, _padded(box, picture.gray)) for box in apart)
    return [cutting for cutting in cut if cutting is not None]


def _may_be_text(width: float, height: float) -> bool:
    """Whether a mark of that size in points may be a line, upright or set sideways."""
    if width <= SIDEWAYS[0] and height <= SIDEWAYS[1]:
        return height >= MARK_HEIGHT[0]
    return MARK_HEIGHT[0] <= height <= MARK_HEIGHT[1] and width <= MARK_WIDTH


def bullet_of(cutting: Cutting, tokens: Sequence[Token]) -> Token | None:
    """An unread mark as a bullet, where it is a dot before a text line."""
    rows, columns = cutting.gray.shape
    whole = Token(
        BULLET, cutting.left, cutting.top, cutting.left + columns, cutting.top + rows, 1.0, -1
    )
    right = _follower(whole, tokens)
    blob = _blob(cutting.gray)
    if right is None or blob is None or not _is_dot(blob, right, cutting.top):
        return None
    x0, top = cutting.left + blob.x0, cutting.top + blob.top
    x1, bottom = cutting.left + blob.x1, cutting.top + blob.bottom
    return Token(BULLET, x0, top, x1, bottom, BULLET_SURE, right.line)


def without_strays(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, unsure lone marks between a bullet and its text left out."""
    bullets = [token for token in tokens if token.text == BULLET]
    return [t for t in tokens if not (_lone(t) and any(_before(b, t) for b in bullets))]


def _lone(token: Token) -> bool:
    unsure = len(token.text) <= 2 and token.confidence < STRAY
    return unsure and not any(character.isalnum() for character in token.text)


def _before(bullet: Token, token: Token) -> bool:
    """Whether a bullet stands close left of a token, or on it."""
    level = (bullet.top + bullet.bottom) / 2
    height = bullet.bottom - bullet.top
    near = bullet.x0 <= token.x0 <= bullet.x1 + BESIDE * height
    return bullet is not token and near and token.top - height <= level <= token.bottom + height


def _as_bullet(token: Token, tokens: Sequence[Token], gray: Gray) -> Token:
    if len(token.text) > 2 or token.text.isdigit():
        return token
    if len(token.text) == 2 and any(character.isalnum() for character in token.text):
        return token
    right = _follower(token, tokens)
    if right is None:
        return token
    blob = _blob(gray[token.top : token.bottom, token.x0 : token.x1])
    if blob is None or not _is_dot(blob, right, token.top):
        return token
    return replace(token, text=BULLET, confidence=BULLET_SURE)


def _follower(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The word right of a mark on its line, where nothing stands on its left."""
    level = (token.top + token.bottom) / 2
    beside = [t for t in tokens if t is not token and t.top <= level <= t.bottom]
    right = [t for t in beside if t.x0 >= token.x1 - 2 and len(t.text) > 1]
    if not right:
        return None
    first = min(right, key=lambda t: t.x0)
    size = _size(first)
    near_left = any(t.x1 <= token.x0 + 2 and token.x0 - t.x1 < size for t in beside)
    return first if first.x0 - token.x1 <= BESIDE * size and not near_left else None


def _in_word(box: tuple[int, int, int, int], tokens: Sequence[Token]) -> bool:
    """Whether a mark is a letter that the engine's box of a word has left out."""
    level = (box[1] + box[3]) / 2
    return any(
        t.top <= level <= t.bottom
        and min(abs(box[0] - t.x1), abs(t.x0 - box[2])) < WITHIN * (t.bottom - t.top)
        and not (box[2] <= t.x0 and _before_text(box, t))
        for t in tokens
    )


def _before_text(box: tuple[int, int, int, int], token: Token) -> bool:
    """Whether a mark is lower than a letter, as a bullet close to its text is."""
    return box[3] - box[1] <= ROUND[1] * _size(token)


def _size(token: Token) -> float:
    """Font size in pixels, roughly: a word with capitals or tall letters is 0.75 of it high."""
    return max(1.0, (token.bottom - token.top) / 0.75)


def _blob(part: Gray) -> Blob | None:
    """The one mark in a cutting; None where there are several or none."""
    if part.size == 0:
        return None
    dark = np.asarray(part < (int(part.min()) + WHITE) // 2, dtype=np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    marks = stats[1:count]
    marks = marks[marks[:, cv2.CC_STAT_AREA] >= 6]
    if len(marks) != 1 or _has_hole(dark):
        return None
    left, top, width, height, area = (int(value) for value in marks[0])
    return Blob(left, top, left + width, top + height, area / (width * height))


def _has_hole(dark: Gray) -> bool:
    """Whether white is shut in, as in an e or an o."""
    light = cv2.copyMakeBorder(1 - dark, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    return bool(cv2.connectedComponents(light, connectivity=4)[0] > 2)


def _is_dot(blob: Blob, right: Token, top: int) -> bool:
    """Whether a mark is a filled dot or square, by its size and height beside its text."""
    width, height = blob.x1 - blob.x0, blob.bottom - blob.top
    size = _size(right)
    level = (top + (blob.top + blob.bottom) / 2 - right.top) / (right.bottom - right.top)
    if SMALLEST * size <= height < ROUND[0] * size and MIDDLE[0] <= level <= MIDDLE[1]:
        return blob.share >= FULL
    if not 0.7 <= width / height <= 1.35:
        return False
    if blob.share >= FULL_SQUARE:
        return ROUND[0] * size <= height <= SQUARE_TO * size
    return blob.share >= FULL and ROUND[0] * size <= height <= ROUND[1] * size


def _padded(box: tuple[int, int, int, int], gray: Gray) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = box
    return (
        max(0, x0 - 4),
        max(0, top - 4),
        min(gray.shape[1], x1 + 4),
        min(gray.shape[0], bottom + 4),
    )
