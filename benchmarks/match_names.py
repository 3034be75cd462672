"""How well and how fast does ``ck.match`` find damaged names, against rapidfuzz comparing everything with everything?

Names are made (see ``making/names.py``): from brands, every name with many near neighbours, and like a real
register's. Of the names asked, one in ten is in the register as it stands, one in ten belongs to a stranger, the rest
are damaged at random. Every run is a process of its own, so that its memory can be told. The all-pairs scan is
measured on a sample and extrapolated: ``process.extract`` with the best three, as one writes it, and ``cdist`` with the
best three picked from its table. Times are of the processor, so that others on the machine don't matter.

``--large`` asks 20,000 names of a register of 200,000 instead (some minutes); ``--one KIND SEED NAMES REGISTER`` is one run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from random import Random
from typing import Any

import numpy as np
import pandas as pd
from making.names import DAMAGE, KINDS, Name, register, short_name, strangers, twice
from rapidfuzz import fuzz, process
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from stdnum.cn import uscc

import clusterkit as ck
from clusterkit.matching.names import normalise

SEEDS, K = (1, 2, 3), 3
SIZES = ((5_000, 50_000), (50_000, 5_000))
LARGE = (20_000, 200_000)
GROWING = (12_500, 25_000, 50_000)
SAMPLE, CHUNK = 1_000, 250
DISTRICTS = list(ck.load_guide("tianjin-2025-1").places.districts)
CERTAIN = ["uscc", "name", "former_name"]
BESIDE = {"什么也没有": [], "所在区": ["district"], "残缺的代码": ["uscc"]}


@dataclass
class Asked:
    """Names that are asked for, who each is (None: nobody), and what was done to it."""

    names: list[str]
    truth: list[str | None]
    damage: list[str]


def asked(random: Random, kind: str, names: list[Name], size: int) -> Asked:
    """Return names as they stand, damaged ones and strangers, a tenth, eight tenths and a tenth."""
    equal, strange = random.choices(names, k=size // 10), strangers(random, kind, names, size // 10)
    damaged = random.choices(names, k=size - len(equal) - len(strange))
    kinds = [list(DAMAGE)[at % len(DAMAGE)] for at in range(len(damaged))]
    given = [DAMAGE[how](name, random) for how, name in zip(kinds, damaged, strict=True)]
    return Asked(
        [*map(str, equal), *given, *strange],
        [*map(str, equal), *map(str, damaged), *[None] * len(strange)],
        ["相同"] * len(equal) + kinds + ["外人"] * len(strange),
    )


def judged(found: pd.DataFrame, truth: list[str | None]) -> pd.DataFrame:
    """Return, for each name asked, whether the first and one of the first three is right, and how sure it was."""
    at = (found["rank"] == 1).cumsum() - 1
    right = found["name"] == pd.Series(truth, dtype=object).reindex(at).to_numpy()
    first = found["rank"] == 1
    return pd.DataFrame(
        {
            "first": right[first].to_numpy(),
            "three": right.groupby(at).any().to_numpy(),
            "certain": found.loc[first, "how"].isin(CERTAIN).to_numpy(),
            "suggested": (found.loc[first, "how"] == "suggested").to_numpy(),
            "stranger": [name is None for name in truth],
        }
    )


def all_pairs(names: list[str], known: list[str], truth: list[str | None]) -> dict[str, float]:
    """Return what comparing everything with everything takes and finds, from a sample of the damaged names."""
    damaged = [at for at, name in enumerate(truth) if name and name != names[at]]
    pick = Random(1).sample(damaged, min(SAMPLE, len(damaged)))
    start = time.process_time()
    for row in range(0, len(pick), CHUNK):
        sample = [names[at] for at in pick[row : row + CHUNK]]
        ratios = process.cdist(sample, known, scorer=fuzz.ratio, dtype=np.uint8, workers=-1)
        np.argpartition(ratios, -K, axis=1)
    table = (time.process_time() - start) / len(pick) * len(names)
    few, start = pick[: SAMPLE // 4], time.process_time()
    best = [process.extract(names[at], known, scorer=fuzz.ratio, limit=K) for at in few]
    extract = (time.process_time() - start) / len(few) * len(names)
    right = [[one[0] == truth[at] for one in found] for at, found in zip(few, best, strict=True)]
    first, three = np.mean([one[0] for one in right]), np.mean([any(one) for one in right])
    return {"table": table, "extract": extract, "all_first": float(first), "all_three": float(three)}


def one(kind: str, seed: int, size: int, register_size: int) -> dict[str, Any]:
    """Measure one run, in this process."""
    random = Random(seed)
    names = register(random, kind, register_size)
    questions = asked(random, kind, names, size)
    known = [str(name) for name in names]
    ck.match(["甲公司"], known[:100], k=K)
    start = time.process_time()
    found = ck.match(questions.names, known, k=K)
    took = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = judged(found, questions.truth)
    damaged = said[[how in DAMAGE for how in questions.damage]]
    equal = said[[how == "相同" for how in questions.damage]]
    scanned = all_pairs(
        [normalise(name) for name in questions.names], [normalise(name) for name in known], questions.truth
    )
    return {
        "first": damaged["first"].mean(), "three": damaged["three"].mean(), "equal": equal["certain"].mean(),
        "wrong": int((said["certain"] & ~said["first"] & ~said["stranger"]).sum()),
        "invented": int((said["certain"] & said["stranger"]).sum()), "seconds": took, "memory": memory, **scanned,
    }  # fmt: skip


def in_a_process(*arguments: object) -> dict[str, Any]:
    """Run ``--one`` as a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, arguments)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(answer)
    return found


