"""evidence.csv: read as Excel and WPS leave it, written without losing anything."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.evidence.register import HEADERS, Entry, completed, read_register, written_register

HEAD = ",".join(HEADERS.values())


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        ("活动/签到表.pdf", "活动/签到表.pdf"),
        ("活动\\签到表.pdf", "活动/签到表.pdf"),
        ("evidence/聘书.pdf", "聘书.pdf"),
        (" 聘书.pdf ", "聘书.pdf"),
        ("e\u0301.pdf", "é.pdf"),
    ],
)
def test_a_file_is_named_below_evidence(cell, file):
    [entry] = read_register(f"文件,佐证对象\n{cell},附表4\n").entries
    assert entry.file == file


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("名称,对象\na,b\n", "evidence_header", ("第1行", "佐证对象")),
        (f'{HEAD}\n"a.pdf,附表4\nb.pdf,附表5\n', "evidence_csv_unreadable", ("引号没有成对", "移走")),
        (f'{HEAD}\n"{"长" * 140_000}', "evidence_csv_unreadable", ("无法读取",)),
        (f"{HEAD}\na.pdf,附表4\na.pdf,附表5\n", "evidence_twice", ("第3行", "a.pdf", "第2行")),
    ],
)
def test_what_cannot_be_read_is_said(text, code, words):
    [said] = read_register(text).findings
    assert said.code == code
    assert all(word in said.message + said.fix for word in words)


@pytest.mark.parametrize("text", ["", "\ufeff", f"{HEAD}\n", f"\ufeff{HEAD}\r\n,,,\r\n"])
def test_nothing_written_is_no_entry(text):
    assert read_register(text).entries == ()


def test_lines_are_those_of_the_file():
    assert [one.line for one in read_register(f"{HEAD}\n\na.pdf\n\n\nb.pdf\n").entries] == [3, 6]


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=6)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5, unique_by=lambda row: row[0]))
def test_what_people_added_stays_when_it_is_written_again(rows):
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["序号", "文件", "佐证对象"])
    writer.writerows([number, f"f{name}", target] for number, name, target in rows)
    register = read_register(stream.getvalue())
    again = read_register(written_register(register.entries, register.headers))
    assert [(one.file, one.targets, one.more) for one in again.entries] == [
        (one.file, one.targets, one.more) for one in register.entries
    ]
    assert again.headers[:3] == ("序号", "文件", "佐证对象")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("a.pdf"), ("3", "sha256:new")),
        (Entry("a.pdf", digest="sha256:new", pages="2"), ("3", "sha256:new")),
        (Entry("a.pdf", digest="sha256:old", pages="2"), ("2", "sha256:old")),
    ],
)
def test_the_tool_fills_blanks_and_leaves_a_changed_file_to_a_person(entry, expected):
    made = completed(entry, 3, "new")
    assert (made.pages, made.digest) == expected


def test_pages_of_an_unknown_file_stay_as_written():
    assert completed(Entry("a.docx", pages="4"), None, "x").pages == "4"
