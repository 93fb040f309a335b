"""Exports of plans as related tables: one module a format, found by its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from planextract.analysis.soundness import broken_links
from planextract.analysis.tables import Tables, to_tables
from planextract.errors import ConfigError
from planextract.published import OffContract, Published, Report, distinct, to_log
from planextract.texts import Texts


@dataclass(frozen=True, slots=True)
class Export:
    """What a format's ``write`` gets: the plans, their tables, and how to write them."""

    plans: tuple[Published, ...]
    tables: Tables
    texts: Texts
    delimiter: str = ","
    """Between the values of a CSV line."""
    pdf_folder: str = ""
    """Where the documents lie as seen from the export; empty for beside it."""


def formats() -> list[str]:
    """The formats there are: the public modules of this folder."""
    return sorted(
        found.name.rstrip("_") for found in iter_modules(__path__) if not found.name.startswith("_")
    )


def prepare(
    plans: Iterable[Published],
    texts: Texts,
    report: Report = to_log,
    delimiter: str = ",",
    pdf_folder: str = "",
) -> Export:
    """The export of the plans; a plan that cannot be keyed is reported and left out."""
    sound = []
    for published in distinct(plans, report):
        if faults := broken_links(published.plan):
            first = f"{faults[0].place}: {faults[0].sentence(texts)}"
            report(OffContract(f"{published.path} is left out of the export: {first}"))
        else:
            sound.append(published)
    return Export(tuple(sound), to_tables(sound), texts, delimiter, pdf_folder)


def default_path(name: str) -> Path:
    """Where a format writes if nothing is said: a folder, or one file."""
    module = _module(name)
    return Path(f"plans-{name}" if module.FOLDER else f"plans.{module.ENDING}")


def write(export: Export, name: str, path: Path) -> list[Path]:
    """Write the export in one format; gives the files written. Raises ConfigError."""
    module = _module(name)
    if module.FOLDER and path.is_file():
        raise ConfigError(f"{name} is written into a folder, and {path} is a file.")
    if not module.FOLDER and path.is_dir():
        path = path / f"plans.{module.ENDING}"
    written: list[Path] = module.write(export, path)
    return written


def _module(name: str):  # type: ignore[no-untyped-def]
    found = {n.name.rstrip("_"): n.name for n in iter_modules(__path__)}
    if name not in formats():
        raise ConfigError(f"There is no format '{name}', only {', '.join(formats())}.")
    return import_module(f"{__name__}.{found[name]}")
