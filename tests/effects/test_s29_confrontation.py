"""S29: at times one must oppose a government openly; members who would rather be silent need an agreement."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises, stronger
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

TENSE = {"government_openness": 0.0, "civic_space": 0.1, "insider_share": 0.1}
WAY = lever("silence_pact", False, True)


def test_a_pact_keeps_members_at_confrontation():
    """Without it members go; where a pact protects nobody, it changes nothing."""
    on = falls(effect("exits", *WAY, runs=400, **TENSE), 0.34)
    rises(effect("retention", *WAY, runs=400, **TENSE), 0.009)
    gone(effect("exits", *WAY, **TENSE, **off("confrontation_disheartens"), **{"coefficient.pact_protection": 1.0}))
    calm = effect("exits", *WAY, runs=400, government_openness=1.0, civic_space=1.0, insider_share=0.1)
    stronger(calm, on)


def test_marching_against_a_closed_government_costs_its_trust():
    way = lever("tactic_mobilisation", 0.0, 1.0)
    on = falls(effect("government_trust", *way, runs=800, **TENSE), 0.038)
    idle = off("mobilisation_strain", "confrontation_strain")
    spared = effect("government_trust", *way, runs=800, **TENSE, **idle)
    nearly_gone(spared, on, 0.2)  # more marches, fewer meetings
