"""``python -m clusterkit`` is ``clusterkit``."""

from clusterkit.cli import main

if __name__ == "__main__":
    main()
