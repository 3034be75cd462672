"""The workbook as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import xlsxwriter

from clusterkit.compute import Results
from clusterkit.forms.workbook.evidence import sections
from clusterkit.forms.workbook.look import Look
from clusterkit.forms.workbook.notes import write_meanings, write_notes
from clusterkit.forms.workbook.page import Page
from clusterkit.forms.workbook.sections import MEANINGS, NOTES, SUMMARY
from clusterkit.forms.workbook.summary import rows
from clusterkit.forms.workbook.write_evidence import write_evidence
from clusterkit.forms.workbook.write_summary import write_summary
from clusterkit.guide import Guide

_MOMENT = datetime(2025, 1, 1)  # a book is the same bytes on every run
_OPTIONS = {  # what a list says is text, whatever it looks like
    "in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
}  # fmt: skip


def evidence_workbook(
    results: Results, guide: Guide, *, about: Mapping[str, str] | None = None, unfinished: bool = False
) -> bytes:
    """Return 指标测算底稿.xlsx: the same bytes for the same results.

    Parameters
    ----------
    results
        What `clusterkit.compute.evaluate` gave.
    guide
        The guide they were computed by.
    about
        What 说明 says of the cluster, in order (集群名称 …); the first stands on printed pages.
    unfinished
        Whether the workbook is marked as not final.
    """
    about = about or {}
    evidence = sections(guide, results)
    summary = rows(guide, results, evidence)
    page = Page(next(iter(about.values()), guide.title), unfinished)
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"title": "指标测算底稿", "author": "clusterkit", "created": _MOMENT})
        look = Look(book)
        write_summary(book.add_worksheet(SUMMARY), summary, look, page)
        write_notes(book.add_worksheet(NOTES), guide, results, about, look, page)
        write_meanings(book.add_worksheet(MEANINGS), summary, look, page)
        for part in evidence:
            write_evidence(book.add_worksheet(part.name), part, look, page)
    return stream.getvalue()
