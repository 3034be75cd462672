import pytest

from clusterkit.forms.section_text import section_paragraphs, text_paragraphs


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", []),
        ("一\n\n二", [("BodyText", "一"), ("BodyText", "二")]),
        ("  ### （一）规模  \n正文", [("Heading4", "（一）规模"), ("BodyText", "正文")]),
        ("#号不是标题", [("BodyText", "#号不是标题")]),
        ("产值**186.40亿元**。", [("BodyText", "产值186.40亿元。")]),
        ("2**3不成对", [("BodyText", "2**3不成对")]),
    ],
)
def test_a_line_is_a_paragraph(text, made):
    assert [(one.style, one.text) for one in text_paragraphs(text)] == made


def test_words_between_stars_are_bold():
    [made] = text_paragraphs("产值**186.40亿元**。")
    assert [run.text for run in made.runs if run.bold] == ["186.40亿元"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("成立于2021年。【请补充：登记机关】", [("成立于2021年。", False), ("【请补充：登记机关】", True)]),
        (
            "【请补充：甲】和【请补充：乙】",
            [("【请补充：甲】", True), ("和", False), ("【请补充：乙】", True)],
        ),
        ("【请补充：没有写完", [("【请补充：没有写完", True)]),
        ("【附】全文", [("【附】全文", False)]),
    ],
)
def test_what_is_to_be_written_yet_is_set_apart(text, runs):
    [made] = text_paragraphs(text)
    assert [(run.text, run.hint) for run in made.runs] == runs


@pytest.mark.parametrize(
    ("section", "text", "styles"),
    [
        ("overview", "", ["Heading2", "BodyText"]),
        ("overview", "正文", ["Heading2", "BodyText"]),
        ("organisation_profile", "", ["BodyText"]),  # heading and prompt in one line, as printed
        ("organisation_profile", "正文", ["Heading3", "BodyText"]),
    ],
)
def test_a_heading_stays_and_a_prompt_gives_way(guide, section, text, styles):
    printed = guide.sections[section]
    made = list(section_paragraphs(printed, text, blank=False))
    assert [one.style for one in made] == styles
    assert made[0].runs[0].text == printed.heading
    hints = [run.text for one in made for run in one.runs if run.hint]
    assert hints == ([] if text else [printed.prompt])
