"""The manner of a text: claims without proof, long sentences, piled words, empty phrases, futures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clusterkit.findings import Finding
from clusterkit.guide.prose_model import ComputedClaim
from clusterkit.narrative.checks.ahead import speaks_ahead
from clusterkit.narrative.checks.aimed import aim_of
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.passage import Passage, sentences
from clusterkit.narrative.checks.patterns import any_pattern, any_word
from clusterkit.narrative.facts.fact import Fact
from clusterkit.word.count import count_words

_ZERO = re.compile(r"(?<![\d.])0(?:\.0+)?\s?(?:家|个|项|件|名|位|次|人|亿元|万元|亿美元|只|台|套|条)")
_YEAR = re.compile(r"20\d\d\s*年|20\d\d\s*[—–-]")
_FOUR = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{4}[、，]){2,}[\u4e00-\u9fff]{4}(?![\u4e00-\u9fff])"
)
_LAST_FOUR = re.compile(r"[\u4e00-\u9fff]{4}")
_HOW_MUCH = re.compile(r"(?:增长|提高|增加|下降|降低|减少)[了约近超]*\d|[由从].+[到至]")
_ALIKE = 4
_OPENING_YEAR = re.compile(r"[到至]?20\d\d年")  # year by year is an order


def manner(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield what is to be said about the manner of a sentence."""
    yield from _claims(sentence, checked, against)
    yield from _computed(sentence, checked, against)
    yield from _empty(sentence, checked, against)
    yield from _futures(sentence, checked, against)
    yield from _hedges(sentence, checked, against)
    yield from _forms(sentence, checked, against)


