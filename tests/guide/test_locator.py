"""Lines of keys in every shape that TOML allows."""

import tomllib

import pytest

from clusterkit.guide.locator import positions

TEXT = '''# a comment
title = "a # not a comment"

[rule.living]
when = """
one = 1
[not.a.table]
"""   # [neither]
'quoted.key' = 'x'
dotted.inner.key = 1

[[case]]
name = "first"
rows = [
    # a comment ] in an array
    ["a", 1], ["b",
     2],
    { x = 1, y = { z = [1,
      2] } },
]

[[case]]
name = 'second'
[case.given]
list = \'\'\'it's
a = 1\'\'\'
[[case.part]]
n = 2024-01-01
[[case.part]]
n = 1_000

["中文 键"."b.c"]
"a\\"b" = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2), (("rule",), 4), (("rule", "living"), 4), (("rule", "living", "when"), 5), (("rule", "living", "quoted.key"), 9),
        (("rule", "living", "dotted", "inner", "key"), 10), (("case", 0), 12), (("case", 0, "name"), 13), (("case", 0, "rows", 0), 16),
        (("case", 0, "rows", 1, 1), 17), (("case", 0, "rows", 2, "x"), 18), (("case", 0, "rows", 2, "y", "z", 1), 19), (("case", 1), 22),
        (("case", 1, "name"), 23), (("case", 1, "given", "list"), 25), (("case", 1, "part", 0, "n"), 28), (("case", 1, "part", 1, "n"), 30),
        (("中文 键", "b.c"), 32), (("中文 键", "b.c", 'a"b'), 33),
    ],
)  # fmt: skip
def test_a_key_is_found(path, line):
    assert positions(TEXT)[path] == line


def _paths(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _paths(inner, (*path, key))


def test_every_key_that_tomllib_reads_has_a_line():
    assert set(_paths(tomllib.loads(TEXT))) - {()} == set(positions(TEXT))


@pytest.mark.parametrize("text", ["", "# only a comment", "\n\n", "a=1", "a = []\nb = {}"])
def test_short_texts(text):
    assert set(positions(text)) == set(_paths(tomllib.loads(text))) - {()}
