"""Whose plan it is: one municipality's, several together, a county's, the state's, another's.

Each kind is weighed by what speaks for it on the cover, in running heads and on the first
pages; where two are near each other, that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planextract.meaning.metadata.evidence import Evidence
from planextract.meaning.metadata.municipality import (
    LEAST,
    Weights,
    find_municipality,
    is_council,
    weigh_names,
)
from planextract.meaning.metadata.owner_signs import (
    Sign,
    bodies,
    county_title,
    joint_owners,
    state_bodies,
)
from planextract.meaning.metadata.register import by_name
from planextract.model.plan import Diagnostic, Municipality, PlanOwner

Kind = Literal["municipality", "municipalities", "county", "state", "other"]
TRUST = {"cover": 1.0, "furniture": 1.0, "file": 1.0, "address": 0.5, "heading": 0.3, "text": 0.3}
"""What a naming says of whose the plan is, by its place, against that it is named at all."""
DOUBT = 0.15
"""From this probability on, another kind of owner is worth a warning."""
SAYS = {
    "municipality": "one municipality",
    "municipalities": "several municipalities",
    "county": "a county",
    "state": "the state",
    "other": "another body",
}


@dataclass(frozen=True, slots=True)
class OwnerReading:
    """The owner, the municipality where it is one, and what must be said of them."""

    owner: PlanOwner | None
    municipality: Municipality | None
    diagnostics: list[Diagnostic]


def find_owner(evidence: Evidence, language: str | None) -> OwnerReading:
    """Weigh the kinds of owners; a municipality is given only where it is one's own plan."""
    weights = weigh_names(evidence)
    municipality, said = find_municipality(evidence, language, weights)
    signs = _signs(evidence, weights, municipality)
    kind = max(signs, key=lambda name: signs[name].weight)
    if signs[kind].weight < LEAST:
        return OwnerReading(None, municipality, said)
    chances = _chances(signs)
    owner = PlanOwner(kind=kind, names=list(signs[kind].names), confidence=chances[kind])
    doubts = _doubts(owner, signs, chances)
    if kind == "municipality":
        return OwnerReading(owner, municipality, [*said, *doubts])
    return OwnerReading(owner, None, doubts)


def _signs(
    evidence: Evidence, weights: Weights, municipality: Municipality | None
) -> dict[Kind, Sign]:
    """What speaks for each kind of owner; a list of municipalities speaks for none of them."""
    joint = joint_owners(evidence)
    named = municipality.name if municipality else ""
    told = weights.get(_key(named), {})
    alone = {p: w for p, w in told.items() if p != "cover" or named not in joint.names}
    least = 0.0 if named in joint.names else LEAST  # named in the text only: weak, but alone
    single = Sign(max(least, _trusted(alone)), (named,)) if named else Sign(0.0)
    return {
        "municipality": single,
        "municipalities": joint,
        "county": _county(evidence, weights),
        "state": state_bodies(evidence),
        "other": bodies(evidence),
    }


def _key(name: str) -> str:
    bearers = by_name().get(name.lower(), ())
    return bearers[0].name.lower() if bearers else ""


def _county(evidence: Evidence, weights: Weights) -> Sign:
    """The county council that is named most, and a title of a regional plan."""
    councils = {name: _trusted(places) for name, places in weights.items() if is_council(name)}
    best = max(councils, key=lambda name: councils[name], default="")
    titled = county_title(evidence)
    if not best:
        return titled
    name = by_name()[best][0].name
    return Sign(councils[best] + titled.weight, (name,))


def _trusted(places: Mapping[str, float]) -> float:
    return sum(weight * TRUST[place] for place, weight in places.items())


def _chances(signs: Mapping[Kind, Sign]) -> dict[Kind, float]:
    """The probability of each kind: by the squares of the weights, less where all are small."""
    squares = {kind: sign.weight**2 for kind, sign in signs.items()}
    whole = sum(squares.values())
    return {
        kind: round(min(0.99, (1 - 0.5 ** (signs[kind].weight + 1)) * square / whole), 3)
        for kind, square in squares.items()
    }


def _doubts(
    owner: PlanOwner, signs: Mapping[Kind, Sign], chances: Mapping[Kind, float]
) -> list[Diagnostic]:
    """Other kinds of owners that are nearly as likely; a joint plan without its owners."""
    rivals = [kind for kind in signs if kind != owner.kind and chances[kind] >= DOUBT]
    messages = []
    if rivals:
        named = "; ".join(_said(kind, signs[kind]) for kind in [owner.kind, *rivals])
        messages.append(f"Whose plan it is, is not sure: {named}.")
    if owner.kind == "municipalities" and len(owner.names) < len(("one", "another")):
        messages.append("The plan is of several municipalities, and does not name them together.")
    return [
        Diagnostic(code="owner_doubtful", severity="warning", message=message)
        for message in messages
    ]


def _said(kind: Kind, sign: Sign) -> str:
    return f"{SAYS[kind]} ({', '.join(sign.names)})" if sign.names else SAYS[kind]
