"""Local NGO: close to field and services, short of money."""

from sim.declare import kind

KIND = kind(
    "local_ngo",
    family="NGO",
    sector="civil",
    scope="national",
    en="Local NGO",
    fr="ONG locale",
    hours_per_week=6,
    money_per_year=2,
    representativeness=0.5,
    credibility=0.5,
    unlikeliness=0,
    skills=dict(evidence=0.3, policy=0.35, convening=0.35, mobilisation=0.4, delivery=0.7, administration=0.35),
    access=(0.15, 0.2, 0.3, 0.3, 0.45),
    meaning="Close to field and services, short of money.",
    source="S10 S36",
)
