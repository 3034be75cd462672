"""What the record is made of: parts in their order, each one cell of a notebook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of the record.

    Parameters
    ----------
    anchor
        What links to it say; the cell's id, too.
    title
        Its heading; nothing for the title page.
    level
        1 for a chapter, 2 for what stands in one.
    html, svg
        Its content: markup, or a picture.
    group
        The heading that it stands under in the table of contents.
    short
        Its line in the table of contents, where that is not the title.
    """

    anchor: str
    title: str = ""
    level: int = 1
    html: str = ""
    svg: str = ""
    group: str = ""
    short: str = ""

    @property
    def metadata(self) -> dict[str, object]:
        """What the cell says of itself."""
        return {
            "anchor": self.anchor, "title": self.title, "level": self.level, "group": self.group,
            "short": self.short or self.title,
        }  # fmt: skip

    @property
    def data(self) -> dict[str, str]:
        """What the cell shows, by kind."""
        return {"image/svg+xml": self.svg} if self.svg else {"text/html": self.html}