def table(sizes: Sequence[tuple[int, int]]) -> Table:
    """Return quality and time for both kinds of names, the worst of all seeds."""
    headers = (
        "名称", "名录", "用名", "首位", "前三", "确定而错", "外人误认", "相同的确定", "CPU 秒", "内存 MB",
        "extract 秒", "比", "cdist 秒", "比", "它们的首位", "前三",
    )  # fmt: skip
    found = _table(f"找回损坏的名称（{len(SEEDS)} 个种子中最差的；全量比较由样本推算）", headers)
    for (size, register_size), kind in product(sizes, KINDS):
        runs = pd.DataFrame([in_a_process(kind, seed, size, register_size) for seed in SEEDS])
        low, high = runs.min(), runs.max()
        found.add_row(
            f"{size:,}", f"{register_size:,}", kind, f"{low['first']:.4f}", f"{low['three']:.4f}",
            f"{high['wrong']:.0f}", f"{high['invented']:.0f}", f"{low['equal']:.4f}",
            f"{high['seconds']:.2f}", f"{high['memory']:.0f}",
            f"{low['extract']:.1f}", f"{(runs['seconds'] / runs['extract']).max():.3f}×",
            f"{low['table']:.1f}", f"{(runs['seconds'] / runs['table']).max():.2f}×",
            f"{low['all_first']:.3f}", f"{low['all_three']:.3f}",
        )  # fmt: skip
    return found


def growth(size: int) -> Table:
    """Return how the time grows with the register."""
    found = _table(f"名录越来越大，{size:,} 个名称", ("名录", "CPU 秒", "每千家毫秒"))
    for register_size in GROWING:
        took = in_a_process("brands", 1, size, register_size)["seconds"]
        found.add_row(f"{register_size:,}", f"{took:.2f}", f"{took / register_size * 1e6:.0f}")
    return found


def hard(size: int = 2_000, register_size: int = 50_000) -> Table:
    """Return what by the name alone nobody can reach, and what stands beside the name changes."""
    headers = ("用名", "名称", "旁边有", "首位", "前三", "没有建议", "全量比较首位", "前三")
    found = _table(f"难以恢复的名称：{size:,} 个，名录 {register_size:,} 家", headers)
    for kind in KINDS:
        random = Random(7)
        names = register(random, kind, register_size)
        frame = pd.DataFrame({"name": list(map(str, names)), "uscc": [_code(random) for _ in names]})
        frame["district"] = random.choices(DISTRICTS, k=len(names))
        rows = random.sample(range(len(names)), size)
        for how, damage in (("坏了两个字", partial(twice, random=random)), ("简称", short_name)):
            given = frame.iloc[rows].assign(name=[damage(names[row]) for row in rows])
            truth = list(frame["name"].iloc[rows])
            scan = all_pairs(
                list(map(normalise, given["name"])),
                list(map(normalise, frame["name"])),
                list(map(normalise, truth)),
            )
            for beside, fields in BESIDE.items():
                asking = given[["name", *fields]].assign(
                    uscc=given["uscc"].str[:-2] if "uscc" in fields else None
                )
                said = judged(ck.match(asking, frame, k=K), truth)
                nothing = ~said["suggested"] & ~said["certain"]
                shares = [
                    said["first"].mean(),
                    said["three"].mean(),
                    nothing.mean(),
                    scan["all_first"],
                    scan["all_three"],
                ]
                found.add_row(kind, how, beside, *(f"{share:.3f}" for share in shares))
    return found


def _table(title: str, headers: Sequence[str]) -> Table:
    found = Table(title=title, title_justify="left", box=SIMPLE)
    for header in headers:
        found.add_column(header, justify="right")
    return found


def _code(random: Random) -> str:
    number = "91120111MA" + "".join(random.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=7))
    return number + uscc.calc_check_digit(number)


def main() -> None:
    """Print the tables."""
    if "--one" in sys.argv:
        kind, *numbers = sys.argv[sys.argv.index("--one") + 1 :]
        print(json.dumps(one(kind, *map(int, numbers))))
        return
    show = Console(width=200).print
    if "--large" in sys.argv:
        show(table([LARGE]))
        return
    show(table(SIZES))
    show(growth(SIZES[0][0]))
    show(hard())


if __name__ == "__main__":
    main()
