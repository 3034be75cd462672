"""A small workspace in which much was decided: by hand, by departments, by choice; and something is still open."""

import clusterkit as ck
import folders

SETTINGS = f"""\
{folders.SETTINGS}{folders.ORGANISATION}
[declared.employees]
value = 0.02
unit = "万人"
department = "区统计局"
document = "复函"
date = 2025-02-20
reason = "含劳务派遣"

[rates.usd_cny]
value = 7.1217
source = "统计公报"
date = 2024-12-31
kind = "average"

[interpretation]
standards = "national"
"""
HEADER = "企业名称,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,从业人员数（人）\n"
REGISTER = (
    HEADER
    + """\
天津海河传感技术有限公司,西青区,3983,存续,是,2024,12000,10000,500,100
天津海河传感技术有限公司,西青区,3983,存续,是,2023,9000,8000,400,90
天津云帆半导体有限公司,西青区,3973,存续,是,2024,8000,10000,,60
天津静海水泵有限公司,静海区,3983,存续,否,2024,500,400,10,20
天津迁出光电有限公司,西青区,3983,存续,是,2024,700,600,20,30
"""
)
OWN_REPORT = HEADER + "天津云帆半导体有限公司,西青区,3973,存续,是,2024,8000,9000,,60\n"
GIANTS = "企业名称,认定年份\n天津海河传感,2023\n天津云帆半导体有限公司,2023\n天津迁出光电有限公司,2023\n"
CARRIERS = (
    "载体名称,所属单位,级别,载体类别,所在区,认定年份,与主导产业相关\n"
    "传感实验室,西青传感研究所,市级,市级重点实验室,西青区,2020,是\n"
)
REFERENCES = (
    "对象,指标,数值,单位,年份,来源,口径\n本集群上年已公布,output_value,1.9,亿元,2023,年报,\n"
    "本集群上年已公布,企业数量,5,个,2022,年报,\n全市,output_value,2150,亿元,2023,年鉴,\n"
)
DECISIONS = """\
kind,key,name,choice,reason,by,at
scope,天津静海水泵有限公司,,include,主要产品为传感器,甲,2025-03-05
scope,天津迁出光电有限公司,,exclude,已迁往外省,甲,2025-03-05
match,天津海河传感,,名称:天津海河传感技术有限公司,名单为简称,乙,2025-03-06
duplicate,天津云帆半导体有限公司,,企业名录.csv:4,以统计报表为准,乙,
"""
FILES = {
    "cluster.toml": SETTINGS, "decisions.csv": DECISIONS, "raw/企业名录.csv": REGISTER, "raw/企业自报.csv": OWN_REPORT,
    "raw/国家级专精特新小巨人企业名单.csv": GIANTS, "raw/创新载体清单.csv": CARRIERS, "raw/外部参照数据.csv": REFERENCES,
}  # fmt: skip


def decided_workspace(folder, **changes):
    """Write the workspace into a folder; ``changes`` replace whole files by their stems."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changes.get(path.stem, text), "utf-8")
    return ck.Workspace(folder)
