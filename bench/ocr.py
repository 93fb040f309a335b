"""CPU time of whole runs on scans beside the bare program: ``python bench/ocr.py FILE…``.

The bare program reads the same page pictures, one thread, one call a page; writing them to
files is not counted. The whole run is ``planextract extract`` in a process of its own: start,
reading, tables and meaning counted in, no cache. Rounds alternate, since a loaded machine
slows all alike; the ratio of medians is what counts.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2 as pdfium

SAMPLES = Path(__file__).parents[1] / "samples"
ENGINES = ("tesserocr", "pytesseract")
ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}


def cpu_of(command: list[str]) -> float:
    """CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, env=ONE_THREAD, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def page_pictures(path: Path, folder: Path) -> list[Path]:
    """The stored picture of each page, as a file."""
    files = []
    with pdfium.PdfDocument(path) as document:
        for number in range(len(document)):
            target = folder / f"{path.stem}-{number}.png"
            image = next(document[number].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]))
            image.get_bitmap().to_pil().save(target, compress_level=1)
            files.append(target)
    return files


def bare(pictures: list[Path]) -> float:
    return sum(cpu_of(["tesseract", str(one), "stdout", "-l", "nor"]) for one in pictures)


def whole(paths: list[Path], engine: str, folder: Path) -> float:
    names = [str(path) for path in paths]
    options = ["--no-cache", "--quiet", "--ocr-engine", engine, "-o", str(folder)]
    return cpu_of([sys.executable, "-m", "planextract", "extract", *names, *options])


def main(arguments: list[str]) -> None:
    paths = [Path(name) for name in arguments] or sorted(SAMPLES.glob("*_scan*.pdf"))[:4]
    rounds = 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures = [file for path in paths for file in page_pictures(path, folder)]
        times: dict[str, list[float]] = {"tesseract": [], **{engine: [] for engine in ENGINES}}
        for _ in range(rounds):
            times["tesseract"].append(bare(pictures))
            for engine in ENGINES:
                times[engine].append(whole(paths, engine, folder / engine))
    base = statistics.median(times["tesseract"])
    print(
        f"{len(pictures)} pages, {rounds} rounds, CPU seconds (median) and times the bare program"
    )
    for label, found in times.items():
        middle = statistics.median(found)
        print(f"{label:12} {middle:7.2f}  {middle / base:5.2f} ×")


if __name__ == "__main__":
    main(sys.argv[1:])
