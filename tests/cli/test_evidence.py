"""clusterkit evidence: what is there, what is lacking, and the register written where that is asked for."""

from evidence_given import pdf, write


def test_what_is_there_and_what_is_lacking(ask, workspace_folder):
    write(workspace_folder / "evidence", **{"小巨人公告.pdf": pdf(2)})
    said = ask("evidence", str(workspace_folder))
    assert said.code == 0
    assert "P2—3 小巨人公告 → 国家级专精特新“小巨人”企业数量（按文件名猜的，请核对）" in said.out
    assert "办公场所面积：场所证明" in said.out
    assert "申报条件（15 句" in said.out
    assert not (workspace_folder / "evidence.csv").exists()


def test_the_register_is_written_where_asked(ask, workspace_folder):
    write(workspace_folder / "evidence", **{"小巨人公告.pdf": pdf(2)})
    assert "按文件名猜的" not in ask("evidence", str(workspace_folder), "--write").out
    assert "小巨人公告.pdf" in (workspace_folder / "evidence.csv").read_text("utf-8-sig")


def test_nothing_there_says_what_to_do(ask, workspace_folder):
    assert "把文件放进 evidence 文件夹" in ask("evidence", str(workspace_folder)).out
