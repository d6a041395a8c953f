"""University: studies and credibility."""

from sim.declare import kind

KIND = kind(
    "university",
    family="Knowledge",
    sector="knowledge",
    scope="national",
    en="University",
    fr="Établissement universitaire",
    hours_per_week=4,
    money_per_year=3,
    representativeness=0.1,
    credibility=0.8,
    unlikeliness=0.3,
    skills=dict(evidence=0.9, policy=0.4, media=0.3, mobilisation=0.1),
    access=(0.25, 0.35, 0.5, 0.3, 0.2),
    meaning="Studies and credibility.",
    source="S10 S43",
)
