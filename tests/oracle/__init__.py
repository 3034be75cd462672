"""A second opinion: all 35 indicators, straight from the page of rules, in slow plain Python.

Nothing here comes from clusterkit. It reads what a workspace holds with a small reader of its own (headers by a
literal table), then says each rule once more in the order of the page. Where it and clusterkit differ, one of
the two has misread a sentence.
"""

from oracle.rules import answers

__all__ = ["answers"]
