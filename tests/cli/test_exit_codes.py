"""The contract's exit codes and where the words go: answers on stdout, complaints in Chinese on stderr."""

import pytest

pytestmark = pytest.mark.usefixtures("no_office")

CODES = [
    # given (W: the workspace, B: with an error, T: an empty folder), code, words on stdout, words on stderr
    (("--version",), 0, "clusterkit", ""),
    ((), 0, "用法：", ""),
    (("check", "W"), 0, "个提醒", ""),
    (("check", "B"), 1, "不明.csv", ""),
    (("check", "B", "--format", "json"), 1, "file_not_recognised", ""),
    (("indicators", "B"), 0, "上年度集群主导产业产值", ""),
    (("lineage", "B", "output_value"), 0, "天津海河传感技术有限公司", ""),
    (("lineage", "W", "上年度集群主导产业产值"), 0, "天津海河传感技术有限公司", ""),
    (("build", "W"), 0, "申报信息表.docx", ""),
    (("build", "B"), 1, "不明.csv", "有 1 个错误，没有生成申报材料"),
    (("build", "B", "--unfinished"), 0, "未完成", ""),
    (("form", "T/空表.docx"), 0, "空表.docx", ""),
    (("guide",), 0, "rd_intensity", ""),
    (("guide", "--format", "json"), 0, "\\\\frac", ""),
    (("guide", "--diff", "tianjin-2025-1"), 0, "没有不同", ""),
    (("new", "T/新"), 0, "cluster.toml", ""),
    (("check", "T"), 2, "", "不是一个工作区"),
    (("check", "T/没有"), 2, "", "没有“"),
    (("lineage", "W", "rd_intensty"), 2, "", "rd_intensity"),
    (("lineage", "W", "产值"), 2, "", "output_value（上年度集群主导产业产值）"),
    (("form", "T/空表.doc"), 2, "", "要以 .docx 结尾"),
    (("guide", "tianjin-2026"), 2, "", "是不是“tianjin-2025-1”"),
    (("new", "W"), 2, "", "已有文件"),
    (("demo", "W/raw"), 2, "", "已有别的文件"),
    (("chek",), 2, "", "没有 chek 这个命令，是不是想写 check。"),
    (("check",), 2, "", "缺少 DIR。用法见：clusterkit check --help"),
    (("check", "W", "--frmat", "json"), 2, "", "没有 --frmat 这个选项，是不是想写 --format。"),
    (("check", "W", "--format", "xml"), 2, "", "--format 不能写 xml，可写：text、json。"),
    (("check", "W", "--format"), 2, "", "选项 --format 后面要写一个值。"),
    (("check", "W", "乙"), 2, "", "多写了参数：乙。"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code", "out", "err"),
    CODES,
    ids=lambda given: "-".join(given) if isinstance(given, tuple) else "",
)
def test_exit_codes(ask, request, tmp_path, given, code, out, err):
    folders = {"T": tmp_path}
    for letter, fixture in (("W", "workspace_folder"), ("B", "broken_folder")):
        if any(word.partition("/")[0] == letter for word in given):
            folders[letter] = request.getfixturevalue(fixture)
    answer = ask(*(_placed(word, folders) for word in given))
    assert answer.code == code, answer
    assert out in answer.out
    assert err in answer.err
    assert bool(answer.err) == bool(err)
    assert "Traceback" not in answer.out + answer.err


def _placed(word, folders):
    first, _, rest = word.partition("/")
    return folders[first] / rest if first in folders else word
