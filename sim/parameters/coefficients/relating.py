"""Relating: trust that is tended and fades, willingness, moods, legitimacy and surveys."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Relating:
    """Coefficients of relating."""

    # Tending relations
    relation_trust: float = coefficient(
        0.55,
        low=0.2,
        high=1.0,
        unit="times",
        source="S30",
        en="Trust from tended relations",
        fr="Confiance née des relations entretenues",
        meaning="Trust from time spent on relations, against the basic gain; larger rewards relationship work.",
    )
    trust_drift: float = coefficient(
        0.002,
        low=0.0,
        high=0.005,
        unit="a week",
        source="A32",
        en="Fading of trust",
        fr="Érosion de la confiance",
        meaning="Weekly share of trust above its lasting level that fades; larger needs more tending.",
    )
    opacity_drift: float = coefficient(
        1.2,
        low=0.4,
        high=2.4,
        source="S40",
        en="Fading of trust from opacity",
        fr="Érosion due à l’opacité",
        meaning="How much faster trust fades without any transparency; larger punishes secrecy.",
    )
    trust_floor: float = coefficient(
        0.02,
        low=0.0,
        high=0.1,
        source="S39",
        en="Lasting trust among members",
        fr="Confiance durable entre membres",
        meaning="Trust above its initial level that never fades; larger keeps ties alive.",
    )
    celebration_lift: float = coefficient(
        0.06,
        low=0.02,
        high=0.15,
        source="S30",
        en="Enthusiasm from celebrations",
        fr="Enthousiasme tiré des célébrations",
        meaning="Share of missing enthusiasm that time given to celebrations brings weekly; "
        "larger rewards celebrating.",
    )
    social_rest: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="S30",
        en="Rest from social events",
        fr="Repos tiré des moments conviviaux",
        meaning="Share of fatigue that time given to social events takes away weekly; larger rewards them.",
    )
    visit_voice: float = coefficient(
        0.02,
        low=0.005,
        high=0.06,
        source="S30",
        en="Voice from visits",
        fr="Écoute gagnée par les visites",
        meaning="How far time given to visits makes members feel heard each week; larger rewards visiting.",
    )
    workshop_approach: float = coefficient(
        0.02,
        low=0.005,
        high=0.06,
        source="S30",
        en="Approaches joined by workshops",
        fr="Rapprochement des méthodes en atelier",
        meaning="How far workshops close gaps in members' wishes for inside or outside work; larger unites faster.",
    )
    joint_evidence: float = coefficient(
        0.002,
        low=0.0005,
        high=0.006,
        source="S30",
        en="Evidence from joint work",
        fr="Données probantes du travail commun",
        meaning="Share of missing evidence per hour of joint expert work; larger fills the stock faster.",
    )

    # Willingness
    approach_mismatch: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="S06",
        en="Cost of an unwelcome approach",
        fr="Coût d’une méthode mal acceptée",
        meaning="Worth lost where tactics differ from a member's wish; larger drives dissenters away.",
    )
    worth_benefit: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="S42",
        en="Worth of own benefit",
        fr="Valeur du bénéfice propre",
        meaning="How much benefit from past teamwork adds to the worth of belonging; larger keeps active members.",
    )
    drive_base: float = coefficient(
        0.19,
        prior=-0.1,
        low=-0.6,
        high=0.4,
        source="J4",
        en="Basic willingness",
        fr="Motivation de base",
        meaning="Basic willingness of a member, in log-odds; larger means more take part.",
    )
    drive_worth: float = coefficient(
        2.0,
        low=1.0,
        high=3.0,
        source="J4",
        en="Willingness from worth",
        fr="Motivation due à l’intérêt",
        meaning="How strongly the worth of belonging moves willingness; larger makes aim and delivery matter.",
    )
    drive_trust: float = coefficient(
        2.5,
        low=1.2,
        high=3.8,
        source="J4",
        en="Willingness from trust",
        fr="Motivation due à la confiance",
        meaning="How strongly trust in other members moves willingness; larger makes ties matter.",
    )
    drive_voice: float = coefficient(
        1.6,
        low=0.8,
        high=2.4,
        source="J4",
        en="Willingness from voice",
        fr="Motivation due à l’écoute reçue",
        meaning="How strongly being heard moves willingness; larger makes inclusion matter.",
    )
    drive_enthusiasm: float = coefficient(
        2.0,
        low=1.0,
        high=3.0,
        source="J4",
        en="Willingness from enthusiasm",
        fr="Motivation due à l’enthousiasme",
        meaning="How strongly enthusiasm moves willingness; larger makes moods matter.",
    )
    drive_cost: float = coefficient(
        1.6,
        low=0.8,
        high=2.4,
        source="J4",
        en="Willingness lost to cost",
        fr="Motivation perdue par le coût",
        meaning="How strongly a member's load lowers willingness; larger loses the overburdened.",
    )
    drive_fatigue: float = coefficient(
        1.2,
        low=0.6,
        high=1.8,
        source="J4",
        en="Willingness lost to fatigue",
        fr="Motivation perdue par la lassitude",
        meaning="How strongly fatigue lowers willingness; larger loses the tired.",
    )
    drive_discontent: float = coefficient(
        1.0,
        low=0.5,
        high=1.5,
        source="J4",
        en="Willingness lost to discontent",
        fr="Motivation perdue par le mécontentement",
        meaning="How strongly disappointed expectations lower willingness; larger punishes empty promises.",
    )
    suspicion: float = coefficient(
        0.3,
        low=0.0,
        high=0.8,
        source="S40",
        en="Suspicion from opacity",
        fr="Soupçon dû à l’opacité",
        meaning="How much unequal voice hurts more without transparency; larger makes secrecy breed suspicion.",
    )
    deadline_focus: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="S02",
        en="Focus from a near deadline",
        fr="Concentration à l’approche de l’échéance",
        meaning="Share of willingness that a close deadline adds; larger makes dates spur more.",
    )
    dormant_drive: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S41",
        en="Willingness during dormancy",
        fr="Motivation pendant la mise en sommeil",
        meaning="Share of willingness that members keep while the alliance sleeps; larger keeps more of them in.",
    )

    # Moods, satisfaction, commitment
    contagion: float = coefficient(
        0.04,
        low=0.02,
        high=0.08,
        unit="a week",
        source="S42",
        en="Contagion of enthusiasm",
        fr="Contagion de l’enthousiasme",
        meaning="Weekly share by which enthusiasm moves towards that of trusted members; larger spreads moods faster.",
    )
    distant_warmth: float = coefficient(
        0.02,
        low=0.0,
        high=0.3,
        source="S42; E5 (contagion on the network of trust)",
        en="Enthusiasm caught from distant members",
        fr="Enthousiasme transmis par des membres éloignés",
        meaning="What plain trust counts in whose enthusiasm one catches, against trust beyond the usual; larger "
        "spreads moods over all alike.",
    )
    fatigue_rate: float = coefficient(
        0.03,
        low=0.01,
        high=0.06,
        unit="a week",
        source="S36",
        en="Speed of fatigue",
        fr="Rapidité de la lassitude",
        meaning="Weekly share by which fatigue follows a member's load; larger tires, and rests, sooner.",
    )
    satisfaction_rate: float = coefficient(
        0.05,
        low=0.02,
        high=0.1,
        unit="a week",
        source="S32",
        en="Speed of satisfaction",
        fr="Rapidité de la satisfaction",
        meaning="Weekly share by which satisfaction follows results against expectations; larger reacts sooner.",
    )
    seen_stage: float = coefficient(
        0.6,
        low=0.3,
        high=0.9,
        source="S32",
        en="Weight of stages passed",
        fr="Poids des étapes franchies",
        meaning="How much progress of the policy counts as results to members; larger satisfies them with progress.",
    )
    seen_work: float = coefficient(
        0.4,
        low=0.2,
        high=0.6,
        source="S32",
        en="Weight of work done",
        fr="Poids du travail accompli",
        meaning="How much belief in the alliance counts as results to members; larger satisfies them with work done.",
    )
    expectation_pace: float = coefficient(
        0.75,
        low=0.4,
        high=1.0,
        source="S32",
        en="When results are expected",
        fr="Moment attendu des résultats",
        meaning="Share of the deadline by which members expect full results; larger is more patient.",
    )
    commitment_rate: float = coefficient(
        0.1,
        low=0.04,
        high=0.2,
        unit="a week",
        source="S42",
        en="Speed of member commitment",
        fr="Rapidité de l’implication",
        meaning="Weekly share by which commitment follows willingness; larger commits, and withdraws, sooner.",
    )

    # Legitimacy
    legitimacy_represented: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S07",
        en="Legitimacy from representation",
        fr="Légitimité due à la représentativité",
        meaning="How strongly poor representation of those affected lowers legitimacy; "
        "larger demands being closer to them.",
    )
    legitimacy_breadth: float = coefficient(
        0.9,
        low=0.4,
        high=1.4,
        source="S07",
        en="Legitimacy from breadth",
        fr="Légitimité due à la diversité",
        meaning="How strongly a narrow set of heard sectors lowers legitimacy; larger demands more variety.",
    )
    breadth_of_one: float = coefficient(
        0.25,
        low=0.05,
        high=0.5,
        source="S07 S56 J21",
        en="Breadth of a single sector",
        fr="Diversité d’un seul secteur",
        meaning="Breadth granted to an alliance of one sector, where all sectors equally heard have 1; larger makes "
        "variety matter less.",
    )
    legitimacy_partisan: float = coefficient(
        0.4,
        low=0.1,
        high=0.8,
        source="S35",
        en="Legitimacy lost to partisanship",
        fr="Légitimité perdue par parti pris",
        meaning="Share of legitimacy lost by a wholly one-sided alliance under full polarisation; "
        "larger rewards balance.",
    )
    bottom_up_legitimacy: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="S16",
        en="Legitimacy from bottom-up working",
        fr="Légitimité tirée du fonctionnement ascendant",
        meaning="Legitimacy that fully bottom-up working adds, against the rest; larger rewards those who let members "
        "decide.",
    )
    legitimacy_government: float = coefficient(
        0.12,
        low=0.0,
        high=0.3,
        source="S10",
        en="Legitimacy lost to government membership",
        fr="Légitimité perdue avec un gouvernement membre",
        meaning="Share of legitimacy lost while government is a member; larger rewards independence.",
    )
    legitimacy_rate: float = coefficient(
        0.03,
        low=0.01,
        high=0.06,
        unit="a week",
        source="S07",
        en="Speed of legitimacy",
        fr="Rapidité de la légitimité",
        meaning="Weekly share by which legitimacy follows who is heard; larger changes sooner.",
    )
    unlikely_breadth: float = coefficient(
        0.12,
        low=0.03,
        high=0.25,
        source="S08",
        en="Breadth from unlikely allies",
        fr="Diversité due aux alliés inattendus",
        meaning="Breadth that a committed unlikely ally adds; larger makes such allies worth more.",
    )
    unlikely_credit: float = coefficient(
        0.3,
        low=0.0,
        high=0.6,
        source="S08",
        en="Credit from unlikely allies",
        fr="Crédit apporté par des soutiens inattendus",
        meaning="Credibility with power-holders that a committed unlikely ally lends to whoever speaks; "
        "larger makes surprising support stronger.",
    )

    # Surveys
    survey_hours: float = coefficient(
        4.0,
        low=1.0,
        high=10.0,
        unit="hours",
        source="S30",
        en="Administration per survey",
        fr="Administration par enquête",
        meaning="Hours of administration that each survey adds; larger makes surveys costlier.",
    )
    survey_raises: float = coefficient(
        0.8,
        low=0.2,
        high=2.0,
        source="S37",
        en="Floor given after a survey",
        fr="Parole donnée après une enquête",
        meaning="How much more floor the least heard member gets after a survey; larger corrects faster.",
    )
    survey_relief: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S30",
        en="Grievances lifted by a survey",
        fr="Griefs apaisés par une enquête",
        meaning="Share of missing satisfaction that a discussed survey restores; larger heals more.",
    )
    survey_weariness: float = coefficient(
        0.03,
        low=0.0,
        high=0.08,
        source="S30",
        en="Weariness from unanswered surveys",
        fr="Lassitude des enquêtes sans suite",
        meaning="Enthusiasm lost per survey where administration is in disorder; larger makes idle surveys harmful.",
    )
    worth_modest: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S02 S05 J4",
        en="Worth of the most modest aim",
        fr="Valeur de l’objectif le plus modeste",
        meaning="What the least ambitious aim is worth against the boldest one, 0 to 1; "
        "larger makes ambition matter less.",
    )
