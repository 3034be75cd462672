"""``clusterkit report``: where the record is; one sentence where something is not installed."""

from clusterkit.report import write


def test_it_says_where_the_record_is(ask, workspace_folder):
    answer = ask("report", workspace_folder)
    path = workspace_folder / "out" / "测算报告.html"
    assert answer.code == 0
    assert str(path.resolve()) in answer.out
    assert path.read_text("utf-8").startswith("<!doctype html>")


def test_without_nbconvert_it_ends_with_one_sentence(ask, workspace_folder, monkeypatch):
    monkeypatch.setattr(write, "find_spec", lambda _: None)
    answer = ask("report", workspace_folder)
    assert (answer.code, answer.out) == (2, "")
    assert "pip install" in answer.err
    assert not (workspace_folder / "out").exists()
