"""The private folders of JupyterLab: one home, and per workspace what belongs to it alone."""

from pathlib import Path

import platformdirs

from clusterkit.lab.home import Home, home_of

ONE = Home(Path("/home/me/lab"), Path("/data/甲"))
OTHER = Home(Path("/home/me/lab"), Path("/data/乙"))


def test_everything_of_jupyter_is_inside():
    folders = [value for name, value in ONE.environment().items() if name != "JUPYTER_NO_CONFIG"]
    assert len(folders) == 6
    assert all(Path(folder).is_relative_to(ONE.root) for folder in folders)


def test_settings_are_shared_and_tabs_are_not():
    one, other = ONE.environment(), OTHER.environment()
    assert one["JUPYTERLAB_SETTINGS_DIR"] == other["JUPYTERLAB_SETTINGS_DIR"]
    assert one["JUPYTERLAB_WORKSPACES_DIR"] != other["JUPYTERLAB_WORKSPACES_DIR"]
    assert ONE.log != OTHER.log


def test_it_is_the_users_and_made_when_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "clusterkit")
    home = home_of(tmp_path / "ws" / ".." / "ws")
    assert home.workspace == tmp_path / "ws"
    assert home.own.is_dir()
    assert home.runtime.is_relative_to(tmp_path / "clusterkit")
