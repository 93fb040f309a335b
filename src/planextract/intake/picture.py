"""Whether a picture opens, and if not, why."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from planextract.errors import NotReadable


def check_picture(data: bytes, name: str) -> None:
    """Raise ``NotReadable``, naming the file, for a picture that is cut off, broken or a bomb."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotReadable(f"{name} holds too many pixels to be read safely.") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise NotReadable(f"{name} is damaged: it cannot be opened as a picture.") from None
