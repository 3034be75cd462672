"""A formula as a native Word equation: well-formed, safe, and of the same structure as the LaTeX."""

from lxml import etree

from clusterkit.compute.words import latex, omml
from clusterkit.guide.formula.latex import Latex
from clusterkit.guide.formula.omml import MATH, WORD, Omml
from clusterkit.guide.formula.parser import parse

ESCAPED = str.maketrans({char: f"\\{char}" for char in "%_&#$"})
SIGNS = {"+": " + ", "×": r" \times ", "=": " = "}
M, W = f"{{{MATH}}}", f"{{{WORD}}}"


def to_latex(element):
    """Read mathematics back as the LaTeX printer writes it."""
    name = etree.QName(element).localname
    parts = [to_latex(child) for child in element if not child.tag.endswith("Pr")]
    match name:
        case "r":
            return run(element)
        case "f":
            return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
        case "nary":
            who = f"_{{{parts[0]}}}" if parts[0] else ""
            return rf"\sum{who} {parts[2]}"
        case "m":
            return r"\begin{cases}" + r" \\ ".join(parts) + r"\end{cases}"
        case "mr":
            return " & ".join(parts)
        case "d":
            return parts[0] if element.find(f"{M}dPr") is not None else rf"\left({parts[0]}\right)"
        case _:
            return "".join(parts)


def run(element):
    text = element.findtext(f"{M}t")
    if element.find(f"{M}rPr/{M}nor") is not None:
        return rf"\text{{{text.translate(ESCAPED)}}}"
    if text == "−":
        return "-" if element.getprevious() is None else " - "
    return SIGNS.get(text, text.translate(ESCAPED))


def read(markup):
    """The unit stands behind a space: the LaTeX has a thin one of its own."""
    said = to_latex(etree.fromstring(markup)).replace(r"\text{ \%}", r"\,\%")
    return said.replace(r"\text{ ", r"\,\text{")


def test_the_same_structure_as_the_latex(wording, formula):
    assert read(Omml(*wording).whole(*formula)) == Latex(*wording).whole(*formula)


def test_the_same_for_every_indicator_of_the_guide(guide, formulas):
    for indicator, figures, formula in formulas:
        markup = omml(guide, indicator, figures).whole(*formula)
        assert read(markup) == latex(guide, indicator, figures).whole(*formula), indicator.id


def test_words_are_upright_in_a_chinese_font(wording):
    root = etree.fromstring(Omml(*wording).whole(parse("sum(imports) / sum(exports)"), "倍", "2"))
    words = [one for one in root.iter(f"{M}r") if any(char >= "\u4e00" for char in one.findtext(f"{M}t"))]
    assert len(words) == 5  # two sums over 规上企业, two headers, the unit
    for one in words:
        assert one.find(f"{M}rPr/{M}nor") is not None
        assert one.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "仿宋"


def test_words_are_escaped(wording):
    table, terms, _, measure = wording
    markup = Omml(table, {**terms, "x": "<b>&"}, "<img src=x>", measure).whole(parse("sum(x)"), "<u>")
    assert "<b>" not in markup
    assert read(markup) == r"\sum_{\text{<img src=x>}} \text{<b>\&}"


def test_a_sum_over_nobody_named_hides_its_place(wording):
    table, terms, _, measure = wording
    assert '<m:subHide m:val="1"/>' in Omml(table, terms, "", measure).print(parse("sum(imports)"))
