"""Membership organisation: speaks for a large enrolled base, from which it can drift."""

from sim.declare import kind

KIND = kind(
    "membership_body",
    family="CSO",
    sector="people",
    scope="national",
    en="Membership organisation",
    fr="Organisation associative",
    hours_per_week=6,
    money_per_year=2,
    representativeness=0.8,
    credibility=0.5,
    unlikeliness=0.15,
    skills=dict(policy=0.35, convening=0.4, media=0.35, mobilisation=0.75),
    access=(0.2, 0.25, 0.3, 0.45, 0.5),
    meaning="Speaks for a large enrolled base, from which it can drift.",
    source="S10 S34",
)
