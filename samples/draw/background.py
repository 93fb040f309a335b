"""Background chapters for a long plan: sentences with blanks, filled by a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]


def background(bank: Node, value: Node) -> Iterator[tuple[str, Node]]:
    """Headings and paragraphs; ``value``: seed, headings, paragraphs below each."""
    draw = random.Random(value["seed"])
    for title in value["headings"]:
        yield "heading", {"text": title, "level": value.get("level", 2)}
        for _ in range(value.get("paragraphs", 4)):
            chosen = draw.sample(bank["sentences"], draw.randint(4, 6))
            text = " ".join(filled(sentence, bank, draw) for sentence in chosen)
            yield "para", {"text": text, "look": "plain"}


def filled(sentence: str, bank: Node, draw: random.Random) -> str:
    """The sentence with each ``<name>`` replaced by one of the bank's words, or a figure."""

    def blank(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in bank:
            return str(draw.choice(bank[name]))
        low, high = name.split("-")
        return str(draw.randint(int(low), int(high)))

    made = re.sub(r"<([\w-]+)>", blank, sentence)
    return made[0].upper() + made[1:]
