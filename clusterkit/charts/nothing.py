"""A plan's picture that there is nothing to draw for: a card that says what is missing."""

from __future__ import annotations

from clusterkit.charts.card import card
from clusterkit.charts.chart import Chart
from clusterkit.guide.plan_model import PlanPicture


def nothing_drawn(picture: PlanPicture) -> Chart:
    """Return the chart that stands in for a picture."""
    said = f"{picture.name}：{picture.nothing}"
    return Chart(
        picture.id, picture.name, picture.nothing, "", said, "", (), True,
        lambda: card(picture.name, picture.nothing, "", 0).figure,
    )  # fmt: skip
