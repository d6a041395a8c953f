"""Faith actor: widely heard, unexpected on policy: its support carries a strong signal."""

from sim.declare import kind

KIND = kind(
    "faith",
    family="CSO",
    sector="faith",
    scope="national",
    en="Faith actor",
    fr="Acteur religieux",
    hours_per_week=3,
    money_per_year=1,
    representativeness=0.6,
    credibility=0.6,
    unlikeliness=0.7,
    skills=dict(evidence=0.1, convening=0.65, media=0.35, mobilisation=0.75, delivery=0.4),
    access=(0.4, 0.35, 0.25, 0.5, 0.5),
    meaning="Widely heard, unexpected on policy: its support carries a strong signal.",
    source="S08 S10",
)
