"""S30: relations grow through visits, joint work, celebrations, social events, workshops and discussed surveys."""

from __future__ import annotations

import pytest

from sim.rules.words import RELATIONS
from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def only(kind, share=0.2):
    """Time for one kind of relationship work alone, against none."""
    return {"relationship_investment": 0.0}, {
        "relationship_investment": share,
        **{f"relationship_{each}": float(each == kind) for each in RELATIONS},
    }


def test_relations_build_trust_and_crowd_out_advocacy():
    rises(effect("trust_mean", *lever("relationship_investment", 0.0, 0.3)), 0.044)
    falls(effect("activities_completed", *lever("relationship_investment", 0.0, 0.5)), 8.0)
    idle = effect("trust_mean", *lever("relationship_investment", 0.0, 0.3), **off("relation_trust"))
    print(f"off: {idle}")
    assert idle.mean <= 0.0


@pytest.mark.parametrize("kind", RELATIONS)
def test_each_kind_builds_trust(kind):
    rises(effect("trust_mean", *only(kind), runs=100), 0.02)


def test_celebrations_hearten():
    rises(effect("enthusiasm_mean", *only("celebrations")), 0.03)
    dull = effect("enthusiasm_mean", *only("celebrations"), **off("celebration_lift"))
    print(f"off: {dull}")
    assert dull.mean <= 0.0  # time spent together is missing elsewhere


def test_social_events_rest():
    falls(effect("fatigue_mean", *only("social_events")), 0.03)
    tired = effect("fatigue_mean", *only("social_events"), **off("social_rest"))
    print(f"off: {tired}")
    assert tired.mean >= 0.0  # time spent together is still time


def test_workshops_bring_approaches_together():
    rises(effect("cohesion", *only("workshops"), runs=400), 0.01)
    apart = effect("cohesion", *only("workshops"), runs=400, **off("workshop_approach"))
    print(f"off: {apart}")
    assert apart.mean <= 0.0


def test_surveys_raise_the_unheard_and_cost_papers():
    """Voice becomes more equal. Where it gives nobody the floor and piles up no papers, it does not."""
    way = lever("feedback_surveys", 0, 4)
    on = falls(effect("transparency_gap", *way, runs=400), 0.0018)
    rises(effect("admin_backlog", *way), 12.0)
    nearly_gone(effect("transparency_gap", *way, runs=400, **off("survey_raises", "survey_hours")), on, 0.1)
    quiet = off("survey_raises", "survey_hours", "survey_relief", "survey_weariness")
    gone(effect("transparency_gap", *way, **quiet))
