"""Enterprises drawn by lot from those in scope: the same ones as long as the numbers are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from clusterkit.compute import Results
from clusterkit.compute.contribution import Contributions
from clusterkit.compute.demand import IN_SCOPE
from clusterkit.forms.cell_text import WRITERS
from clusterkit.forms.sign_off.fine import CENTRE, LEFT, WIDTH, part
from clusterkit.forms.sign_off.values import SignOffValues
from clusterkit.guide import Guide
from clusterkit.tables import Field, tables
from clusterkit.word.content import Block

_CHECKED = "相符□不符□"
_SHARES = {"text": 48, "uscc": 46, "district": 32, "amount": 19}  # of the width, by what a field holds
_WRITTEN = {"boolean": "yes_no", "amount": "plain", "number": "plain", "year": "plain"}


def drawn(values: SignOffValues) -> Iterator[Block]:
    """Yield the table of enterprises to be held against the papers."""
    rows = lots(values.guide, values.results, values.sheet.drawn)
    fields = [tables()["enterprises"].fields[name] for name in values.sheet.fields]
    said = [
        (str(number), *(_shown(field, row.get(field.id)) for field in fields), _CHECKED)
        for number, row in enumerate(rows, 1)
    ]
    yield from part(f"四、抽查的企业（由程序随机抽取{len(rows)}家，与原始凭证核对）", _columns(fields), said)


def lots(guide: Guide, results: Results, number: int) -> list[dict[str, Any]]:
    """Draw enterprises in scope.

    The lot of each is the digest of its identity behind a digest of all numbers and all identities: nobody chooses,
    and whoever has the same lists draws the same enterprises.
    """
    rows = {str(row["_id"]): row for row in _in_scope(guide, results)}
    numbers = [f"{key}={result.exact}" for key, result in results.items()]
    seed = _digest("\n".join([*numbers, *sorted(rows)]))
    return [rows[key] for key in sorted(rows, key=lambda key: _digest(seed + key))[:number]]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _in_scope(guide: Guide, results: Results) -> Iterator[dict[str, Any]]:
    part_ = next((found for one in results.values() if (found := _scope_of(one.reasons))), None)
    if part_ is not None:
        rules = len(guide.sequences[IN_SCOPE].rules)
        for position, status in enumerate(part_.status):
            if status < 0 or status >= rules:
                yield part_.records[position]


def _scope_of(reasons: Any) -> Contributions | None:
    return None if reasons is None else reasons.enterprises


def _columns(fields: list[Field]) -> tuple[tuple[str, float, str], ...]:
    shares = [("序号", 8, CENTRE), *((_header(one), _share(one), _style(one)) for one in fields)]
    shares.append(("核对结果", 26, CENTRE))
    whole = sum(share for _, share, _ in shares)
    return tuple((word, share * WIDTH / whole, style) for word, share, style in shares)


def _share(field: Field) -> int:
    return _SHARES.get(field.type, 15)


def _style(field: Field) -> str:
    return LEFT if field.type == "text" else CENTRE


def _header(field: Field) -> str:
    return f"{field.header}（{field.unit}）" if field.unit else field.header


def _shown(field: Field, value: Any) -> str:
    if value is None or bool(pd.isna(value)):
        return "缺"
    return WRITERS[_WRITTEN.get(field.type, "text")](value, Decimal(1))
