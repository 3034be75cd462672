"""What ``clusterkit return`` wrote, or what a corrected list changed, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clusterkit.workspace.returns import Compared, Sent

_MOST = 50


def sending(sent: Sent, file: str | None = None) -> Iterator[str]:
    """Yield what was written, and what has changed in lists that came again."""
    for came in sent.came:
        yield from comparison(came)
        yield ""
    if not sent.sheets:
        yield f"“{file}”没有要请提供方修改的地方。" if file else "各名单没有要请提供方修改的地方。"
    for path, count in sent.sheets.items():
        yield f"{count} 处要改　{path.resolve()}"
    if sent.owed is not None:
        yield f"{len(sent.debts)} 家还缺数据　{sent.owed.resolve()}" if sent.debts else "没有企业缺数据。"
    if sent.sheets:
        yield "改好发回后运行：clusterkit return 工作区 发回的文件.xlsx"


def comparison(came: Compared) -> Iterator[str]:
    """Yield what a corrected list changed."""
    yield f"{came.file}：改动 {len(came.changes)} 处，改好 {len(came.mended)} 处，还差 {len(came.still)} 处。"
    yield from _part("改动：", [str(one) for one in came.changes])
    yield from _part("改好了：", came.mended)
    yield from _part("还差：", came.still)
    yield from _part("新出现的问题：", came.new)
    if came.written is not None:
        yield f"只含名单的一份已写入 {came.written.resolve()}；核对后用它替换 raw 里的“{came.file}”。"


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"  {' '.join(line.split())}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"  ……共 {len(lines)} 处"
