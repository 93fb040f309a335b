"""Plan files to documents: words varied by seed, looks drawn by plan file."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fit.cases import write_cases
from fit.places import CORPUS, DOCUMENTS, VARIED
from fit.plans import fold_of, plan_files, plan_of
from fit.sets import CASES, SETS, Batch


def render(names: list[str], python: str, jobs: int) -> None:
    """Typeset the sets; documents that are there already are left alone, others removed."""
    with ThreadPoolExecutor(jobs) as pool:
        for name in names:
            if name == CASES:
                print(name, write_cases(name), "documents")
                continue
            kind, out = SETS[name], DOCUMENTS / name
            work = [
                (plan, look, kind.producer, out, python)
                for batch in kind.batches
                for plan, look in _looks(batch, python)
            ]
            faults = [fault for fault in pool.map(_typeset, work) if fault]
            _remove_others(out, {f"{plan.stem}__{look}" for plan, look, *_ in work})
            print(name, len(work), "documents,", len(faults), "not typeset", *faults, sep="\n  ")


def _remove_others(out: Path, wanted: set[str]) -> None:
    """Remove documents that are in the set no more, as their look has changed."""
    for path in out.glob("*__*"):
        if path.name.partition(".")[0] not in wanted:
            path.unlink()


def _looks(batch: Batch, python: str) -> list[tuple[Path, int]]:
    plans = plan_files(batch.source)
    place = {plan.stem: nth for nth, plan in enumerate(plans)}
    forms = plans if batch.seed is None else _vary(batch, plans, python)
    return [(form, batch.looks(place[plan_of(form.stem)])) for form in forms]


def _vary(batch: Batch, plans: list[Path], python: str) -> list[Path]:
    """The varied forms; a plan file borrows paragraphs only from its own fold."""
    out = VARIED / f"{batch.source}_{batch.words.replace(':', '_')}_{batch.seed}"
    wanted = [out / f"{plan.stem}~{batch.seed}.yaml" for plan in plans]
    if not all(path.exists() for path in wanted):
        folds: dict[int | None, list[Path]] = {}
        for plan in plans:
            folds.setdefault(fold_of(plan.stem), []).append(plan)
        for group in folds.values():
            options = ["--words", batch.words, "--seed", str(batch.seed), "-o", str(out)]
            _run([python, str(CORPUS / "vary.py"), *map(str, group)], "--also",
                 *map(str, group), *options)  # fmt: skip
    return [path for path in wanted if path.exists()]


def _typeset(job: tuple[Path, int, str, Path, str]) -> str | None:
    plan, look, producer, out, python = job
    if (out / f"{plan.stem}__{look}.json").exists():
        return None
    program = [python, str(CORPUS / "typeset" / "typeset.py"), str(plan)]
    return _run(program, "--look", str(look), "--producer", producer, "-o", str(out))


def _run(program: list[str], *options: str) -> str | None:
    """Run a program of the corpus; what it says if it fails."""
    done = subprocess.run([*program, *options], capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else f"{program[-1]}: {done.stderr[-400:]}"
