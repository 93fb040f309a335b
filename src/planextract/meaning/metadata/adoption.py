"""Whether a plan is adopted, on hearing or a draft; when and in which case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from planextract.lexicons import read_toml
from planextract.meaning.metadata.dates import dates_in, has_blank_date
from planextract.meaning.metadata.evidence import Evidence
from planextract.model.plan import PlanStatus

REACH = 110
"""Letters after "vedteken" in which its date and case stand."""
FIRST_PAGES = 3
"""Pages, beside the last one, on which a document says that it was adopted."""
CASE = re.compile(
    r"\b(?P<body>(?:[KFB]|FT|KST|FSK|HST|BYST)-?sak|PS|KST|FSK|FT|HST|KS|BS)?[-\s]*"
    r"(?:\w*sak(?:s?(?:nr|nummer))?\.?\s*(?:nr\.?)?\s*:?\s*)?"
    r"(?P<number>\d{1,4}/\d{1,6})(?![/\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Adoption:
    """The state of a plan, as far as the document tells."""

    status: PlanStatus | None = None
    adopted: date | None = None
    case_number: str | None = None


def find_adoption(evidence: Evidence) -> Adoption:
    """The state told on the cover, in headers, or in a sentence about the plan itself."""
    sayings = list(_sayings(evidence))
    dated = [(text, day) for text in sayings for _, day in list(dates_in(text))[:1]]
    blank = any(has_blank_date(text) for text in sayings)
    case = next((number for text in sayings if (number := case_in(text))), None)
    marks = " \n".join([*(line.text for line in evidence.cover), *evidence.furniture]).lower()
    if dated and not _marked(marks, "hearing"):
        return Adoption("vedteken", max(day for _, day in dated), case or _cover_case(evidence))
    if _marked(marks, "hearing"):
        return Adoption("høyring", None, case or _cover_case(evidence))
    if blank or _marked(marks, "draft"):
        return Adoption("utkast", None, case or _cover_case(evidence))
    status: PlanStatus | None = "vedteken" if sayings else None
    return Adoption(status, None, case or _cover_case(evidence))


def case_in(text: str) -> str | None:
    """A case number with the short name of its body: ``K-sak 42/99``, ``PS 60/10``, ``43/12``."""
    for found in CASE.finditer(text):
        said = found[0].lower()
        if "sak" in said or found["body"]:
            body = (found["body"] or "").strip()
            return f"{body} {found['number']}".strip()
    return None


def _cover_case(evidence: Evidence) -> str | None:
    return next((case for line in evidence.cover if (case := case_in(line.text))), None)


def _marked(text: str, key: str) -> bool:
    """Whether the cover or a header calls the document a draft or on hearing."""
    words = "|".join(map(re.escape, read_toml("plan_types")["status"][key]))
    return re.search(rf"\b(?:{words})", text) is not None


def _sayings(evidence: Evidence) -> Iterator[str]:
    """What follows "vedteken" where the document speaks of itself."""
    for line in evidence.cover:
        for found in _adopted().finditer(line.text):
            yield _reach(line.text, found.end())
    for text in evidence.furniture:
        for found in _adopted().finditer(text):
            yield _reach(text, found.end())
    told = [ln for ln in evidence.blocks if ln.page <= FIRST_PAGES or ln.page == evidence.pages]
    for line in told:
        for found in _adopted_here().finditer(line.text):
            if _by_somebody(line.text[found.end() :][:REACH]):
                yield _reach(line.text, found.end())


def _reach(text: str, start: int) -> str:
    """Up to the next statement of its kind."""
    rest = text[start : start + REACH]
    again = _adopted().search(rest)
    return rest[: again.start()] if again else rest


def _by_somebody(text: str) -> bool:
    bodies = "|".join(map(re.escape, read_toml("plan_types")["status"]["by"]))
    return re.search(rf"\b\w*(?:{bodies})\b", text, re.IGNORECASE) is not None


@cache
def _adopted() -> re.Pattern[str]:
    words = "|".join(read_toml("plan_types")["status"]["adopted"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _adopted_here() -> re.Pattern[str]:
    """ "Vedteken …" at the start of a statement, or said of the plan."""
    rules = read_toml("plan_types")["status"]
    words, subjects = "|".join(rules["adopted"]), "|".join(rules["subjects"])
    return re.compile(
        rf"(?:^|\b(?:{subjects})\s+(?:er|var|vart|ble|blei)\s+)(?:sist\s+)?(?:{words})\b",
        re.IGNORECASE,
    )
