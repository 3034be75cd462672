"""字数 held against LibreOffice's count of the same text (which leaves out dashes and dots; Word counts them)."""

import re
import subprocess
import zipfile

import pytest
from docx import Document

from clusterkit.word.count import count_words
from clusterkit.word.libreoffice import find_libreoffice
from office import needs_office

TEXT = """\
2024年集群主导产业产值186.40亿元，占全市8.7%，集聚企业312家（其中规上83家）。
“小巨人”企业14家，R&D经费按GB/T 33905.3-2017归集，5G工厂3个，办公场所320㎡。
全员劳动生产率139.66万元/人，出口1,250.5万美元；A、B、C等5家参与制定IEC 62990-1标准。
"""


@pytest.mark.office
@needs_office
def test_a_text_has_as_many_words_as_libreoffice_counts(tmp_path):
    document = tmp_path / "正文.docx"
    plain = Document()  # without our page numbers, which count as well
    for line in TEXT.splitlines():
        plain.add_paragraph(line)
    plain.save(str(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        str(find_libreoffice()),
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(document),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    meta = zipfile.ZipFile(tmp_path / "正文.odt").read("meta.xml").decode()
    counted = re.search(r'meta:word-count="(\d+)"', meta)
    assert counted is not None
    assert int(counted[1]) == count_words(TEXT)
