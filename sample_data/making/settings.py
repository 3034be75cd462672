"""What people wrote: cluster.toml, mapping.toml, decisions.csv, narrative, and the README that names every trap."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from making import honours, knowledge, registers
from making.book import Raw, Trap
from making.cast import Firm
from making.specials import Specials

HERE = Path(__file__).parent / "texts"


def write(folder: Path, firms: list[Firm], odd: Specials, raw: Raw) -> None:
    """Write the five kinds of text files."""
    for source in sorted(HERE.rglob("*")):
        if source.is_file() and source.name != "README.md":
            target = folder / source.relative_to(HERE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    _decisions(folder / "decisions.csv", firms, odd, raw)
    table = "\n".join(
        f"| {number} | {_place(trap)} | {trap.what} | {trap.result} |"
        for number, trap in enumerate(raw.traps, start=1)
    )
    text = (HERE / "README.md").read_text("utf-8").replace("{{ traps }}", table)
    (folder / "README.md").write_bytes(text.encode("utf-8"))


def _place(trap: Trap) -> str:
    sheet = f" · {trap.sheet}" if trap.sheet else ""
    return f"`{trap.file}`{sheet} · 第{trap.row}行"


def _decisions(path: Path, firms: list[Firm], odd: Specials, raw: Raw) -> None:
    made, large = odd.named, [firm for firm in firms if firm.large]
    short = large[36]
    rows = [
        (
            "scope",
            made["included"].code,
            made["included"].name,
            "include",
            "主要产品为智能传感终端，见2024年销售合同汇总，经专班会议确认属主导产业",
        ),
        (
            "scope",
            made["moved"].code,
            made["moved"].name,
            "exclude",
            "2024年11月已迁往外省，见迁移登记通知书",
        ),
        (
            "match",
            f"{short.name[:2]}{short.brand}{honours._product(short)}",
            short.name,
            short.code,
            "名单为简称，已电话核实为该企业",
        ),
        ("match", knowledge.FOREIGN, knowledge.FOREIGN, "none", "德方合作机构，不在集群内"),
    ]
    for firm, _, _, _ in odd.disagreeing:
        file, sheet, column = (
            (registers.XIQING, "2024年", 1) if firm.district == "西青区" else (registers.JINNAN, "津南", 0)
        )
        line = raw.sheets[file, sheet].line_of(firm.name, column)
        place = f"{file}:{line}" if file.endswith(".csv") else f"{file}:{sheet}:{line}"
        rows.append(("duplicate", firm.code, firm.name, place, "以统计部门报表为准，企业自报口径不同"))
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(("kind", "key", "name", "choice", "reason", "by", "at"))
    writer.writerows((*row, "示例用户", "2025-03-05") for row in rows)
    path.write_bytes(lines.getvalue().encode("utf-8-sig"))
