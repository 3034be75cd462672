"""A random workspace that tries every rule: canonical headers, seeded, the same rows for the same seed."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from random import Random
from typing import Any

import openpyxl

from oracle.headers import AMOUNTS, HEADERS
from oracle.random_firms import Firm, bad, firms, good, row
from oracle.random_lists import ITEMS, LAPSING, UNKNOWN, Lists

Row = dict[str, Any]
DISTRICTS = (
    ["西青区"],
    ["西青区", "武清区"],
    ["滨海新区", "西青区"],
    ["天津经济技术开发区", "西青"],
    ["天津市津南区", "西青区"],
    [],
)
INDUSTRIES = (
    ["39", "4021", "65"],
    ["C39", "I"],
    ["397", "398", "C402", "651"],
    ["C"],
    ["3983", "40", "I65"],
    [],
)
INTERPRETATION = {
    "standards": ("international+national", "international", "national"), "patents": ("all", "reference_year"),
    "activities": ("reference_year", "all"), "leading_enterprises": ("named", "in_scope"),
}  # fmt: skip
UNITS = {
    "万元": ("万元", "亿元", "元", "千元"),
    "万美元": ("万美元", "美元", "亿美元"),
    "亿元": ("亿元", "万元"),
    "人": ("人", ""),
}
SIZES = {
    "元": 1,
    "千元": 10**3,
    "万元": 10**4,
    "亿元": 10**8,
    "美元": 1,
    "万美元": 10**4,
    "亿美元": 10**8,
    "人": 1,
    "": 1,
}


def random_workspace(folder: Path, seed: int) -> Path:
    """Write a workspace into a folder and return it."""
    random = Random(seed)
    year = random.choice((2023, 2024))
    register = firms(random, year, random.choice((40, 70, 100)))
    lists = Lists(random, register, year)
    (folder / "raw").mkdir(parents=True)
    sources = [*_registers(folder, random, register, year), *_other_lists(folder, random, lists)]
    _settings(folder / "cluster.toml", random, year)
    (folder / "mapping.toml").write_text("\n".join(sources), "utf-8")
    _decisions(folder, random, register)
    return folder


def _settings(path: Path, random: Random, year: int) -> None:
    lines = ['guide = "tianjin-2025-1"', f"reference_year = {year}"]
    if random.random() < 0.25:
        lines.append(f"reference_date = {random.choice((dt.date(year, 9, 30), dt.date(year + 1, 3, 31)))}")
    lines += ["[cluster]", 'name = "示例集群"', f"industries = {json.dumps(random.choice(INDUSTRIES))}"]
    lines.append(f"districts = {json.dumps(random.choice(DISTRICTS), ensure_ascii=False)}")
    lines += [
        "[organisation]",
        f"office_area = {random.choice((320, 450.5))}",
        "full_time_staff = 12",
        "[interpretation]",
    ]
    lines += [
        f'{key} = "{random.choice(words)}"' for key, words in INTERPRETATION.items() if random.random() < 0.6
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _registers(folder: Path, random: Random, register: list[Firm], year: int) -> list[str]:
    """Write two lists of enterprises: the second repeats, fills, contradicts, and adds twins."""
    first = [firm.row for firm in register]
    second: list[Row] = []
    for firm in random.sample(register, len(register) // 4):
        again = dict(firm.row)
        again.update(
            random.choice(
                (
                    {},
                    {"revenue": None},
                    {"revenue": 1234.5},
                    {"employees": 77},
                    {"district": None, "status": None},
                )
            )
        )
        again["uscc"] = firm.row["uscc"] if random.random() < 0.7 else None
        second.append(again)
    for firm in random.sample(register, 4):
        second.append(
            {**firm.row, "revenue": None, "rd_expense": None, "above_scale": None, "district": None}
        )
    for firm in random.sample(
        [firm for firm in register if firm.code], 5
    ):  # twins: the same name, another code
        twin = row(random, Firm(firm.name, good(random)), year)
        second.append({**twin, "status": random.choice(("注销", "存续"))})
        if random.random() < 0.6:
            second.append(
                {**row(random, Firm(firm.name, None), year), "uscc": random.choice((None, bad(random)))}
            )
    for place, firm in enumerate(random.sample(register, 3)):  # branches
        name = f"{firm.name}{('北京分公司', '西青分厂', '天津办事处')[place]}"
        second.append(
            {**row(random, Firm(name, good(random)), year), "district": "西青区", "industry_code": "3983"}
        )
    random.shuffle(second)
    priorities = random.choice(((0, 0), (10, 20), (20, 10)))
    return [
        _write(folder, random, f"企业名录{number}", "enterprises", rows, {"priority": priority})
        for number, rows, priority in ((1, first, priorities[0]), (2, second, priorities[1]))
    ]


def _other_lists(folder: Path, random: Random, lists: Lists) -> list[str]:
    sources = []
    for kind in (*LAPSING, *ITEMS):
        if random.random() < 0.93:
            rows = lists.recognitions(kind) if random.random() < 0.95 else []
            sources.append(
                _write(folder, random, f"名单_{kind}", "recognitions", rows, {"constants": {"kind": kind}})
            )
    for table in HEADERS:
        if table not in ("enterprises", "recognitions") and random.random() < 0.9:
            rows = getattr(lists, table)() if random.random() < 0.95 else []
            sources.append(_write(folder, random, table, table, rows, {}))
    return sources


def _write(folder: Path, random: Random, stem: str, table: str, rows: list[Row], extra: Row) -> str:
    """Write one list, as a workbook or as a CSV, and return its entry in the mapping."""
    fields = [field for field in HEADERS[table].values() if field != "kind" or "constants" not in extra]
    headers = {field: word for word, field in HEADERS[table].items()}
    units = {field: random.choice(UNITS[AMOUNTS[field]]) for field in fields if field in AMOUNTS}
    top = [headers[field] + (f"（{units[field]}）" if units.get(field) else "") for field in fields]
    body = [[_cell(line.get(field), field, units) for field in fields] for line in rows]
    if table == "enterprises" and body and random.random() < 0.5:
        total = ["合计" if field == "name" else None for field in fields]
        total[fields.index("output_value")] = sum(cells[fields.index("output_value")] or 0 for cells in body)
        body.append(total)
    name = f"{stem}.{'csv' if random.random() < 0.3 else 'xlsx'}"
    (_csv if name.endswith("csv") else _xlsx)(folder / "raw" / name, [top, *body])
    entry = f'[[source]]\nfile = "{name}"\ntable = "{table}"\n'
    constants = ", ".join(f'{key} = "{value}"' for key, value in extra.get("constants", {}).items())
    entry += f"constants = {{ {constants} }}\n" if constants else ""
    return entry + (f"priority = {extra['priority']}\n" if "priority" in extra else "")


def _cell(value: Any, field: str, units: dict[str, str]) -> Any:
    """Write an amount in the column's unit, with no more digits than the amount has."""
    if value is None or field not in units:
        return value
    scale = SIZES[AMOUNTS[field]] / SIZES[units[field]]
    return round(value * scale, 10 if scale < 1 else 2)


