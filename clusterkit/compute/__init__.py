"""From settled tables to the numbers: scope, contributions, indicators, lineage. Pure functions, no disk."""

from clusterkit.compute.aggregate import compute
from clusterkit.compute.evaluate import evaluate
from clusterkit.compute.result import Declared, Result, Results

__all__ = ["Declared", "Result", "Results", "compute", "evaluate"]
