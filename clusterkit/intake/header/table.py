"""Which table a header belongs to: by its columns, with the words of file, sheet and title to help."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from clusterkit.intake.header.found import Header
from clusterkit.intake.header.names import named, weight
from clusterkit.intake.vocabulary import ListWords, vocabulary
from clusterkit.tables import Table, tables

_HINT = 2.5  # what the words of a file are worth, beside 1 to 2.5 a column
_TOLD = 1.0  # what a column is worth that its values tell
_CLOSE = 0.3  # two tables nearer than this are not told apart


@dataclass(frozen=True)
class Hint:
    """What the words of a sheet's name, a title or the file's name say, and where they stand."""

    words: ListWords
    text: str


@dataclass(frozen=True)
class TableFound:
    """The table a header belongs to; several ``choices`` where it cannot be told, none where nothing fits."""

    choices: tuple[Table, ...]
    hint: Hint | None = None

    @property
    def table(self) -> Table | None:
        """The one table, if there is one."""
        return self.choices[0] if len(self.choices) == 1 else None


def find_hint(texts: Sequence[str]) -> Hint | None:
    """Return what the first of the texts (sheet name, titles, file name) that says anything says.

    A text that leaves open which of some kinds it is gives way to a later one that tells one of these: what the file's
    name says of another kind is not what the sheet's name says.

    Examples
    --------
    >>> find_hint(["Sheet1", "", "国家级专精特新小巨人名单.xlsx"]).words.kind
    'little_giants'
    >>> find_hint(["制造业单项冠军", "专精特新与单项冠军名单.xlsx"]).words.asked
    ('national_champions', 'municipal_champions')
    """
    hints = [hint for text in texts if (hint := _hint_of(text))]
    if not hints:
        return None
    return next((hint for hint in hints if hint.words.kind in hints[0].words.asked), hints[0])


def _hint_of(text: str) -> Hint | None:
    return next((Hint(words, text) for words in vocabulary().lists if words.fits(text)), None)


def find_table(
    header: Header, hint: Hint | None, told: Mapping[str, Collection[str]] | None = None
) -> TableFound:
    """Return the table that the header's columns speak for; ``told`` are the fields, by table, that values tell."""
    scores = {
        table.id: _score(header, table, hint, (told or {}).get(table.id, ())) for table in tables().values()
    }
    best = max(scores.values())
    if best <= 0:
        return TableFound((), hint)
    close = [tables()[table_id] for table_id, score in scores.items() if best - score < _CLOSE and score > 0]
    return TableFound(tuple(close), hint)


def fields_of(header: Header, table: Table) -> dict[str, float]:
    """Return the fields of a table that the header names, each with the weight of its best column."""
    found: dict[str, float] = {}
    for label in header.labels:
        hit = named(table.id, label) if label is not None else None
        if hit is not None and label is not None:
            found[hit.field] = max(found.get(hit.field, 0.0), weight(table, label))
    return found


def _score(header: Header, table: Table, hint: Hint | None, told: Collection[str]) -> float:
    found = dict.fromkeys(told, _TOLD) | fields_of(header, table)
    hinted = hint is not None and hint.words.table == table.id
    if table.subject not in found or (len(found) < 2 and not hinted):
        return 0.0
    return sum(found.values()) + (_HINT if hinted else 0.0)
