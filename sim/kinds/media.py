"""Media outlet: takes the issue to the public, and politicians with it."""

from sim.declare import kind

KIND = kind(
    "media",
    family="Media",
    sector="media",
    scope="national",
    en="Media outlet",
    fr="Média",
    hours_per_week=3,
    money_per_year=3,
    representativeness=0.2,
    credibility=0.5,
    unlikeliness=0.3,
    skills=dict(evidence=0.35, media=0.9, mobilisation=0.35, delivery=0.05),
    access=(0.35, 0.3, 0.3, 0.4, 0.4),
    meaning="Takes the issue to the public, and politicians with it.",
    source="S10 S45",
)
