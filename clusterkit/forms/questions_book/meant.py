"""Which option an answer means: typed by hand, or changed on the way through other programs."""

from __future__ import annotations

import re
import unicodedata

from clusterkit.forms.questions_book.asked import option_labels
from clusterkit.questions import Option, Question

_QUOTES = str.maketrans(dict.fromkeys("“”„‟‘’「」『』\"'"))


def plain(text: str) -> str:
    """Return a text without what changes on its way: blanks, widths of signs, quotation marks, a full stop.

    Examples
    --------
    >>> plain("都 相关，计入。") == plain("都相关,计入")
    True
    """
    narrow = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return re.sub(r"\s+", "", narrow).rstrip("。.;").casefold()


def option_meant(question: Question, answer: str) -> Option | None:
    """Return the option that ``answer`` gives by its label or its value; None where it gives none, or several."""
    labels = option_labels(question)
    exact = [one for one in question.options if answer.strip() in (one.value, labels[one.value], one.label)]
    near = [one for one in question.options if plain(answer) in (plain(labels[one.value]), plain(one.value))]
    found = exact or near
    return found[0] if len(found) == 1 else None
