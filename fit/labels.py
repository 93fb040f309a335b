"""Which role each unit has by the gold of its document."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from rapidfuzz import fuzz, process

from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.units.gather import Units
from planextract.meaning.units.unit import Unit

ENOUGH = 88
"""Ratio of folded texts from which a unit is the record."""
NEARLY = 93
"""The same for the title of an area, which is short."""
FIELD_REACH = 9
"""Units below an action among which its fields stand."""
ROLE_OF_FIELD = {
    "responsible": Role.OWNER, "deadline_raw": Role.DEADLINE, "resources": Role.RESOURCES,
    "status": Role.STATUS, "comment": Role.COMMENT, "raw": Role.DEADLINE,
}  # fmt: skip
TAIL = re.compile(r"\s*(?:\([^()]{2,80}\)|\s[–—-]\s[^–—]{2,60}|:\s[^:]{2,60})\s*\.?$")


AREA_KINDS = ("heading", "paragraph", "cell", "banner", "item", "line")
LABELLED = re.compile(
    r"^(?:[^\W\d]+\s+)?(?:[ivxlc]+|[a-zæøå]?\d+(?:\.\d+)*|[a-zæøå])\s*[.:)–-]?\s+(?=[^\W_])", re.I
)
NAMES_RECORDS = re.compile(r"(?:hov[eu]d|del)?mål|tiltak|strategi|aktivitet")
"""Words before the title of an area that say that its records follow."""


def fold(text: str | None) -> str:
    """A text as it is compared: without case, kinds of quotes and dashes, or stops at its ends."""
    text = re.sub("[”“«»]", '"', text or "").replace("–", "-").replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip(" .;,:").lower()


def bare(area: str) -> str:
    """The title of an area without its number and label: "ii. Eldre", "Satsingsområde 2: Eldre"."""
    return LABELLED.sub("", re.sub(r"^\W+", "", area))


def label_units(units: Units, gold: dict[str, Any]) -> list[Role]:
    """The role of each unit; ``none`` where the gold says nothing of it."""
    roles = [Role.NONE] * len(units.all)
    if not gold.get("is_plan", True):
        return roles
    forms = [_forms(unit) for unit in units.all]
    by_form: dict[str, list[int]] = defaultdict(list)
    for at, texts in enumerate(forms):
        for text in texts:
            by_form[text].append(at)
    known = list(by_form)
    held: dict[str, list[int]] = defaultdict(list)
    for role, text, pages, area, raw in _records(gold):
        there = [
            at
            for at in sorted(set(_places(fold(text), known, by_form)))
            if not pages or any(abs(units.all[at].page - page) <= 1 for page in pages)
        ]
        for at in _dated(units, there, raw) or there:
            held[fold(area)].append(at)
            if roles[at] is Role.NONE and units.all[at].kind != "header":
                roles[at] = role
    _areas(units, gold, by_form, known, held, roles)
    _groups(units, gold, by_form, known, roles)
    _fields(units, gold, roles, forms)
    _wholes(units, roles)
    return roles


def _records(gold: dict[str, Any]) -> list[tuple[Role, str, tuple[int, ...], str, str]]:
    """Role, text, pages, area and, of a step, the time of each record."""
    found = []
    for kind in ("goals", "actions", "milestones"):
        for record in gold.get(kind, []):
            role = Role(record["kind"]) if kind == "goals" else Role(kind[:-1])
            pages = (record.get("page"), *record.get("also_on", ()))
            area = str(record.get("focus_area") or "")
            raw = fold(record.get("raw")) if role is Role.MILESTONE else ""
            found.append((role, record["text"], tuple(page for page in pages if page), area, raw))
    return found


def _dated(units: Units, places: list[int], raw: str) -> list[int]:
    """Those of the places of a step where its time stands too: plans are named elsewhere."""
    if not raw:
        return []
    found = []
    for at in places:
        in_table = units.all[at].spot is not None
        near = [i for i in _near(units, at) if (units.all[i].spot is not None) == in_table]
        if any(raw in fold(units.all[i].text) for i in (at, *near)):
            found.append(at)
    return found


def _areas(units: Units, gold: dict[str, Any], by_form: dict[str, list[int]], known: list[str],
           held: dict[str, list[int]], roles: list[Role]) -> None:  # fmt: skip
    """The places of the areas: those that records stand under, and headings of the same rank.

    The title of an area stands in lists, contents and other chapters too, where it opens nothing.
    """
    ranks, titled = units.headlines.ranks, _titles(units)
    headed = {
        title: heads
        for title, found in titled.items()
        if (heads := [at for at in found if ranks[at]])
    }
    places: dict[str, list[int]] = {}
    for area in gold.get("focus_areas", []):
        text = fold(area if isinstance(area, str) else area["text"])
        named = {*_places(text, known, by_form), *by_form.get(bare(text), ())}
        named |= {*titled.get(text, ()), *titled.get(bare(text), ()), *_nearly(text, headed)}
        places[text] = sorted(at for at in named if units.all[at].kind in AREA_KINDS)
    opened = {
        last
        for area, found in places.items()
        for record in held.get(area, ())
        if (last := max((at for at in found if at < record), default=-1)) >= 0
    }
    usual = {ranks[at] for at in opened if ranks[at]}
    for found in places.values():
        heads = [at for at in found if ranks[at]]
        chosen = [at for at in found if at in opened or ranks[at] in usual]
        for at in chosen or heads or found:
            if roles[at] is Role.NONE:
                roles[at] = Role.AREA


def _titles(units: Units) -> dict[str, list[int]]:
    """The units by the titles they may give to an area: without numbers and labels ("H1. 2. Eldre",
    "C – Eldre"), and headings without the word that comes back before others too ("Tema Eldre")."""
    found: dict[str, list[int]] = defaultdict(list)
    behind: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, unit in enumerate(units.all):
        if unit.kind not in AREA_KINDS:
            continue
        text = bare(fold(unit.text))
        for title in {text, bare(text)} - {""}:
            found[title].append(at)
        word, _, rest = text.partition(" ")
        if units.headlines.ranks[at] and rest and not NAMES_RECORDS.match(word):
            behind[word].append((rest, at))
    for titles in behind.values():
        if len({title for title, _ in titles}) > 1:
            for title, at in titles:
                found[title].append(at)
    return found


def _nearly(text: str, headed: dict[str, list[int]]) -> list[int]:
    """The headings that are read as the title but for a letter or a space."""
    near = process.extract(text, list(headed), scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3)
    return [at for title, _, _ in near for at in headed[title]]


def _forms(unit: Unit) -> set[str]:
    """The texts that a unit may be held against: whole, without label, without a tail of fields."""
    body, whole = unit.body.text, unit.passage.text
    found = {
        fold(body),
        fold(whole),
        fold(TAIL.sub("", body)),
        fold(TAIL.sub("", TAIL.sub("", body))),
    }
    return {text for text in found if text}


def _places(text: str, known: list[str], by_form: dict[str, list[int]]) -> list[int]:
    if text in by_form:
        return by_form[text]
    best = process.extract(text, known, scorer=fuzz.ratio, score_cutoff=ENOUGH, limit=3)
    return [at for form, _, _ in best for at in by_form[form]]


def _groups(units: Units, gold: dict[str, Any], by_form: dict[str, list[int]],
            known: list[str], roles: list[Role]) -> None:  # fmt: skip
    for text in {a["group"] for a in gold.get("actions", []) if a.get("group")}:
        for at in _places(fold(text), known, by_form):
            unit = units.all[at]
            if roles[at] is Role.NONE and unit.kind in ("cell", "banner"):
                roles[at] = Role.GROUP


def _fields(units: Units, gold: dict[str, Any], roles: list[Role], forms: list[set[str]]) -> None:
    """The cells of a record's row, and the lines below a record, that hold its fields."""
    for kind, role in (("actions", Role.ACTION), ("milestones", Role.MILESTONE)):
        by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for record in gold.get(kind, []):
            by_text[fold(record["text"])].append(record)
        if by_text:
            _fields_of(units, role, by_text, roles, forms)


