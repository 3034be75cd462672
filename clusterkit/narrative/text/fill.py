"""Fill a text with facts, and say what cannot be filled in: unknown facts, missing ones, faults of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, meta, nodes

from clusterkit.findings import Finding, Place, finding
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.section_file import COMMENT
from clusterkit.narrative.text.faults import FAULTS, said
from clusterkit.narrative.text.marks import Marked, Marking, unmarked
from clusterkit.narrative.text.sandbox import LENGTH, Sandbox, TooMuchError

_CITED = re.compile(r"\{\{ ([^{}]+?) \}\}")
_REFUSED = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block, nodes.CallBlock)


@dataclass(frozen=True)
class Filled:
    """A text with its facts in it, and what was noticed."""

    marked: Marked
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """What will be printed."""
        return self.marked.text.strip()


def fill(source: str, facts: Facts, file: str = "") -> Filled:
    """Return a text with its facts in it.

    Parameters
    ----------
    source
        The text as somebody wrote it; ``<!-- … -->`` is no part of it.
    facts
        What it may cite.
    file
        Where findings point to.

    Examples
    --------
    >>> from clusterkit.narrative.facts.fact import Fact
    >>> facts = Facts({"n": Fact("n", "数", "5家"), "none": Fact("none", "无")})
    >>> fill("企业{{ n }}，{% if none %}有{% endif %}占{{ 比重 }}。", facts).text
    '企业5家，占{{ 比重 }}。'
    """
    written = COMMENT.sub(lambda comment: "{#" + "\n" * comment[0].count("\n") + "#}", source)
    box = Sandbox(facts)
    try:
        tree = box.parse(written)
        unknown = list(_unknown(tree, facts, file))
        marked = unmarked(_rendered(box, tree))
    except FAULTS as error:
        line, words = said(error)
        place = Place(file, "", line)
        plain = COMMENT.sub("", source)
        starts = _lines(plain)
        return Filled(Marked(plain, (), starts), (finding("narrative_template_fault", place, words=words),))
    return Filled(marked, (*unknown, *_left(marked, facts, file, {one.id for one in unknown})))


def _rendered(box: Sandbox, tree: nodes.Template) -> str:
    refused = next((node for node in tree.find_all((*_REFUSED, nodes.Name)) if _is_refused(node)), None)
    if refused is not None:
        raise TemplateSyntaxError(
            "正文里只能用 {{ }}、{% if %}、{% for %}、{% set %}、{% macro %}", refused.lineno
        )
    template = box.from_string(Marking().visit(tree))
    found, length = [], 0
    for piece in template.generate():
        length += len(piece)
        if length > LENGTH:
            raise TooMuchError(f"文字超过 {LENGTH} 字，停下了")
        found.append(piece)
    return "".join(found)


def _is_refused(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.Name) or node.name in ("self", "super", "caller", "varargs", "kwargs")


def _lines(text: str) -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        found.append((at, number))
        at += len(line) + 1
    return tuple(found)


def _unknown(tree: nodes.Template, facts: Facts, file: str) -> Iterator[Finding]:
    """Yield the facts that a text names anywhere, also in conditions, and nobody knows."""
    own = {"range", "loop"}
    free = meta.find_undeclared_variables(tree) - own
    inner = {
        id(node.node)
        for node in tree.find_all((nodes.Getattr, nodes.Getitem))
        if isinstance(node, (nodes.Getattr, nodes.Getitem))
    }
    told = set()
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        path = _path(node)
        if id(node) in inner or not path or path.partition(".")[0].partition("[")[0] not in free:
            continue
        if facts.find(path) is None and (path, node.lineno) not in told:
            told.add((path, node.lineno))
            yield _unknown_fact(path, facts, file, node.lineno)


def _path(node: nodes.Node) -> str:
    """Return how a text cites a fact; ``""`` for what is no fixed path."""
    match node:
        case nodes.Name(name=name, ctx="load"):
            return name
        case nodes.Getattr(node=above, attr=attr) if path := _path(above):
            return f"{path}.{attr}"
        case nodes.Getitem(node=above, arg=nodes.Const(value=value)) if path := _path(above):
            return f"{path}[{value}]" if isinstance(value, int) else f"{path}.{value}"
    return ""


def _unknown_fact(path: str, facts: Facts, file: str, line: int) -> Finding:
    near = facts.nearest(path)
    said = f"；最接近的是 {near}" if near else ""
    return finding("narrative_unknown_fact", Place(file, "", line), key=path, fact=path, near=said)


def _left(marked: Marked, facts: Facts, file: str, told: set[str]) -> Iterator[Finding]:
    """Yield the facts that could not be printed: those without a value, and unknown ones met in loops."""
    for cited in _CITED.finditer(marked.text):
        path, line = cited[1], marked.line(cited.start())
        fact = facts.find(path)
        if fact is None:
            found = _unknown_fact(path, facts, file, line)
            if found.id not in told:
                yield found
        else:
            place = Place(file, "", line)
            yield finding("narrative_missing_fact", place, key=path, indicator=_root(path), name=fact.name)


def _root(path: str) -> str:
    """Return the first word of a path."""
    return re.split(r"[.\[]", path, maxsplit=1)[0]
