"""Low and high: every question answered the way that lowers, or raises, a number."""


def test_an_answer_that_leaves_nothing_lowers_a_number_to_nought(decided):
    result = decided.results()["municipal_carriers"]
    assert (result.low, result.exact, result.high) == (0, 1, 1)
