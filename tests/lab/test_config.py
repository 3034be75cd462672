"""How JupyterLab is set up: only for this machine, in Chinese, with nothing fetched, with room for large lists."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp

from clusterkit.lab.config import configuration
from clusterkit.lab.home import Home

HOME = Home(Path("/home/me/lab"), Path("/data/样例 集群"))


@pytest.fixture
def config():
    return configuration(HOME, browser=True)


def test_only_this_machine_reaches_it(config):
    assert config.ServerApp.ip == "127.0.0.1"
    assert "token" not in config.IdentityProvider  # Jupyter makes one anew on every start


def test_it_opens_the_first_notebook_of_the_workspace(config):
    assert config.ServerApp.root_dir == str(HOME.workspace)
    assert config.LabApp.default_url == "/lab/tree/notebooks/00_%E5%BC%80%E5%A7%8B.ipynb"


@pytest.mark.parametrize("browser", [True, False])
def test_the_browser_is_opened_where_wanted(browser):
    assert configuration(HOME, browser=browser).ServerApp.open_browser is browser


def test_every_name_is_one_that_jupyter_knows(config):
    for app in (ServerApp, LabApp):
        assert set(config[app.__name__]) <= set(app.class_trait_names(config=True))


def test_settings_are_chinese_and_fetch_nothing():
    settings = files("clusterkit.lab") / "settings"
    overrides = json.loads((settings / "overrides.json").read_text("utf-8"))
    page = json.loads((settings / "page_config.json").read_text("utf-8"))
    assert overrides["@jupyterlab/translation-extension:plugin"] == {"locale": "zh_CN"}
    assert overrides["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert "@jupyterlab/apputils-extension:announcements" in page["disabledExtensions"]
