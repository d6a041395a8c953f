"""Joining: who is asked, who joins with what expectation, and who leaves."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Joining:
    """Coefficients of joining."""

    # Being asked
    invitation_rate: float = coefficient(
        0.005,
        low=0.001,
        high=0.02,
        unit="a week",
        source="S13 T11",
        en="Rate of later invitations",
        fr="Fréquence des invitations tardives",
        meaning="Weekly rate of asking an outsider, before openness, attention, legitimacy and ties; "
        "larger recruits faster.",
    )
    recruit_missing: float = coefficient(
        2.0,
        low=0.5,
        high=4.0,
        source="S13",
        en="Effect of targeted recruitment",
        fr="Effet du recrutement ciblé",
        meaning="How much targeted recruitment raises invitations to missing sectors; larger diversifies faster.",
    )

    # Deciding to join
    join_founder: float = coefficient(
        1.8,
        low=0.8,
        high=2.5,
        source="S05 F1",
        en="Founders’ readiness to join",
        fr="Inclination des fondateurs à adhérer",
        meaning="Basic inclination of founders to accept, in log-odds; larger means more accept.",
    )
    join_outsider: float = coefficient(
        1.4,
        low=0.5,
        high=2.2,
        source="S05 F1",
        en="Outsiders’ readiness to join",
        fr="Inclination des organisations extérieures à adhérer",
        meaning="Basic inclination of later invited bodies to accept, in log-odds; larger means more accept.",
    )
    join_liking: float = coefficient(
        2.2,
        low=1.0,
        high=4.0,
        source="S05 S06",
        en="Weight of aim in joining",
        fr="Poids de l’objectif dans l’adhésion",
        meaning="How strongly wanting the asked provisions makes joining likelier; larger gathers the like-minded.",
    )
    join_legitimacy: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="S05 S07",
        en="Weight of legitimacy in joining",
        fr="Poids de la légitimité dans l’adhésion",
        meaning="How strongly the alliance's legitimacy makes joining likelier; "
        "larger favours well-regarded alliances.",
    )
    join_familiar: float = coefficient(
        1.0,
        low=0.3,
        high=2.0,
        source="A47",
        en="Weight of old ties in joining",
        fr="Poids des liens dans l’adhésion",
        meaning="How strongly past work with members makes joining likelier; larger recruits among acquaintances.",
    )
    join_trust: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="S05 S39",
        en="Weight of trust in joining",
        fr="Poids de la confiance dans l’adhésion",
        meaning="How strongly trust in members makes joining likelier; larger keeps the distrustful out.",
    )
    join_cost: float = coefficient(
        1.6,
        low=0.8,
        high=3.0,
        source="S05",
        en="Weight of cost in joining",
        fr="Poids du coût dans l’adhésion",
        meaning="How strongly the hours that belonging takes deter an organisation; "
        "larger keeps out those short of time.",
    )
    join_barrier: float = coefficient(
        1.2,
        low=0.4,
        high=2.5,
        source="S15",
        en="Barrier raised by formality",
        fr="Barrière créée par la formalité",
        meaning="How strongly full formality deters small organisations; larger raises the barrier to entry.",
    )
    join_risk: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="S05",
        en="Weight of risk in joining",
        fr="Poids du risque dans l’adhésion",
        meaning="How strongly the risk of collaborating deters; larger makes organisations warier.",
    )
    join_controversy: float = coefficient(
        1.0,
        low=0.3,
        high=2.0,
        source="S03",
        en="Weight of controversy in joining",
        fr="Poids de la controverse dans l’adhésion",
        meaning="How strongly controversy deters where civic space is narrow; larger makes organisations warier.",
    )
    expected_hours: float = coefficient(
        3.0,
        low=1.0,
        high=6.0,
        unit="hours a week",
        source="S05",
        en="Expected hours of belonging",
        fr="Temps de participation attendu",
        meaning="Hours a week that an invited organisation expects to give; larger deters those short of time.",
    )
    size_limit: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        unit="thousand a year",
        source="S34",
        en="Limit of the size test",
        fr="Montant du seuil de taille",
        meaning="Yearly money below which the size test keeps a body out; larger excludes more small ones.",
    )
    support_relief: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S36",
        en="Effect of participation support",
        fr="Effet de l’appui à la participation",
        meaning="Share of a small member's cost that full participation support takes away; "
        "larger helps the small more.",
    )

    # What a newcomer brings with it
    newcomer_items: float = coefficient(
        0.8,
        low=0.3,
        high=2.0,
        unit="items",
        source="T11",
        en="Decisions that a newcomer raises",
        fr="Points ajoutés par une arrivée",
        meaning="Items for decision that each late joiner adds; larger makes growth slow meetings down.",
    )
    newcomer_hours: float = coefficient(
        4.0,
        low=1.0,
        high=10.0,
        unit="hours",
        source="T11",
        en="Administration for a newcomer",
        fr="Heures d’accueil d’un nouveau membre",
        meaning="Hours of administration that each late joiner adds; larger piles up papers.",
    )
    expectation_floor: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S32",
        en="Least expectation at joining",
        fr="Attente minimale à l’adhésion",
        meaning="What a joining member is promised by the most modest aim, 0 to 1; larger leaves more to disappoint.",
    )
    expectation_excess: float = coefficient(
        1.25,
        low=1.0,
        high=1.5,
        unit="times",
        source="S32",
        en="Expectations without management",
        fr="Attentes sans aucune gestion",
        meaning="Multiplies what joining members expect where nobody manages expectations; larger promises too much.",
    )
    expectation_cut: float = coefficient(
        0.55,
        low=0.2,
        high=0.9,
        source="S32",
        en="Expectations lowered by management",
        fr="Baisse des attentes par leur gestion",
        meaning="How far full expectation management lowers what joining members expect; "
        "larger means fewer disappointments.",
    )

    # Leaving
    leaving_rate: float = coefficient(
        0.0015,
        low=0.0005,
        high=0.004,
        unit="a week",
        source="S41 F2",
        en="Rate of leaving",
        fr="Fréquence des départs",
        meaning="Weekly rate at which a half-hearted member leaves; larger empties the alliance faster.",
    )
    courting_rate: float = coefficient(
        0.01,
        low=0.0,
        high=0.04,
        unit="a week",
        source="S03 J10",
        en="Members won over by opponents",
        fr="Membres ralliés par les opposants",
        meaning="Weekly rate at which opponents draw away wavering members under open conflict; larger loses more.",
    )
    exit_disheartens: float = coefficient(
        0.03,
        low=0.01,
        high=0.08,
        source="S41",
        en="Discouragement by an exit",
        fr="Découragement après un départ",
        meaning="Share of enthusiasm lost by members who fully trusted the one that left; "
        "larger makes exits hurt more.",
    )
    trial_weeks: float = coefficient(
        13.0,
        low=1.0,
        high=52.0,
        unit="weeks",
        source="S41 F10",
        en="Newcomers' trial period",
        fr="Période d’essai des nouveaux membres",
        meaning="Weeks until a newcomer judges like an old member; longer keeps fresh members.",
    )

    # Knowing what for, and whom one has already
    join_clarity: float = coefficient(
        0.8,
        low=0.0,
        high=1.6,
        source="S13 J18",
        en="Effect of a clear aim on joining",
        fr="Effet d’un objectif clair sur l’adhésion",
        meaning="How much a precisely worded aim raises the readiness to join, in log-odds from the vaguest to the "
        "most precise; larger rewards clear invitations.",
    )
    recruit_present: float = coefficient(
        0.7,
        low=0.0,
        high=0.9,
        source="S13",
        en="Restraint towards present sectors",
        fr="Retenue envers les secteurs présents",
        meaning="Share of invitations to sectors that are present already which targeted recruitment withholds; "
        "larger keeps seats for those who are missing.",
    )
