"""How well and how fast does ``ck.match`` find damaged names, against rapidfuzz comparing everything with everything?

Names are made (see ``making/names.py``): from brands, every name with many near neighbours, and like a real
register's. Of the names asked, one in ten is in the register as it stands, one in ten belongs to a stranger, the rest
are damaged at random. Every run is a process of its own, so that its memory can be told. The all-pairs scan is
measured on a sample and extrapolated: ``process.extract`` with the best three, as one writes it, and ``cdist`` on all
cores, which gives no more than the ratios.

``--large`` adds 20,000 names in a register of 200,000 (some minutes); ``--one KIND SEED NAMES REGISTER`` is one run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pandas as pd
from making.names import DAMAGE, KINDS, Name, register, short_name, strangers, twice
from rapidfuzz import fuzz, process
from stdnum.cn import uscc

import clusterkit as ck
from clusterkit.matching.names import normalise

SEEDS, K = (1, 2, 3), 3
SIZES = ((5_000, 50_000), (50_000, 5_000))
LARGE = (20_000, 200_000)
GROWING = (12_500, 25_000, 50_000)
SAMPLE, CHUNK = 1_000, 250
DISTRICTS = [
    "和平区",
    "河东区",
    "河西区",
    "南开区",
    "河北区",
    "红桥区",
    "东丽区",
    "西青区",
    "津南区",
    "北辰区",
    "武清区",
    "宝坻区",
    "滨海新区",
    "宁河区",
    "静海区",
    "蓟州区",
]
CERTAIN = ["uscc", "name", "former_name"]


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
    pick = Random(1).sample([at for at, name in enumerate(truth) if name and name != names[at]], SAMPLE)
    few = pick[: SAMPLE // 4]
    start = time.perf_counter()
    for row in range(0, SAMPLE, CHUNK):
        sample = [names[at] for at in pick[row : row + CHUNK]]
        process.cdist(sample, known, scorer=fuzz.ratio, dtype=np.uint8, workers=-1)
    scan = (time.perf_counter() - start) / SAMPLE * len(names)
    start = time.perf_counter()
    best = [process.extract(names[at], known, scorer=fuzz.ratio, limit=K) for at in few]
    extract = (time.perf_counter() - start) / len(few) * len(names)
    right = [[one[0] == truth[at] for one in found] for at, found in zip(few, best, strict=True)]
    first, three = np.mean([one[0] for one in right]), np.mean([any(one) for one in right])
    return {"scan": scan, "extract": extract, "scan_first": float(first), "scan_three": float(three)}


def one(kind: str, seed: int, size: int, register_size: int) -> dict[str, Any]:
    """Measure one run, in this process."""
    random = Random(seed)
    names = register(random, kind, register_size)
    questions = asked(random, kind, names, size)
    known = [str(name) for name in names]
    ck.match(["甲公司"], known[:100], k=K)
    start = time.perf_counter()
    found = ck.match(questions.names, known, k=K)
    took = time.perf_counter() - start
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


def table(size: int, register_size: int) -> None:
    """Print quality and time of both kinds of names, the worst of all seeds."""
    print(f"\n{size:,} 个名称 × 名录 {register_size:,} 家；{len(SEEDS)} 个种子中最差的一个")
    print(
        "名称      首位正确  前三位内  确定而错  外人误认  相同的确定   用时   内存   extract取前三     cdist只算    全比首位  全比前三"
    )
    for kind in KINDS:
        runs = [in_a_process(kind, seed, size, register_size) for seed in SEEDS]
        low = {key: min(run[key] for run in runs) for key in runs[0]}
        high = {key: max(run[key] for run in runs) for key in runs[0]}
        scan, extract = (max(run["seconds"] / run[key] for run in runs) for key in ("scan", "extract"))
        print(
            f"{kind:8} {low['first']:8.4f} {low['three']:8.4f} {high['wrong']:8d} {high['invented']:8d} {low['equal']:10.4f} "
            f"{high['seconds']:8.2f}s {high['memory']:4.0f}MB {high['extract']:7.1f}s {extract:5.3f}× {high['scan']:7.1f}s {scan:4.2f}× "
            f"{low['scan_first']:7.4f} {low['scan_three']:8.4f}",
            flush=True,
        )


def growth(size: int) -> None:
    """Print how the time grows with the register."""
    print(f"\n{size:,} 个名称，名录越来越大（brands）")
    for register_size in GROWING:
        run = in_a_process("brands", 1, size, register_size)
        print(
            f"{register_size:8,} 家  {run['seconds']:6.2f} s  每千家 {run['seconds'] / register_size * 1e6:5.1f} ms",
            flush=True,
        )


def hard(size: int = 2_000, register_size: int = 50_000) -> None:
    """Print what by the name alone nobody can reach, and what stands beside the name changes."""
    print(f"\n难以恢复的名称：{size:,} 个名称 × 名录 {register_size:,} 家")
    for kind in KINDS:
        random = Random(7)
        names = register(random, kind, register_size)
        frame = pd.DataFrame({"name": list(map(str, names)), "uscc": [_code(random) for _ in names]})
        frame["district"] = random.choices(DISTRICTS, k=len(names))
        rows = random.sample(range(len(names)), size)
        truth: list[str | None] = [str(names[row]) for row in rows]
        for how, given in (
            ("坏了两个字", [twice(names[row], random) for row in rows]),
            ("简称", [short_name(names[row]) for row in rows]),
        ):
            for beside in ((), ("district",), ("uscc",)):
                asking = pd.DataFrame(
                    {"name": given, **{field: frame[field].iloc[rows].tolist() for field in beside}}
                )
                if beside == ("uscc",):  # two characters lost, so that it is no longer a good one
                    asking["uscc"] = asking["uscc"].str[:-2]
                said = judged(ck.match(asking, frame, k=K), truth)
                word = {(): "只有名称", ("district",): "并有所在区", ("uscc",): "并有残缺代码"}[beside]
                print(
                    f"{kind:8} {how}，{word:8} 首位 {said['first'].mean():.4f}  前三 {said['three'].mean():.4f}  无建议 "
                    f"{(~said['suggested'] & ~said['certain']).mean():.4f}",
                    flush=True,
                )


def _code(random: Random) -> str:
    number = "91120111MA" + "".join(random.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=7))
    return number + uscc.calc_check_digit(number)


def main() -> None:
    """Print the tables."""
    if "--one" in sys.argv:
        kind, *numbers = sys.argv[sys.argv.index("--one") + 1 :]
        print(json.dumps(one(kind, *map(int, numbers))))
        return
    for sizes in (*SIZES, *([LARGE] if "--large" in sys.argv else [])):
        table(*sizes)
    growth(SIZES[0][0])
    hard()


if __name__ == "__main__":
    main()
