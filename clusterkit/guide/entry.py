"""What every entry of a guide shares: it is closed, frozen, and says where in the guide it stands."""

from __future__ import annotations

import unicodedata

from pydantic import BaseModel, ConfigDict

QUOTES = str.maketrans("", "", "“”‘’「」『』\"'")


class Part(BaseModel):
    """A piece of guide data: unknown keys are faults, values don't change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Part):
    """A piece of guide data with the place it comes from, for example ``附件6—1 指标说明 7``."""

    source: str


def plain(text: str) -> str:
    """Return ``text`` as words are compared: NFKC, lower case, no spaces, invisible characters or quotes.

    Examples
    --------
    >>> plain("专精特新“小巨人”　企业（Ａ）")
    '专精特新小巨人企业(a)'
    """
    kept = (
        char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) not in {"Cc", "Cf"}
    )
    return "".join("".join(kept).split()).translate(QUOTES).casefold()
