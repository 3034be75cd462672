"""Tables whose rows have owners: one settled row per received row and owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import NAMED
from clusterkit.matching.frames import Columns, taken
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import normalise, split_owners
from clusterkit.matching.owners import Named, Owner, Owners
from clusterkit.tables import Table

UNMATCHED_COUNT = frozenset({"leading_enterprises"})  # tables whose names count whoever they are


@dataclass
class NamedRows:
    """A received table with the owners that each row names, position by position."""

    table: Table
    columns: Columns
    rows: list[int] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    dropped: dict[int, str] = field(default_factory=dict)


def named_rows(columns: Columns, table: Table, knows: Callable[[str], bool], words: NameWords) -> NamedRows:
    """Read the owners of each row; a code belongs to the owner only where there is one."""
    found = NamedRows(table, columns)
    cells, codes = columns[table.owner or ""], columns[table.owner_code or ""]
    for row, (cell, code) in enumerate(zip(cells, codes, strict=True)):
        if table.several_owners:
            names, closing = split_owners(cell, knows, words)
            if closing:
                found.dropped[row] = closing
        else:
            names = [cell] if cell else []
        for named in _named(names, code):
            found.rows.append(row)
            found.named.append(named)
    return found


def _named(names: list[str], code: str | None) -> Iterator[Named]:
    if len(names) <= 1:
        printed = names[0].strip() if names else ""
        yield Named(printed, normalise(printed), good_code(code))
    else:
        yield from (Named(name, normalise(name)) for name in names)


def settled_rows(found: NamedRows, owners: Owners) -> Columns:
    """Return one row per received row and owner, with who that is.

    ``_identity`` is who the owner is, as far as can be said; ``_id`` the same where it is certain or decided
    (in a table whose names count whoever they are, always).
    """
    columns = taken(found.columns, found.rows)
    resolved = [owners[named] for named in found.named]
    identities = [_identity(owner, named) for owner, named in zip(resolved, found.named, strict=True)]
    counts_anyway = found.table.id in UNMATCHED_COUNT
    if counts_anyway:
        identities = _one_identity_per_name(found.named, owners, identities)
    columns["_identity"] = identities
    columns["_id"] = [
        identity if counts_anyway or _is_certain(owner) else None
        for owner, identity in zip(resolved, identities, strict=True)
    ]
    columns["_owner"] = [_state(found.table, owner) for owner in resolved]
    columns["_owner_name"] = [named.printed or None for named in found.named]
    columns["_owner_note"] = [owner.note for owner in resolved]
    columns[found.table.owner_code or ""] = [owner.code for owner in resolved]
    return columns


def _state(table: Table, owner: Owner) -> str:
    """Only where a row may have several owners can one of them be taken for an institution."""
    return "company" if owner.state == "assumed" and not table.several_owners else owner.state


def _is_certain(owner: Owner) -> bool:
    return owner.state in ("enterprise", "institution") or (owner.decided and owner.state == "company")


def _identity(owner: Owner, named: Named) -> str | None:
    if _is_certain(owner):
        return owner.id
    if named.code and not owner.verdict.clash:
        return named.code
    return NAMED + named.name if named.name else None


def _one_identity_per_name(
    named: list[Named], owners: Owners, identities: list[str | None]
) -> list[str | None]:
    """Let a name that the register lacks, and that has a code elsewhere in the same list, be that one."""
    codes: dict[str, set[str]] = {}
    for one, identity in zip(named, identities, strict=True):
        if (
            identity
            and identity == one.code
            and owners.is_stranger(one)
            and one.code not in owners.barred(one.name)
        ):
            codes.setdefault(one.name, set()).add(identity)
    return [
        next(iter(codes[one.name])) if _joins(one, owners) and len(codes.get(one.name, ())) == 1 else identity
        for one, identity in zip(named, identities, strict=True)
    ]


def _joins(one: Named, owners: Owners) -> bool:
    return bool(one.name) and one.code is None and owners.is_stranger(one)
