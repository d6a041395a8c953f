"""S24: insider pressure and outsider mobilisation, chosen case by case: the best mix depends on the context."""

from __future__ import annotations

from tests.effects.claims import MANY, falls, lever, nearly_gone, peaks, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

SPOKEN = {"messenger": "one_voice", "civic_space": 0.9, "media_freedom": 0.9}  # all may speak, and do, together
CLOSED = {"government_openness": 0.0, "initial_salience": 0.9}
OPEN = {"government_openness": 0.9, "initial_salience": 0.1}
LONG = {"weeks": FIVE_YEARS, "runs": 400}
WAY = lever("insider_share", 0.2, 1.0)


def test_work_in_public_strains_trust_with_officials_and_moves_the_public():
    way = lever("insider_share", 0.9, 0.1)
    on = falls(effect("government_trust", *way, weeks=FIVE_YEARS), 0.017)
    rises(effect("salience_mean", *way, weeks=FIVE_YEARS, runs=500), 0.004)
    rises(effect("public_strength", *way, weeks=FIVE_YEARS), 0.0028)
    ways = off("mobilisation_strain", "confrontation_strain", "contact_trust", "surprise")
    nearly_gone(effect("government_trust", *way, weeks=FIVE_YEARS, **ways), on, 0.35)


@MANY
def test_the_best_mix_crosses_between_a_closed_government_on_a_hot_issue_and_an_open_one_on_a_quiet_issue():
    closed = falls(effect("holder_position", *WAY, **LONG, **SPOKEN, **CLOSED), 0.045)
    opened = rises(effect("holder_position", *WAY, **LONG | {"runs": 1500}, **SPOKEN, **OPEN), 0.015)
    falls(effect("policy_changed", *WAY, **LONG, **SPOKEN, **CLOSED), 0.07)
    stronger(opened, closed)


def test_where_neither_openness_nor_attention_decides_the_context_does_not_choose():
    """Doors open to all alike, attention helps nobody and hushes nobody: the two contexts want the same mix."""
    blind = {**off("inside_hush", "agenda_outside"), "coefficient.quiet_public": 1.0, "coefficient.grant_floor": 10.0}
    here, there = ({**SPOKEN, **context} for context in (CLOSED, OPEN))
    closed, opened = (effect("holder_position", *WAY, **LONG, **context) for context in (here, there))
    same = [effect("holder_position", *WAY, **LONG, **context, **blind) for context in (here, there)]
    print(f"off: {same[0]}; {same[1]}")
    assert abs(same[1].mean - same[0].mean) < 0.4 * (opened.mean - closed.mean)


def test_a_mix_beats_either_side_alone():
    peaks("holder_position", "insider_share", (0.0, 0.5, 1.0), weeks=FIVE_YEARS, runs=600, **SPOKEN)
