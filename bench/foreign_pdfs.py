"""How many records are invented on files that are no plans: other projects' test PDFs.

Run ``python bench/foreign_pdfs.py NAME=PATH ... [--list] [--files 50] [--pages 60]``. A PATH is
a git directory, bare or not, whose ``*.pdf`` are read as they stand at HEAD, or a folder. No
such file is a Norwegian plan, so each record is a false one, unless ``--list`` shows otherwise;
a document that is called ``complete`` or ``partial`` was taken for a plan. Files that git has
not (Git LFS, large ones of a partial copy) and files that were read before are left out and
counted. Each file is read without OCR in a process of its own, whose memory and time on the
processor are limited: one that hangs or crashes is counted, and the others go on.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import resource
import signal
import subprocess
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

from planextract.errors import InputError
from planextract.model.plan import Plan
from planextract.pipeline import extract
from planextract.settings import Settings

POINTER = b"version https://git-lfs.github.com/spec/"
MEMORY = 6 * 2**30
"""Bytes that one file may take: damaged test files ask for pictures of any size."""
PATIENCE = 10
"""Seconds by the clock for each second on the processor that a file may take."""
KINDS = ("action", "goal", "strategy", "milestone")
BESIDE = ("area", "candidate")
"""Shown, but no false records: an area promises nothing, a candidate is not counted."""
TAKEN = ("complete", "partial")
STATUSES = (*TAKEN, "no words", "not_a_plan", "other language", "no language")
UNREADABLE = ("Encrypted", "NotReadable", "NothingInside", "UnknownFormat")
FAULTS = (*UNREADABLE, "exception", "crash", "timeout")
NO_OCR = Settings(ocr="never")
CONTEXT = multiprocessing.get_context("forkserver")


class Record(NamedTuple):
    kind: str
    page: int
    confidence: float
    text: str


class Result(NamedTuple):
    status: str
    said: str = ""
    pages: int = 0
    records: tuple[Record, ...] = ()


@dataclass(slots=True)
class Project:
    name: str
    commit: str = "-"
    counts: Counter[str] = field(default_factory=Counter)
    results: dict[str, Result] = field(default_factory=dict)


def git(path: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=path, check=True, capture_output=True).stdout


def is_git(path: Path) -> bool:
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """The PDFs of a project with their bytes, a pointer where git has them not."""
    if not is_git(path):
        for file in sorted(path.rglob("*.[pP][dD][fF]")):
            yield str(file.relative_to(path)), file.read_bytes()
        return
    for line in git(path, "ls-tree", "-r", "-z", "--full-tree", "HEAD").decode().split("\0"):
        told, _, name = line.partition("\t")
        if name.lower().endswith(".pdf") and told.startswith("100"):  # no links, no modules
            try:
                yield name, git(path, "cat-file", "blob", told.split()[2])
            except subprocess.CalledProcessError:
                yield name, POINTER


def taken_out(
    path: Path, folder: Path, seen: set[bytes], left: Counter[str]
) -> Iterator[tuple[str, Path]]:
    """The files to be read, by name, each written to a folder; those left out are counted."""
    for number, (name, data) in enumerate(contents(path)):
        digest = hashlib.sha256(data).digest()
        if data.startswith(POINTER) or digest in seen:
            left["repeated" if digest in seen else "not held"] += 1
        else:
            seen.add(digest)
            file = folder / str(number) / Path(name).name  # a file's name is read too
            file.parent.mkdir()
            file.write_bytes(data)
            yield name, file


def cut(path: Path, most: int) -> None:
    """Leave the first pages of a longer file; one that does not open stays as it is."""
    with suppress(pdfium.PdfiumError), pdfium.PdfDocument(path) as whole:
        if len(whole) > most:
            with pdfium.PdfDocument.new() as part:
                part.import_pages(whole, list(range(most)))
                part.save(path.with_suffix(".cut"))
            path.with_suffix(".cut").replace(path)


def status_of(plan: Plan) -> str:
    codes = {said.code for said in plan.diagnostics if said.page is None}
    if "language_not_read" in codes:
        return "other language" if plan.plan.language else "no language"
    return "no words" if plan.status in TAKEN and not plan.coverage.words else plan.status


def records_of(plan: Plan) -> Iterator[Record]:
    for a in plan.actions:
        yield Record("action", a.source.page, a.confidence, a.text)
    for g in plan.goals:
        kind = "strategy" if g.level == "strategy" else "goal"
        yield Record(kind, g.source.page, g.confidence, g.text)
    for m in plan.milestones:
        yield Record("milestone", m.source.page, m.confidence, m.label)
    for f in plan.focus_areas:
        yield Record("area", f.source.page, f.source.confidence, f.title)
    for c in plan.candidates:
        yield Record("candidate", c.source.page, c.confidence, f"({c.kind}) {c.text}")


def read(path: Path, most: int) -> Result:
    try:
        cut(path, most)
        plan = extract(path, NO_OCR)
    except InputError as error:
        return Result(type(error).__name__, str(error))
    except Exception:  # noqa: BLE001  (each is a finding, and is shown)
        return Result("exception", traceback.format_exc())
    said = f"{plan.plan.language} {sorted({said.code for said in plan.diagnostics})}"
    return Result(status_of(plan), said, plan.document.pages, tuple(records_of(plan)))


def child(end: Connection, path: Path, most: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    end.send(read(path, most))


def read_apart(path: Path, most: int, seconds: int) -> Result:
    """One file, read in a process of its own."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=child, args=(theirs, path, most, seconds))
    process.start()
    theirs.close()
    result = Result("timeout", f"more than {seconds} s")
    try:
        if ours.poll(PATIENCE * seconds):
            result = ours.recv()
    except EOFError:
        process.join()
        if process.exitcode != -signal.SIGXCPU:
            result = Result("crash", f"exit code {process.exitcode}")
    process.kill()
    process.join()
    ours.close()
    return result


