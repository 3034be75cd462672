"""Who an owner is: every rule of “who is who”, as a name and a code → state and identity."""

import pytest

A, B, C, D = "91120000238994906G", "9112000076431558X9", "91120000712806184T", "911200007676306733"
BAD = A[:-1] + "H"
ENTERPRISES = [
    {
        "name": "天津恒达软件有限公司",
        "uscc": A,
        "former_names": "天津老恒达有限公司、天津争议有限公司",
        "year": 2024,
    },
    {
        "name": "天津科维传感有限公司",
        "uscc": B,
        "former_names": "天津争议有限公司；天津朗誉控制有限公司",
        "year": 2024,
    },
    {"name": "天津朗誉控制有限公司", "year": 2024},  # no code
    {"name": "天津往年精密有限公司", "uscc": C, "year": 2022},  # other years only
    {"name": "天津同名光电有限公司", "uscc": D, "status": "注销", "year": 2024},
    {"name": "天津/北京联合装备有限公司", "year": 2024},
]
INSTITUTIONS = [
    {"name": "天津理化研究所", "district": "西青区"},
    {"name": "天津老恒达有限公司", "uscc": None},  # an institution with an enterprise's former name
]


@pytest.fixture
def owner(settled):
    def find(name, code=None, decisions=()):
        rows = [{"number": "US1", "applicant": name, "applicant_uscc": code}]
        result = settled(decisions, enterprises=ENTERPRISES, institutions=INSTITUTIONS, patents=rows)
        frame = result.tables["patents"].astype(object).where(result.tables["patents"].notna(), None)
        return [tuple(row) for row in frame[["_owner", "_id"]].values.tolist()]

    return find


@pytest.mark.parametrize(
    ("name", "code", "state", "identity"),
    [
        # the same good code
        ("天津恒达软件有限公司", A, "enterprise", A),
        ("完全不同的名字公司", A, "enterprise", A),
        (None, A, "enterprise", A),
        ("天津往年精密有限公司", C, "enterprise", C),
        # … against another enterprise's present name is asked, a former name or an institution's is no objection
        ("天津科维传感有限公司", A, "asked", None),
        ("天津朗誉控制有限公司", A, "asked", None),
        ("天津争议有限公司", A, "enterprise", A),
        ("天津理化研究所", A, "enterprise", A),
        # no good code on one side: the same name
        ("天津恒达软件有限公司", None, "enterprise", A),
        ("天津 恒达软件有限公司 ", BAD, "enterprise", A),
        (
            "天津朗誉控制有限公司",
            None,
            "enterprise",
            "名称:天津朗誉控制有限公司",
        ),  # present before B's former name
        ("天津朗誉控制有限公司", "12120000MB0C00000U", "enterprise", "名称:天津朗誉控制有限公司"),
        ("天津理化研究所", None, "institution", "名称:天津理化研究所"),
        ("天津老恒达有限公司", None, "institution", "名称:天津老恒达有限公司"),  # present before former
        ("天津争议有限公司", None, "asked", None),  # a former name of two
        ("天津往年精密有限公司", None, "enterprise", C),
        ("天津/北京联合装备有限公司", None, "enterprise", "名称:天津/北京联合装备有限公司"),
        # the same name with two different good codes
        ("天津恒达软件有限公司", "91120118MA07346294", "asked", None),
        # suggestions
        ("天津恒达软件公司", None, "asked", None),  # the same core
        ("恒达软件", None, "asked", None),
        ("天津恒达硬件有限公司", None, "asked", None),  # cores one character apart
        ("天津理化研究院", None, "asked", None),
        # nobody
        ("天津毫不相干机床有限公司", None, "company", None),
        ("某某合伙企业（有限合伙）", None, "company", None),
        ("清华大学", None, "assumed", None),
        ("张三", None, "assumed", None),
        (None, None, "blank", None),
        (None, BAD, "blank", None),
        (None, "91120118MA07346294", "company", None),
    ],
)
def test_who_is_who(owner, name, code, state, identity):
    assert owner(name, code) == [(state, identity)]


def test_the_living_before_the_dissolved(settled):
    rows = [
        {"name": "天津同名有限公司", "uscc": A, "status": "注销"},
        {"name": "天津同名有限公司", "uscc": B},
    ]
    result = settled(enterprises=rows, standards=[{"number": "GB 1", "organisation": "天津同名有限公司"}])
    assert result.tables["standards"]["_id"].tolist() == [B]


