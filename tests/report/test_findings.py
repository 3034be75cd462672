"""What follows from a finding is folded under it."""

from lxml import html as parser

from clusterkit.findings import Finding
from clusterkit.report.findings import html

CAUSE = Finding("a", "error", "file_empty", "原因")
FOLLOWS = Finding("b", "warning", "unit_missing", "后果", caused_by="a")
AGAIN = Finding("c", "info", "unit_missing", "后果的后果", caused_by="b")
ORPHAN = Finding("d", "warning", "unit_missing", "另一个", caused_by="gone")


def test_consequences_are_folded_under_their_cause():
    page = parser.fragment_fromstring(str(html([CAUSE, FOLLOWS, AGAIN, ORPHAN])), create_parent=True)
    open_ones = page.xpath(".//li[contains(@class, 'ck-finding ')][not(ancestor::details)]")
    assert [one.text_content().strip() for one in open_ones] == ["原因", "另一个"]
    outer, inner = page.xpath(".//details")
    assert [
        one.text_content().strip() for one in outer.xpath("./ul/li[contains(@class, 'ck-finding ')]")
    ] == ["后果"]
    assert [one.text_content().strip() for one in inner.xpath("./ul/li")] == ["后果的后果"]
