"""A workspace's inputs as a value: what was read, what people decided; and the numbers that follow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import tomlkit

from clusterkit.compute import Declared, Results, evaluate
from clusterkit.guide import Guide
from clusterkit.intake.mapping import Mapping as SourceMapping
from clusterkit.intake.mapping import as_mapping
from clusterkit.intake.received import Received
from clusterkit.intake.restored import restore_codes
from clusterkit.matching.decision import Decision, Decisions
from clusterkit.matching.decisions import as_decision
from clusterkit.matching.settle import Settled, settle
from clusterkit.questions.keep import DECISIONS, MAPPING, Keep
from clusterkit.questions.written import Answer, written
from clusterkit.scope import Scope

Read = Callable[[SourceMapping, Collection[str] | None], Received]  # all files, or some


@dataclass(frozen=True)
class World:
    """Everything that the numbers depend on.

    Parameters
    ----------
    read
        Reads the lists with what ``mapping.toml`` says.
    mapping_text
        ``mapping.toml`` as it stands.
    received
        The lists as read with it.
    decisions
        ``decisions.csv`` as read.
    scope
        The settings' scope, without what was decided by hand.
    """

    guide: Guide
    scope: Scope
    read: Read
    mapping_text: str
    received: Received
    decisions: Decisions
    declared: Mapping[str, Declared]

    @cached_property
    def settled(self) -> Settled:
        """The tables after matching."""
        return settle(self.received.tables, self.guide, self.scope.reference_year, self.decisions)

    @property
    def decided_scope(self) -> Scope:
        """The scope with what was decided by hand."""
        return scope_decided(self.scope, self.settled.decisions)

    @cached_property
    def results(self) -> Results:
        """All indicators."""
        tables, given = self.settled.tables, self.received.given()
        return evaluate(self.guide, tables, self.decided_scope, self.declared, given)

    def answered(self, keep: Keep, value: str) -> World:
        """Return the world in which one question is answered so."""
        if keep.file == DECISIONS:
            return replace(self, decisions=self.decided(keep, value))
        if keep.file == MAPPING:
            text = self._mapping_with(keep, value)
            return replace(self, mapping_text=text, received=self.read(_parsed(text), None))
        choices = {**self.scope.interpretation, keep.path[-1]: value}
        return replace(self, scope=replace(self.scope, interpretation=choices))

    def read_with(self, keep: Keep, value: str, file: str) -> Received:
        """Return one file as it is read with an answer in ``mapping.toml``."""
        received = self.read(_parsed(self._mapping_with(keep, value)), (file,))
        restore_codes(received, self.received.tables)
        return received

    def _mapping_with(self, keep: Keep, value: str) -> str:
        return written(self.mapping_text, Answer(keep, value), self.received.sources)

    def decided(self, keep: Keep, value: str) -> Decisions:
        """Return the decisions with one more."""
        kind, key = keep.path
        decision = as_decision(Decision(kind, key, value, "试算", name=keep.name))
        return replace(self.decisions, rows=(*self.decisions.rows, decision))


def _parsed(text: str) -> SourceMapping:
    return as_mapping(tomlkit.parse(text).unwrap())


def scope_decided(scope: Scope, decisions: Decisions) -> Scope:
    """Return a scope with the enterprises that people took in and left out."""
    return replace(scope, include=decisions.include, exclude=decisions.exclude)
