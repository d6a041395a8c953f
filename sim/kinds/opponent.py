"""Opponent: works to prevent the change; never a member."""

from sim.declare import kind

KIND = kind(
    "opponent",
    family="Opponent",
    sector="business",
    scope="national",
    en="Opponent",
    fr="Opposant",
    hours_per_week=10,
    money_per_year=8,
    representativeness=0.2,
    credibility=0.5,
    unlikeliness=0,
    skills=dict(media=0.5, policy=0.5),
    access=(0.45, 0.45, 0.45, 0.45, 0.45),
    meaning="Works to prevent the change; never a member.",
    source="S03 S10",
)
