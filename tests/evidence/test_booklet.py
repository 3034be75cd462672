"""The bound PDF: what the binding says is on the page, told by another reader."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from clusterkit.evidence.binding import bind
from clusterkit.evidence.booklet import make_booklet
from evidence_given import listed, write


def text(page):
    """Return a page's words; pypdf reads our font's two-byte codes with a nought before each."""
    return "".join(page.extract_text().replace("\0", "").split())


ROWS = "\n".join(f"{file},企业数量" for file in ("聘书.pdf", "转过.pdf", "空密码.pdf", "加密.pdf", "照片.jpg", "多页.tif", "没有.pdf"))  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    from clusterkit.guide import load_guide

    guide = load_guide("tianjin-2025-1")
    papers = listed(guide, write(tmp_path_factory.mktemp("evidence")), f"{ROWS}\n,附表5,,,2\n")
    binding = bind(guide, papers)
    data = make_booklet(binding, {}, "示例佐证材料")
    return binding, data, PdfReader(BytesIO(data))


def test_every_page_bears_its_number(made):
    binding, _, reader = made
    assert len(reader.pages) == binding.total
    assert [n for n, page in enumerate(reader.pages, 1) if not text(page).endswith(f"佐证P{n}")] == []


def test_dividers_name_their_papers_with_the_pages_on_which_they_are(made):
    binding, _, reader = made
    for part in binding.parts:
        words = text(reader.pages[part.first - 1])
        assert part.part.name in words
        assert all(one.pages in words and one.paper.title.split(".")[0] in words for one in part.papers)


@pytest.mark.parametrize(
    ("file", "why"), [("加密.pdf", "文件要密码"), ("没有.pdf", "文件不见了"), ("名单.xlsx", "这种文件不能装订"), ("通知.docx", "没有转成PDF")]
)  # fmt: skip
def test_what_cannot_be_bound_keeps_its_place(made, file, why):
    binding, _, reader = made
    one = next(one for one in binding.bound if one.paper.entry.file == file)
    words = text(reader.pages[one.first - 1])
    assert "此处放入" in words
    assert why in words


def test_a_paper_original_keeps_as_many_pages_as_it_has(made):
    binding, _, reader = made
    [one] = [one for one in binding.bound if not one.paper.entry.file]
    assert (one.last - one.first + 1, "纸质件" in text(reader.pages[one.last - 1])) == (2, True)


def test_turned_pages_are_turned_for_good_and_lie_as_they_are_seen(made):
    binding, _, reader = made
    one = next(one for one in binding.bound if one.paper.entry.file == "转过.pdf")
    page = reader.pages[one.first - 1]
    assert page.rotation == 0
    assert page.cropbox.width > page.cropbox.height


def test_bookmarks_lead_to_the_pages(made):
    binding, _, reader = made
    marks = [one for one in reader.outline if not isinstance(one, list)]
    assert [reader.get_destination_page_number(one) + 1 for one in marks] == [
        part.first for part in binding.parts
    ]
    inner = [one for group in reader.outline if isinstance(group, list) for one in group]
    assert [reader.get_destination_page_number(one) + 1 for one in inner] == [
        one.first for one in binding.bound
    ]


def test_the_same_bytes_on_every_run(made):
    binding, data, _ = made
    assert make_booklet(binding, {}, "示例佐证材料") == data
