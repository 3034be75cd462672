"""Where an answer is kept: a file of the workspace and the key in it."""

from __future__ import annotations

from dataclasses import dataclass

from clusterkit.questions.list_lines import shown

DECISIONS, MAPPING, SETTINGS = "decisions.csv", "mapping.toml", "cluster.toml"


@dataclass(frozen=True, slots=True)
class ListSpot:
    """A list as ``mapping.toml`` names it: the file, the sheet (empty: the only one), the table it is."""

    file: str
    sheet: str
    table: str


@dataclass(frozen=True, slots=True)
class Keep:
    """The place of one answer.

    Parameters
    ----------
    file
        ``decisions.csv``, ``mapping.toml`` or ``cluster.toml``.
    path
        The kind of decision and its key (``("match", "天津甲公司")``), or the keys of the TOML table that lead to
        the value (``("values", "level", "卓越级")``).
    list
        The ``[[source]]`` of ``mapping.toml`` that it belongs to; None: the whole file.
    name
        Whom a decision is about, as printed.

    Examples
    --------
    >>> str(Keep(DECISIONS, ("match", "天津甲公司")))
    'decisions.csv#match:天津甲公司'
    >>> str(Keep(MAPPING, ("units", "revenue"), ListSpot("名单.xlsx", "Sheet1", "enterprises")))
    'mapping.toml#source[名单.xlsx:Sheet1].units.revenue'
    """

    file: str
    path: tuple[str, ...]
    list: ListSpot | None = None
    name: str = ""

    def __str__(self) -> str:
        if self.file == DECISIONS:
            return f"{self.file}#{':'.join(self.path)}"
        if self.path[0] == "priority":
            return f"{self.file}#source[{'、'.join(self.path[2:])}].priority"
        keys = [*self._source(), shown(self.path)]
        return f"{self.file}#{'.'.join(keys)}"

    def _source(self) -> tuple[str, ...]:
        if self.list is None:
            return ()
        spot = ":".join(part for part in (self.list.file, self.list.sheet) if part)
        return (f"source[{spot}]",)
