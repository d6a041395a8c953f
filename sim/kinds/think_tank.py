"""Think tank: proposes policies and costs them."""

from sim.declare import kind

KIND = kind(
    "think_tank",
    family="Knowledge",
    sector="knowledge",
    scope="national",
    en="Think tank",
    fr="Groupe de réflexion",
    hours_per_week=5,
    money_per_year=3,
    representativeness=0.1,
    credibility=0.65,
    unlikeliness=0.3,
    skills=dict(evidence=0.75, policy=0.75, media=0.45, mobilisation=0.1),
    access=(0.3, 0.4, 0.5, 0.45, 0.15),
    meaning="Proposes policies and costs them.",
    source="S10 S43",
)
