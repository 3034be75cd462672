import numpy as np
import pytest

from clusterkit.matching.ragged import characters, joined, parts, stretches


@pytest.mark.parametrize("texts", [[], [""], ["甲乙", "", "丙"], ["𠮷a", "\ud800"]])
def test_characters(texts):
    points, owner = characters(texts)
    assert [(chr(point), of) for point, of in zip(points, owner, strict=True)] == [
        (char, at) for at, text in enumerate(texts) for char in text
    ]


@pytest.mark.parametrize(
    ("starts", "counts", "expected"),
    [([], [], []), ([3], [0], []), ([3], [2], [3, 4]), ([7, 1, 1], [1, 0, 3], [7, 1, 2, 3])],
)
def test_stretches(starts, counts, expected):
    given = (np.array(values, dtype=np.int64) for values in (starts, counts))
    assert stretches(*given).tolist() == expected


@pytest.mark.parametrize("sizes", [[], [0], [5], [1, 1, 1, 1], [9, 0, 0, 3, 3], [0, 0]])
def test_parts_cover_everything_in_order(sizes):
    found = parts(np.array(sizes, dtype=np.int64), 4)
    assert [at for part in found for at in range(len(sizes))[part]] == list(range(len(sizes)))
    assert all(sum(sizes[part]) <= 4 or part.stop - part.start == 1 for part in found)


def test_joined():
    one, other = joined([(np.array([1]), np.array([2])), (np.array([3]), np.array([4]))])
    assert (one.tolist(), other.tolist()) == ([1, 3], [2, 4])
    assert [part.dtype for part in joined(())] == [np.int64, np.int64]
