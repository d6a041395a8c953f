"""S21: how often to meet: up, then down, and the best rhythm depends on size and load; always an agenda."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, peaks, rises, stronger
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_up_then_down_in_a_small_alliance():
    """Eight members do most an hour when they meet every three weeks."""
    peaks("output_per_hour", "meeting_interval", (1, 3, 8), founders=8, runs=300)


def test_up_then_down_in_a_large_alliance():
    peaks("output_per_hour", "meeting_interval", (1, 2, 6), founders=40, runs=100)


def test_a_large_alliance_should_meet_more_often():
    """From every second week to every fourth: forty members lose by it, eight do not."""
    way = lever("meeting_interval", 2, 4)
    small = effect("output_per_hour", *way, runs=700, founders=8)
    stronger(small, effect("output_per_hour", *way, runs=700, founders=40))


def test_with_more_to_decide_it_should_meet_more_often():
    """From every second week to every third, with twice as many matters coming up and with a third of them."""
    way = lever("meeting_interval", 2, 3)
    usual = {"coefficient.items_base": 0.2, "coefficient.items_member": 0.025, "coefficient.items_activity": 0.05}
    much, little = ({name: value * times for name, value in usual.items()} for times in (2.0, 0.3))
    stronger(effect("output_per_hour", *way, runs=600, **little), effect("output_per_hour", *way, runs=600, **much))


def test_rare_meetings_save_hours_and_delay_agreement():
    way = lever("meeting_interval", 2, 8)
    falls(effect("meeting_hours", *way), 250.0)
    on = rises(effect("agreement_week", *way), 15.0)
    at_once = {"coefficient.meeting_capacity": 1e6, "alliance.negotiation": False}
    nearly_gone(effect("agreement_week", *way, **at_once), on, 0.2)


def test_rare_meetings_let_trust_stale():
    """From meetings, and from the work that they plan; where neither builds trust, rare meetings lose none."""
    way = lever("meeting_interval", 2, 8)
    falls(effect("trust_mean", *way, runs=1000), 0.024)
    idle = effect("trust_mean", *way, runs=300, **off("meeting_trust", "team_trust", "word_trust"))
    print(f"off: {idle}")
    assert idle.mean >= 0.0


def test_adaptive_meetings_repair_a_rhythm_that_does_not_fit():
    """Forty members who would meet every fourth week; where the load has no say, nothing is repaired."""
    way = lever("adaptive_meetings", False, True)
    rises(effect("activities_completed", *way, founders=40, meeting_interval=4, runs=100), 2.0)


def test_a_meeting_without_an_agenda_frustrates():
    way = lever("agenda_discipline", 0.2, 1.0)
    on = rises(effect("enthusiasm_mean", *way), 0.025)
    rises(effect("useful_meetings", *way), 0.3)
    nearly_gone(effect("enthusiasm_mean", *way, **off("purpose_lift")), on, 0.4)  # more still gets done


def test_a_meeting_without_purpose_is_called_off():
    """Where it keeps to an agenda, and there is nothing to decide or to plan; without an agenda nobody notices."""
    way = lever("cancel_below", 0.0, 1.5)
    weekly = {"meeting_interval": 1, "evaluation": "none"}
    falls(effect("meetings", *way, agenda_discipline=1.0, **weekly), 2.0)
    gone(effect("meetings", *way, agenda_discipline=0.0, runs=100, **weekly))


def test_meeting_in_person_builds_trust_and_takes_hours():
    way = lever("face_to_face", 0.0, 1.0)
    rises(effect("trust_mean", *way, runs=400, weeks=78), 0.004)
    on = rises(effect("meeting_hours", *way), 220.0)
    nearly_gone(effect("meeting_hours", *way, **off("meeting_travel_hours")), on, 0.15)
