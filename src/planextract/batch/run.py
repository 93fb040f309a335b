"""Many documents, a process each: one that fails, or crashes, never stops the others."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from planextract.errors import PlanExtractError
from planextract.model.plan import Plan, Status
from planextract.output.failure import failed_plan
from planextract.output.write import write_plan
from planextract.pipeline import extract
from planextract.settings import Settings
from planextract.texts import Texts, status_reasons_said

CRASHED = "Reading this file crashed the reader; the other files went on."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document."""

    path: Path
    output: Path
    status: Status
    municipality: str
    pages: int
    goals: int
    actions: int
    deadlines: int
    seconds: float
    message: str = ""
    """Why it failed; empty otherwise."""
    reasons: str = ""
    """Why it was read and is not complete; empty otherwise."""


def run_batch(jobs: Mapping[Path, Path], settings: Settings, workers: int = 1) -> Iterator[Outcome]:
    """Extract each document to its output file; outcomes come as they are done."""
    left = dict(jobs)
    while left:
        broken = False
        with ProcessPoolExecutor(max_workers=workers) as pool:
            tasks = {pool.submit(_one, p, o, settings): p for p, o in left.items()}
            for path, outcome in _finished(tasks):
                if outcome is None:
                    broken = True
                    continue
                del left[path]
                yield outcome
        if broken:
            yield from _one_by_one(left, settings)
            return


def _finished(
    tasks: dict[Future[Outcome], Path],
) -> Iterator[tuple[Path, Outcome | None]]:
    waiting = set(tasks)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            try:
                yield tasks[future], future.result()
            except BrokenProcessPool:
                yield tasks[future], None


def _one_by_one(left: Mapping[Path, Path], settings: Settings) -> Iterator[Outcome]:
    """After a crash: each document in a process of its own, to know which one it was."""
    for path, output in left.items():
        with ProcessPoolExecutor(max_workers=1) as pool:
            try:
                yield pool.submit(_one, path, output, settings).result()
            except BrokenProcessPool:
                yield _failed(path, output, CRASHED, 0.0)


def _one(path: Path, output: Path, settings: Settings) -> Outcome:
    start = time.perf_counter()
    try:
        plan = extract(path, settings)
        write_plan(plan, output)
    except OSError as error:
        return _unwritten(path, output, error, time.perf_counter() - start)
    except PlanExtractError as error:
        return _failed(path, output, str(error), time.perf_counter() - start)
    except Exception as error:  # noqa: BLE001  (the last wall: a batch never stops for one file)
        reason = f"{type(error).__name__}: {error}. {PlanExtractError.hint}"
        return _failed(path, output, reason, time.perf_counter() - start)
    return _outcome(path, output, plan, time.perf_counter() - start)


def _failed(path: Path, output: Path, reason: str, seconds: float) -> Outcome:
    plan = failed_plan(path, reason)
    write_plan(plan, output)
    return _outcome(path, output, plan, seconds, reason)


def _unwritten(path: Path, output: Path, error: OSError, seconds: float) -> Outcome:
    """The outcome where the JSON could not be written (a full disk): told, not tried again."""
    reason = f"{output.name} could not be written: {error.strerror or error}."
    return _outcome(path, output, failed_plan(path, reason), seconds, reason)


def _outcome(path: Path, output: Path, plan: Plan, seconds: float, message: str = "") -> Outcome:
    place, owner = plan.plan.municipality, plan.plan.owner
    names = ", ".join(owner.names) if owner else ""
    return Outcome(
        path=path,
        output=output,
        status=plan.status,
        municipality=f"{place.name} {place.number}" if place else names,
        pages=plan.document.pages,
        goals=len(plan.goals),
        actions=len(plan.actions),
        deadlines=sum(a.deadline is not None for a in plan.actions)
        + sum(m.deadline is not None for m in plan.milestones),
        seconds=seconds,
        message=message,
        reasons="" if message else status_reasons_said(plan, Texts("en")) or "",
    )


def exit_code(outcomes: list[Outcome]) -> int:
    """0 all complete, 1 some partial or not a plan, 2 some failed."""
    statuses = {outcome.status for outcome in outcomes}
    if "failed" in statuses:
        return 2
    return 1 if statuses & {"partial", "not_a_plan"} else 0
