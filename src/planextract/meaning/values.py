"""Normal forms of the fields: deadlines, owners, resources; years of a schedule inferred."""

from __future__ import annotations

from itertools import groupby

from planextract.meaning.deadlines import Context, find_deadlines, infer_years, read_deadline
from planextract.meaning.owners import read_owners
from planextract.meaning.prose import unit_in
from planextract.meaning.resources import read_resources
from planextract.model.finding import ActionFound, Findings, MilestoneFound
from planextract.model.passage import Passage
from planextract.model.plan import Deadline, Diagnostic, Owner

IN_SENTENCE = 0.9
"""A time expression found inside the sentence of an action counts so much less."""


def settle_values(found: Findings, context: Context) -> None:
    """Give every action and milestone the normal forms of its fields."""
    for action in found.actions:
        _settle_action(action, context)
        _say_unknown(action.deadline_value, action.deadline, found)
    for _, steps in groupby(found.milestones, key=lambda m: m.label.pages[0]):
        _settle_milestones(list(steps), context, found)


def _settle_action(action: ActionFound, context: Context) -> None:
    if action.deadline:
        action.deadline_value = read_deadline(action.deadline.text, context)
    else:
        mentions = find_deadlines(action.text.text, context)
        if mentions:
            best = max(mentions, key=lambda m: m.deadline.confidence)
            value = best.deadline
            action.deadline_value = value.model_copy(
                update={"confidence": round(value.confidence * IN_SENTENCE, 3)}
            )
    if not action.responsible and (length := unit_in(action.text.text)):
        action.responsible = action.text[:length]
    if action.responsible:
        action.owners = read_owners(lines_of(action.responsible))
    if action.partners:
        partners = read_owners(lines_of(action.partners))
        action.owners += [Owner(name=each.name, role="partner") for each in partners]
    if action.resources:
        action.resources_value = read_resources(action.resources.text, action.resources_unit)


def _settle_milestones(steps: list[MilestoneFound], context: Context, found: Findings) -> None:
    """One schedule: its rows' missing years come from each other and the document's date."""
    raws = [step.deadline.text if step.deadline else "" for step in steps]
    for step, value in zip(steps, infer_years(raws, context), strict=True):
        step.deadline_value = value
        _say_unknown(value, step.deadline, found)
        if step.responsible:
            step.owners = read_owners(lines_of(step.responsible))


def _say_unknown(value: Deadline | None, passage: Passage | None, found: Findings) -> None:
    page = passage.pages[0] if passage and passage.pages else None
    if value is not None and any("inferred" in fact for fact in value.assumptions):
        message = f"The year of «{value.raw}» was inferred: {'; '.join(value.assumptions)}."
        said = Diagnostic(code="year_inferred", severity="info", message=message, page=page)
        found.diagnostics.append(said)
    if value is not None and value.kind == "unknown" and passage:
        found.diagnostics.append(
            Diagnostic(
                code="deadline_unknown",
                severity="warning",
                message=f"The deadline «{value.raw}» could not be read; it is kept as it stands.",
                page=page,
            )
        )


def lines_of(passage: Passage) -> str:
    """A passage's text with a line break where its words begin a new line on the page."""
    text = list(passage.text)
    previous = None
    for piece in passage.pieces:
        word = piece.word
        lower = previous is not None and word.box.top > previous.box.top + 0.5 * word.box.height
        if lower and piece.start > 0 and text[piece.start - 1] == " ":
            text[piece.start - 1] = "\n"
        previous = word
    return "".join(text)
