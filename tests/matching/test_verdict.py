"""What the register says for certain of a name and a code; how a clash is told."""

import pytest

from clusterkit.matching.parties import Party, register_of
from clusterkit.matching.verdict import look_up

A, B, C = "91120000238994906G", "9112000076431558X9", "91120000712806184T"
REGISTER = register_of(
    [
        Party(A, "甲公司", A, names=("甲公司",), former=("旧公司", "共用公司")),
        Party(B, "乙公司", B, names=("乙公司",), former=("共用公司",)),
        Party("名称:丙公司", "丙公司", names=("丙公司",)),
        Party("x1", "同名公司", names=("同名公司",), living=False),
        Party("x2", "同名公司", names=("同名公司",)),
        Party("y1", "双名公司", names=("双名公司",)),
        Party("y2", "双名公司", names=("双名公司",)),
        Party("z", "旧公司所", names=("院所",), institution=True),
    ]
)


@pytest.mark.parametrize(
    ("name", "code", "barred", "party", "how", "clash"),
    [
        ("甲公司", A, (), A, "uscc", ""),
        ("没见过", A, (), A, "uscc", ""),
        ("", A, (), A, "uscc", ""),
        ("乙公司", A, (), None, "suggested", "code_of_another"),
        ("丙公司", A, (), None, "suggested", "code_of_another"),
        ("共用公司", A, (), A, "uscc", ""),
        ("院所", A, (), A, "uscc", ""),
        ("乙公司", A, (B,), A, "uscc", ""),
        ("乙公司", A, (A,), None, "suggested", "different_codes"),
        ("甲公司", None, (), A, "name", ""),
        ("甲公司", C, (), None, "suggested", "different_codes"),
        ("丙公司", C, (), "名称:丙公司", "name", ""),
        ("旧公司", None, (), A, "former_name", ""),
        ("旧公司", C, (), None, "suggested", "different_codes"),
        ("共用公司", None, (), None, "suggested", "several_bearers"),
        ("共用公司", None, (A,), B, "former_name", ""),
        ("同名公司", None, (), "x2", "name", ""),
        ("同名公司", None, ("x2",), "x1", "name", ""),
        ("双名公司", None, (), None, "suggested", "several_bearers"),
        ("院所", None, (), "z", "name", ""),
        ("没见过", C, (), None, "none", ""),
        ("", None, (), None, "none", ""),
    ],
)
def test_look_up(name, code, barred, party, how, clash):
    verdict = look_up(REGISTER, name, code, frozenset(barred))
    assert (verdict.party and verdict.party.id, verdict.how, verdict.clash) == (party, how, clash)


def test_a_name_that_is_nobodys_in_particular_makes_its_bearers_asked():
    register = register_of(
        [
            Party(A, "甲公司", A, names=("甲公司",), former=("旧公司",)),
            Party("名称:甲公司", "甲公司", ambiguous=True, names=("甲公司",), former=("旧公司",)),
        ]
    )
    verdict = look_up(register, "旧公司", None)
    assert [option.party.id for option in verdict.options] == [A]
    assert verdict.party is None
