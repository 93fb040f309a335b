"""Stable ids: from what a record says, not from where it stands."""

from __future__ import annotations

import hashlib
from collections import Counter

DIGITS = 10
"""Hex digits of an id: 40 bits, no clash among a million records of a plan."""


class Namer:
    """Names records by kind and text; the same text again gets a running number."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, kind: str, *texts: str | None) -> str:
        """An id such as ``action-1f3a…``; equal texts in reading order give ``-2``, ``-3``."""
        plain = "\x1f".join(" ".join((text or "").lower().split()) for text in texts)
        digest = hashlib.sha256(f"{kind}\x1e{plain}".encode()).hexdigest()[:DIGITS]
        self._seen[kind + digest] += 1
        again = self._seen[kind + digest]
        return f"{kind}-{digest}" + (f"-{again}" if again > 1 else "")