@pytest.mark.parametrize(
    ("name", "code", "choices", "state", "identity"),
    [
        ("天津恒达软件公司", None, [A], "enterprise", A),
        ("天津恒达软件有限公司", A, [B], "enterprise", B),  # beats a good code
        ("天津恒达软件有限公司", A, ["none"], "nobody", None),
        ("天津恒达软件有限公司", A, ["institution"], "institution", "决定:天津恒达软件有限公司"),
        ("天津恒达软件有限公司", A, ["later"], "asked", None),
        ("天津毫不相干机床有限公司", None, ["institution"], "institution", "决定:天津毫不相干机床有限公司"),
        ("清华大学", None, ["none"], "nobody", None),
        ("清华大学", None, ["later"], "asked", None),
        ("天津恒达软件公司", None, [f"not:{A}"], "company", None),
        ("天津恒达软件有限公司", None, [f"not:{A}"], "company", None),
        ("天津恒达软件有限公司", A, [f"not:{A}"], "company", None),
        ("天津争议有限公司", None, [f"not:{A}"], "enterprise", B),  # the next candidate comes
        ("天津争议有限公司", None, [f"not:{A}", f"not:{B}"], "company", None),
        ("天津科维传感有限公司", A, [f"not:{B}"], "enterprise", A),  # a person cleared the objection
        ("天津恒达软件公司", None, ["none", A], "enterprise", A),  # the last stands
        ("天津恒达软件公司", None, ["名称:天津朗誉控制有限公司"], "enterprise", "名称:天津朗誉控制有限公司"),
        ("天津恒达软件公司", None, ["91120118MA07346294"], "company", "91120118MA07346294"),  # in no list
    ],
)
def test_decisions_beat_everything(owner, name, code, choices, state, identity):
    assert owner(name, code, [("match", name, choice) for choice in choices]) == [(state, identity)]


@pytest.mark.parametrize(
    ("cell", "code", "owners"),
    [
        ("天津恒达软件有限公司、清华大学", None, [("enterprise", A), ("assumed", None)]),
        (
            "天津毫不相干机床有限公司；清华大学等",
            B,
            [("company", None), ("assumed", None)],
        ),  # the code is neither's
        ("天津毫不相干机床有限公司等", B, [("enterprise", B)]),  # one owner is left, the code is its
        (
            "天津/北京联合装备有限公司、清华大学",
            None,
            [("assumed", None), ("company", None), ("assumed", None)],
        ),
    ],
)
def test_several_owners(owner, cell, code, owners):
    assert owner(cell, code) == owners


def test_what_a_person_sees_is_said(settled):
    rows = [
        {"number": "US1", "applicant": "天津恒达软件公司"},
        {"number": "US2", "applicant": "清华大学、天津恒达软件公司"},
    ]
    result = settled(enterprises=ENTERPRISES, patents=rows)
    by_code = {found.code: found for found in result.findings if found.place.file == "patents.xlsx"}
    asked = by_code["name_suggested"]
    assert (asked.level, asked.values["suggested"], asked.values["count"]) == ("warning", A, 2)
    assert asked.values["options"][0]["value"] == A
    assert "核心名称" in asked.values["evidence"]
    assert by_code["institution_assumed"].values["name"] == "清华大学"
    assert len([found for found in result.findings if found.code == "name_suggested"]) == 1


@pytest.mark.parametrize("state", ["assumed", "company", "asked", "nobody", "institution", "blank"])
def test_recognitions_are_never_assumed(settled, state):
    names = {
        "assumed": "清华大学",
        "company": "天津毫不相干机床有限公司",
        "asked": "天津恒达软件公司",
        "nobody": "某厂",
        "institution": "某院",
        "blank": None,
    }
    decisions = [("match", "某厂", "none"), ("match", "某院", "institution")]
    rows = [{"kind": "little_giants", "name": names[state], "year": 2023}]
    frame = settled(decisions, enterprises=ENTERPRISES, recognitions=rows).tables["recognitions"]
    assert frame["_owner"].tolist() == ["company" if state == "assumed" else state]


def test_names_on_no_list_are_listed_once_per_list(settled):
    rows = [
        {"kind": "little_giants", "name": name, "year": 2023}
        for name in ("北京毫不相干厂", "上海无关机床有限公司", "北京毫不相干厂")
    ]
    result = settled(enterprises=ENTERPRISES, recognitions=rows)
    [found] = [one for one in result.findings if one.code == "names_not_listed"]
    assert found.values["names"] == ["北京毫不相干厂", "上海无关机床有限公司"]
    assert len(result.tables["recognitions"]) == 3


@pytest.mark.parametrize(
    ("rows", "identities"),
    [
        ([{"name": "天津恒达软件有限公司"}, {"name": "天津老恒达有限公司"}], [A, A]),  # old and new name: one
        ([{"name": "北京无关机床厂"}], ["名称:北京无关机床厂"]),
        (
            [{"name": "北京无关机床厂", "uscc": "91120118MA07346294"}, {"name": "北京无关机床厂"}],
            ["91120118MA07346294"] * 2,
        ),
        ([{"name": "天津恒达软件公司"}], ["名称:天津恒达软件公司"]),  # named, whoever it turns out to be
    ],
)
def test_leading_enterprises_keep_an_identity(settled, rows, identities):
    frame = settled(enterprises=ENTERPRISES, leading_enterprises=rows).tables["leading_enterprises"]
    assert frame["_id"].tolist() == identities