def _csv(path: Path, lines: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["" if cell is None else cell for cell in line] for line in lines])


def _xlsx(path: Path, lines: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)


def _decisions(folder: Path, random: Random, register: list[Firm]) -> None:
    rows: list[tuple[str, str, str, str]] = []
    some = random.sample(register, 16)
    for firm in some[:4]:
        rows.append(("scope", firm.code or firm.name, "include", "产品属于主导产业"))
    for firm in some[4:7]:
        rows.append(("scope", firm.code or firm.name, "exclude", "已迁出"))
    rows.append(("scope", some[7].code or some[7].name, "exclude", ""))  # no reason: not applied
    rows += [("scope", some[8].code or some[8].name, choice, "改过一次") for choice in ("exclude", "include")]
    for firm in some[9:11]:
        rows.append(("match", firm.name, random.choice(("none", "institution", "later")), "人工核对"))
    coded = [firm for firm in register if firm.code]
    for name in random.sample([*UNKNOWN, "河北燕岭示例传感器有限公司"], 3):
        choice = random.choice(("none", "institution", "later", random.choice(coded).code))
        rows.append(("match", name, choice or "none", "人工核对"))
    for firm in random.sample(coded, 2):
        rows.append(("match", firm.name, f"not:{firm.code}", "不是这一家"))
    for firm in random.sample(coded, 3):
        rows.append(("duplicate", firm.code or "", _second_place(folder, firm), "以此为准"))
    with (folder / "decisions.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("kind", "key", "name", "choice", "reason", "by", "at"))
        writer.writerows(
            (kind, key, "", choice, reason, "测试", "2025-03-01") for kind, key, choice, reason in rows
        )


def _second_place(folder: Path, firm: Firm) -> str:
    """Point at the firm's row in the second list, or where it would be."""
    from oracle.workspace import _sheets

    path = next((folder / "raw").glob("企业名录2.*"))
    for _, cells in _sheets(path, None):
        for line, row_ in enumerate(cells, start=1):
            if firm.code in row_:
                return f"{path.name}:{line}"
    return f"{path.name}:2"
