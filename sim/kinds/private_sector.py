"""Private sector: firms and chambers: unexpected allies with interests of their own."""

from sim.declare import kind

KIND = kind(
    "private_sector",
    family="Business",
    sector="business",
    scope="national",
    en="Private sector",
    fr="Secteur privé",
    hours_per_week=3,
    money_per_year=6,
    representativeness=0.2,
    credibility=0.45,
    unlikeliness=0.8,
    skills=dict(convening=0.35, delivery=0.6, fundraising=0.65, mobilisation=0.05, media=0.35),
    access=(0.55, 0.55, 0.45, 0.5, 0.4),
    meaning="Firms and chambers: unexpected allies with interests of their own.",
    source="S08 S10",
)
