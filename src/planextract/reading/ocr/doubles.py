"""One word read twice, by two looks at one place: the surer reading is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planextract.reading.ocr.engine import Token

SHARED = 0.5
"""Share of the smaller box that two readings of one word have in common."""


def without_doubles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, of those of different lines that lie on each other the surest."""
    if not tokens:
        return []
    x0, top, x1, bottom, line = np.array(
        [(t.x0, t.top, t.x1, t.bottom, t.line) for t in tokens], dtype=np.int64
    ).T
    across = np.minimum.outer(x1, x1) - np.maximum.outer(x0, x0)
    down = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    area = (x1 - x0) * (bottom - top)
    shared = np.clip(across, 0, None) * np.clip(down, 0, None)
    same = (shared > SHARED * np.minimum.outer(area, area)) & (line[:, None] != line)
    dropped: set[int] = set()
    for one, other in np.argwhere(np.triu(same)).tolist():
        if one not in dropped and other not in dropped:
            dropped.add(other if tokens[one].confidence >= tokens[other].confidence else one)
    return [token for at, token in enumerate(tokens) if at not in dropped]
