"""Loading a guide: by id, by folder, over another one; every fault is one sentence with file, line and key."""

from pathlib import Path

import pytest

from clusterkit.errors import GuideError
from clusterkit.guide import guide_ids, load_guide

BASE = "tianjin-2025-1"
EXTENDS = f'extends = "{BASE}"\n'


@pytest.fixture
def own_guide(tmp_path):
    """Write a guide of one's own: file name → text; return its folder."""

    def write(name="guide-2026", **files: str | bytes) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for file, text in files.items():
            data = text if isinstance(text, bytes) else text.encode("utf-8")
            (folder / f"{file}.toml").write_bytes(data)
        return folder

    return write


def test_a_guide_that_ships_is_loaded_once():
    assert load_guide(BASE) is load_guide(BASE)
    assert BASE in guide_ids()


def test_a_guide_that_there_is_not_names_those_there_are():
    with pytest.raises(GuideError, match=f"没有叫“tianjin-2025-2”的指南.*{BASE}"):
        load_guide("tianjin-2025-2")


def test_an_empty_folder_is_no_guide(tmp_path):
    with pytest.raises(GuideError, match="没有叫"):
        load_guide(tmp_path)


def test_a_folder_with_changed_entries_only_is_a_guide(own_guide):
    folder = own_guide(
        guide=EXTENDS + "year = 2026\n",
        indicators='[indicator.trade]\nname = "新名称"\n\n[indicator.office_area]\nremove = true\n',
        words='[words.level.words]\n"特级" = ["特等"]\n',
    )
    changed, base = load_guide(folder), load_guide(BASE)
    assert (changed.id, changed.year, changed.title) == ("guide-2026", 2026, base.title)
    assert changed.indicators["trade"].name == "新名称"
    assert changed.indicators["trade"].formula == base.indicators["trade"].formula
    assert set(base.indicators) - set(changed.indicators) == {"office_area"}
    assert (changed.words["level"].read("特等"), changed.words["level"].read("国家")) == ("特级", "国家级")
    assert base.words["level"].read("特等") is None


def test_a_list_of_values_is_replaced_as_a_whole(own_guide):
    folder = own_guide(guide=EXTENDS, words='[words.level.sets]\nmunicipal = ["市级"]\n')
    assert load_guide(folder).words["level"].sets["municipal"] == ("市级",)


def test_a_guide_may_extend_one_that_extends_another(own_guide):
    own_guide("first", guide=EXTENDS + "year = 2026\n")
    second = own_guide("second", guide='extends = "first"\nbatch = "第二批"\n')
    guide = load_guide(second)
    assert (guide.id, guide.year, guide.batch, len(guide.indicators)) == ("second", 2026, "第二批", 35)


def test_a_changed_file_is_read_anew(own_guide):
    folder = own_guide(guide=EXTENDS + "year = 2026\n")
    assert load_guide(folder).year == 2026
    (folder / "guide.toml").write_text(EXTENDS + "year = 12027\n", "utf-8")
    assert load_guide(folder).year == 12027


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(own_guide):
    folder = own_guide(guide=b"\xef\xbb\xbf" + (EXTENDS + "year = 2026\n").replace("\n", "\r\n").encode())
    assert load_guide(folder).year == 2026


