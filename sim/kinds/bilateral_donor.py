"""Bilateral donor: embassy or aid agency of one country: access and money."""

from sim.declare import kind

KIND = kind(
    "bilateral_donor",
    family="Donor",
    sector="donors",
    scope="international",
    en="Bilateral donor",
    fr="Bailleur bilatéral",
    hours_per_week=4,
    money_per_year=8,
    representativeness=0.1,
    credibility=0.6,
    unlikeliness=0.3,
    skills=dict(evidence=0.45, policy=0.6, convening=0.6, fundraising=0.7, administration=0.45, mobilisation=0.05),
    access=(0.55, 0.6, 0.55, 0.35, 0.15),
    meaning="Embassy or aid agency of one country: access and money.",
    source="S10 A25",
)