def _fields_of(units: Units, role: Role, by_text: dict[str, list[dict[str, Any]]],
               roles: list[Role], forms: list[set[str]]) -> None:  # fmt: skip
    texts = list(by_text)
    for at in range(len(units.all)):
        if roles[at] is not role:
            continue
        best = max(
            (process.extractOne(form, texts, scorer=fuzz.ratio) for form in forms[at]),
            key=lambda found: found[1],
        )
        for action in by_text[best[0]]:
            for near in _near(units, at):
                if roles[near] is Role.NONE:
                    _field(action, near, roles, forms)


def _near(units: Units, at: int) -> list[int]:
    unit = units.all[at]
    if unit.spot is not None:
        row = (unit.spot.table, unit.spot.row)
        same = range(max(0, at - 40), min(len(units.all), at + 40))
        return [i for i in same if (s := units.all[i].spot) and (s.table, s.row) == row and i != at]
    return list(range(at + 1, min(len(units.all), at + FIELD_REACH)))


def _field(action: dict[str, Any], at: int, roles: list[Role], forms: list[set[str]]) -> None:
    for key, role in ROLE_OF_FIELD.items():
        text = fold(action.get(key))
        if text and any(fuzz.ratio(text, form) >= 90 for form in forms[at]):
            roles[at] = role
            return


def _wholes(units: Units, roles: list[Role]) -> None:
    """A whole that is a record itself leaves its sentences and items nothing to be."""
    for at, unit in enumerate(units.all):
        if unit.whole is not None and roles[unit.whole] is not Role.NONE:
            roles[at] = Role.NONE


def index(role: Role) -> int:
    """The number of a role in the tables."""
    return ROLES.index(role)
