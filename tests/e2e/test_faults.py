"""Files that cannot be read: one sentence, no traceback, a JSON that says so, the rest goes on."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from planextract.model.plan import Plan


def encrypted() -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=StandardEncryption("secret", ownerPassword="other"))
    canvas.drawString(72, 720, "Tiltak")
    canvas.save()
    return data.getvalue()


def without_pages() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )


FAULTS: dict[str, Callable[[Path], bytes]] = {
    "empty.pdf": lambda samples: b"",
    "blanks.pdf": lambda samples: b" \n" * 40,
    "nothing_but_a_header.pdf": lambda samples: b"%PDF-1.7\n",
    "noise.pdf": lambda samples: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "archive.pdf": lambda samples: b"PK\x03\x04" + bytes(range(256)) * 40,
    "encrypted.pdf": lambda samples: encrypted(),
    "no_pages.pdf": lambda samples: without_pages(),
    "cut.png": lambda samples: b"\x89PNG\r\n\x1a\n" + b"\x00" * 60,
    "cut.jpg": lambda samples: b"\xff\xd8\xff\xe0" + b"\x00" * 60,
    "binary.txt": lambda samples: bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_file_that_cannot_be_read(
    planextract: Command, samples: Path, tmp_path: Path, name: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(FAULTS[name](samples))
    done = planextract("extract", bad, "-o", tmp_path / "out")
    assert done.code == 2
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1, done.err
    assert name in done.err
    plan = Plan.model_validate_json((tmp_path / "out" / f"{bad.stem}.json").read_bytes())
    assert plan.status == "failed"
    [said] = plan.diagnostics
    assert said.code == "file_unreadable" and said.severity == "error"
    assert said.message in done.err


def test_the_password_is_named(planextract: Command, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(encrypted())
    assert "password" in planextract("extract", tmp_path / "a.pdf", "-o", tmp_path).err


def test_a_bad_file_never_stops_the_others(
    planextract: Command, samples: Path, tmp_path: Path
) -> None:
    for name, make in FAULTS.items():
        (tmp_path / name).write_bytes(make(samples))
    (tmp_path / "good.pdf").write_bytes((samples / "matrix_nn.pdf").read_bytes())
    done = planextract("extract", tmp_path, "-o", tmp_path / "out", "--workers", "2", "--tables")
    assert done.code == 2
    assert len(done.err.splitlines()) == len(FAULTS)
    found = {
        path.stem: json.loads(path.read_bytes())["status"]
        for path in (tmp_path / "out").glob("*.json")
    }
    assert len(found) == len(FAULTS) + 1
    assert found.pop("good") == "complete"
    assert set(found.values()) == {"failed"}
    assert (tmp_path / "out" / "actions.csv").stat().st_size > 1000


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_pdf_cut_short_is_read_or_refused(
    planextract: Command, samples: Path, tmp_path: Path, share: float
) -> None:
    whole = (samples / "matrix_nn.pdf").read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[: int(len(whole) * share)])
    done = planextract("extract", tmp_path / "cut.pdf", "-o", tmp_path / "out")
    assert "Traceback" not in done.err
    plan = Plan.model_validate_json((tmp_path / "out" / "cut.json").read_bytes())
    assert (done.code == 2) == (plan.status == "failed")


def test_a_scan_without_ocr_is_partial_and_names_its_pages(
    planextract: Command, samples: Path, tmp_path: Path
) -> None:
    done = planextract(
        "extract", samples / "matrix_nn_scan200.pdf", "-o", tmp_path, "--no-cache",
        "--ocr-engine", "pytesseract", env={"PATH": str(tmp_path)},
    )  # fmt: skip
    assert done.code == 1
    assert "Traceback" not in done.err
    plan = Plan.model_validate_json((tmp_path / "matrix_nn_scan200.json").read_bytes())
    assert plan.status == "partial"
    named = {d.page for d in plan.diagnostics if d.code == "page_needs_ocr"}
    assert named == set(range(1, plan.document.pages + 1))
    assert plan.actions == []
