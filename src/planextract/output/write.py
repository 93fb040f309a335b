"""A proved plan to its file: validated first, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from planextract.errors import ContractError
from planextract.model.plan import Plan


def to_json(plan: Plan) -> str:
    """The plan as the JSON of its file, proved by reading it back.

    Raises ContractError where the plan does not hold its own contract.
    """
    text = plan.model_dump_json(indent=2) + "\n"
    try:
        again = Plan.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ContractError(
            f"The output breaks its contract at {place}: {first['msg']}."
        ) from error
    if again != plan:
        raise ContractError("The output is not the same when it is read back.")
    return text


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan's JSON; a reader sees the old file or the new one, never a half."""
    write_whole(to_json(plan), path)


def write_whole(text: str, path: Path) -> None:
    """Write UTF-8 text beside its place and move it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
