"""From the parts to one HTML file: a notebook of outputs without code, exported by nbconvert with our template."""

from __future__ import annotations

from collections.abc import Iterable

import nbformat
from jinja2 import PackageLoader
from nbconvert.exporters import TemplateExporter

from clusterkit.report.page import FOLDER, stylesheet
from clusterkit.report.part import Part


def exported(parts: Iterable[Part], title: str) -> str:
    """Return the parts as one page.

    Parameters
    ----------
    title
        What the browser's tab says.
    """
    exporter = TemplateExporter(
        extra_loaders=[PackageLoader("clusterkit.report", FOLDER)], template_name="base",
        file_extension=".html", exclude_input=True,
    )  # fmt: skip
    page = {"title": title, "style": stylesheet()}
    text, _ = exporter.from_notebook_node(notebook(parts), resources={"page": page})
    return str(text)


def notebook(parts: Iterable[Part]) -> nbformat.NotebookNode:
    """Return a notebook with one cell a part: nothing to run, the content as its output.

    Examples
    --------
    >>> made = notebook([Part("summary", "一、概要", html="<p>…</p>")])
    >>> made.cells[0].id, made.cells[0].source, made.cells[0].outputs[0].data["text/html"]
    ('summary', '', '<p>…</p>')
    """
    v4 = nbformat.v4
    cells = [
        v4.new_code_cell(
            id=part.anchor, metadata=part.metadata, outputs=[v4.new_output("display_data", part.data)]
        )
        for part in parts
    ]
    made: nbformat.NotebookNode = v4.new_notebook(cells=cells)
    return made
