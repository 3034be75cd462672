"""Codes: 统一社会信用代码 with its check character, what Excel does to codes, codes of industries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, is_absent

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = np.array([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1], dtype=np.int64)
_VALUE = np.full(256, -1, dtype=np.int64)
_VALUE[[ord(sign) for sign in _ALPHABET]] = range(len(_ALPHABET))
_LENGTH = 18
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.I)
WHOLE_NUMBER = re.compile(r"(\d{15})000(?:\.0+)?")
_EXCEL_DIGITS = 15  # as many as Excel keeps of a number
_NOT_TAKEN = re.compile(r"原代码 (.+?) 未采用")
_WITHIN = re.compile(rf"(?<![0-9A-Z])[{_ALPHABET}]{{18}}(?![0-9A-Z])")
_DROPPED = re.compile(r"[-—–_.·,，'’`‘]")


def good_codes(cells: Sequence[str]) -> np.ndarray:
    """Return which of the texts are codes with a right check character; the whole column at once.

    Digits alone that end in 000 are what Excel leaves of a code, though one in 31 has a right check character.

    Examples
    --------
    >>> good_codes(["91120114NMTAQLFC23", "911201124WQ1G9GR0P", "911201110000170000", "甲"]).tolist()
    [True, False, False, False]
    """
    fit = np.array([len(cell) == _LENGTH and cell.isascii() for cell in cells], dtype=bool)
    joined = "".join(cell for cell, good in zip(cells, fit, strict=True) if good).encode("ascii")
    signs = _VALUE[np.frombuffer(joined, dtype=np.uint8)].reshape(-1, _LENGTH)
    digits = (signs[:, :8] < 10).all(axis=1) & (signs[:, 2:8] >= 0).all(axis=1)
    right = (signs >= 0).all(axis=1) & digits & ((signs @ _WEIGHTS) % 31 == 0)
    right &= ~((signs < 10).all(axis=1) & (signs[:, -3:] == 0).all(axis=1))
    result = np.zeros(len(cells), dtype=bool)
    result[fit] = right
    return result


def read_uscc(cell: Cell) -> Reading:
    """Return a code in capitals without spaces; a bad one is a fault and kept in the note only.

    Examples
    --------
    >>> read_uscc("9112 0114 nmta qlfc 23").value
    '91120114NMTAQLFC23'
    >>> read_uscc("代码：91120114NMTAQLFC23（新）").value
    '91120114NMTAQLFC23'
    >>> read_uscc(9.112e17).fault
    'code_damaged'
    """
    if isinstance(cell, float) and abs(cell) >= 1e15:
        return _bad(_as_excel_shows(cell), "code_damaged")
    said = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if is_absent(said):
        return BLANK
    code = _DROPPED.sub("", compact(said)).upper() if not _SCIENTIFIC.fullmatch(compact(said)) else ""
    if not code:
        return _bad(said.strip(), "code_damaged")
    return _checked(code, said.strip())


def _checked(code: str, said: str) -> Reading:
    if len(code) != _LENGTH:
        within = {found for found in _WITHIN.findall(code) if uscc.is_valid(found)}
        if len(within) == 1:  # 统一社会信用代码：9112…, 9112…（新）
            return Reading(within.pop())
        return _bad(said, "code_not_a_code", length=len(code))
    if code.isdigit() and code.endswith("000"):
        return _bad(said, "code_damaged")
    try:
        return Reading(uscc.validate(code))
    except InvalidChecksum:
        return _bad(said, "code_check_character")
    except ValidationError:  # of 18 letters, some of which no code has
        return _bad(said, "code_check_character")


def _as_excel_shows(cell: float) -> str:
    """Return a number of which all fifteen digits are there as a whole one: Excel cuts the others off, and rounds none."""
    said = f"{cell:.15g}"
    return f"{Decimal(said):f}" if len(_mantissa(said.upper())) == _EXCEL_DIGITS else said


def _bad(said: str, fault: str, **values: object) -> Reading:
    return Reading(fault=fault, values={"value": said, **values}, note=f"原代码 {said} 未采用")


def not_taken(note: str) -> str:
    """Return the code that a row's note says was not taken; nothing where it says of none.

    Examples
    --------
    >>> not_taken(read_uscc("9.112E+17").note), not_taken("")
    ('9.112E+17', '')
    """
    found = _NOT_TAKEN.search(note)
    return found[1] if found else ""


def may_have_been(code: str, damaged: str) -> bool:
    """Tell whether ``code`` is a code that Excel could have turned into ``damaged``: it keeps fifteen digits, or fewer.

    Examples
    --------
    >>> may_have_been("911200007128061234", "9.112E+17"), may_have_been("911200007128061234", "911200007128061000")
    (True, True)
    """
    said = compact(damaged).upper()
    if not code.isdigit():
        return False
    if number := WHOLE_NUMBER.fullmatch(said):
        return code[:_EXCEL_DIGITS] == number[1]
    if not _SCIENTIFIC.fullmatch(said):
        return False
    digits = len(_mantissa(said))
    return Decimal(f"{Decimal(code):.{digits - 1}E}") == Decimal(said)


def keeps_all_digits(damaged: str) -> bool:
    """Tell whether all digits that Excel keeps of a number are left.

    Examples
    --------
    >>> keeps_all_digits("911200007128061000"), keeps_all_digits("9.112E+17")
    (True, False)
    """
    said = compact(damaged).upper()
    return bool(WHOLE_NUMBER.fullmatch(said)) or len(_mantissa(said)) == _EXCEL_DIGITS


def _mantissa(said: str) -> str:
    return said.partition("E")[0].replace(".", "")
