"""A scope: which year, industries and places count, and what was decided by hand."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.guide.gbt4754 import industry
from clusterkit.notebook.guides import guide_with
from clusterkit.notebook.page import filled
from clusterkit.scope import Scope


def html(scope: Scope) -> Markup:
    """Return the card."""
    return filled("scope", scope=scope, industries=named_industries(scope), choices=named_choices(scope))


def named_choices(scope: Scope) -> list[tuple[str, str]]:
    """Return the choices taken where the guide is ambiguous, in the guide's words where a guide knows them."""
    guide = guide_with(choices=scope.interpretation)
    if guide is None:
        return list(scope.interpretation.items())
    places = guide.interpretations
    return [(places[key].title, places[key].label(value)) for key, value in scope.interpretation.items()]


def named_industries(scope: Scope) -> list[tuple[str, str]]:
    """Return the codes with the names that GB/T 4754—2017 gives them; ``""`` for one that it does not know."""
    known = ((code, industry(code)) for code in scope.industries)
    return [(code, entry.name if entry else "") for code, entry in known]


def text(scope: Scope) -> str:
    """Return the scope in a few lines."""
    industries = "、".join(f"{code}{name}" for code, name in named_industries(scope)) or "不限"
    places = "、".join(scope.districts) or "不限"
    return f"上年度：{scope.reference_year}，基准日 {scope.on}\n主导产业：{industries}\n实施范围：{places}"
