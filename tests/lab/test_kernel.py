"""The kernel is the Python that has clusterkit, whatever is installed under its name."""

import json
import sys

from clusterkit.lab.kernel import OwnKernel


def test_it_is_the_running_python_and_no_other(tmp_path, monkeypatch):
    other = tmp_path / "kernels" / "python3"
    other.mkdir(parents=True)
    spec = {"argv": ["/usr/bin/other", "{connection_file}"], "display_name": "别的", "language": "python"}
    (other / "kernel.json").write_text(json.dumps(spec), "utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    kernels = OwnKernel()
    assert kernels.get_kernel_spec("python3").argv[0] == sys.executable
    assert list(kernels.get_all_specs()) == ["python3"]
