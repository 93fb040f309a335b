"""From the margin of a choice to the probability that it is right."""

from __future__ import annotations

import math

from planextract.repair.settings import CERTAINTY_AT_NOTHING, CERTAINTY_BY_MARGIN, MOST_CERTAIN


def probability(margin: float) -> float:
    """A logistic curve fitted on the tuning pages; 0 to 1, two decimals."""
    value = 1 / (
        1 + math.exp(-(CERTAINTY_AT_NOTHING + CERTAINTY_BY_MARGIN * math.log1p(max(margin, 0.0))))
    )
    return round(min(value, MOST_CERTAIN), 2)
