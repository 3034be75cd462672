"""Questions as the steps ask them, small enough to read."""

from decimal import Decimal

import pytest

from clusterkit.findings import Place
from clusterkit.questions import Option, Question
from clusterkit.questions.keep import DECISIONS, Keep


@pytest.fixture
def question():
    """Make a question with some answers."""

    def make(name="甲公司", options=(), **more):
        found = [Option(value, label) for value, label in options] or [
            Option("none", "都不是，不计入", {"x": Decimal(3)}), Option("later", "暂不确定（以后再定）"),
        ]  # fmt: skip
        given = {
            "id": f"name_suggested:名单.xlsx:Sheet1:3:{name}", "code": "name_suggested", "question": f"“{name}”是哪一家？",
            "options": tuple(found), "keep": Keep(DECISIONS, ("match", name)), "rule": "本工具约定",
            "evidence": "名称相近", "place": Place("名单.xlsx", "Sheet1", 3, "企业名称"),
        }  # fmt: skip
        return Question(**{**given, **more})

    return make
