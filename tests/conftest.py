"""The samples, read once by the command line, for every test that looks at the output."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from planextract.model.plan import Plan

settings.register_profile("steady", deadline=None)  # a busy machine is no failure
settings.load_profile("steady")

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
PLANS = sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("text_*")])
PATIENCE = 400.0
"""Seconds that one process of the tests waits for another to read the samples."""


@dataclass(frozen=True)
class Done:
    """What a command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@dataclass(frozen=True)
class Run:
    """The samples read, and what the command said."""

    folder: Path
    done: Done

    def plan(self, stem: str) -> Plan:
        return Plan.model_validate_json((self.folder / f"{stem}.json").read_bytes())


def call(*args: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> Done:
    """``planextract ARGS`` in a process of its own, without stdin."""
    done = subprocess.run(
        [sys.executable, "-m", "planextract", *map(str, args)],
        cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=PATIENCE,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or leaves anything in the user's cache folder."""
    os.environ["XDG_CACHE_HOME"] = str(shared(tmp_path_factory) / "cache")


@pytest.fixture(scope="session")
def planextract(own_cache: None) -> Command:
    return call


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory, own_cache: None) -> Run:
    """All samples read into one folder; the first process that asks reads them for all."""
    folder = shared(tmp_path_factory) / "samples-run"
    said = folder / "said"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for(said)
    else:
        done = call("extract", *PLANS, "-o", folder / "output", "--tables", "--workers", "2")
        draft = folder / "draft"
        draft.write_text(json.dumps([done.code, done.out, done.err]), "utf-8")
        draft.rename(said)
    return Run(folder / "output", Done(*json.loads(said.read_text("utf-8"))))


def shared(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"{path} did not come")
        time.sleep(0.2)


@pytest.fixture(scope="session")
def has_ocr() -> bool:
    """Whether scanned pages can be read on this machine; tests of them are skipped if not."""
    return shutil.which("tesseract") is not None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shutil.which("tesseract") is None:
        skip = pytest.mark.skip(reason="Tesseract is not installed")
        for item in items:
            if item.get_closest_marker("ocr"):
                item.add_marker(skip)
