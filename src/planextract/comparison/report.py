"""A comparison as one HTML file that needs nothing else, online or off."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from planextract.comparison.compare import (
    NO_THEME,
    Comparison,
    Place,
    deadline_kinds,
    matrix,
    owners,
    un_goals,
)
from planextract.comparison.forms import base, split, words
from planextract.comparison.records import Kind, Record
from planextract.comparison.themes import goal_name, goal_uri, theme_ids, theme_name
from planextract.comparison.timeline import timeline
from planextract.published import Published
from planextract.texts import Texts, status_reasons_said, whose

OWNERS_SHOWN = 30
"""Owners in the report's table; the workbook has all."""
DOUBTFUL = 0.8
"""Confidence below which a record is marked: at least one in five such is wrong."""
ACROSS = 6
"""Places that stand as columns of the matrix; with more of them the themes do."""
KINDS: tuple[Kind, ...] = ("action", "goal", "strategy")
"""Kinds of records by the number that the script knows them by."""
SHADES = 5
"""Steps of shading in the matrix."""
TO_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Characters that could end a script element or a line of it, escaped as JSON allows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of the matrix and what it is the number of."""

    count: int
    shade: int
    theme: str
    theme_name: str
    place: int
    place_name: str


def html(comparison: Comparison, texts: Texts, pdfs: str = "") -> str:
    """The report; links lead to the PDFs in ``pdfs`` as seen from it."""
    template = environment().get_template("comparison.html.j2")
    return template.render(
        t=texts.t,
        texts=texts,
        lang=texts.lang,
        c=comparison,
        data=Markup(script_json(_data(comparison, texts, pdfs))),
        css=asset("report.css"),
        js=asset("comparison.js"),
        matrix=_matrix(comparison, texts),
        shares=[_shares(place, texts) for place in comparison.places],
        timeline=timeline(comparison, texts.t("compare.all")),
        kinds=[
            (texts.t(f"values.deadline_kind.{kind}") if kind else texts.t("compare.no_deadline"), n)
            for kind, n in deadline_kinds(comparison).most_common()
        ],
        owners=owners(comparison)[:OWNERS_SHOWN],
        un_goals=[
            (number, goal_name(number, texts.lang), goal_uri(number), counts)
            for number, counts in un_goals(comparison).items()
        ],
        used_themes=_used_themes(comparison, texts),
        whose=lambda published: whose(published.plan.plan.owner, texts) or "",
        reasons=lambda published: status_reasons_said(published.plan, texts),
        link=lambda published, page: page_link(published, page, pdfs),
    )


@cache
def environment() -> Environment:
    """Templates in which every value is escaped."""
    return Environment(
        loader=PackageLoader("planextract.comparison"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def asset(name: str) -> Markup:
    """A style sheet or script of this package."""
    folder = resources.files("planextract.comparison") / "templates"
    return Markup((folder / name).read_text(encoding="utf-8"))


def script_json(value: Any) -> str:
    """JSON that may stand in a script element, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(TO_SCRIPT)


def page_link(published: Published, page: int, pdfs: str) -> str:
    """A link to a page that can only lead to a file: no file's name makes it a scheme."""
    return published.link(page, pdfs or ".")


def _theme(theme: str, texts: Texts) -> str:
    return theme_name(theme, texts.lang) if theme != NO_THEME else texts.t("compare.no_theme")


def _used_themes(comparison: Comparison, texts: Texts) -> list[tuple[str, str]]:
    """Themes that a goal or action has, with their names."""
    used = {theme for record in comparison.records for theme in record.themes or (NO_THEME,)}
    return [(theme, _theme(theme, texts)) for theme in (*theme_ids(), NO_THEME) if theme in used]


def _shares(place: Place, texts: Texts) -> dict[str, Any]:
    def bar(count: int) -> tuple[float, str]:
        if not place.actions:
            return 0.0, "–"
        share = count / place.actions
        said = texts.t("compare.share", count=count, of=place.actions, share=texts.percent(share))
        return round(100 * share, 1), said

    counts = (place.with_owner, place.with_deadline, place.with_resources)
    return {"name": place.name, "bars": [bar(count) for count in counts]}


def _matrix(comparison: Comparison, texts: Texts) -> dict[str, Any]:
    """The matrix with the shorter side across: heads, and rows of a name and cells."""
    counts = matrix(comparison)
    most = max((n for row in counts.values() for n in row), default=0)
    cells = [
        [
            Cell(
                n,
                -(-n * SHADES // most) if most else 0,
                theme,
                _theme(theme, texts),
                at,
                place.name,
            )
            for at, (n, place) in enumerate(zip(row, comparison.places, strict=True))
        ]
        for theme, row in counts.items()
    ]
    themes, places = [_theme(t, texts) for t in counts], [p.name for p in comparison.places]
    if len(places) <= ACROSS:
        return {"upright": True, "heads": places, "rows": list(zip(themes, cells, strict=True))}
    turned = zip(*cells, strict=True) if cells else [[] for _ in places]
    return {"upright": False, "heads": themes, "rows": list(zip(places, turned, strict=True))}


def _data(comparison: Comparison, texts: Texts, pdfs: str) -> Mapping[str, Any]:
    """What the script shows: records and groups by short keys, and its texts."""
    group_of = {m: at for at, g in enumerate(comparison.groups) for m in g.members}
    said = (*KINDS, "does", "aims", "found", "page", "page_of", "uncertain", "evidence", "no_words")
    keys = (*said, "group_head", "owner", "deadline", "resources", "inherited", "previous", "next")
    return {
        "places": [place.name for place in comparison.places],
        "plans": [
            [published.name, page_link(published, 0, pdfs).replace("#page=0", "")]
            for published in comparison.plans
        ],
        "paged": [p.plan.document.media_type.endswith("pdf") for p in comparison.plans],
        "themes": {theme: _theme(theme, texts) for theme in theme_ids()},
        "records": [
            _row(record, comparison.place(record), group_of.get(at, -1))
            for at, record in enumerate(comparison.records)
        ],
        "groups": [
            [list(g.members), list(g.words), texts.percent(g.weakest), g.center]
            for g in comparison.groups
        ],
        "kin": _kin(comparison),
        "texts": {key: _raw(texts, f"compare.{key}") for key in keys},
        "lang": texts.lang,
    }


def _kin(comparison: Comparison) -> list[list[str]]:
    """Words of the records that are forms of one word, in either written form, for the search."""
    spelt: dict[tuple[str, ...], dict[str, None]] = {}
    for record in comparison.records:
        for word in words(" ".join((record.text, record.area, *record.owners))):
            spelt.setdefault(split(base(word)), {})[word] = None
    return [list(forms) for forms in spelt.values() if len(forms) > 1]


def _row(record: Record, place: int, group: int) -> Sequence[Any]:
    """The order is known to the script: place, plan, kind, text, area, and so on."""
    return [
        place,
        record.plan,
        KINDS.index(record.kind),
        record.text,
        record.area,
        "; ".join(record.owners),
        record.deadline.raw if record.deadline else "",
        record.resources,
        record.page,
        list(record.themes),
        int(record.inherited),
        int(record.confidence < DOUBTFUL),
        group,
    ]


def _raw(texts: Texts, key: str) -> str:
    """A text with its places left open, for the script to fill."""
    return texts.t(key)
