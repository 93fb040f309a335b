"""Feature files: the marks and roles of all units of a set, small enough to be kept.

A mark with more than 256 values is cut to 256 steps, far finer than the bins that are fitted on;
one with fewer is kept as it is. Columns stand one behind the other and are packed by xz.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fit.plans import fold_of, plan_of
from planextract.meaning.roles.words import PLACES

STEPS = 256
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rows:
    """The units of one document."""

    name: str
    marks: Floats
    roles: NDArray[np.int8]
    groups: NDArray[np.int32]
    outline: NDArray[np.int32]
    kinds: NDArray[np.int8]
    calls: NDArray[np.int8]
    """What the plan calls each."""
    heard: Mapping[str, Sequence[str]]
    """For each place the words heard there, one text a unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """The units of one document of a feature file; its marks are unpacked when they are asked."""

    name: str
    codes: NDArray[np.uint8]
    """Marks × units: the step of each."""
    values: Floats
    """The values of the steps, marks one behind the other."""
    offsets: NDArray[np.int64]
    roles: NDArray[np.int8]
    groups: NDArray[np.int32]
    outline: NDArray[np.int32]
    kinds: NDArray[np.int8]
    calls: NDArray[np.int8]
    texts: tuple[str, ...]
    """All that is heard in the set."""
    heard: NDArray[np.uint32]
    """Places × units: which text is heard."""

    def words(self, place: str) -> list[str]:
        """The words heard at a place, one text a unit."""
        return [self.texts[at] for at in self.heard[list(PLACES).index(place)].tolist()]

    @property
    def marks(self) -> Floats:
        """Units × marks."""
        found: Floats = self.values[self.offsets[:, None] + self.codes].T
        return found

    @property
    def plan(self) -> str:
        """The plan file that it was made of."""
        return plan_of(self.name)

    @property
    def fold(self) -> int:
        """Its fold; raises ValueError for what must not be fitted on."""
        fold = fold_of(self.name)
        if fold is None:
            raise ValueError(f"{self.name} is set aside: it is never fitted on.")
        return fold


def write(path: Path, documents: Sequence[Rows], names: Sequence[str]) -> None:
    """Write one feature file; ``names`` are those of the marks."""
    codes, values = [], []
    for mark in range(len(names)):
        code, steps = _steps(np.concatenate([one.marks[:, mark] for one in documents]))
        codes.append(code)
        values.append(steps)
    texts: dict[str, int] = {}
    for one in documents:
        for place in PLACES:
            for text in one.heard[place]:
                texts.setdefault(text, len(texts))
    buffer = BytesIO()
    np.savez(
        buffer,
        marks=np.array(names),
        codes=np.vstack(codes),
        values=np.concatenate(values),
        sizes=np.array([len(steps) for steps in values], np.int16),
        documents=np.array([one.name for one in documents]),
        lengths=np.array([len(one.roles) for one in documents], np.int32),
        roles=np.concatenate([one.roles for one in documents]),
        kinds=np.concatenate([one.kinds for one in documents]),
        groups=np.vstack([one.groups for one in documents]).T.astype(np.uint16),
        outline=np.vstack([one.outline for one in documents]).T.astype(np.int16),
        calls=np.vstack([one.calls for one in documents]),
        texts=np.frombuffer("\n".join(texts).encode("utf-8"), np.uint8),
        heard=np.array(
            [[texts[text] for one in documents for text in one.heard[p]] for p in PLACES],
            np.uint32,
        ),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(buffer.getvalue(), preset=6))


def read(path: Path, names: Sequence[str]) -> list[Document]:
    """The documents of a feature file; raises ValueError where its marks are not ``names``."""
    arrays: dict[str, NDArray[Any]] = dict(np.load(BytesIO(lzma.decompress(path.read_bytes()))))
    if tuple(arrays["marks"].tolist()) != tuple(names):
        raise ValueError(f"{path.name} was made with other marks: run `python -m fit features`.")
    offsets = np.concatenate([[0], np.cumsum(arrays["sizes"], dtype=np.int64)[:-1]])
    ends = np.cumsum(arrays["lengths"])
    texts = tuple(arrays["texts"].tobytes().decode("utf-8").split("\n"))
    return [
        Document(
            name,
            arrays["codes"][:, end - length : end],
            arrays["values"],
            offsets,
            arrays["roles"][end - length : end],
            arrays["groups"][:, end - length : end].T.astype(np.int32),
            arrays["outline"][:, end - length : end].T.astype(np.int32),
            arrays["kinds"][end - length : end],
            arrays["calls"][end - length : end],
            texts,
            arrays["heard"][:, end - length : end],
        )
        for name, length, end in zip(
            arrays["documents"].tolist(), arrays["lengths"].tolist(), ends.tolist(), strict=True
        )
    ]


def _steps(column: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """The step of each value, rounded down, and the values of the steps."""
    steps = np.unique(column)
    if len(steps) > STEPS:
        steps = np.unique(np.quantile(column, np.linspace(0, 1, STEPS), method="lower"))
    code = np.searchsorted(steps, column, side="right") - 1
    return code.astype(np.uint8), steps.astype(np.float32)
