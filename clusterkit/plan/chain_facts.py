"""The chain as facts that text may cite: segments with their enterprises, empty ones, the local supply rate."""

from __future__ import annotations

from decimal import Decimal

from clusterkit.guide.fact_model import FactPlan
from clusterkit.narrative.facts.fact import Fact, listed, number, said
from clusterkit.plan.chain import Chain, Segment


def chain_fact(plan: FactPlan, chain: Chain, when: str) -> Fact:
    """Return the segments as a list, from upstream to downstream; what holds for the whole chain hangs below it."""
    path = plan.path
    if not chain.segments:
        return listed(path, plan.name, tuple, plan.measure)

    def parts() -> dict[str, Fact]:
        rate = number(
            f"{path}.local_rate", "本地配套率", chain.local_rate, "%", 1,
            how="集群内企业之间的配套金额 ÷ 配套总额（名单“配套关系”）", when=f"{chain.year}年" if chain.year else "",
        )  # fmt: skip
        empty = tuple(
            said(f"{path}.empty[{at}]", "空白环节", "".join(name.split()))
            for at, name in enumerate(chain.empty)
        )
        filled = [one for one in chain.segments if one.enterprises]
        return {
            "local_rate": rate,
            "empty": listed(f"{path}.empty", "空白环节", lambda: empty, "个环节"),
            "filled": listed(
                f"{path}.filled",
                "有企业的环节",
                lambda: _items(f"{path}.filled", filled, chain, when),
                "个环节",
            ),
            "outside": listed(
                f"{path}.outside", "集群外采购", lambda: _outside(f"{path}.outside", chain, when), "项"
            ),
            "unknown": number(
                f"{path}.unknown", "没有填产业链环节的企业", Decimal(chain.unknown), "家", 0, when=when
            ),
        }

    items = lambda: _items(path, list(chain.segments), chain, when)  # noqa: E731 - made when text goes through them
    return Fact(
        path,
        plan.name,
        unit=plan.measure,
        how="企业名录的“产业链环节”",
        when=when,
        made_parts=parts,
        made_items=items,
    )


def _items(path: str, segments: list[Segment], chain: Chain, when: str) -> tuple[Fact, ...]:
    return tuple(_segment(f"{path}[{at}]", one, chain, when) for at, one in enumerate(segments))


def _segment(path: str, one: Segment, chain: Chain, when: str) -> Fact:
    stage, _, name = one.name.partition(" ")

    def parts() -> dict[str, Fact]:
        leaders = tuple(
            said(f"{path}.leaders[{at}]", "企业名称", firm) for at, firm in enumerate(one.largest)
        )
        share = one.output / chain.output * 100 if chain.output else None
        return {
            "name": said(f"{path}.name", "环节", name or stage),
            "stage": said(f"{path}.stage", "上中下游", stage if name else ""),
            "enterprises": number(
                f"{path}.enterprises", f"{one.name}企业", Decimal(one.enterprises), "家", 0, when=when
            ),
            "above_scale": number(
                f"{path}.above_scale", f"{one.name}规上企业", Decimal(one.above_scale), "家", 0, when=when
            ),
            "output": number(f"{path}.output", f"{one.name}产值", one.output, "亿元", 2, when=when),
            "share": number(f"{path}.share", f"{one.name}产值占比", share, "%", 1, when=when),
            "leaders": listed(f"{path}.leaders", f"{one.name}代表企业", lambda: leaders, "家"),
        }

    return Fact(path, "产业链环节", name or stage, when=when, made_parts=parts)


def _outside(path: str, chain: Chain, when: str) -> tuple[Fact, ...]:
    def one(at: int) -> Fact:
        bought, here = chain.outside[at], f"{path}[{at}]"
        parts = {
            "product": said(f"{here}.product", "产品", bought.product),
            "supplier": said(f"{here}.supplier", "供应方", bought.supplier),
            "amount": number(
                f"{here}.amount", f"{bought.product}外购金额", bought.amount, "万元", 0, when=when
            ),
        }
        return Fact(here, "集群外采购", bought.product, when=when, made_parts=lambda: parts)

    return tuple(one(at) for at in range(len(chain.outside)))
