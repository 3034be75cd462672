"""Printer, keys: texts as things are compared by, the same on every engine.

The patterns are in the syntax that Python, Rust, RE2 and Java share. What they don't know (NFKC: full-width
letters) is brought to them normalised: settled tables carry keys made of normalised numbers.
"""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

NOT_IN_CODE = "[^0-9A-Z.一-鿿]"  # letters, digits and dots alone are compared
_SPACES = "[\\s\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000]"
_DASHES = "[‐‑‒–—―−－﹣]"
_DOTS = "[•‧∙⋅・･]"
_COLONS = "[：﹕]"
_BRACKET_AT_END = r"(?:\([^()（）]*\)|（[^()（）]*）|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕)$"
_YEAR_AT_END = "[-:](?:19|20)[0-9][0-9]$"
_SHORT_YEAR = "^GB.*[0-9]-[5-9][0-9]$"  # GB 1234-88: national standards of the last century


def text_key(text: Any) -> Any:
    """Return text in upper case without spaces, dashes and middle dots unified; nothing for a blank."""
    if not isinstance(text, nw.Expr):
        return text
    return _filled(_unified(text).str.replace_all(_DOTS, "·"))


def code_key(text: Any) -> Any:
    """Return letters, digits and dots alone; nothing where there are none."""
    if not isinstance(text, nw.Expr):
        return text
    return _filled(text.str.to_uppercase().str.replace_all(NOT_IN_CODE, ""))


def edition_key(text: Any) -> Any:
    """Return a standard's number without a closing bracket and without the year of its edition, as a code."""
    if not isinstance(text, nw.Expr):
        return text
    bare = _without_bracket(text)
    short = nw.when(_holds(bare, _SHORT_YEAR)).then(bare.str.replace_all("-[0-9][0-9]$", "")).otherwise(bare)
    return code_key(short.str.replace_all(_YEAR_AT_END, ""))


def edition_year(text: Any) -> Any:
    """Return the year of the edition that a standard's number ends in."""
    if not isinstance(text, nw.Expr):
        return None
    bare = _without_bracket(text)
    long = nw.when(_holds(bare, _YEAR_AT_END)).then(bare.str.slice(-4))
    short = nw.when(_holds(bare, _SHORT_YEAR)).then(nw.concat_str(nw.lit("19"), bare.str.slice(-2)))
    return nw.coalesce(long, short).cast(nw.Float64)


def _unified(text: nw.Expr) -> nw.Expr:
    return text.str.to_uppercase().str.replace_all(_SPACES, "").str.replace_all(_DASHES, "-")


def _without_bracket(text: nw.Expr) -> nw.Expr:
    return _unified(text).str.replace_all(_COLONS, ":").str.replace_all(_BRACKET_AT_END, "")


def _holds(text: nw.Expr, pattern: str) -> nw.Expr:
    return text.str.contains(pattern).fill_null(False)


def _filled(text: nw.Expr) -> nw.Expr:
    return nw.when(text.str.len_chars() > 0).then(text)
