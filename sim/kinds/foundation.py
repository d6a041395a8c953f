"""Foundation: private body that funds causes from its own means."""

from sim.declare import kind

KIND = kind(
    "foundation",
    family="Donor",
    sector="donors",
    scope="international",
    en="Foundation",
    fr="Fondation",
    hours_per_week=3,
    money_per_year=6,
    representativeness=0.1,
    credibility=0.5,
    unlikeliness=0.2,
    skills=dict(evidence=0.35, policy=0.35, fundraising=0.7, mobilisation=0.1),
    access=(0.35, 0.4, 0.4, 0.3, 0.2),
    meaning="Private body that funds causes from its own means.",
    source="S10",
)
