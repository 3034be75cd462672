"""字数 as Microsoft Word counts it: what the guide's limits are measured with."""

from __future__ import annotations

import re

# One each: Chinese characters and marks, kana, full-width forms, and the general marks (— … “ ” ·) that Word
# takes for Chinese. Anything else between them, a number or a Latin word with its inner . , % - /, is one.
_WIDE = (
    "\u00b7\u00d7\u00f7\u00b0\u00b1\u2010-\u205e\u2103\u2116\u2160-\u217f\u2190-\u22ff\u2460-\u24ff\u2500-\u27bf"
    "\u2e80-\ua4cf\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")


def count_words(text: str) -> int:
    """Return the 字数 of ``text``.

    Parameters
    ----------
    text
        Plain text; white space counts nothing.

    Examples
    --------
    >>> count_words("2024年产值186.40亿元，占21.3%。")
    11
    """
    return len(_WORD.findall(text.replace("\u3000", " ")))
