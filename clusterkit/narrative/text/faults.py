"""What the template language complains about, in Chinese, with the line of the text."""

from __future__ import annotations

import re
from types import TracebackType

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

FAULTS = (TemplateError, RecursionError, TypeError, ValueError, ArithmeticError, AttributeError)
"""What filling a text may raise."""

_SAID = (
    (r"No filter named '(?P<what>[^']*)'", "没有叫“{what}”的写法，可用的有：列举、数值、比上年、增减、高低、位次、没有则、连写"),
    (r"Unexpected end of template", "{{%…%}} 没有写完：每个 if、for 都要有 endif、endfor"),
    (r"Encountered unknown tag '(?P<what>[^']*)'", "不认识“{{% {what} %}}”"),
    (r"unexpected '(?P<what>[^']*)'", "“{what}”写在这里不对，请看括号和引号是否配对"),
    (r"expected token '(?P<want>[^']*)', got '(?P<what>[^']*)'", "花括号里“{what}”的前后不对：{{{{ }}}} 里只写一个事实"),
    (r"unexpected char '?(?P<what>[^' ]*)'? at", "花括号里不能有“{what}”这个字符"),
    (r"is not safely callable|'.*' object is not callable", "正文里不能调用这个"),
)  # fmt: skip
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said(error: Exception) -> tuple[int, str]:
    """Return the line of a fault and what it is, in Chinese.

    Examples
    --------
    >>> said(TemplateSyntaxError("No filter named 'xx'.", 3))[0]
    3
    """
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error.__traceback__)
    return line or 1, _chinese(error)


def _chinese(error: Exception) -> str:
    message = str(error)
    if isinstance(error, RecursionError):
        return "宏一层层套下去没有尽头"
    for pattern, words in _SAID:
        if found := re.search(pattern, message):
            return words.format(**found.groupdict())
    if _CHINESE.search(message) and isinstance(error, (SecurityError, TemplateSyntaxError)):
        return message.split("\n")[0]
    return f"花括号里的写法不对（{message.splitlines()[0] if message else type(error).__name__}）"


def _line(trace: TracebackType | None) -> int:
    """Return the line of the template that a fault comes from, the innermost."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
