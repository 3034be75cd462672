"""What rules may ask besides the row: the scope, the choices, the guide's word sets."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from clusterkit.guide import Guide
from clusterkit.guide.gbt4754 import scope_codes, wider_codes
from clusterkit.scope import Scope


def parameters(guide: Guide, scope: Scope) -> dict[str, Any]:
    """Return the values of the dotted names (``scope.districts``, ``choice.patents``, ``level.national``)."""
    industries = sorted({code for text in scope.industries for code in scope_codes(text)})
    return {
        "scope.reference_year": scope.reference_year,
        "scope.on": datetime.combine(scope.on, time()),
        "scope.on_year": scope.on.year,
        "scope.industries": tuple(industries),
        "scope.wider_industries": wider_codes(industries),
        "scope.all_industries": not scope.industries,
        "scope.districts": tuple(sorted(guide.places.expand(scope.districts))),
        "scope.all_districts": not scope.districts,
        "included": False,
        "excluded": False,
        **choices(guide, scope),
        **{
            f"{key}.{name}": words for key, entry in guide.words.items() for name, words in entry.sets.items()
        },
    }


def choices(guide: Guide, scope: Scope) -> dict[str, str]:
    """Return the choice taken at every ambiguous place: the scope's, else the guide's default."""
    return {
        f"choice.{key}": scope.interpretation.get(key, entry.default)
        for key, entry in guide.interpretations.items()
    }
