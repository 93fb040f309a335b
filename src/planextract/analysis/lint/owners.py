"""Rules about who answers."""

from __future__ import annotations

from collections.abc import Iterator

from planextract.analysis.lint.rule import Context, Hit, Rule, at, dated_records
from planextract.analysis.words import is_vague_owner
from planextract.model.plan import Plan


def vague_owner(plan: Plan, context: Context) -> Iterator[Hit]:
    """Actions and milestones that everybody answers for, and so nobody."""
    for record in dated_records(plan):
        leads = [owner.name for owner in record.responsible if owner.role == "lead"]
        if leads and all(map(is_vague_owner, leads)):
            yield at(record, owner=", ".join(leads))


RULES = (Rule("owner-vague", "warning", vague_owner),)
