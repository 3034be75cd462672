"""What makes the gallery is no test."""

collect_ignore_glob = ["make.py", "making/*"]
