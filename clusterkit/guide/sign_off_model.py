"""The sheet that the officials who answer for the numbers sign: what it asks, of whom, and what it draws."""

from __future__ import annotations

from pydantic import Field, field_validator

from clusterkit.guide.entry import Entry
from clusterkit.tables import tables


class SignOff(Entry):
    """核查单: the words and choices of the sign-off sheet.

    Parameters
    ----------
    title, statement
        Above the table, and what those who sign declare.
    drawn
        How many enterprises are drawn by lot, to be held against the papers.
    fields
        What is shown of each, by the fields of the register of enterprises.
    published
        What the subject of a reference begins with that says what was published the year before.
    signers
        Who signs.
    """

    title: str
    statement: str
    drawn: int = Field(gt=0)
    fields: tuple[str, ...]
    published: str
    signers: tuple[str, ...]

    @field_validator("fields")
    @classmethod
    def _known(cls, fields: tuple[str, ...]) -> tuple[str, ...]:
        known = tables()["enterprises"].fields
        for name in fields:
            if name not in known:
                raise ValueError(f"企业名录中没有叫“{name}”的字段")
        return fields
