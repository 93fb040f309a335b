"""The years a plan is for: from its cover and titles, else from its own words about itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from planextract.lexicons import read_toml
from planextract.meaning.metadata.dates import YEARS
from planextract.meaning.metadata.evidence import Evidence
from planextract.meaning.metadata.title import plan_type_in, theme_of
from planextract.model.plan import Period

LONGEST = 30
"""Years from start to end: longer ranges are histories or forecasts."""
MOST_OF_THEM = 2 / 3
"""Share of the periods named in the text that must agree."""
NEAR = 60
"""Letters before a range in which a word tells whose years they are."""
RANGE = re.compile(
    r"(?<![\d.,/:-])((?:19|20)\d\d)\s?(?:[-–—/]|\btil(?: og med)?\b|\bt\.?o\.?m\.?)\s{0,2}"
    r"((?:19|20)\d\d|\d\d)(?![\d%]|[.,:/-]\d)"
)
SINGLE = re.compile(r"(?<![\d.,/:-])(20\d\d)(?![\d%]|[.,:/-]\d|\s*[-–])")
Years = tuple[str | None, str | None]


def find_period(evidence: Evidence, title: str | None, yearly: bool) -> Period | None:
    """The plan's period, or None where nothing or too much is said.

    ``yearly``: the title names a kind of plan that is often made for one year, so that one
    year in it is the period.
    """
    cover = [line.text for line in evidence.cover]
    for texts in ([title or ""], cover, [evidence.stem] if _said_strongly(evidence) == [] else []):
        found = list(dict.fromkeys(years for text in texts for years in ranges_in(text)))
        if found:
            return _only(found)
    found = _said_strongly(evidence)
    if found:
        return _only(_agreed(found))
    titles = [years for line in evidence.headings for years in _titled(line.text)]
    if titles and not _several_plans(evidence):
        return _only(dict.fromkeys(titles))
    return _one_year(title or "") if yearly else _towards(title or "")


def ranges_in(text: str, running: bool = False) -> Iterator[Years]:
    """Ranges of years that may be the plan's own, as pairs of four figures.

    In ``running`` text other documents are cited with their years.
    """
    for found in RANGE.finditer(text):
        start, end = found[1], found[2]
        end = end if len(end) == len(start) else start[:2] + end
        before = text[max(0, found.start() - NEAR) : found.start()].lower()
        if (
            0 < int(end) - int(start) <= LONGEST
            and int(start) in YEARS
            and not _is_other(before, running)
        ):
            yield start, end


def _is_other(before: str, running: bool) -> bool:
    """Whether the words before a range say that it is another document's, or the past's."""
    clause = re.split(r"[.;:\n•](?:\s|$)", before)[-1]
    rules = read_toml("plan_types")["period"]
    known = [*rules["other"], *(rules["cited"] if running else ())]
    words = "|".join(map(re.escape, known))
    return re.search(rf"\b(?:{words})", clause) is not None


def _said_strongly(evidence: Evidence) -> list[Years]:
    """Ranges right after "for perioden" and its like, in the text and the furniture."""
    strong = "|".join(map(re.escape, read_toml("plan_types")["period"]["strong"]))
    found = []
    for line in [*(line.text for line in evidence.blocks), *evidence.furniture]:
        for match in re.finditer(
            rf"\b(?:{strong})\b[\s:(,]*(?:er |frå |fra )?(?=\d)", line, re.IGNORECASE
        ):
            before = line[max(0, match.start() - NEAR) : match.start()].lower()
            if not _is_other(before, running=True):
                found += list(ranges_in(line[match.end() : match.end() + NEAR], running=True))[:1]
    return found


def _agreed(found: list[Years]) -> list[Years]:
    """The period most of the sayings agree on, else all of them."""
    counts = Counter(found)
    best, count = counts.most_common(1)[0]
    return [best] if count / len(found) >= MOST_OF_THEM else list(counts)


def _titled(heading: str) -> Iterator[Years]:
    """Ranges in a heading that names a plan or strategy."""
    if re.search(r"plan|strategi|program", heading, re.IGNORECASE):
        yield from ranges_in(heading)


def _several_plans(evidence: Evidence) -> bool:
    """Whether the headings name plans about different things, as a deck of slides does."""
    named = {theme_of(line.text, plan_type_in(line.text)) for line in evidence.headings}
    return len(named - {None}) > 1


def _only(found: Iterable[Years]) -> Period | None:
    """The one period, None where there are several."""
    years = list(found)
    return Period(start=years[0][0], end=years[0][1]) if len(years) == 1 else None


def _one_year(title: str) -> Period | None:
    years = set(SINGLE.findall(title))
    year = years.pop() if len(years) == 1 else None
    return Period(start=year, end=year) if year else None


def _towards(title: str) -> Period | None:
    """An end alone: "Samfunnsdel mot 2040"."""
    words = "|".join(map(re.escape, read_toml("plan_types")["period"]["towards"]))
    found = re.search(rf"\b(?:{words})\s+(20\d\d)\b", title, re.IGNORECASE)
    return Period(start=None, end=found[1]) if found else None
