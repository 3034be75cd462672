"""测算说明.docx: of each number how it is made, from what, and what is still open."""

from clusterkit.forms.calculation_note.document import calculation_note
from clusterkit.forms.calculation_note.values import NoteValues

__all__ = ["NoteValues", "calculation_note"]
