"""Make the sample data anew: ``python sample_data/make.py [FOLDER] [--office]``. The same bytes on every machine.

The few files that only an office program writes (PDF, Excel 97, OpenDocument), and the evidence, are made with
``--office``, and taken from this folder else.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from making import evidence, honours, knowledge, others, plan, registers, settings
from making.book import Raw
from making.cast import cast
from making.dirty import edition
from making.specials import specials

HERE = Path(__file__).parent
SEED = 20250303


def make(folder: Path, office: bool = False) -> None:
    """Write a workspace full of invented lists into a folder."""
    random = Random(SEED)
    firms = cast(random)
    odd = specials(firms)
    raw = Raw(folder / "raw")
    registers.write(raw, random, firms, odd)
    honours.write(raw, random, firms, odd)
    knowledge.write(raw, random, firms, odd.named["neighbour"])
    others.write(raw, random, firms, odd)
    settings.write(folder, firms, odd, raw)
    plan.write(folder, firms)
    evidence.write(folder, HERE, office)
    edition.write(folder / "dirty", firms, odd, raw, HERE / "dirty", office)


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != "--office"]
    make(Path(given[0]) if given else HERE, office="--office" in sys.argv)
