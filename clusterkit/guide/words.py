"""Word lists: the canonical words of a guide, their everyday spellings, and the sets that rules ask for."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from pydantic import Field, model_validator

from clusterkit.guide.entry import Entry, plain


class WordList(Entry):
    """One list of words, for example the levels of a recognition.

    ``words`` maps the canonical word to its other spellings; ``sets`` names groups of canonical words (one
    whose name ends in ``_prefixes`` holds what codes begin with instead).
    An ``open`` list allows words it does not know: they stay as they were written.

    Examples
    --------
    >>> words = {"市级": ["天津市级"], "国家级": ["国家"]}
    >>> level = WordList(title="级别", source="例", words=words, sets={"municipal": ["市级"]})
    >>> level.read(" 天津市 级"), level.read("公示")
    ('市级', None)
    >>> level.has("municipal", "市级")
    True
    """

    title: str
    words: dict[str, tuple[str, ...]]
    sets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    open: bool = False
    remark: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> WordList:
        for name, members in self.sets.items():
            for word in members:
                if word not in self.words and not name.endswith("_prefixes"):
                    raise ValueError(f"集合 {name} 中的“{word}”不在词表里")
        _ = self.spellings
        return self

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Return every spelling, as compared, with its canonical word."""
        known: dict[str, str] = {}
        for word, others in self.words.items():
            for spelling in (word, *others):
                if known.setdefault(plain(spelling), word) != word:
                    raise ValueError(f"“{spelling}”同时属于“{known[plain(spelling)]}”和“{word}”")
        return known

    def read(self, text: object) -> str | None:
        """Return the canonical word for what a cell says, or None where the list does not know it.

        Of an open list an unknown word comes back as written (NFKC, without spaces); nothing gives None.
        """
        if text is None:
            return None
        said = str(text)
        word = self.spellings.get(plain(said))
        if word is None and self.open:
            return "".join(unicodedata.normalize("NFKC", said).split()) or None
        return word

    def has(self, name: str, word: str | None) -> bool:
        """Return whether the canonical ``word`` belongs to the set ``name``."""
        return word in self.sets[name]

    def shown(self, word: str) -> str:
        """Return a canonical word as people read it: one that is an id by its first Chinese spelling.

        Examples
        --------
        >>> WordList(title="名单", source="例", words={"little_giants": ["小巨人"]}).shown("little_giants")
        '小巨人'
        """
        spellings = (word, *self.words.get(word, ()))
        return next((spelling for spelling in spellings if not spelling.isascii()), word)
