"""Pictures in a Word file: their size, their alternative, the same bytes."""

import struct
import zlib

from docx import Document

from clusterkit.word import Picture, paragraph, write_document


def png(width=30, height=20):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff" * 3 * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_a_picture_keeps_its_shape_and_says_what_it_shows(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(write_document([paragraph("前"), Picture(png(), 150, "<图> & 文\x00")], title="例"))
    [shape] = Document(path).inline_shapes
    assert (shape.width.mm, shape.height.mm) == (150, 100)
    assert shape._inline.docPr.get("descr") == "<图> & 文"
    beside = {shape._inline.get(f"dist{side}") for side in "TBLR"}
    assert beside == {"0"}  # it stands where the text stands


def test_the_same_pictures_give_the_same_bytes():
    blocks = [Picture(png(), 100, "一"), Picture(png(3, 3), 50, "二")]
    assert write_document(blocks, title="例") == write_document(blocks, title="例")
