"""International NGO: well resourced, skilled in policy and convening, far from the people affected; apt to overshadow
others.
"""

from sim.declare import kind

KIND = kind(
    "ingo",
    family="NGO",
    sector="civil",
    scope="international",
    en="International NGO",
    fr="ONG internationale (ONGI)",
    hours_per_week=10,
    money_per_year=8,
    representativeness=0.2,
    credibility=0.55,
    unlikeliness=0,
    skills=dict(
        evidence=0.5, policy=0.65, convening=0.7, media=0.4, delivery=0.65, fundraising=0.75, administration=0.7
    ),
    access=(0.35, 0.4, 0.5, 0.35, 0.3),
    meaning="Well resourced, skilled in policy and convening, far from the people affected; apt to overshadow others.",
    source="S10 S33",
)
