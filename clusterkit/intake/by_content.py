"""What the values of columns add to their headers: they tell a field, confirm a header, or contradict it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clusterkit.findings import Finding, finding
from clusterkit.intake.columns import Assigned, Column, List
from clusterkit.intake.contents import Seen, names
from clusterkit.intake.demand import fields_read
from clusterkit.intake.header.label import Label
from clusterkit.intake.header.near import nearest
from clusterkit.intake.header.unnamed import is_unnamed
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import Field, content_of

# Types of fields whose values do not lower the confidence: words and places are asked one by one, texts may be anything.
_FREE = {"word", "district", "text", "names"}


def judge(one: List, result: Assigned) -> None:
    """Look at the values of all columns that no person spoke about, and take or leave columns accordingly."""
    confirmed = {column.field.id for column in result.taken if column.how == "mapping"}
    doubted = [pair for pair in _contradicted(one, result) if pair[0].field.id not in confirmed]
    for column, _ in doubted:
        result.taken.remove(column)
        result.left[column.at] = f"contradicted:{column.field.id}"
    for column, seen in doubted:
        result.findings.append(_instead(one, result, column, seen))
    _take_subject(one, result)
    _take_unknown(one, result)
    result.taken = [replace(column, confidence=_confidence(one, column)) for column in result.taken]
    result.findings += _uncertain(one, result)


def _contradicted(one: List, result: Assigned) -> list[tuple[Column, Seen]]:
    """Return the columns that hold another kind of values than their header says."""
    found = []
    for column in result.taken:
        if column.how in {"mapping", "content"}:
            continue
        seen = one.contents.seen(one.sample(column.at))
        if seen is not None and _speaks_against(one, column, seen):
            found.append((column, seen))
    return found


def _speaks_against(one: List, column: Column, seen: Seen) -> bool:
    own = content_of(column.field)
    if seen.content.id == "word" and column.how == "header":
        return False  # words are asked one by one; a header that says what it is stands
    if column.field in seen.fields or seen.content.unnamed or (own and own.id in seen.content.under):
        return False
    share = one.contents.share(one.sample(column.at), column.field)
    return seen.content.certain if share is None else share <= vocabulary().confidence.foreign


def _instead(one: List, result: Assigned, column: Column, seen: Seen) -> Finding:
    """Take a column as what its values are, where that is one field that no other column gives."""
    free = _free(result, seen.fields)
    if len(free) == 1:
        _take(result, column.at, column.label, free[0])
        if seen.content.id == "word" and column.how != "header":  # 类别 may be the class of many things
            return _told(
                one, _Guess(column.at, column.label, (), seen.evidence, "content", sure=True), free[0]
            )
    done = f"按“{free[0].header}”读" if len(free) == 1 else "没有读"
    return finding(
        "column_contradicted", replace(one.place, column=column.header),
        id=column.field.id, field=column.field.header, says=seen.says, evidence=seen.evidence, done=done,
        ids="、".join(dict.fromkeys([field.id for field in free] + [column.field.id])),
        suggested=free[0].id if len(free) == 1 else "",
    )  # fmt: skip


def _take_subject(one: List, result: Assigned) -> None:
    """Take a text column for what rows are called by, where none is: 工厂名称 above the names of enterprises."""
    subject = one.table.fields[one.table.subject]
    texts = (column for column in result.taken if column.field.type == "text" and column.how != "mapping")
    such = [
        _Guess(column.at, column.label, (subject,), seen.evidence, "content", sure=True)
        for column in texts
        if content_of(column.field) is None
        and (seen := one.contents.seen(one.sample(column.at)))
        and subject in seen.fields
    ]
    if len(such) == 1 and _free(result, [subject]):
        result.taken = [column for column in result.taken if column.at != such[0].at]
        _take(result, such[0].at, such[0].label, subject)
        result.findings.append(_told(one, such[0], subject))


def _free(result: Assigned, fields: Sequence[Field]) -> list[Field]:
    """Return the fields that no column gives yet, nor two rivals claim."""
    have = {column.field.id for column in result.taken}
    have |= {why.partition(":")[2] for why in result.left.values() if why.startswith("rival:")}
    return [field for field in fields if field.id not in have]


def _take(result: Assigned, at: int, label: Label, field: Field, how: str = "content") -> None:
    result.left.pop(at, None)
    result.taken.append(Column(at, label, field, how))


@dataclass(frozen=True)
class _Guess:
    """A column whose header names nothing, and the fields that its values or its spelling speak for."""

    at: int
    label: Label
    fields: tuple[Field, ...]
    evidence: str
    how: str
    sure: bool


def _take_unknown(one: List, result: Assigned) -> None:
    """Take the columns whose values tell their field; ask about those that only look like one."""
    guesses = [guess for at, label in _unknown(one, result) if (guess := _guess(one, result, at, label))]
    wanted = [field.id for guess in guesses for field in guess.fields]
    for guess in guesses:
        free = _free(result, guess.fields)
        if guess.sure and len(free) == 1 and wanted.count(free[0].id) == 1:
            _take(result, guess.at, guess.label, free[0], guess.how)
            result.findings.append(_told(one, guess, free[0]))
        elif free and fields_read(one.contents.guide, one.table.id).intersection(field.id for field in free):
            result.left[guess.at] = f"{guess.how}:{free[0].id}"
            result.findings.append(_asked(one, guess, free))


def _unknown(one: List, result: Assigned) -> Iterator[tuple[int, Label]]:
    for at, label in enumerate(one.header.labels):
        if label is not None and result.left.get(at) == "unknown":
            yield at, label


def _guess(one: List, result: Assigned, at: int, label: Label) -> _Guess | None:
    few, near = one.sample(at), nearest(one.table.id, label)
    seen, unnamed = one.contents.seen(few), is_unnamed(label)
    fields = _free(result, seen.fields) if seen else []
    if seen and near in {field.id for field in fields}:
        return _Guess(at, label, (one.table.fields[near or ""],), seen.evidence, "near", sure=True)
    if seen and fields and (unnamed or not seen.content.unnamed):
        own = one.table.subject == fields[0].id and not _is_third_party(label)
        sure = unnamed or own or (seen.content.certain and not label.altered[0])
        return _Guess(at, label, tuple(fields), seen.evidence, "content", sure)
    if near and seen is None and (free := _free(result, [one.table.fields[near]])):
        share = one.contents.share(few, free[0])
        if share is None or share > vocabulary().confidence.foreign:
            said = f"与“{free[0].header}”的常见写法只差一两个字"
            return _Guess(at, label, tuple(free), said, "near", sure=False)
    return None


def _is_third_party(label: Label) -> bool:
    """Return whether a header says that its column names others than the list is about: 第三方评价机构."""
    return any(word in label.text for word in vocabulary().header.third_parties)


def _told(one: List, guess: _Guess, field: Field) -> Finding:
    code = "column_by_content" if guess.how == "content" else "column_near"
    place = replace(one.place, column=guess.label.text)
    return finding(code, place, id=field.id, field=field.header, evidence=guess.evidence)


def _asked(one: List, guess: _Guess, free: Sequence[Field]) -> Finding:
    place = replace(one.place, column=guess.label.text)
    said = "没有列名" if is_unnamed(guess.label) else "的列名不认识"
    return finding(
        "column_looks_like", place, said=said, id=free[0].id, fields=names(free), evidence=guess.evidence,
        ids="、".join(field.id for field in free), suggested=free[0].id if len(free) == 1 else "",
    )  # fmt: skip


def _confidence(one: List, column: Column) -> float:
    """Return how sure a column is: by its header, less where few of its values can be the field's."""
    known = vocabulary().confidence
    sure = known.how[column.how]
    if column.how == "mapping" or column.field.type in _FREE:
        return sure
    share = one.contents.share(one.sample(column.at), column.field)
    content = content_of(column.field)
    enough = content.share if content else known.ask
    return sure if share is None or share >= enough else sure * (1 + share / enough) / 2


def _uncertain(one: List, result: Assigned) -> Iterator[Finding]:
    asked = {found.place.column for found in result.findings if found.code == "column_contradicted"}
    for column in result.taken:
        if column.confidence < vocabulary().confidence.ask and column.header not in asked:
            yield finding(
                "column_uncertain", replace(one.place, column=column.header), id=column.field.id,
                field=column.field.header, sure=f"{column.confidence:.0%}", ids=column.field.id, suggested=column.field.id,
            )  # fmt: skip
