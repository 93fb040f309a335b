"""Gold: what a person read in a document. A key that is absent is not judged."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from planextract.errors import InputError
from planextract.model.plan import DeadlineKind, GoalLevel, Status
from planextract.published import json_path, read_json


class BadGold(InputError):
    """A gold file breaks its form."""

    hint = "See samples/gold for the form."


class GoldPart(BaseModel):
    """A closed object; what was given is in ``model_fields_set``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def judges(self, field: str) -> bool:
        """Whether the gold says what the field should be (null: nothing)."""
        return field in self.model_fields_set


class GoldDeadline(GoldPart):
    """A deadline's raw text and normal form."""

    raw: str | None = None
    kind: DeadlineKind
    start: str | None = None
    end: str | None = None
    edtf: str | None = None


class GoldGoal(GoldPart):
    """A goal; an ``optional`` one may be found or not."""

    text: str
    level: GoalLevel = "goal"
    focus_area: str | None = None
    page: int | None = None
    optional: bool = False


class GoldAction(GoldPart):
    """An action and its fields as they stand in the plan; an empty string is a blank field."""

    text: str
    number: str | None = None
    type: str | None = None
    responsible: str | None = None
    lead: str | None = None
    """The name of the first lead alone, where the whole field is not judged."""
    resources: str | None = None
    deadline: GoldDeadline | None = None
    focus_area: str | None = None
    goal: str | None = None
    strategy: str | None = None
    status: str | None = None
    priority: str | None = None
    indicator: str | None = None
    page: int | None = None
    optional: bool = False


class GoldMilestone(GoldPart):
    """A dated step of a process."""

    label: str
    responsible: str | None = None
    deadline: GoldDeadline | None = None
    page: int | None = None
    optional: bool = False

    @property
    def text(self) -> str:
        return self.label


class GoldOwner(GoldPart):
    """The municipality by the register."""

    name: str
    number: str


class Gold(GoldPart):
    """One document as a person read it."""

    document: str
    families: list[str] = []
    pages: int | None = None
    municipality: GoldOwner | None = None
    language: str | None = None
    period: tuple[str, str] | None = None
    plan_type: str | None = None
    title: str | None = None
    status: Status | None = None
    focus_areas: list[str] = []
    goals: list[GoldGoal] = []
    actions: list[GoldAction] = []
    milestones: list[GoldMilestone] = []


def read_gold(path: Path) -> Gold:
    """The gold in a JSON file; raises NotPublished or BadGold."""
    try:
        return Gold.model_validate(read_json(path))
    except ValidationError as error:
        first = error.errors()[0]
        place = json_path(first["loc"])
        raise BadGold(f"{path}: {place}: {first['msg']}.") from error


def gold_files(place: Path) -> dict[str, Path]:
    """Gold files by their document's name; raises BadGold where there is none."""
    files = sorted(place.glob("*.json")) if place.is_dir() else [place]
    if not files or not all(file.exists() for file in files):
        raise BadGold(f"There is no gold at {place}.")
    return {file.stem: file for file in files}


Kind = Literal["digital", "scanned", "bad layer", "text"]


def gold_name(stem: str, names: set[str]) -> tuple[str, str] | None:
    """The gold of an output, and what follows its name: ``x_scan200`` gives ``x, scan200``."""
    fits = [n for n in names if stem == n or stem.startswith(f"{n}_")]
    if not fits:
        return None
    name = max(fits, key=len)
    return name, stem[len(name) + 1 :]


def kind_of(variant: str, document: str) -> Kind:
    """What the file was, by the end of its name: scanned, with a bad layer, text or digital."""
    if variant.startswith("scan"):
        return "scanned"
    if variant.startswith("badlayer"):
        return "bad layer"
    return "text" if document.endswith((".txt", ".md")) else "digital"