FAULTS = {
    "key_misspelt": ({"x": "[indicator.trade]\nname = '甲'\nformla = '1'\n"}, "x.toml 第3行 indicator.trade.formla", ["不认识的键", "“formula”"]),
    "kind_misspelt": ({"x": "\n[indicater.trade]\nname = '甲'\n"}, "x.toml 第2行 indicater", ["不认识的键", "“indicator”"]),
    "key_missing": ({"x": "[material.new]\nnumber = 9\nname = '甲'\nsource = '乙'\n"}, "x.toml 第1行 material.new", ["缺少 text"]),
    "wrong_type": ({"x": "[material.form]\nnumber = 'eins'\n"}, "x.toml 第2行 material.form.number", ["应当是整数", "eins"]),
    "wrong_choice": ({"x": "[rule.living]\nauthority = '指 南'\n"}, "x.toml 第2行 rule.living.authority", ["指南、上位文件", "“指南”"]),
    "value_instead_of_entries": ({"x": "indicator = 3\n"}, "x.toml 第1行 indicator", ["应当是一组“键 = 值”"]),
    "value_instead_of_entry": ({"x": "[indicator]\ntrade = 3\n"}, "x.toml 第2行 indicator.trade", ["应当是一组“键 = 值”"]),
    "text_instead_of_list": ({"x": "[words.level.words]\n'市级' = '市'\n"}, "x.toml 第2行 words.level.words.市级", ["应当是一列值"]),
    "unknown_group": ({"x": "[indicator.trade]\ngroup = 'opennes'\n"}, "x.toml 第2行 indicator.trade.group", ["没有叫“opennes”的一级指标", "“openness”"]),
    "unknown_note": ({"x": "[indicator.trade]\nnote = 17\n"}, "x.toml 第2行 indicator.trade.note", ["没有叫“17”的指标说明"]),
    "unknown_rule": (
        {"x": "[[indicator.trade.rows]]\ntable = 'enterprises'\nrules = [\n  'in_scope',\n  'lving',\n]\n"},
        "x.toml 第5行 indicator.trade.rows[1].rules[2]", ["没有叫“lving”的规则", "“living”"],
    ),
    "unknown_table": (
        {"x": "[[indicator.trade.rows]]\ntable = 'enterprise'\nrules = ['in_scope']\n"}, "x.toml 第2行 indicator.trade.rows[1].table",
        ["没有叫“enterprise”的名单", "“enterprises”"],
    ),
    "unknown_district": ({"x": "[places.areas.'新区']\nsource = '甲'\nwithin = '滨海区'\n"}, "x.toml 第3行", ["没有叫“滨海区”的行政区", "“滨海新区”"]),
    "formula_syntax": ({"x": "[indicator.trade]\nformula = 'sum(imports'\n"}, "x.toml 第2行 indicator.trade.formula", ["公式"]),
    "formula_unknown_name": ({"x": "[indicator.trade]\nformula = 'sum(import)'\n"}, "x.toml 第2行 indicator.trade.formula", ["import", "“imports”"]),
    "word_in_two": ({"x": "[words.level.words]\n'特级' = ['国家']\n"}, "x.toml 第1行 words.level", ["“国家”同时属于"]),
    "removed_but_not_there": ({"x": "[indicator.trad]\nremove = true\n"}, "x.toml 第1行 indicator.trad", ["要删除的条目", "“trade”"]),
    "removed_but_used": ({"x": "[note.4]\nremove = true\n"}, "indicators.toml", ["没有叫“4”的指标说明"]),
    "twice_in_two_files": ({"x": "[note.4]\ntitle = '甲'\n", "y": "\n[note.4]\ntitle = '乙'\n"}, "x.toml 第1行 note.4", ["两个文件里各写了一次"]),
    "several": ({"x": "[note.4]\na = 1\nb = 2\nc = 3\n"}, "x.toml 第2行 note.4.a", ["另有 2 处"]),
    "no_equals": ({"x": "[note.4]\ntitle '甲'\n"}, "x.toml 第2行", ["键的后面缺“=”"]),
    "no_quotes": ({"x": "[note.4]\ntitle = 甲\n"}, "x.toml 第2行", ["文字要放在英文引号里"]),
    "chinese_quotes": ({"x": "[note.4]\ntitle = “甲”\n"}, "x.toml 第2行", ["文字要放在英文引号里"]),
    "quotes_not_closed": ({"x": "[note.4]\ntitle = '甲\nsource = '乙'\n"}, "x.toml 第2行", ["引号"]),
    "chinese_key": ({"x": "[note.4]\n标题 = '甲'\n"}, "x.toml 第2行", ["键的写法不对"]),
    "bracket_not_closed": ({"x": "[note.4]\nsources = ['甲',\n"}, "x.toml 第", ["方括号“[”没有配对"]),
    "key_twice": ({"x": "[note.4]\ntitle = '甲'\ntitle = '乙'\n"}, "x.toml 第3行", ["写了两次"]),
    "entry_twice": ({"x": "[note.4]\ntitle = '甲'\n[note.4]\ntitle = '乙'\n"}, "x.toml 第3行", ["写了两次"]),
    "gbk": ({"x": "[note.4]\ntitle = '甲'\n".encode("gb18030")}, "x.toml", ["不是 UTF-8", "另存为 UTF-8"]),
    "extends_nothing": ({"x": "", "guide": "\nextends = 'tianjin-2025'\n"}, "guide.toml 第2行 extends", ["没有叫“tianjin-2025”的指南", BASE]),
    "extends_itself": ({"x": "", "guide": "extends = 'guide-2026'\n"}, "guide.toml 第1行 extends", ["绕了一圈"]),
    "extends_no_text": ({"x": "", "guide": "extends = 2025\n"}, "guide.toml 第1行 extends", ["放在引号里"]),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_sentence_with_file_line_and_key(own_guide, fault):
    files, place, words = FAULTS[fault]
    with pytest.raises(GuideError) as caught:
        load_guide(own_guide(**{"guide": EXTENDS, **files}))
    message = str(caught.value)
    assert place in message
    assert all(word in message for word in words), message
    assert message.endswith(("。", "？", "^"))
    assert ("\n" in message) is message.endswith("^"), "only a formula's fault goes on below, with a mark"
    assert "。。" not in message
