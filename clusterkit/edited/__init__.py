"""Workbooks that the tool fills and people edit: what they changed stays, whatever is computed anew."""

from clusterkit.edited.book import EditedBook, open_book
from clusterkit.edited.merge import Merged, Note, merge
from clusterkit.edited.shape import Line, Rows, Sheet

__all__ = ["EditedBook", "Line", "Merged", "Note", "Rows", "Sheet", "merge", "open_book"]
