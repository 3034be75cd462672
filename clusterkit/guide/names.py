"""Words in the names of owners: what ends a company's name, marks a branch, or is no core of a name."""

from __future__ import annotations

from clusterkit.guide.entry import Entry


class Names(Entry):
    """The words that matching takes names apart with.

    Parameters
    ----------
    company_endings
        A name that ends so is a company (公司, 厂, 合伙企业 …).
    branch_words
        A name that ends so is a part of another legal person (分公司, 办事处 …).
    legal_forms
        What the core of a name is without (有限公司, 股份有限公司 …), longest first in use.
    place_words
        Places that the core of a name is without.
    separators
        What stands between several owners in one cell.
    closing_words
        What may stand behind the last of several owners (等).
    not_core
        What is left of a name and still is no core (大学): then the whole name is its core.
    elsewhere
        Those of the place words that name another city or province (北京).
    """

    company_endings: tuple[str, ...]
    branch_words: tuple[str, ...]
    legal_forms: tuple[str, ...]
    place_words: tuple[str, ...]
    separators: tuple[str, ...]
    closing_words: tuple[str, ...]
    not_core: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
