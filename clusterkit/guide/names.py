"""Words in the names of owners: what ends a company's name, marks a branch, or is no core of a name."""

from __future__ import annotations

from clusterkit.guide.entry import Entry, plain


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
    """

    company_endings: tuple[str, ...]
    branch_words: tuple[str, ...]
    legal_forms: tuple[str, ...]
    place_words: tuple[str, ...]
    separators: tuple[str, ...]
    closing_words: tuple[str, ...]
    not_core: tuple[str, ...]

    def is_company(self, name: str) -> bool:
        """Return whether ``name`` ends as a company's does (a bracket behind it does not matter).

        Examples
        --------
        >>> from clusterkit.guide import load_guide
        >>> names = load_guide("tianjin-2025-1").names
        >>> names.is_company("天津某某科技有限公司"), names.is_company("南开大学")
        (True, False)
        """
        return self._ends(name, self.company_endings)

    def is_branch(self, name: str) -> bool:
        """Return whether ``name`` ends as a branch's does."""
        return self._ends(name, self.branch_words)

    def _ends(self, name: str, endings: tuple[str, ...]) -> bool:
        said = plain(name)
        bare = said[: said.rindex("(")] if said.endswith(")") and "(" in said else said
        found = tuple(map(plain, endings))
        return said.endswith(found) or bare.endswith(found)
