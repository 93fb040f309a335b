"""Numbers that stand in the text of a record: "1.1.1 Registrere …", "A2 Utvikle …"."""

from __future__ import annotations

import re

from planextract.model.passage import Passage

NUMBER = re.compile(
    r"^\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}(?=[.)])|[A-ZÆØÅ]{1,2}\d{1,3}(?:\.\d{1,2})?"
    r"|[a-h](?=\)))[.):]?\s+(?=[A-ZÆØÅ«\"“])"
)


def split_number(text: Passage) -> tuple[str | None, Passage]:
    """The number at the start of a text, and the text after it; a date or ordinal is none."""
    found = NUMBER.match(text.text)
    if found is None:
        return None, text
    return found["number"], text[found.end() :].strip()
