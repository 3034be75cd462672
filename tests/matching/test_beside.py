"""What stands beside names, for many pairs at once, against one pair at a time."""

from itertools import product

import numpy as np

from clusterkit.matching.beside import Beside
from clusterkit.matching.clues import code_points, district_points
from clusterkit.matching.parties import Party

CODES = ["91120000238994906G", "9112000076431558X9", None]
PLACES = ["西青区", "滨海新区", "经开区", None]


def test_many_pairs_at_once():
    parties = [
        Party(f"{at}", "甲", code, district=place) for at, (code, place) in enumerate(product(CODES, PLACES))
    ]
    said = [*product([None, "", "9112000023899490", "9112000076431558X9"], [*PLACES, "河东区"])]
    beside = Beside([place for _, place in said], [code for code, _ in said], {"经开区": "滨海新区"})
    query, party = np.repeat(np.arange(len(said)), len(parties)), np.tile(np.arange(len(parties)), len(said))
    expected = [one_pair(*said[at], parties[to]) for at, to in zip(query, party, strict=True)]
    assert beside.points(parties, query, party).tolist() == expected


def one_pair(code, place, party):
    one, other = (
        "滨海新区" if {place, party.district} == {"滨海新区", "经开区"} else name
        for name in (place, party.district)
    )
    clues = (district_points(one, other), code_points(code, party.code))
    return sum(clue.points for clue in clues if clue)
