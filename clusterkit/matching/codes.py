"""统一社会信用代码: when a code is good, and what Excel makes of one that it takes for a number."""

from __future__ import annotations

import re
from functools import lru_cache

from stdnum.cn import uscc

from clusterkit.intake.cells.codes import WHOLE_NUMBER, may_have_been
from clusterkit.matching.names import normalise

LENGTH = 18
_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_SCIENTIFIC = re.compile(r"(\d(?:\.\d+)?)E\+?(\d+)")


@lru_cache(maxsize=1 << 17)
def good_code(text: str | None) -> str | None:
    """Return the code if its length, characters and check character are right, else ``None``.

    Spaces, case and full-width characters do not matter (GB 32100-2015).

    Examples
    --------
    >>> good_code(" 91120000238994906g ")
    '91120000238994906G'
    >>> good_code("911200002389949061") is None
    True
    """
    if not text:
        return None
    code = normalise(text)
    if len(code) != LENGTH or not _ALPHABET.issuperset(code):
        return None
    return code if uscc.calc_check_digit(code) == code[-1] else None


def looks_damaged(text: str) -> bool:
    """Tell whether this is what Excel leaves of a code that has digits only.

    Examples
    --------
    >>> looks_damaged("9.11201E+17"), looks_damaged("911200007128061000"), looks_damaged("91120000238994906G")
    (True, True, False)
    """
    compact = normalise(text)
    if good_code(compact):
        return False
    return bool(_SCIENTIFIC.fullmatch(compact) or WHOLE_NUMBER.fullmatch(compact))


__all__ = ["LENGTH", "good_code", "looks_damaged", "may_have_been"]
