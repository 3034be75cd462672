"""Make the sample data anew: ``python sample_data/make.py [FOLDER]``. The same bytes on every machine."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from making import honours, knowledge, others, registers, settings
from making.book import Raw
from making.cast import cast
from making.specials import specials

SEED = 20250303


def make(folder: Path) -> None:
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


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
