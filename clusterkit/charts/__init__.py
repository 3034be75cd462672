"""Charts of a cluster, drawn by matplotlib in one style: each shows the rows that its indicators count."""

from clusterkit.charts.all_charts import charts
from clusterkit.charts.chart import Chart, Shown

__all__ = ["Chart", "Shown", "charts"]