def listed(project: Project) -> Iterator[str]:
    """Each record, each document that was taken for a plan, and each fault."""
    for file, result in project.results.items():
        if result.status in FAULTS or result.status in TAKEN or result.records:
            yield f"{project.name} {file}: {result.status} {result.said}".rstrip()
        for one in result.records:
            yield f"    p. {one.page} {one.kind} {one.confidence:.2f} {one.text!r}"


def table(projects: Sequence[Project]) -> Iterator[str]:
    """A row a figure, a column a project."""
    total = Project("all", counts=sum((one.counts for one in projects), Counter()))
    columns = [*projects, total]
    width = max(11, *(len(one.name) + 1 for one in columns))
    yield f"{'':16}" + "".join(f"{one.name:>{width}}" for one in columns)
    yield f"{'commit':16}" + "".join(f"{one.commit[:10]:>{width}}" for one in columns)
    for name in ("files", "not held", "repeated", *FAULTS, "pages", *STATUSES, *KINDS, *BESIDE):
        yield f"{name:16}" + "".join(f"{one.counts[name]:{width}}" for one in columns)
    rates = [100 * one.counts["false"] / max(1, one.counts["pages"]) for one in columns]
    yield f"{'false/100 pages':16}" + "".join(f"{rate:{width}.2f}" for rate in rates)


def measured(told: str, seen: set[bytes], args: argparse.Namespace) -> Project:
    """A project, given as NAME=PATH; ``seen`` are the files of those before."""
    name, _, place = told.rpartition("=")
    path, project = Path(place), Project(name or Path(place).name)
    if is_git(path):
        project.commit = git(path, "rev-parse", "HEAD").decode().strip()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(args.jobs) as pool:
        files = dict(islice(taken_out(path, Path(folder), seen, project.counts), args.files))
        project.counts["files"] = len(files)
        reader = partial(read_apart, most=args.pages, seconds=args.seconds)
        for file, result in zip(files, pool.map(reader, files.values()), strict=True):
            project.results[file] = result
            project.counts[result.status] += 1
            project.counts["pages"] += result.pages
            project.counts.update(one.kind for one in result.records)
            project.counts["false"] += sum(one.kind in KINDS for one in result.records)
    return project


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="+", metavar="NAME=PATH")
    parser.add_argument("--files", type=int, help="files of a project at most")
    parser.add_argument("--pages", type=int, default=60, help="pages of a file at most")
    parser.add_argument("--seconds", type=int, default=60, help="time limit of a file")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="each record and each fault")
    args = parser.parse_args()
    os.environ["GIT_NO_LAZY_FETCH"] = "1"
    seen, projects = set[bytes](), []
    for told in args.projects:
        projects.append(measured(told, seen, args))
        if args.list:
            print(*listed(projects[-1]), sep="\n", flush=True)
    print(*table(projects), sep="\n")


if __name__ == "__mp_main__":  # the server that the readers are forked from: word lists once
    extract(Path(__file__).parents[1] / "samples" / "none_minutes_nn.pdf", NO_OCR)
if __name__ == "__main__":
    main()
