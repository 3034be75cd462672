"""What hides text in a Word table: content controls, and changes that nobody accepted."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_MARK = f'{nsdecls("w")} w:id="1" w:author="审核人（示例）" w:date="2025-02-10T09:00:00Z"'


def control(cell: Any) -> None:
    """Put a cell's text into a content control, as the bureau's templates do."""
    run = _run(cell)
    box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    run.addprevious(box)
    box[0].append(run)


def rewrite(cell: Any, before: str) -> None:
    """Let a cell's text be a tracked correction of ``before``."""
    run = _run(cell)
    now = run.find(qn("w:t")).text
    run.find(qn("w:t")).text = before
    struck = parse_xml(f"<w:del {_MARK}/>")
    run.addprevious(struck)
    struck.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    struck.addnext(parse_xml(f"<w:ins {_MARK}><w:r><w:t>{now}</w:t></w:r></w:ins>"))


def strike_row(row: Any) -> None:
    """Mark a whole row as deleted."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:del {_MARK}/>"))


def _run(cell: Any) -> Any:
    return cell.paragraphs[0]._p.find(qn("w:r"))
