"""Government body: ministry or agency: usually the target, sometimes a member."""

from sim.declare import kind

KIND = kind(
    "government_body",
    family="Government",
    sector="state",
    scope="national",
    en="Government body",
    fr="Organisme public",
    hours_per_week=4,
    money_per_year=3,
    representativeness=0.3,
    credibility=0.5,
    unlikeliness=0.5,
    skills=dict(evidence=0.35, policy=0.65, convening=0.4, delivery=0.65, administration=0.65, mobilisation=0.05),
    access=(0.5, 0.6, 0.8, 0.4, 0.4),
    meaning="Ministry or agency: usually the target, sometimes a member.",
    source="S10 S27 S54",
)
