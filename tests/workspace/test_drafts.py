"""First drafts in a workspace: written once, kept up to date while nobody writes, never over what somebody wrote."""

import re
import shutil

import pytest

from clusterkit.word.count import count_words
from clusterkit.workspace import Workspace
from clusterkit.workspace.drafts import write_drafts
from clusterkit.workspace.new import new_workspace
from clusterkit.workspace.sample import copy_sample
from folders import small_folder


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A small workspace with its drafts; read, never changed."""
    folder = small_folder(tmp_path_factory.mktemp("small") / "ws")
    return folder, write_drafts(Workspace(folder))


@pytest.fixture
def drafted(small, tmp_path):
    """A copy of it to write in."""
    return shutil.copytree(small[0], tmp_path / "ws")


@pytest.fixture(scope="module")
def of_sample(tmp_path_factory):
    """The drafts of the sample as it ships."""
    folder = tmp_path_factory.mktemp("sample") / "ws"
    copy_sample(folder)
    return write_drafts(Workspace(folder))


def states(folder):
    return {one.section.id: one.state for one in write_drafts(Workspace(folder))}


def path_of(folder, section):
    return next((folder / "narrative").glob(f"*_{section}.md"))


def test_every_section_gets_a_draft(workspace_folder):
    workspace = Workspace(workspace_folder)
    made = write_drafts(workspace)
    assert [one.section.id for one in made] == list(workspace.guide.sections)
    assert {one.state for one in made} == {"written"}
    assert all(one.path.exists() for one in made)
    texts = Workspace(workspace_folder).narrative().texts
    assert {key for key, text in texts.items() if text} == set(workspace.guide.sections)


def test_a_draft_cites_facts_only_and_says_no_nought(drafted):
    narrative = Workspace(drafted).narrative()
    assert [one.message for one in narrative.findings if one.code.startswith("narrative_un")] == []
    for text in narrative.texts.values():
        assert not re.search(r"\{\{|\{%|\[\[", text)
        assert not re.search(r"(?<![\d.])0(家|个|项|件|名|亿元|万人)", text)


def test_a_second_run_changes_nothing(drafted):
    before = {path.name: path.read_bytes() for path in (drafted / "narrative").iterdir()}
    assert set(states(drafted).values()) == {"same"}
    assert before == {path.name: path.read_bytes() for path in (drafted / "narrative").iterdir()}


def test_a_draft_that_nobody_touched_follows_the_data(drafted):
    settings = drafted / "cluster.toml"
    settings.write_text(
        settings.read_text("utf-8") + '\nname = "集群促进会"\nlegal_form = "社会团体法人"\n', "utf-8"
    )
    changed = states(drafted)
    assert changed["organisation_profile"] == "renewed"
    assert "社会团体法人" in Workspace(drafted).narrative().texts["organisation_profile"]


@pytest.mark.parametrize("keep_comment", [True, False])
def test_what_somebody_wrote_is_never_touched(drafted, keep_comment):
    path = path_of(drafted, "overview")
    text = path.read_text("utf-8").replace("集聚企业", "一共有企业")
    path.write_text(text if keep_comment else re.sub("<!--.*?-->", "", text, flags=re.DOTALL), "utf-8")
    before = path.read_bytes()
    [one] = [one for one in write_drafts(Workspace(drafted)) if one.section.id == "overview"]
    assert (one.state, path.read_bytes()) == ("edited", before)
    assert any(line.startswith("- ") and "一共有企业" in line for line in one.changes)
    assert any(line.startswith("+ ") and "集聚企业" in line for line in one.changes)


def test_a_text_that_was_emptied_is_drafted_anew(drafted):
    path = path_of(drafted, "overview")
    path.write_text("", "utf-8")
    assert states(drafted)["overview"] == "written"


def test_the_guides_prompt_stays_at_the_head(tmp_path):
    new_workspace(tmp_path / "ws")
    write_drafts(Workspace(tmp_path / "ws"))
    head = path_of(tmp_path / "ws", "overview").read_text("utf-8").split("-->")[0]
    assert "1000字以内" in head


def test_without_any_data_a_draft_only_asks(tmp_path):
    new_workspace(tmp_path / "ws")
    made = {one.section.id: one for one in write_drafts(Workspace(tmp_path / "ws"))}
    assert "【请补充" in made["overview"].text
    assert not re.search(r"\d", made["overview"].filled.replace("附表1", ""))


def test_the_sample_fills_each_section_between_60_and_95_percent(of_sample):
    lengths = {one.section.id: count_words(one.filled) / one.section.limit for one in of_sample}
    assert {key: round(share, 2) for key, share in lengths.items() if not 0.6 <= share <= 0.95} == {}


def test_two_clusters_differ_in_more_than_their_numbers(small, of_sample):
    """Figures and names taken away, most sentences of a small cluster's draft are not those of the sample's."""

    def sentences(drafts):
        said = "".join(re.sub(r"【.*?】|\d", "", one.text) for one in drafts if one.state != "edited")
        return {one for one in re.split("[。；]", said) if len(one) > 8}

    few, many = sentences(small[1]), sentences(of_sample)
    assert len(few - many) >= 4
    assert len(many - few) >= 20
