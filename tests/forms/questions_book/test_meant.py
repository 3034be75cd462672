"""Which option an answer means, however it was typed."""

import pytest

from clusterkit.forms.questions_book import option_meant

OPTIONS = (
    ("none", "都不是，不属于本集群，不计入"),
    ("2024", "2024 年通过了“复核”"),
    ("A1", "是甲"),
    ("A2", "是甲"),
)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("都不是，不属于本集群，不计入", "none"),
        (" 都不是,不属于本集群, 不计入。", "none"),
        ("none", "none"),
        ("Ｎｏｎｅ", "none"),
        ('2024年通过了"复核"', "2024"),
        ("2024", "2024"),
        ("是甲（A2）", "A2"),
        ("是甲(a1)", "A1"),
        ("是甲", None),  # two answers are called so
        ("是", None),
        ("都不是", None),
    ],
)
def test_an_answer_means_the_option_that_it_names(question, answer, value):
    found = option_meant(question(options=OPTIONS), answer)
    assert (found.value if found else None) == value
