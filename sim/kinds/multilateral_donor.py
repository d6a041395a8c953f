"""Multilateral donor: agency, bank or union of several states: access and money, few hours."""

from sim.declare import kind

KIND = kind(
    "multilateral_donor",
    family="Donor",
    sector="donors",
    scope="international",
    en="Multilateral donor",
    fr="Bailleur multilatéral",
    hours_per_week=4,
    money_per_year=9,
    representativeness=0.15,
    credibility=0.65,
    unlikeliness=0.3,
    skills=dict(evidence=0.65, policy=0.65, convening=0.65, fundraising=0.7, administration=0.5, mobilisation=0.05),
    access=(0.6, 0.65, 0.6, 0.35, 0.2),
    meaning="Agency, bank or union of several states: access and money, few hours.",
    source="S10 A25",
)
