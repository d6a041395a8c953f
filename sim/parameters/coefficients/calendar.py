"""Calendar: elections, windows, new people in office, staff turnover and funding."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Calendar:
    """Coefficients of calendar."""

    # People in office
    tenure_slowness: float = coefficient(
        1.8,
        low=1.2,
        high=3.0,
        unit="times",
        source="S50 A30",
        en="Tenure of other offices",
        fr="Longévité des autres fonctions",
        meaning="How many times longer others stay in office than ministers; larger means fewer changes.",
    )
    trust_kept_at_change: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S39 S50",
        en="Trust kept at a change",
        fr="Confiance conservée après un changement",
        meaning="Share of trust and contact that passes to a power-holder's successor; "
        "larger protects relations built earlier.",
    )
    parliament_renewal: float = coefficient(
        0.4,
        low=0.2,
        high=0.8,
        source="S50",
        en="Renewal of parliament",
        fr="Renouvellement du Parlement",
        meaning="Chance that a legislator is replaced when government changes; larger loses more contacts.",
    )

    # Windows of opportunity
    window_after_election: float = coefficient(
        30.0,
        low=13.0,
        high=52.0,
        unit="weeks",
        source="A31",
        en="Window after an election",
        fr="Fenêtre après une élection",
        meaning="Weeks in which policy moves easily after a national election; larger gives more time to act.",
    )
    window_after_minister: float = coefficient(
        20.0,
        low=8.0,
        high=40.0,
        unit="weeks",
        source="A31",
        en="Window after a new minister",
        fr="Fenêtre après un changement ministériel",
        meaning="Weeks in which policy moves easily after a minister or the executive changes; larger gives more time.",
    )
    window_after_shock: float = coefficient(
        10.0,
        low=4.0,
        high=20.0,
        unit="weeks",
        source="A31",
        en="Window after a shock",
        fr="Fenêtre après un choc",
        meaning="Weeks in which policy moves easily after a shock; larger gives more time to act.",
    )
    window_odds: float = coefficient(
        1.5,
        low=1.0,
        high=3.0,
        unit="times",
        source="E5",
        en="Window’s effect on policy steps",
        fr="Effet des fenêtres sur les étapes",
        meaning="Multiplies the odds of political commitment in an open window, squared for the agenda; "
        "larger makes windows decisive.",
    )
    window_persuasion: float = coefficient(
        1.35,
        low=1.0,
        high=1.8,
        unit="times",
        source="J9",
        en="Window’s effect on persuasion",
        fr="Effet des fenêtres sur la persuasion",
        meaning="Multiplies the alliance's weight on power-holders in an open window; larger rewards good timing.",
    )

    # Campaigns, pledges, appointments
    campaign_weeks: float = coefficient(
        45.0,
        low=20.0,
        high=60.0,
        unit="weeks",
        source="S49",
        en="Length of an election campaign",
        fr="Durée de la campagne électorale",
        meaning="Weeks before a national election in which candidates stand and can sign; larger gives more time.",
    )
    pledge_new: float = coefficient(
        0.8,
        low=0.3,
        high=1.0,
        source="S49 A27",
        en="Pledge binding a new government",
        fr="Force de l’engagement signé, nouveau gouvernement",
        meaning="Share of a signed pledge that binds a newly elected government; larger makes pledges worth more.",
    )
    pledge_incumbent: float = coefficient(
        0.5,
        low=0.1,
        high=0.8,
        source="S49 A27",
        en="Pledge binding a re-elected government",
        fr="Force de l’engagement signé, gouvernement reconduit",
        meaning="Share of a signed pledge that binds a re-elected government; larger makes pledges worth more.",
    )
    appointment_chance: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S50",
        en="Chance of an appointment",
        fr="Probabilité d’une nomination",
        meaning="How likely a new government makes somebody from a legitimate, balanced alliance minister; "
        "larger means more often.",
    )
    appointed_disposition: float = coefficient(
        0.45,
        low=0.0,
        high=1.0,
        source="S50",
        en="Leaning of an appointed friend",
        fr="Penchant d’une personne nommée",
        meaning="Least position, -1 to 1, of a minister who comes from the alliance; larger is a firmer friend.",
    )

    # People and money of members
    trust_lost_with_person: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S39",
        en="Trust lost with a person",
        fr="Confiance perdue avec une personne",
        meaning="Share of trust above its initial level lost when a representative changes; "
        "larger makes turnover costlier.",
    )
    funding_spread: float = coefficient(
        1.0,
        low=0.5,
        high=1.5,
        source="S36",
        en="Size of funding shocks",
        fr="Ampleur des chocs de financement",
        meaning="Spread of yearly shocks to members' money per unit of volatility; larger means wilder swings.",
    )
    purse_limit: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        unit="years",
        source="S22",
        en="Most money a member saves",
        fr="Réserve maximale d’un membre",
        meaning="Most money that a member keeps for the alliance, in years of its income; larger allows saving.",
    )
