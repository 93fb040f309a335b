"""Published plans read back: files, folders and globs in, the plans that hold out."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

from pydantic import ValidationError

from planextract.errors import InputError
from planextract.model.plan import SCHEMA_VERSION, Plan, Version

log = logging.getLogger(__name__)

KEY_DIGITS = 12
"""Hex digits of the document's hash in a plan's key: 48 bits, no clash among a million plans."""
READABLE: tuple[str, ...] = get_args(Version)
"""Versions of the contract that are read without loss."""
ERRORS_SHOWN = 3
"""Faults of one file that a message names; ``planextract validate`` lists them all."""


class NotPublished(InputError):
    """The file is no published plan, or damaged."""

    hint = "Give the JSON that 'planextract extract' wrote."


class OffContract(InputError):
    """The file says that it is a plan but breaks the contract."""

    hint = "Run 'planextract validate' on it, or extract the plan anew."


class OtherVersion(InputError):
    """The file was written for another version of the contract."""

    hint = "Extract the plan anew to have all of it."


class ReadAsOther(OtherVersion):
    """The file was written for another version and read as far as this one goes."""


class SameDocument(InputError):
    """The file holds a document that another file holds already."""

    hint = "Give only one of the two."


@dataclass(frozen=True, slots=True)
class Published:
    """One published plan and the file that it stands in."""

    path: Path
    plan: Plan

    @property
    def key(self) -> str:
        """The plan's short key: the first digits of its document's hash."""
        return self.plan.document.id.removeprefix("sha256:")[:KEY_DIGITS]

    @property
    def file(self) -> str:
        """Name of the document that the plan was read from."""
        return self.plan.document.file

    @property
    def name(self) -> str:
        """What a person calls the plan: its title, else its file."""
        return self.plan.plan.title or self.file

    @property
    def municipality(self) -> str | None:
        """The municipality's name, if known."""
        owner = self.plan.plan.municipality
        return owner.name if owner else None

    def link(self, page: int, folder: str = "") -> str:
        """A relative URL of the page in its PDF, which lies in ``folder`` or beside the report."""
        target = quote(f"{folder.rstrip('/')}/{self.file}" if folder else self.file, safe="/:")
        return f"{target}#page={page}" if self.plan.document.media_type.endswith("pdf") else target


Report = Callable[[InputError], None]
"""What is done with trouble about one file; the others go on."""


def to_log(problem: InputError) -> None:
    """Say the problem on the log as a warning."""
    log.warning("%s", problem)


def load_plans(paths: Iterable[Path | str], report: Report = to_log) -> list[Published]:
    """The plans of files, folders (with those below) and globs, each file once, in that order.

    A file that cannot be used goes to ``report`` and never stops the others. A plan of another
    version is read as far as this version knows it, which is reported as ReadAsOther.
    """
    plans = []
    for path, named in json_files(paths, report):
        try:
            plan = read_plan(path, report, must_be_plan=named)
        except InputError as problem:
            report(problem)
            continue
        if plan is not None:
            plans.append(Published(path, plan))
    return plans


def distinct(plans: Iterable[Published], report: Report = to_log) -> list[Published]:
    """The plans with each document once; a later file of the same document is reported."""
    first: dict[str, Published] = {}
    for published in plans:
        seen = first.setdefault(published.plan.document.id, published)
        if seen is not published:
            report(SameDocument(f"{published.path} holds the document of {seen.path}: left out."))
    return list(first.values())


def read_plan(path: Path, report: Report = to_log, must_be_plan: bool = True) -> Plan | None:
    """The plan in a file; None for other JSON where ``must_be_plan`` is False.

    Raises NotPublished, OffContract or OtherVersion.
    """
    data = read_json(path)
    if not (isinstance(data, dict) and "schema_version" in data and "document" in data):
        if must_be_plan:
            raise NotPublished(f"{path} is not a published plan: it has no schema_version.")
        log.info("%s is JSON but no plan: passed over", path)
        return None
    version = data["schema_version"]
    if version in READABLE:
        try:
            return Plan.model_validate(data)
        except ValidationError as error:
            raise OffContract(f"{path} breaks the contract: {_faults(error)}.") from error
    return _other_version(path, data, str(version), report)


def read_json(path: Path) -> Any:
    """The JSON value in a UTF-8 file, with or without BOM; raises NotPublished."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotPublished(f"{path} cannot be opened: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise NotPublished(f"{path} is not whole JSON ({error}).") from error


def json_path(place: Iterable[int | str]) -> str:
    """The place of a value as people write it: ``$.actions[3].deadline.end``."""
    return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in place)


def json_files(paths: Iterable[Path | str], report: Report) -> Iterator[tuple[Path, bool]]:
    """Each JSON file once, and whether it was named itself (not found in a folder).

    Nothing found for a path goes to ``report`` as NotPublished.
    """
    seen: set[Path] = set()
    for given in paths:
        found, named = _expand(Path(given))
        if not found and named:
            report(NotPublished(f"There is no file or folder {given}."))
        elif not found:
            report(NotPublished(f"There is no JSON file in {given}."))
        for file in found:
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file, named


def _expand(path: Path) -> tuple[list[Path], bool]:
    if path.is_dir():
        below = (p.relative_to(path).parts for p in path.rglob("*.json"))
        shown = (parts for parts in below if not any(p.startswith(".") for p in parts))
        return sorted(path.joinpath(*parts) for parts in shown), False
    if path.exists():
        return [path], True
    root = Path(path.anchor)
    return sorted(root.glob(str(path.relative_to(root)))), True


def _other_version(path: Path, data: dict[str, Any], version: str, report: Report) -> Plan:
    """Read as far as this version goes: keys that it does not know are left out, and said."""
    data = {**data, "schema_version": SCHEMA_VERSION}
    left_out: list[str] = []
    while True:
        try:
            plan = Plan.model_validate(data)
        except ValidationError as error:
            unknown = [e["loc"] for e in error.errors() if e["type"] == "extra_forbidden"]
            if not unknown:
                raise OtherVersion(
                    f"{path} has schema {version}, not {SCHEMA_VERSION}, and cannot be read "
                    f"as such: {_faults(error)}."
                ) from error
            for place in unknown:
                _drop(data, place)
                left_out.append(json_path(place))
            continue
        lost = f"; left out: {', '.join(left_out)}" if left_out else ""
        report(ReadAsOther(f"{path} has schema {version}, read as {SCHEMA_VERSION}{lost}."))
        return plan


def _drop(data: Any, place: tuple[int | str, ...]) -> None:
    for step in place[:-1]:
        data = data[step]
    del data[place[-1]]


def _faults(error: ValidationError) -> str:
    faults = error.errors(include_url=False)
    shown = "; ".join(f"{json_path(f['loc'])}: {f['msg']}" for f in faults[:ERRORS_SHOWN])
    more = len(faults) - ERRORS_SHOWN
    return f"{shown}; and {more} more" if more > 0 else shown
