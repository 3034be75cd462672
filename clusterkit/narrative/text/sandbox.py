"""The sandbox in which texts are filled: facts and nothing else, no arithmetic, bounded loops and output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment

from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.text.filters import FILTERS

STEPS, LENGTH = 5_000, 100_000  # turns of loops and calls of macros; characters of one text
_LOOP = {"index", "index0", "revindex", "first", "last", "length"}
_SIGNS = frozenset({"+", "-", "*", "/", "//", "%", "**"})


class TooMuchError(SecurityError):
    """A text that would go on and on."""


class Unknown(Undefined):
    """A fact that nobody knows: false in conditions, no items, printed as it was cited."""

    @property
    def path(self) -> str:
        """How the text cites it."""
        return str(self._undefined_name)

    def __str__(self) -> str:
        return f"{{{{ {self.path} }}}}"

    def _false(self, other: object) -> bool:  # noqa: ARG002
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _false  # type: ignore[assignment]


class _Facts(Context):
    """Names in a text: what it set itself, then facts by id or Chinese name."""

    def resolve_or_missing(self, key: str) -> Any:
        if key in self.vars:
            return self.vars[key]
        found = self.environment.facts.root(key)  # type: ignore[attr-defined]
        return super().resolve_or_missing(key) if found is None else found


class Sandbox(SandboxedEnvironment):
    """An environment for one text."""

    context_class = _Facts
    intercepted_binops = _SIGNS
    intercepted_unops = frozenset({"-", "+"})

    def __init__(self, facts: Facts) -> None:
        super().__init__(undefined=Unknown, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
        self.facts, self.steps = facts, 0
        self.globals = {"range": _few}
        self.filters = {**FILTERS, "_counted": self._counted, "_joined": _joined}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what hangs below a fact; nothing of anything else."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what hangs below a fact or an item of a list; of a loop where it stands."""
        found: Any = None
        if isinstance(obj, Fact):
            found = obj.at(argument) if isinstance(argument, int) else obj.get(str(argument))
        elif isinstance(obj, tuple) and isinstance(argument, int) and argument < len(obj):
            found = obj[argument]
        elif isinstance(obj, LoopContext) and argument in _LOOP:
            found = getattr(obj, argument)
        if found is not None:
            return found
        above = getattr(obj, "path", "")
        return Unknown(name=f"{above}.{argument}" if above else str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow the macros of the text itself, and ``range``."""
        return isinstance(obj, Macro) or obj is _few

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, and count it."""
        self._step()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Refuse arithmetic: figures are computed in the guide's data."""
        raise SecurityError(f"正文里不做算术（{operator}）：要用的数请在指南的 facts.toml 里写成事实")

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """Refuse arithmetic."""
        return self.call_binop(context, operator, None, arg)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise TooMuchError(f"循环超过 {STEPS} 次，停下了")

    def _counted(self, items: Any) -> Iterator[Any]:
        for item in items:
            self._step()
            yield item


def _few(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > STEPS:
        raise TooMuchError(f"循环超过 {STEPS} 次，停下了")
    return found


def _joined(parts: list[Any]) -> str:
    texts = [str(part) for part in parts]
    if sum(map(len, texts)) > LENGTH:
        raise TooMuchError(f"文字超过 {LENGTH} 字，停下了")
    return "".join(texts)
