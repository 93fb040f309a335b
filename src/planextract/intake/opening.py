"""From a path to a source, or to one sentence that says why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from planextract.errors import NothingInside, NotReadable, UnknownFormat
from planextract.intake.pdf import check_pdf
from planextract.intake.picture import check_picture
from planextract.intake.sniffing import sniff
from planextract.model.source import Source


def open_source(path: Path) -> Source:
    """Read a file and prove that it opens.

    Raises an ``InputError`` that names the file: ``NothingInside`` for no bytes or no pages,
    ``NotReadable`` for damage, ``Encrypted`` for a password, ``UnknownFormat`` for the rest.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotReadable(f"{path.name}: there is no such file ({path}).") from None
    except IsADirectoryError:
        raise NotReadable(f"{path.name} is a folder, not a file.") from None
    except OSError as error:
        raise NotReadable(f"{path.name} cannot be opened: {error.strerror}.") from error
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise NothingInside(f"{path.name} is empty.")
    media_type = sniff(data, path.suffix)
    if media_type is None:
        raise UnknownFormat(f"{path.name} is neither a PDF, a picture nor a text.")
    if media_type == "application/pdf":
        check_pdf(data, path.name)
    elif media_type.startswith("image/"):
        check_picture(data, path.name)
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return Source(path, path.name, data, media_type, digest)
