"""Rich display: what the objects of clusterkit look like in a notebook, a web page or a report.

The objects themselves know nothing of it: `clusterkit` registers the cards with IPython when it is imported in a
running notebook. Whatever comes from a file is escaped.
"""

from clusterkit.notebook.show import html, stylesheet, text

__all__ = ["html", "stylesheet", "text"]
