"""How long does it take to know what every answer would change, against computing everything anew for each answer?

A workspace of 5,000 enterprises is made with some 200 open questions: names one character off, organisations that no
list knows, enterprises without a district, figures that disagree, words that no list knows, honours without a review.
What a user would do instead, answer and compute again, is measured for a few answers and extrapolated.
"""

from __future__ import annotations

import csv
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from making.names import DAMAGE, register
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from stdnum.cn import uscc

import clusterkit as ck
from clusterkit.workspace.questions import world_of

ENTERPRISES, SEED = 5_000, 1
OPEN = {
    "名称差一字": 120,
    "机构待认": 35,
    "没有所在区": 25,
    "两处不一致": 25,
    "没有复核": 35,
    "级别不认识": 12,
}
SETTINGS = """
guide = "tianjin-2025-1"
reference_year = 2024
[cluster]
name = "大集群"
industries = ["39", "40"]
districts = ["西青区", "津南区"]
"""


def code(number: int) -> str:
    """Return a good 统一社会信用代码."""
    body = f"91120111BN{number:07d}"
    return body + str(uscc.calc_check_digit(body))


def write(folder: Path, name: str, rows: list[list[Any]]) -> None:
    """Write a list as a person would hand it in."""
    with (folder / "raw" / name).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def workspace(folder: Path) -> Path:
    """Make the workspace; returns its folder."""
    random = Random(SEED)
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(SETTINGS, "utf-8")
    made = register(random, "real", ENTERPRISES)
    names = [str(name) for name in made]
    codes = [code(number) for number in range(ENTERPRISES)]
    without = set(random.sample(range(ENTERPRISES), OPEN["没有所在区"]))
    head = ["企业名称", "统一社会信用代码", "行业代码", "所在区", "登记状态", "是否规上", "数据年度", "营业收入（万元）",
            "研发经费支出（万元）", "产值（万元）", "从业人员（人）", "在职员工（人）"]  # fmt: skip
    write(folder, "企业名录.csv", [head, *(
        [name, one, random.choice(["3973", "4021", "3912"]), "" if at in without else random.choice(["西青区", "津南区", "武清区"]),
         "存续", random.choice("是否"), 2024, random.randint(500, 90_000), random.randint(10, 4_000), random.randint(400, 90_000),
         random.randint(5, 900), random.randint(5, 900)] for at, (name, one) in enumerate(zip(names, codes, strict=True)))])  # fmt: skip
    disagreeing = random.sample(range(ENTERPRISES), OPEN["两处不一致"])
    write(folder, "部门名单.csv", [["企业名称", "统一社会信用代码", "数据年度", "营业收入（万元）"],
                                 *([names[at], codes[at], 2024, random.randint(500, 90_000)] for at in disagreeing)])  # fmt: skip
    honoured, damage = random.sample(range(ENTERPRISES), 1_500), list(DAMAGE.values())
    rows = [[names[at], codes[at], 2023] for at in honoured]
    rows += [[random.choice(damage)(name, random), "", 2023] for name in made[: OPEN["名称差一字"]]]
    rows += [[names[at], codes[at], 2021] for at in random.sample(range(ENTERPRISES), OPEN["没有复核"])]
    write(folder, "国家级高新技术企业名单.csv", [["企业名称", "统一社会信用代码", "认定年份"], *rows])
    owners = [f"天津第{number}应用技术研究院" for number in range(OPEN["机构待认"])]
    rows = [[f"{number}号实验室", random.choice(names), "市级", "重点实验室", "是"] for number in range(400)]
    rows += [[f"{owner}平台", owner, "市级", "重点实验室", "是"] for owner in owners]
    rows += [
        [f"甲{number}中心", random.choice(names), f"待定{number}类", "重点实验室", "是"]
        for number in range(OPEN["级别不认识"])
    ]
    write(folder, "创新载体.csv", [["载体名称", "依托单位", "级别", "载体类别", "与主导产业相关"], *rows])
    return folder


def main() -> None:
    """Print both times side by side."""
    with tempfile.TemporaryDirectory() as folder:
        opened = ck.Workspace(workspace(Path(folder) / "大集群"))
        opened.results(), opened.findings()
        start = time.perf_counter()
        questions = opened.questions()
        ours = time.perf_counter() - start
        world, answers = world_of(opened), sum(len(one.options) for one in questions)
        some = list(questions)[:: max(1, len(questions) // 5)][:5]
        start = time.perf_counter()
        for question in some:
            _ = world.answered(question.keep, question.options[0].value).results
        anew = (time.perf_counter() - start) / len(some) * answers
    table = Table("企业", "问题", "答案", "clusterkit 秒", "逐个重算 秒（由 5 个推算）", "倍", box=SIMPLE)
    table.add_row(
        f"{ENTERPRISES:,}",
        str(len(questions)),
        str(answers),
        f"{ours:.1f}",
        f"{anew:,.0f}",
        f"{ours / anew:.3f}×",
    )
    Console().print(table)


if __name__ == "__main__":
    main()
