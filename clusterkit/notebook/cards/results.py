"""All results as the form prints them, group by group."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.result import STATUS, Result, Results
from clusterkit.compute.span import span
from clusterkit.notebook.page import filled


def html(results: Results) -> Markup:
    """Return the card."""
    counts = {name: sum(one.status == name for one in results.values()) for name in STATUS}
    said = [f"{number} 项{STATUS[name]}" for name, number in counts.items() if number]
    return filled("results", groups=groups(results), size=len(results), said="，".join(said), status=STATUS)


def groups(results: Results) -> list[tuple[str, list[tuple[Result, object]]]]:
    """Return the results with their spans by the group they are printed in."""
    found: dict[str, list[tuple[Result, object]]] = {}
    for result in results.values():
        name = result.indicator.guide.groups[result.indicator.group].name
        found.setdefault(name, []).append((result, span(result)))
    return list(found.items())


def text(results: Results) -> str:
    """Return a line a result."""
    lines = []
    for name, rows in groups(results):
        lines += [name, *(f"  {one.name}：{_value(one)}" for one, _ in rows)]
    return "\n".join(lines)


def _value(result: Result) -> str:
    lacking = f"（缺 {result.rows_missing}）" if result.rows_missing else ""
    return f"{result.display} {result.unit}{lacking}" if result.display else STATUS["missing"]
