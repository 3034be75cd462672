"""The settings of a workspace: what ``cluster.toml`` may say, key by key.

Every field's ``description`` is the Chinese word for what belongs there; messages about wrong settings use it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from clusterkit.scope import Scope


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


class Section(BaseModel):
    """What every part of the settings has: frozen, no unknown keys, numbers read as text where text belongs."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class Contact(Section):
    """Who is behind the application and how to reach them; every entry may be left out."""

    name: str | None = Field(None, description="名称")
    head: str | None = Field(None, description="负责人姓名")
    head_title: str | None = Field(None, description="负责人职务")
    address: str | None = Field(None, description="通信地址")
    postcode: str | None = Field(None, description="邮编")
    contact: str | None = Field(None, description="联系人姓名")
    contact_title: str | None = Field(None, description="联系人职务")
    phone: str | None = Field(None, description="固定电话")
    mobile: str | None = Field(None, description="移动电话")
    fax: str | None = Field(None, description="传真")
    email: str | None = Field(None, description="电子邮箱")


class Government(Contact):
    """组织单位: the district government."""

    contact_department: str | None = Field(None, description="联系人所在部门")


class Organisation(Contact):
    """促进组织: the promotion organisation, with the figures that it reports itself."""

    legal_form: str | None = Field(None, description="法人类型")
    founded: Annotated[str, BeforeValidator(_day)] | None = Field(
        None, description="成立时间，例如 2021-06-18"
    )
    office_area: float | None = Field(None, ge=0, description="办公场所面积，单位㎡，例如 320")
    full_time_staff: int | None = Field(None, ge=0, description="专职工作人员数量，例如 12")


class Cluster(Section):
    """The cluster itself: its name, its leading industry, its place."""

    name: str = Field("", description='集群名称，例如 "西青区智能传感器集群"')
    industries: tuple[str, ...] = Field((), description='主导产业的行业代码，例如 ["39", "4021"]')
    districts: tuple[str, ...] = Field((), description='实施范围所在的区，例如 ["西青区"]')
    field: str | None = Field(None, description="申报表“产业领域”一栏的文字")
    area: str | None = Field(None, description="申报表“实施范围”一栏的文字")
    chain_segments: tuple[str, ...] = Field((), description="产业链环节，从上游到下游依次列出")


class Declared(Section):
    """A total that a department certifies, beside the sum of rows."""

    value: float = Field(description="认定的总数，例如 3.2")
    unit: str = Field(min_length=1, description='单位，例如 "万人"')
    department: str = Field(min_length=1, description='认定部门，例如 "区统计局"')
    document: str = Field(min_length=1, description="证明文件的名称或文号")
    date: dt.date = Field(description="证明文件的日期，例如 2025-03-01")
    reason: str = Field(min_length=1, description="采用部门数的理由")
    print: bool = Field(False, description="申报表是否填部门数，true 或 false")


class Rate(Section):
    """An exchange rate with its source."""

    value: float = Field(gt=0, description="汇率，例如 7.1217")
    source: str = Field(min_length=1, description="汇率的来源")
    date: dt.date = Field(description="汇率的日期，例如 2024-12-31")
    kind: Literal["average", "year_end"] = Field(description='"average"（年平均）或 "year_end"（年末）')


class Rates(Section):
    """The exchange rates that the project records."""

    usd_cny: Rate | None = Field(None, description="美元兑人民币汇率一节")


class EvidenceSettings(Section):
    """How the evidence shows in other documents."""

    pages_in_form: bool = Field(False, description="申报信息表里是否印佐证页码，true 或 false")


class Settings(Section):
    """All of ``cluster.toml``."""

    guide: str = Field(min_length=1, description='申报指南的编号，例如 "tianjin-2025-1"')
    reference_year: int = Field(ge=2000, le=2100, description="上年度，例如 2024")
    reference_date: dt.date | None = Field(None, description="名单有效性的基准日，例如 2024-12-31")
    cluster: Cluster = Field(Cluster(), description="集群一节")
    government: Government = Field(Government(), description="组织单位一节")
    organisation: Organisation = Field(Organisation(), description="促进组织一节")
    declared: dict[str, Declared] = Field({}, description="部门认定的总数")
    rates: Rates = Field(Rates(), description="汇率一节")
    evidence: EvidenceSettings = Field(EvidenceSettings(), description="佐证材料一节")
    interpretation: dict[str, str] = Field({}, description="指南有歧义之处的口径")

    def scope(
        self, include: Mapping[str, str] | None = None, exclude: Mapping[str, str] | None = None
    ) -> Scope:
        """Return which enterprises count.

        Parameters
        ----------
        include, exclude
            Those that a person includes or leaves out by hand, each with its reason.
        """
        return Scope(
            reference_year=self.reference_year,
            industries=self.cluster.industries,
            districts=self.cluster.districts,
            reference_date=self.reference_date,
            include=include or {},
            exclude=exclude or {},
            interpretation=dict(self.interpretation),
            organisation=self.reported(),
        )

    def reported(self) -> dict[str, Any]:
        """Return what the promotion organisation reports of itself, without what was left out."""
        return self.organisation.model_dump(exclude_none=True)
