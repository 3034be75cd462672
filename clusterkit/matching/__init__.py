"""Matching: who is on which list, which rows are the same enterprise, what people decided by hand."""

from clusterkit.matching.decision import Decision, Decisions
from clusterkit.matching.decisions import read_decisions
from clusterkit.matching.evidence import Evidence, Record, Weigher
from clusterkit.matching.match import match
from clusterkit.matching.names import normalise
from clusterkit.matching.restore import restore_codes
from clusterkit.matching.settle import Settled, settle

__all__ = [
    "Decision",
    "Decisions",
    "Evidence",
    "Record",
    "Settled",
    "Weigher",
    "match",
    "normalise",
    "read_decisions",
    "restore_codes",
    "settle",
]
