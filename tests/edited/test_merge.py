"""Three ways together: tables of cases, and laws over whatever people and lists may do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterkit.edited import Line, Sheet, merge
from clusterkit.edited.shape import Figure
from thorough import examples

SHEET = Sheet("附表5", ("序号", "项目", "投资", "进度"), (6, 20, 10, 20), key=(1,), numbers=0)


def lines(rows):
    return [Line(tuple(row), number) for number, row in enumerate(rows, 2)]


def numbered(*rows):
    return [(str(number), *row) for number, row in enumerate(rows, 1)]


A, B, C = ("甲", "1", "土建"), ("乙", "2", "立项"), ("丙", "3", "")
A2 = ("甲", "9", "土建")
MINE = ("丁", "4", "自己补的")

CASES = {
    "nothing edited: as computed": ([A, B], [A, B], [A2, C], [A2, C]),
    "an edited cell stays, its neighbour is renewed": ([A, B], [("甲", "1", "投产"), B], [A2, B], [("甲", "9", "投产"), B]),
    "a blank cell that was filled stays filled": ([C], [("丙", "3", "开工")], [C], [("丙", "3", "开工")]),
    "a cell that was emptied stays empty": ([A], [("甲", "", "土建")], [A], [("甲", "", "土建")]),
    "a conflict keeps the edit": ([A], [("甲", "5", "土建")], [A2], [("甲", "5", "土建")]),
    "a row added stays where it was put": ([A, B], [A, MINE, B], [A2, B, C], [A2, MINE, B, C]),
    "a row added at the top stays there": ([A], [MINE, A], [A2, B], [MINE, A2, B]),
    "a row deleted stays away": ([A, B], [B], [A2, B, C], [B, C]),
    "a row moved stays moved, a new one comes behind its neighbour": ([A, B], [B, A], [A2, B, C], [B, C, A2]),
    "a new order of the lists is followed where nobody moved": ([A, B], [A, B], [B, A], [B, A]),
    "an untouched row goes with the list": ([A, B], [A, B], [B], [B]),
    "an edited row stays without the list": ([A, B], [("甲", "1", "投产"), B], [B], [("甲", "1", "投产"), B]),
    "a corrected name stays, and is no new row": ([A, B], [("甲公司", "1", "土建"), B], [A, B], [("甲公司", "1", "土建"), B]),
    "a row of another name takes no figures of the old one": ([A], [("甲公司", "1", "土建")], [A2], [("甲公司", "1", "土建")]),
    "a row that somebody had first is completed": ([], [("甲", "1", "")], [A], [A]),
    "a number made of text is no edit": ([("甲", "4.00", "")], [("甲", Figure("4"), "")], [("甲", "5.00", "")], [("甲", "5.00", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("base", "edited", "computed", "expected"), CASES.values(), ids=CASES)
def test_merge(base, edited, computed, expected):
    made = merge(SHEET, numbered(*base), lines(numbered(*edited)), numbered(*computed))
    assert list(made.rows) == numbered(*expected)


NOTES = {
    "conflict": ([A], [("甲", "5", "土建")], [A2], [("conflict", "甲", "投资", "5", "9", "1")]),
    "both changed to the same": ([A], [A2], [A2], []),
    "kept": ([A], [("甲", "5", "土建")], [], [("kept", "甲", "", "", "", "")]),
    "deleted": ([A, B], [B], [A, B], [("deleted", "甲", "", "", "", "")]),
    "renamed and renewed": ([A], [("甲公司", "1", "土建")], [A2], [("conflict", "甲公司", "投资", "1", "9", "1")]),
}  # fmt: skip


@pytest.mark.parametrize(("base", "edited", "computed", "expected"), NOTES.values(), ids=NOTES)
def test_what_is_said(base, edited, computed, expected):
    made = merge(SHEET, numbered(*base), lines(numbered(*edited)), numbered(*computed))
    assert [
        (one.kind, one.row, one.column, one.edited, one.computed, one.before) for one in made.notes
    ] == expected


def test_a_conflict_is_said_until_it_is_settled():
    edited = numbered(("甲", "5", "土建"))
    first = merge(SHEET, numbered(A), lines(edited), numbered(A2))
    again = merge(SHEET, first.base, lines(first.rows), numbered(A2))
    assert [one.kind for one in again.notes] == ["conflict"]
    settled = merge(SHEET, again.base, lines(numbered(A2)), numbered(A2))
    assert settled.notes == ()
    assert list(merge(SHEET, settled.base, lines(settled.rows), numbered(A)).rows) == numbered(A)


def test_a_row_stays_deleted_when_its_list_comes_back():
    gone = merge(SHEET, numbered(A, B), lines(numbered(B)), [])
    back = merge(SHEET, gone.base, lines(gone.rows), numbered(A, B))
    assert list(back.rows) == numbered(B)


WORDS = st.sampled_from(["", "1", "2", "3"])
ROWS = st.lists(st.tuples(st.sampled_from("ABCDE"), WORDS, st.sampled_from(["", "x", "y"])), max_size=5)
NAMED_ONCE = st.lists(
    st.tuples(st.sampled_from("ABCDE"), WORDS, st.sampled_from(["", "x", "y"])), max_size=5, unique_by=lambda row: row[0]
)  # fmt: skip
PLAIN = Sheet("x", ("名称", "数", "词"), (9, 9, 9))


@given(ROWS, ROWS)
def test_without_edits_the_lists_alone_count(before, now):
    made = merge(PLAIN, before, lines(before), now)
    assert list(made.rows) == now
    assert made.notes == ()


@given(NAMED_ONCE, NAMED_ONCE, NAMED_ONCE)
def test_computing_again_changes_nothing(base, edited, computed):
    once = merge(PLAIN, base, lines(edited), computed)
    again = merge(PLAIN, once.base, lines(once.rows), computed)
    assert (again.rows, again.base) == (once.rows, once.base)


STEP = st.one_of(
    st.tuples(st.just("lists"), NAMED_ONCE),
    st.tuples(st.just("type"), st.integers(0, 9), st.integers(1, 2)),
    st.tuples(st.just("add"), st.integers(0, 9)),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 9)),
)


class Desk:
    """A sheet on which a person works while lists change; it knows every word of the person that must be there."""

    def __init__(self, computed):
        self.rows, self.base, self.computed = [list(row) for row in computed], computed, computed
        self.typed, self.deleted, self.count = set(), set(), 0

    def word(self):
        self.count += 1
        return f"我{self.count}"

    def do(self, step, *how):
        getattr(self, step)(*how)
        made = merge(PLAIN, self.base, lines(self.rows), self.computed)
        self.rows, self.base = [list(row) for row in made.rows], made.base

    def lists(self, computed):
        self.computed = computed

    def type(self, row, column):
        if self.rows:
            row %= len(self.rows)
            self.typed.discard(self.rows[row][column])
            self.rows[row][column] = self.word()
            self.typed.add(self.rows[row][column])

    def add(self, place):
        word = self.word()
        self.rows.insert(place % (len(self.rows) + 1), [word, "", ""])
        self.typed.add(word)

    def delete(self, row):
        if self.rows:
            gone = self.rows.pop(row % len(self.rows))
            self.typed -= set(gone)
            self.deleted.add(gone[0])

    def move(self, row, to):
        if self.rows:
            self.rows.insert(to % len(self.rows), self.rows.pop(row % len(self.rows)))


@settings(max_examples=examples(100, 300), deadline=None)
@given(NAMED_ONCE, st.lists(STEP, max_size=12))
def test_nothing_that_a_person_did_is_lost(computed, steps):
    desk = Desk(computed)
    for step in steps:
        desk.do(*step)
        assert desk.typed <= {word for row in desk.rows for word in row}
        assert desk.deleted.isdisjoint(row[0] for row in desk.rows)


@settings(max_examples=examples(40, 100), deadline=None)
@given(NAMED_ONCE, st.permutations(range(5)), NAMED_ONCE)
def test_rows_that_a_person_moved_keep_their_order(computed, order, later):
    moved = [computed[place] for place in order if place < len(computed)]
    made = merge(PLAIN, computed, lines(moved), later)
    there = [row[0] for row in moved if row[0] in {one[0] for one in later}]
    if moved != computed and len(there) > 1 and there != [row[0] for row in computed if row[0] in there]:
        assert [row[0] for row in made.rows if row[0] in there] == there
