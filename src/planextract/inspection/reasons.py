"""Why the units of a page have their roles, in words."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.meaning.marks.shape import END
from planextract.meaning.roles.weights import load
from planextract.meaning.roles.why import Reason, Voice, explain
from planextract.meaning.wordforms import FIGURES
from planextract.pipeline import Run

SHORT = 70
"""Letters of a unit's text that are shown."""
GROUPS = {
    "cells": "its place in the table, and what its column holds",
    "chapters": "whether its chapter is built like its siblings",
    "document": "what headings, labels and headers of the document speak of",
    "form": "the form of its sentence",
    "governing": "the line above it that says what follows",
    "lists": "its list",
    "looks": "how it is set",
    "naming": "the kind that is named by its label, lead-in, header or a heading",
    "nesting": "the item that it hangs under, and what hangs under it",
    "paragraph": "the sentences beside it",
    "section": "what stands above and below it",
    "shape": "the outer form of its text",
    "values": "what kind of value it is like",
    "words": "what words stood for in other plans",
    "wording": "what the words at it and around it speak of",
    "alike_run": "what the items of its list look like",
    "alike_column": "what the cells of its column look like",
    "alike_like_column": "what cells under the same header look like",
    "alike_header": "what cells under a header of the same words look like",
    "alike_style": "what is set in the same way looks like",
    "alike_head_text": "what stands under headings of the same text looks like",
    "alike_label_word": "what has the same label looks like",
    "alike_section": "what stands under its heading looks like",
    "alike_chapter": "what stands in its chapter looks like",
    "head": "what the heading above it looks like",
    "head_of_head": "what the heading above that looks like",
    "lead": "what leads in to its list looks like",
    "parent": "what the item that it hangs under looks like",
    "siblings": "what headings beside it look like",
    "same_rank": "what headings of its rank look like",
    "aim_above": "what the goal above it looks like",
    "aim_below": "what the goal below it looks like",
    "record_above": "what the record above it looks like",
    "record_below": "what the record below it looks like",
    "under": "how many stand under it",
    "directly_under": "how many stand right under it",
    "outline": "its place among the headings",
    "above1": "what the unit before it looks like",
    "above2": "what the second unit before it looks like",
    "above3": "what the third unit before it looks like",
    "below1": "what the unit after it looks like",
    "below2": "what the second unit after it looks like",
    "below3": "what the third unit after it looks like",
    "whole": "what the whole document looks like",
    "passes": "what the first pass says beside the second",
    "named": "the word that names it, in its label, lead-in or header",
    "agreed": "the mean of its look-alikes",
}
"""A phrase for each group of marks; a group that is not here is told by its name."""
PLACES = {
    "own": "its text", "label": "its label", "first": "the start of its text",
    "head1": "the heading above it",
    "head2": "the second heading above it", "lead": "the line before its list",
    "header": "its column's header", "other_headers": "a header of another column",
    "left": "the cell left of it", "banner": "the row across the table above it",
    "heads": "a heading above it",
}  # fmt: skip
"""Where the marks of ``wording`` look, and where words are heard."""


def tell_why(run: Run, number: int) -> str:
    """One paragraph for each unit of page ``number``: its role, the runner-up, what spoke."""
    units, reading = run.reading.units, run.reading.weighed
    places = [at for at, unit in enumerate(units.all) if unit.page == number]
    reasons = explain(load(), units, reading, places)
    if not reasons:
        return f"Nothing on page {number} was weighed: it has no text of a plan.\n"
    return "\n".join("\n".join(_lines(run, reason)) + "\n" for reason in reasons)


def _lines(run: Run, reason: Reason) -> Iterator[str]:
    unit = run.reading.units.all[reason.at]
    text = " ".join(unit.text.split())
    text = text if len(text) <= SHORT else text[: SHORT - 1] + "…"
    yield f"{unit.kind.replace('_', ' ')}: {text}"
    note = ""
    if reason.inside:
        note = "; set aside, since the text it is a part of has a role"
    elif reason.candidate:
        note = "; published as a candidate"
    yield f"  {reason.role} {reason.sure:.2f}, then {reason.other} {reason.other_sure:.2f}{note}"
    for word, voices in (("for", reason.spoke_for), ("against", reason.spoke_against)):
        for voice in voices:
            yield f"  {word:7} {voice.weight:+.2f}  {describe(voice)}"


def describe(voice: Voice) -> str:
    """A mark in words, with its figure."""
    group, _, figure = voice.name.partition(".")
    return f"{GROUPS.get(group, group)}: {_figure(group, figure, voice.figure)}"


def _figure(group: str, figure: str, value: float) -> str:
    told = f"{value:.2f}".rstrip("0").rstrip(".")
    if group in ("passes", "named", "agreed"):
        return f"odds × {told}"
    if group == "form" and figure in FIGURES:
        return f"{FIGURES[figure]} = {told}" if told != "0" else f"not: {FIGURES[figure]}"
    if group == "wording":
        place = max((name for name in PLACES if figure.startswith(f"{name}_")), key=len)
        concept = figure.removeprefix(f"{place}_").replace("_", " ")
        if told == "0":
            return f"{PLACES[place]} does not speak of “{concept}”"
        return f"{PLACES[place]} speaks of “{concept}” = {told}"
    if group == "words":
        place, _, role = figure.rpartition("_")
        return f"{PLACES[place]} {'speaks' if value > 0 else 'does not speak'} for {role} ({told})"
    if group == "shape" and figure.removeprefix("ends_").isdigit():
        end = END[int(figure.removeprefix("ends_"))]
        return f"ends in “{end}”" if value else f"does not end in “{end}”"
    return f"{figure.replace('_', ' ')} = {told}"
