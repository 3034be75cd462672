"""Files of evidence as they come: PDFs of so many pages, turned, locked, damaged; pictures; papers of them."""

from io import BytesIO

from PIL import Image
from pypdf import PdfWriter

from clusterkit.evidence.files import survey
from clusterkit.evidence.papers import RowName, papers
from clusterkit.evidence.register import read_register
from clusterkit.matching.names import normalise

A4 = (595.0, 842.0)


def pdf(pages=1, size=A4, turned=0, password="", encrypted=False):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*size).rotate(turned)
    if encrypted:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def damaged():
    """Return a PDF that opens, whose page cannot be read: its contents name a filter that nobody knows."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length 4/Filter/NoSuchDecode>>stream\nabcd\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def picture(form="PNG", size=(60, 90), mode="RGB", frames=1):
    stream = BytesIO()
    images = [Image.new(mode, size) for _ in range(frames)]
    images[0].save(stream, form, **({"save_all": True, "append_images": images[1:]} if frames > 1 else {}))
    return stream.getvalue()


FILES = {
    "聘书.pdf": pdf(2),
    "横放.pdf": pdf(1, size=(842.0, 595.0)),
    "转过.pdf": pdf(1, turned=90),
    "空密码.pdf": pdf(3, encrypted=True),
    "加密.pdf": pdf(1, password="secret", encrypted=True),
    "坏.pdf": b"%PDF-1.4\nno more",
    "空.pdf": b"",
    "坏页.pdf": damaged(),
    "照片.jpg": picture("JPEG"),
    "透明.png": picture("PNG", mode="RGBA"),
    "多页.tif": picture("TIFF", frames=3),
    "坏图.jpg": picture("JPEG")[:200],
    "名单.xlsx": b"PK",
    "通知.docx": b"PK",
}


def write(folder, **files):
    """Write files, by default all of ``FILES``, into a folder."""
    for name, data in (files or FILES).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def row(name, *others):
    return RowName(name, frozenset(map(normalise, (name, *others))))


def listed(guide, folder, text, names=None):
    """Return the papers of a folder with what evidence.csv says (without its header: 文件,佐证对象,具体行,材料类别)."""
    register = read_register(f"文件,佐证对象,具体行,材料类别,页数\n{text}")
    known = names or {}
    return papers(guide, register, survey(folder, register.counted), lambda one: known.get(one.id, []))
