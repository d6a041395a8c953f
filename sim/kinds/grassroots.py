"""Grassroots organisation: formed by the people directly affected: the voice that makes an alliance legitimate, with
the least to spare.
"""

from sim.declare import kind

KIND = kind(
    "grassroots",
    family="CSO",
    sector="people",
    scope="local",
    en="Grassroots organisation",
    fr="Organisation communautaire de base",
    hours_per_week=4,
    money_per_year=0.5,
    representativeness=0.9,
    credibility=0.45,
    unlikeliness=0.05,
    skills=dict(evidence=0.15, policy=0.15, mobilisation=0.75, delivery=0.4, fundraising=0.1, administration=0.15),
    access=(0.08, 0.12, 0.18, 0.25, 0.5),
    meaning=(
        "Formed by the people directly affected: the voice that makes an alliance legitimate, with the least to spare."
    ),
    source="S10 S34 S36",
)