def manner_of_paragraph(paragraph: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield what is to be said about a paragraph: its figures, its sentences beside each other."""
    every = list(sentences(paragraph))
    said = [figure for one in every for figure in against.said(one.text)]
    if len(said) > against.prose.figures:
        yield checked.found(
            "text_many_figures", paragraph, 0, said[against.prose.figures].words, whole=True, count=len(said),
            most=against.prose.figures,
        )  # fmt: skip
    so_far = paragraph.marked.text[: paragraph.end]  # the first mention of a year fixes it for what follows
    times = (*against.prose.times, *(checked.plan.times if checked.plan else ()))
    dated = not checked.dated or _YEAR.search(so_far) or any_word(times).search(so_far)
    if said and not dated and not re.search(against.prose.evidence, paragraph.text):
        yield checked.found("text_figure_without_year", paragraph, 0, said[0].words, whole=True)
    yield from _alike(every, checked)
    yield from _piled(paragraph, checked, against)


def _claims(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    text, prose = sentence.text, against.prose
    proven = _YEAR.search(text) and any_word(prose.proofs).search(text)
    meant = speaks_ahead(sentence, checked, against)  # 建成国内领先的平台 is an aim of the plan
    for found in () if proven or meant else any_word(prose.claims).finditer(text):
        other = any(text.startswith(word, found.start()) for word in prose.not_claims)
        if not other and not sentence.is_filled(*found.span()):
            yield checked.found("text_claim_unproven", sentence, found.start(), found[0])


def _computed(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    ahead = speaks_ahead(sentence, checked, against)
    for claim in against.prose.computed:
        fact = _told_by(claim, against, ahead=ahead)
        for word in claim.words:
            at = sentence.text.find(word)
            if at >= 0 and not _borne_out(claim, fact) and (fact is not None or not ahead):
                known = "数据里没有" if fact is None or fact.is_missing else f"{fact.name}为 {fact}"
                yield checked.found("text_claim_contradicted", sentence, at, word, known=known)


def _told_by(claim: ComputedClaim, against: Against, *, ahead: bool) -> Fact | None:
    """Return what tells whether a claim is true: what is, or the last target where it is about what is to come."""
    if not ahead:
        return against.facts.find(claim.fact)
    known = aim_of(against, claim.fact)
    return None if known is None else known.fact


def _borne_out(claim: ComputedClaim, fact: Fact | None) -> bool:
    if fact is None or not fact.is_number:
        return False
    return (claim.least is None or fact >= claim.least) and (claim.most is None or fact <= claim.most)


def _empty(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    said = against.said(sentence.text)
    found = any_word(against.prose.changes).search(sentence.text)
    told = len(said) > 1 or (said and _HOW_MUCH.search(sentence.text))
    if found and not told and not _told_below(sentence, checked, against):
        yield checked.found("text_change_without_figures", sentence, found.start(), found[0])
    empty = any_word(against.prose.vague).search(sentence.text)
    if empty and not said:
        yield checked.found("text_vague", sentence, empty.start(), empty[0])


def _told_below(sentence: Passage, checked: Checked, against: Against) -> bool:
    """Tell whether a sentence of the plan heads a paragraph that says how much: figures stand in what follows."""
    if checked.plan is None or checked.sheet:
        return False
    whole = sentence.marked.text
    ends = whole.find("\n", sentence.end)
    return bool(against.said(whole[sentence.end : ends if ends >= 0 else len(whole)]))


def _futures(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    if not checked.no_futures:
        return
    for found in any_pattern(against.prose.futures).finditer(sentence.text):
        year = found.groupdict().get("year")
        past = year is not None and int(year) <= against.year
        if not past and not sentence.is_filled(*found.span()):
            yield checked.found("text_future", sentence, found.start(), found[0])
            return


def _hedges(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    text, prose = sentence.text, against.prose
    for figure in against.said(text):
        exact = "." in figure.words or figure.quantity.counts
        behind = next((word for word in prose.hedges_behind if text.startswith(word, figure.end)), "")
        if exact and behind and figure.meant:
            yield checked.found("text_hedge", sentence, figure.start, f"{figure.words}{behind}")
    found = any_word(prose.hedges).search(text)
    if found:
        yield checked.found("text_hedge", sentence, found.start(), found[0])


def _forms(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    text, prose = sentence.text, against.prose
    if (found := _ZERO.search(text)) is not None:
        yield checked.found("text_zero", sentence, found.start(), found[0])
    if (found := any_word(prose.first_person).search(text)) is not None:
        yield checked.found("text_first_person", sentence, found.start(), found[0])
    if not speaks_ahead(sentence, checked, against):
        yield from _words(sentence, checked, prose.not_yet, "text_not_conferred")
    if checked.no_slogans:
        yield from _words(sentence, checked, prose.slogans, "text_slogan")
    if (size := count_words(text.rstrip("。！？；"))) > prose.sentence:
        yield checked.found("text_sentence_long", sentence, 0, text, count=size, most=prose.sentence)
    for run in _FOUR.finditer(text):
        if any(word.endswith(prose.praising) for word in _LAST_FOUR.findall(run[0])):
            yield checked.found("text_four_words", sentence, run.start(), run[0])


def _words(sentence: Passage, checked: Checked, words: tuple[str, ...], code: str) -> Iterator[Finding]:
    """Yield a finding for the first of some words that is not part of a fact."""
    for found in any_word(words).finditer(sentence.text) if words else ():
        if not sentence.is_filled(*found.span()):
            yield checked.found(code, sentence, found.start(), found[0])
            return


def _piled(paragraph: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield one finding where more adverbs than fit stand close together."""
    prose = against.prose
    places = [found.start() for found in any_word(prose.adverbs).finditer(paragraph.text)]
    for first, last in zip(places, places[prose.adverbs_most :], strict=False):
        if last - first < prose.adverbs_within:
            words = paragraph.text[first : first + 16]
            yield checked.found("text_adverbs", paragraph, first, words, most=prose.adverbs_most)
            return


def _alike(every: list[Passage], checked: Checked) -> Iterator[Finding]:
    for one, next_one in pairwise(every):
        head = next_one.text[:_ALIKE]
        unfilled = head.startswith("{{")  # a reference without a value says nothing that could be alike
        if (
            len(head) == _ALIKE
            and not unfilled
            and one.text.startswith(head)
            and _OPENING_YEAR.match(next_one.text) is None
        ):
            yield checked.found("text_begins_alike", next_one, 0, next_one.text, head=head)
