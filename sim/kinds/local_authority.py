"""Local authority: town, district or region with powers of its own."""

from sim.declare import kind

KIND = kind(
    "local_authority",
    family="Government",
    sector="state",
    scope="local",
    en="Local authority",
    fr="Autorité locale",
    hours_per_week=3,
    money_per_year=2,
    representativeness=0.5,
    credibility=0.5,
    unlikeliness=0.4,
    skills=dict(policy=0.35, convening=0.4, delivery=0.65, administration=0.45, mobilisation=0.2),
    access=(0.25, 0.3, 0.4, 0.4, 0.8),
    meaning="Town, district or region with powers of its own.",
    source="S10 S26",
)
