import pytest

from clusterkit.word import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t\u3000", 0),
        ("集群", 2),
        ("集群，发展。", 6),
        ("2024年", 2),
        ("4.88%", 1),
        ("1,250.5", 1),
        ("GB/T 33905.3-2017", 2),
        ("R&D经费", 3),
        ("“小巨人”企业", 7),
        ("附件6—1", 5),
        ("……", 2),
        ("5G工厂", 3),
        ("（含院士）", 5),
        ("a b\nc", 3),
        ("320㎡", 2),
    ],
)
def test_words_are_counted_as_word_does(text, count):
    assert count_words(text) == count
