"""A formula as mathematics that browsers show: well-formed, safe, and of the same structure as the LaTeX."""

from lxml import etree

from clusterkit.compute.words import latex, mathml
from clusterkit.guide.formula.latex import Latex
from clusterkit.guide.formula.mathml import MathML
from clusterkit.guide.formula.parser import parse

# what MathML Core knows, of what the printer needs
CORE = {
    "math", "mrow", "mfrac", "munder", "mtable", "mtr", "mtd", "mtext", "mn", "mo", "mspace",
}  # fmt: skip
ESCAPED = str.maketrans({char: f"\\{char}" for char in "%_&#$"})
SIGNS = {"+": " + ", "−": "-", "×": r" \times ", "=": " = ", "∑": r"\sum"}
SIGN_OF_A_DIFFERENCE = " - "


def to_latex(element):
    """Read mathematics back as the LaTeX printer writes it."""
    name = etree.QName(element).localname
    parts = [to_latex(child) for child in element]
    match name:
        case "mtext":
            return rf"\text{{{(element.text or '').translate(ESCAPED)}}}"
        case "mn":
            return (element.text or "").translate(ESCAPED)
        case "mspace":
            return r"\,"
        case "mo":
            return sign(element)
        case "mfrac":
            return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
        case "munder":
            return rf"{parts[0]}_{{{parts[1]}}}"
        case "mtr":
            return " & ".join(parts)
        case "mtable":
            return r"\begin{cases}" + r" \\ ".join(parts) + r"\end{cases}"
        case _:
            return joined(element, parts)


def sign(element):
    if element.text in "()":
        return {"(": r"\left(", ")": r"\right)"}[element.text]
    if element.text == "−" and element.getprevious() is not None:
        return SIGN_OF_A_DIFFERENCE
    return SIGNS.get(element.text, "")


def joined(element, parts):
    first = element[0] if len(element) else None
    is_sum = first is not None and (
        etree.QName(first).localname == "munder" or (first.text == "∑" and len(element) > 1)
    )
    return f"{parts[0]} {''.join(parts[1:])}" if is_sum else "".join(parts)


def read(markup):
    root = etree.fromstring(markup)
    assert {etree.QName(element).localname for element in root.iter()} <= CORE
    return to_latex(root).replace(r"\,\text{\%}", r"\,\%")


def test_the_same_structure_as_the_latex(wording, formula):
    assert read(MathML(*wording).whole(*formula)) == Latex(*wording).whole(*formula)


def test_the_same_for_every_indicator_of_the_guide(guide, formulas):
    for indicator, figures, formula in formulas:
        markup = mathml(guide, indicator, figures).whole(*formula)
        assert read(markup) == latex(guide, indicator, figures).whole(*formula), indicator.id


def test_words_are_escaped(wording):
    table, terms, _, measure = wording
    markup = MathML(table, {**terms, "x": "<b>&"}, "<img src=x>", measure).whole(parse("sum(x)"), "<u>")
    assert "<b>" not in markup
    assert "<img" not in markup
    assert read(markup) == r"\sum_{\text{<img src=x>}} \text{<b>\&}"


def test_a_bracket_keeps_a_difference_apart(wording):
    tree = parse("sum(imports) - (sum(exports) - 1)")
    assert MathML(*wording).print(tree).count("<mo>(</mo>") == 1
