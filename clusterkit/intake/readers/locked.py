"""Workbooks that are encrypted without a secret: what Excel writes for “保护工作簿”, opened by anyone."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

from python_calamine import PasswordError

_DAMAGED = (OSError, ValueError, AttributeError, struct.error)  # what a damaged file makes the library raise
_EXCELS_OWN = "VelvetSweatshop"  # the password that Excel tries by itself


def unlocked(path: Path) -> BytesIO:
    """Return the workbook decrypted.

    Raises
    ------
    PasswordError
        If it asks for a password of its own.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    plain = BytesIO()
    try:
        with path.open("rb") as stream:
            locked = msoffcrypto.OfficeFile(stream)
            locked.load_key(password=_EXCELS_OWN)
            locked.decrypt(plain)
    except (DecryptionError, FileFormatError, InvalidKeyError, ParseError, *_DAMAGED) as error:
        raise PasswordError(str(error)) from error
    return BytesIO(plain.getvalue())
