"""Women’s rights organisation: keeps equality of women and men in every discussion."""

from sim.declare import kind

KIND = kind(
    "womens_rights",
    family="CSO",
    sector="people",
    scope="national",
    en="Women’s rights organisation",
    fr="Organisation de défense des droits des femmes",
    hours_per_week=5,
    money_per_year=1,
    representativeness=0.8,
    credibility=0.5,
    unlikeliness=0.1,
    skills=dict(evidence=0.35, policy=0.45, media=0.4, mobilisation=0.65),
    access=(0.15, 0.2, 0.25, 0.35, 0.35),
    meaning="Keeps equality of women and men in every discussion.",
    source="S10",
)
