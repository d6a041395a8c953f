"""Contexts: what the alliance meets and cannot choose."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import context


@dataclass(frozen=True, slots=True)
class Context:
    """The policy problem, the political system and the means that members can spare."""

    problem_kind: str = context(
        "missing",
        choices=(
            ("missing", "missing policy", "règle absente"),
            ("harmful", "harmful policy", "règle néfaste"),
            ("badly_implemented", "badly implemented", "règle mal appliquée"),
            ("underfunded", "underfunded", "règle sans argent"),
        ),
        source="S04",
        en="Kind of policy problem",
        fr="Nature du problème",
        meaning="Where the way from agenda to implementation starts, and what counts as change.",
    )
    controversy: float = context(
        0.4,
        low=0.0,
        high=1.0,
        dated=True,
        source="S03",
        en="Controversy",
        fr="Controverse",
        meaning="How much public disagreement the issue stirs: opposition, diverted hours, wary members.",
    )
    initial_salience: float = context(
        0.3,
        low=0.0,
        high=1.0,
        dated=True,
        source="S45",
        en="Usual salience",
        fr="Visibilité habituelle du sujet",
        meaning="How much the public minds the issue at the start, and the level to which attention returns.",
    )
    salience_volatility: float = context(
        0.3,
        low=0.0,
        high=1.0,
        dated=True,
        source="S45",
        en="Salience volatility",
        fr="Instabilité de la visibilité",
        meaning="How strongly chance news pushes the issue up for a while.",
    )
    public_support: float = context(
        0.5,
        low=0.0,
        high=1.0,
        dated=True,
        source="S46",
        en="Public support",
        fr="Soutien du public",
        meaning="Share of the public in favour of the change at the start.",
    )
    civic_space: float = context(
        0.6,
        low=0.0,
        high=1.0,
        dated=True,
        source="S24 S29",
        en="Civic space",
        fr="Espace civique",
        meaning="How freely people can organise and speak out.",
    )
    government_openness: float = context(
        0.5,
        low=0.0,
        high=1.0,
        dated=True,
        source="S24 S27",
        en="Openness of government",
        fr="Ouverture du gouvernement",
        meaning="How readily officials receive outside organisations.",
    )
    initial_government_trust: float = context(
        0.35,
        low=0.0,
        high=1.0,
        source="S27",
        en="Initial trust of government",
        fr="Confiance initiale du gouvernement",
        meaning="Trust of power-holders in the alliance at the start, and the level to which it returns.",
    )
    veto_holders: int = context(
        2,
        low=1,
        high=4,
        unit="offices",
        source="S25",
        en="Veto holders",
        fr="Détenteurs d’un veto",
        meaning="Offices whose consent the decision needs.",
    )
    power_concentration: float = context(
        0.5,
        low=0.0,
        high=1.0,
        source="S25",
        en="Concentration of power",
        fr="Concentration du pouvoir",
        meaning="How far real influence sits with the executive and ministers rather than with technical staff.",
    )
    decentralisation: float = context(
        0.3,
        low=0.0,
        high=1.0,
        dated=True,
        source="S26",
        en="Decentralisation",
        fr="Décentralisation",
        meaning="How much local authorities weigh on the decision and on its implementation.",
    )
    election_interval: int = context(
        208,
        low=52,
        high=312,
        unit="weeks",
        source="S50",
        en="Weeks between elections",
        fr="Semaines entre deux élections",
        meaning="The electoral calendar; the first date is drawn.",
    )
    celebrated_days: int = context(
        1,
        low=0,
        high=4,
        unit="a year",
        source="S46",
        en="Days that people celebrate",
        fr="Jours de fête",
        meaning="Days a year on which people are out and the press looks, and to which the issue can be tied.",
    )
    election_turnover: float = context(
        0.5,
        low=0.0,
        high=1.0,
        dated=True,
        source="S50",
        en="Chance of a change of government",
        fr="Probabilité d’alternance",
        meaning="Chance that an election brings another side to government.",
    )
    holder_tenure: float = context(
        30.0,
        low=6.0,
        high=72.0,
        unit="months",
        scale="log",
        source="S50",
        en="Mean tenure of a minister",
        fr="Durée moyenne d’un ministre en poste",
        meaning="Mean time a minister stays in office, whatever ends it; other offices change more slowly.",
    )
    opposition_strength: float = context(
        1.0,
        low=0.0,
        high=5.0,
        source="S03",
        en="Strength of the opposition",
        fr="Force de l’opposition",
        meaning="Hours that opponents can spend, against the hours of the founders.",
    )
    initial_agreement: float = context(
        0.5,
        low=0.0,
        high=1.0,
        source="S06",
        en="Initial agreement",
        fr="Accord initial",
        meaning="How close organisations stand on the problem and on how to tackle it.",
    )
    initial_trust: float = context(
        0.21,
        low=0.02,
        high=0.6,
        source="S39",
        en="Initial trust",
        fr="Confiance initiale",
        meaning="Trust between two bodies that share neither a sector nor past work.",
    )
    prior_collaboration: float = context(
        0.3,
        low=0.0,
        high=1.0,
        source="S01 S12",
        en="Prior collaboration",
        fr="Collaboration passée",
        meaning="How common past joint work is among the organisations.",
    )
    member_hours: float = context(
        1.0,
        low=0.25,
        high=3.0,
        unit="times",
        scale="log",
        dated=True,
        source="S05 S36",
        en="Members’ hours",
        fr="Heures des membres",
        meaning="Multiplies the hours a week that every organisation can spare.",
    )
    member_money: float = context(
        1.0,
        low=0.25,
        high=3.0,
        unit="times",
        scale="log",
        dated=True,
        source="S22 S36",
        en="Members’ money",
        fr="Argent des membres",
        meaning="Multiplies the money a year that every organisation can spare.",
    )
    participation_cost: float = context(
        1.0,
        low=0.25,
        high=3.0,
        unit="times",
        scale="log",
        dated=True,
        source="S36",
        en="Cost of taking part",
        fr="Coût de la participation",
        meaning="Multiplies the hours that a meeting takes, travel included.",
    )
    collaboration_risk: float = context(
        0.2,
        low=0.0,
        high=1.0,
        dated=True,
        source="S05",
        en="Risk of collaborating",
        fr="Risque de la collaboration",
        meaning="What an organisation may lose by being seen in the alliance.",
    )
    staff_turnover: float = context(
        0.2,
        low=0.0,
        high=1.0,
        unit="a year",
        dated=True,
        source="S39",
        en="Staff turnover",
        fr="Rotation du personnel",
        meaning="Yearly rate at which the person who represents a member changes.",
    )
    funding_volatility: float = context(
        0.2,
        low=0.0,
        high=1.0,
        dated=True,
        source="S36 S51",
        en="Volatility of funding",
        fr="Instabilité des financements",
        meaning="Spread of the yearly shocks to members' money, and to the hours of small members.",
    )
    media_freedom: float = context(
        0.6,
        low=0.0,
        high=1.0,
        dated=True,
        source="S45",
        en="Media freedom",
        fr="Liberté des médias",
        meaning="How freely the press reports on the issue.",
    )
    implementation_capacity: float = context(
        0.5,
        low=0.0,
        high=1.0,
        dated=True,
        source="S04 S47",
        en="Implementation capacity",
        fr="Capacité de mise en œuvre",
        meaning="What the administration can carry out once a policy is adopted.",
    )
    shock_rate: float = context(
        0.4,
        low=0.0,
        high=2.0,
        unit="a year",
        dated=True,
        source="S41 S50",
        en="Rate of shocks",
        fr="Fréquence des chocs",
        meaning="Events a year that throw the issue into public view.",
    )
    partisan_polarisation: float = context(
        0.3,
        low=0.0,
        high=1.0,
        dated=True,
        source="S35",
        en="Partisan polarisation",
        fr="Polarisation partisane",
        meaning="How much it matters to politicians on which side somebody stands.",
    )
