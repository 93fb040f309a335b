"""Whether a file holds to the contract: all its faults, in sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planextract.analysis.soundness import Fault, all_faults
from planextract.model.plan import Plan
from planextract.published import READABLE, json_path, read_json

LONGEST_VALUE = 60
"""Characters of a wrong value that a sentence shows."""


def faults(path: Path) -> list[Fault]:
    """The faults of the JSON in a file, none for a valid one; raises NotPublished."""
    data = read_json(path)
    version = data.get("schema_version") if isinstance(data, Mapping) else None
    if version is not None and version not in READABLE:
        values: dict[str, object] = {"value": _shown(version), "known": ", ".join(READABLE)}
        return [Fault("$.schema_version", "version", values)]
    found = []
    if isinstance(data, Mapping) and version is None:
        found.append(Fault("$.schema_version", "missing"))
    try:
        return found + all_faults(Plan.model_validate_json(json.dumps(data)))
    except ValidationError as error:
        return found + [_fault(detail) for detail in error.errors(include_url=False)]


def _fault(detail: ErrorDetails) -> Fault:
    kind = detail["type"]
    values: dict[str, Any] = {"value": _shown(detail["input"]), "message": detail["msg"]}
    values |= {name: str(value) for name, value in detail.get("ctx", {}).items()}
    return Fault(json_path(detail["loc"]), kind if kind in SAID else "other", values)


SAID = frozenset({
    "missing", "extra_forbidden", "literal_error", "string_type", "string_pattern_mismatch",
    "greater_than_equal", "less_than_equal", "int_type", "float_type", "bool_type", "list_type",
    "model_type",
})  # fmt: skip
"""Errors of pydantic that have a sentence of their own in the texts ``validate``."""


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
