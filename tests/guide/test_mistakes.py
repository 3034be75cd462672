"""The usual mistakes of a guide: those that cannot be made are faults, with file, line and key."""

import pytest

from clusterkit.errors import GuideError
from clusterkit.guide import load_guide

BASE = "tianjin-2025-1"
MISTAKE = (
    '[mistake.wrong]\nindicator = "{indicator}"\ntitle = "误算"\nbecause = "不对"\nsource = "试验"\n{more}\n'
)


@pytest.fixture
def guide_with(tmp_path):
    """Load a guide that adds a mistake to the one that ships."""

    def load(more="", indicator="trade", indicators=""):
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "guide.toml").write_text(f'extends = "{BASE}"\n{indicators}', "utf-8")
        (folder / "mistakes.toml").write_text(MISTAKE.format(indicator=indicator, more=more), "utf-8")
        return load_guide(folder)

    return load


@pytest.mark.parametrize(("indicator", "more", "words"), [
    ("trad", "", ["mistakes.toml 第2行", "没有叫“trad”的指标", "trade"]),
    ("trade", 'without = ["above_scal"]', ["without", "这项指标没有用到规则“above_scal”"]),
    ("trade", 'without = ["above_scale"]', ["这项指标没有用到规则“above_scale”"]),
    ("trade", 'instead = { named = "known(name)" }', ["instead", "没有用到规则“named”"]),
    ("trade", 'instead = { living = "year" }', ["应是一个条件", "year"]),
    ("trade", 'formula = "sum(no_such)"', ["formula", "no_such"]),
    ("trade", 'formula = "sum(exports"', ["formula", "exports"]),
    ("trade", 'once = ["nothing"]', ["once", "nothing"]),
    ("trade", 'unit = "万人"', ["unit", "人数"]),
    ("trade", 'unit = "斤"', ["unit", "不认识的单位“斤”"]),
    ("trade", 'colour = "red"', ["colour"]),
])  # fmt: skip
def test_a_mistake_that_cannot_be_made_is_explained(guide_with, indicator, more, words):
    with pytest.raises(GuideError) as fault:
        guide_with(more, indicator)
    assert all(word in str(fault.value) for word in [*words, "mistakes.toml"])


def test_a_mistake_may_not_bear_the_name_of_an_indicator(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "guide.toml").write_text(f'extends = "{BASE}"\n', "utf-8")
    (folder / "m.toml").write_text(
        MISTAKE.format(indicator="trade", more="").replace("wrong", "employees"), "utf-8"
    )
    with pytest.raises(GuideError, match="与一个指标同名"):
        load_guide(folder)


def test_the_mistakes_of_a_removed_indicator_go_with_it(guide_with):
    base = load_guide(BASE)
    guide = guide_with("", "employees", "[indicator.trade]\nremove = true\n")
    gone = {one.id for one in base.mistakes.values() if one.indicator == "trade"}
    assert gone
    assert set(base.mistakes) - set(guide.mistakes) == gone
    assert guide.mistakes["wrong"].indicator == "employees"


def test_entries_know_their_guide_and_are_compared_by_what_they_say(guide_with):
    base, guide = load_guide(BASE), guide_with('formula = "sum(exports)"')
    assert guide.indicators["trade"].guide is guide
    assert guide.notes[3].guide is guide
    assert guide.indicators["trade"] == base.indicators["trade"]
    assert guide.indicators["trade"].model_dump() == base.indicators["trade"].model_dump()
