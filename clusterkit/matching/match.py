"""``ck.match``: who the names of one list are in another, certain ones first, then the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw
import pandas as pd

from clusterkit.errors import ClusterkitError
from clusterkit.guide import Guide, load_guide
from clusterkit.matching.beside import Beside
from clusterkit.matching.candidates import Suggester
from clusterkit.matching.codes import good_code
from clusterkit.matching.evidence import Record, Weigher
from clusterkit.matching.identity import identify
from clusterkit.matching.name_words import name_words
from clusterkit.matching.names import normalise
from clusterkit.matching.parties import Register, register_of
from clusterkit.matching.register import parties_of
from clusterkit.matching.verdict import Option, Verdict, look_up
from clusterkit.matching.weighed import record_of

GUIDE = "tianjin-2025-1"
_FIELDS = ("name", "uscc", "former_names", "district", "status")
_RESULT = ("query", "rank", "name", "uscc", "how", "score")


def match(names: Any, register: Any, k: int = 1, *, guide: Guide | None = None) -> Any:
    """Match names against a register.

    Parameters
    ----------
    names, register
        Frames that Narwhals knows, with ``name`` (and ``uscc``, ``former_names``, ``district``, ``status``
        where known), or lists of names.
    k
        How many rows a name has at most.
    guide
        The guide whose words of names are used; Tianjin's of 2025 if not given.

    Returns
    -------
    DataFrame
        A frame of the kind of ``names`` (pandas for lists): ``query`` as given, ``rank`` from 1, ``name`` and
        ``uscc`` as the register has them, ``how`` (``uscc``, ``name``, ``former_name``, ``suggested``,
        ``none``) and ``score`` from 0 to 100. Only ``suggested`` needs a person: at most 80 points by its
        name, the rest by district and code (as written, good or not) where both sides have them.

    Raises
    ------
    ClusterkitError
        If a frame has no column ``name``, or something is neither a frame nor a list.

    Examples
    --------
    >>> match(["天津甲乙科技公司"], ["天津甲乙科技有限公司", "天津丙有限公司"])[["name", "how"]].values.tolist()
    [['天津甲乙科技有限公司', 'suggested']]
    """
    guide = guide or load_guide(GUIDE)
    queries, known = _columns(names, guide), _columns(register, guide)
    dissolved = guide.words["status"].sets["dissolved"]
    words = name_words(guide)
    parties = register_of(parties_of(known, identify(known, None, dissolved, {}), words, institution=False))
    asked = [
        _Asked(normalise(name), normalise(code), district)
        for name, code, district in zip(queries["name"], queries["uscc"], queries["district"], strict=True)
    ]
    answers = _answers(list(dict.fromkeys(asked)), parties, Weigher.of(guide), k)
    rows = [
        row for query, one in zip(queries["name"], asked, strict=True) for row in _rows(query, answers[one])
    ]
    return _like(names, rows)


class _Asked(NamedTuple):
    """A name that is asked about, and what stands beside it."""

    name: str
    code: str
    district: str | None


def _answers(
    asked: Sequence[_Asked], register: Register, weigher: Weigher, k: int
) -> dict[_Asked, list[tuple[Any, ...]]]:
    """Return up to ``k`` answers for each: rank, name, uscc, how, score."""
    verdicts = [look_up(register, one.name, good_code(one.code)) for one in asked]
    unsure = [
        at for at, verdict in enumerate(verdicts) if asked[at].name and (verdict.party is None or k > 1)
    ]
    beside = Beside([asked[at].district for at in unsure], [asked[at].code for at in unsure], weigher.within)
    near = Suggester(register, weigher.words).suggest([asked[at].name for at in unsure], k + 1, beside)
    options = dict(zip(unsure, near, strict=True))
    return {
        one: _ranked(verdict, [*_clashing(verdict, one, weigher), *options.get(at, ())], k)
        for at, (one, verdict) in enumerate(zip(asked, verdicts, strict=True))
    }


def _clashing(verdict: Verdict, one: _Asked, weigher: Weigher) -> Iterator[Option]:
    """Yield those that name and code speak for, with what speaks against them weighed."""
    for option in verdict.options:
        evidence = weigher.weigh(Record(one.name, one.code, one.district), record_of(option.party))
        yield replace(option, score=evidence.score)


def _ranked(verdict: Verdict, options: Sequence[Option], k: int) -> list[tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    if verdict.party:
        found[verdict.party.id] = (verdict.party.name, verdict.party.code, verdict.how, 100.0)
    for option in options:
        found.setdefault(option.party.id, (option.party.name, option.party.code, "suggested", option.score))
    answers = list(found.values())[:k] or [(None, None, "none", 0.0)]
    return [(rank, *answer) for rank, answer in enumerate(answers, 1)]


def _rows(query: Any, answers: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(query, *answer) for answer in answers]


def _columns(given: Any, guide: Guide) -> dict[str, list[Any]]:
    if isinstance(given, str):
        given = [given]
    try:
        frame = nw.from_native(given)
    except TypeError:
        if not isinstance(given, Iterable):
            raise ClusterkitError(f"“{given}”不是名称的清单；请给一列名称，或带 name 一列的表。") from None
        columns: dict[str, list[Any]] = {"name": [None if value is None else str(value) for value in given]}
    else:
        frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
        if "name" not in frame.columns:
            raise ClusterkitError(
                f"名单里没有 name（企业名称）一列，有的是：{'、'.join(frame.columns)}。请把名称一列改名为 name。"
            )
        present = [name for name in _FIELDS if name in frame.columns]
        columns = {name: _plain(frame[name].to_list()) for name in present}
    size = len(columns["name"])
    filled: dict[str, list[Any]] = {name: columns.get(name, [None] * size) for name in _FIELDS}
    filled["uscc"] = [None if code is None else str(code) for code in filled["uscc"]]
    districts = {said: guide.places.read(said).district or said for said in set(filled["district"]) if said}
    filled["district"] = [districts.get(said) for said in filled["district"]]
    return {**filled, "_row": list(range(size)), "_priority": [0] * size}


def _plain(values: list[Any]) -> list[Any]:
    """Return values with every kind of blank as ``None``."""
    return [None if value is None or value is pd.NA or value != value else value for value in values]


def _like(names: Any, rows: list[tuple[Any, ...]]) -> Any:
    """Return the rows as a frame of the kind that the names came in."""
    columns = {name: [row[at] for row in rows] for at, name in enumerate(_RESULT)}
    try:
        backend = nw.get_native_namespace(names)
    except TypeError:
        backend = pd
    schema = {name: nw.String() for name in _RESULT} | {"rank": nw.Int64(), "score": nw.Float64()}
    return nw.from_dict(columns, schema, backend=_eager(backend)).to_native()


def _eager(namespace: Any) -> Any:
    """DuckDB, Spark and the like answer in pandas."""
    return namespace if getattr(namespace, "__name__", "") in ("pandas", "polars", "pyarrow") else pd
