import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from planextract.errors import (
    Encrypted,
    InputError,
    NothingInside,
    NotReadable,
    UnknownFormat,
)
from planextract.intake import open_source
from planextract.intake.sniffing import encoding_of, sniff


def pdf(**options: object) -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, pagesize=(300, 200), **options)
    page.drawString(20, 100, "Tiltak for helse")
    page.showPage()
    page.save()
    return buffer.getvalue()


def no_pages() -> bytes:
    document = pdfium.PdfDocument.new()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def picture(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (40, 30), 255).save(buffer, kind)
    return buffer.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("plan.pdf", pdf(), "application/pdf"),
        ("no_suffix", pdf(), "application/pdf"),
        ("named_wrong.txt", pdf(), "application/pdf"),
        ("junk_before.pdf", b"\n\xffjunk\n" + pdf(), "application/pdf"),
        ("side.png", picture("PNG"), "image/png"),
        ("side.jpg", picture("JPEG"), "image/jpeg"),
        ("side.tif", picture("TIFF"), "image/tiff"),
        ("plan.txt", "Mål: Fleire bur heime\n".encode(), "text/plain"),
        ("plan.md", "# Mål\n\n- Tiltak\n".encode(), "text/markdown"),
        ("latin.txt", "Mål og tiltak på øya".encode("latin-1"), "text/plain"),
        ("dos.txt", "«Tiltak» – år".encode("cp1252"), "text/plain"),
        ("wide.txt", "Mål på øya".encode("utf-16"), "text/plain"),
        ("wide_unmarked.txt", "Mål på øya".encode("utf-16-le"), "text/plain"),
        ("pages.txt", b"side 1\x0cside 2", "text/plain"),
    ],
)
def test_a_file_is_known_by_its_content(
    tmp_path: Path, name: str, data: bytes, media_type: str
) -> None:
    source = open_source(put(tmp_path, name, data))
    assert (source.media_type, source.name, source.data) == (media_type, name, data)


def test_the_id_is_the_hash_of_the_bytes(tmp_path: Path) -> None:
    one = open_source(put(tmp_path, "a.txt", b"Tiltak"))
    same = open_source(put(tmp_path, "b.txt", b"Tiltak"))
    other = open_source(put(tmp_path, "c.txt", b"Tiltak."))
    assert one.id == same.id != other.id
    assert one.id.startswith("sha256:") and len(one.id) == len("sha256:") + 64


ENCRYPTED = pdf(encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("tom.pdf", b"", NothingInside),
        ("blank.txt", b" \n\r\n\x0c ", NothingInside),
        ("zeros.pdf", bytes(4096), NothingInside),
        ("ingen_sider.pdf", no_pages(), NothingInside),
        ("avbroten.pdf", pdf()[:120], NotReadable),
        ("loyndom.pdf", ENCRYPTED, Encrypted),
        ("rusk.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, NotReadable),
        ("program.exe", b"MZ\x90\x00\x03" + bytes(range(256)) * 8, UnknownFormat),
        ("arkiv.docx", b"PK\x03\x04" + bytes(range(256)) * 8, UnknownFormat),
        ("halv.png", picture("PNG")[:50], NotReadable),
        ("halv.jpg", picture("JPEG")[:200], NotReadable),
    ],
)
def test_an_unusable_file_is_one_sentence_that_names_it(
    tmp_path: Path, name: str, data: bytes, error: type[InputError]
) -> None:
    with pytest.raises(error) as raised:
        open_source(put(tmp_path, name, data))
    message = raised.value.args[0]
    assert name in message and message.endswith(".") and "\n" not in message
    assert raised.value.exit_code == 65


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="no such file"):
        open_source(tmp_path / "borte.pdf")
    with pytest.raises(NotReadable, match="folder"):
        open_source(tmp_path)


@given(st.binary(max_size=300))
def test_any_bytes_are_sniffed_without_failing(data: bytes) -> None:
    encoding = encoding_of(data)
    if sniff(data) == "text/plain":
        assert encoding is not None
        assert isinstance(data.decode(encoding), str)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), min_size=1))
def test_norwegian_text_keeps_its_letters_in_utf_8(text: str) -> None:
    data = ("Åtgjerd: " + text.replace("\x7f", "")).encode()
    encoding = encoding_of(data)
    if not any("\x7f" <= char < "\xa0" for char in text):
        assert encoding == "utf-8"
