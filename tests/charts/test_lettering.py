import pytest

from clusterkit.charts.lettering import ems, wrapped

LINES = [
    ("西青区", 5, 2, ["西青区"]),
    ("天津海河传感技术有限公司", 6, 2, ["天津海河传感", "技术有限公司"]),
    ("产值（亿元），企业", 6, 2, ["产值（亿", "元），企业"]),  # no line begins with a closing mark
    ("产值企业（亿元）", 5, 2, ["产值企业", "（亿元）"]),  # nor ends with an opening one
    ("ABC Company Limited", 6, 2, ["ABC", "Company…"]),
    ("天津ABC公司", 3.5, 3, ["天津", "ABC公", "司"]),  # a word stays whole
    ("AAAAAAAAAAAAAAAAAAAA", 4, 2, ["AAAAAAA", "AAAAA…"]),  # but where it is wider than a line
    ("一二三四五六七八九十", 3, 2, ["一二三", "四五…"]),
    ("", 5, 2, [""]),
]


@pytest.mark.parametrize(("text", "width", "lines", "expected"), LINES)
def test_a_name_is_broken_where_a_reader_would(text, width, lines, expected):
    assert wrapped(text, width, lines) == expected


@pytest.mark.parametrize(("text", "width", "lines", "_"), LINES)
def test_no_line_is_too_wide(text, width, lines, _):
    assert all(ems(line) <= width + 1 for line in wrapped(text, width, lines))
