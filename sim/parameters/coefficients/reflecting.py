"""Reflecting: taking stock, dormancy and waking, endings and new beginnings."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Reflecting:
    """Coefficients of reflecting."""

    # Evaluation
    map_internal: float = coefficient(
        0.3,
        low=0.1,
        high=0.5,
        source="S31",
        en="Power map improved internally",
        fr="Cartographie améliorée en interne",
        meaning="Share of what the power map lacks that an internal evaluation adds; larger aims work better.",
    )
    map_third: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S31",
        en="Power map improved from outside",
        fr="Cartographie améliorée par un tiers",
        meaning="Share of what the power map lacks that an outside evaluation adds; larger aims work better.",
    )
    evaluation_hours: float = coefficient(
        20.0,
        low=4.0,
        high=80.0,
        unit="hours",
        source="S31",
        en="Hours of an internal evaluation",
        fr="Heures d’une évaluation interne",
        meaning="Hours that an internal evaluation takes from the members together; larger makes it costlier.",
    )
    evaluation_cost: float = coefficient(
        10.0,
        low=4.0,
        high=25.0,
        unit="thousand",
        source="S31",
        en="Cost of an outside evaluation",
        fr="Coût d’une évaluation externe",
        meaning="Money that an outside evaluation takes; larger makes it harder to afford.",
    )
    evaluation_lift: float = coefficient(
        0.03,
        low=0.01,
        high=0.08,
        source="S31",
        en="Enthusiasm from taking stock",
        fr="Enthousiasme tiré du bilan",
        meaning="Enthusiasm that every member gains from an evaluation or a new aim; larger encourages more.",
    )
    error_internal: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S31",
        en="Error of an internal evaluation",
        fr="Erreur d’une évaluation interne",
        meaning="Spread of error when members compare inside and outside work; larger misleads more.",
    )
    error_third: float = coefficient(
        0.2,
        low=0.05,
        high=0.5,
        source="S31",
        en="Error of an outside evaluation",
        fr="Erreur d’une évaluation externe",
        meaning="Spread of error when outsiders compare inside and outside work; larger misleads more.",
    )
    mix_correction: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="S31",
        en="Correction of the tactics mix",
        fr="Correction du dosage des tactiques",
        meaning="How far an evaluation shifts work towards the side that moved more; larger learns faster.",
    )
    pace_correction: float = coefficient(
        0.4,
        low=0.1,
        high=0.8,
        source="S21 S31",
        en="Correction of the meeting interval",
        fr="Correction de l’intervalle des réunions",
        meaning="How far an evaluation lengthens the interval of pointless meetings, and shortens that of overfull "
        "ones; larger learns faster.",
    )
    expectation_correction: float = coefficient(
        0.25,
        low=0.05,
        high=0.5,
        source="S31 S32",
        en="Correction of expectations",
        fr="Correction des attentes",
        meaning="Share of excess expectations that an evaluation corrects; larger prevents disappointment.",
    )

    # Dormancy and waking
    dormancy_drive: float = coefficient(
        0.35,
        low=0.2,
        high=0.4,
        source="J14",
        en="Willingness that brings dormancy",
        fr="Motivation menant au sommeil",
        meaning="Mean willingness below which an alliance falls asleep; larger means sleeping sooner.",
    )
    dormancy_papers: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="S18 J14",
        en="Willingness lost to disorder",
        fr="Motivation perdue dans le désordre",
        meaning="Share of members’ willingness that counts for nothing when administration is in full disorder, as to "
        "whether the alliance falls asleep; larger makes order matter more.",
    )
    dormancy_weeks: int = coefficient(
        20,
        low=10.0,
        high=40.0,
        unit="weeks",
        source="J14",
        en="Weeks before dormancy",
        fr="Semaines avant la mise en sommeil",
        meaning="Bad weeks after which an alliance stops meeting; larger holds out longer.",
    )
    reconvening: float = coefficient(
        0.25,
        low=0.1,
        high=0.5,
        source="J14",
        en="Chance of reconvening",
        fr="Probabilité de reprise",
        meaning="Basic chance within four weeks of a window that a sleeping alliance wakes; larger revives more.",
    )
    reconvened_backlog: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S41",
        en="Backlog left at reconvening",
        fr="Arriéré restant à la reprise",
        meaning="Share of undone administration still there when an alliance wakes; larger makes waking harder.",
    )
    reconvened_lift: float = coefficient(
        0.25,
        low=0.1,
        high=0.4,
        source="S41",
        en="Enthusiasm at reconvening",
        fr="Enthousiasme à la reprise",
        meaning="Enthusiasm that every member gains when an alliance wakes; larger makes a stronger restart.",
    )
    worth_quorum: float = coefficient(
        0.05,
        low=0.0,
        high=0.3,
        source="S41; J14",
        en="Members for whom it must be worth it",
        fr="Membres pour qui l’alliance doit valoir la peine",
        meaning="Share of members willing by more than one half below which an alliance that takes stock stops regular "
        "work; larger rests sooner.",
    )
    resting: float = coefficient(
        0.6,
        low=0.2,
        high=1.0,
        source="S41; J14",
        en="Chance of resting instead of ending",
        fr="Probabilité de se mettre en sommeil plutôt que de finir",
        meaning="Basic chance that members who give up regular work stay together asleep; larger ends fewer alliances.",
    )
    asleep_ending: float = coefficient(
        0.008,
        low=0.002,
        high=0.02,
        unit="a week",
        source="J14",
        en="Rate of ending asleep",
        fr="Fréquence des fins en sommeil",
        meaning="Weekly rate at which a sleeping alliance ends; larger leaves less time to wake.",
    )

    # Endings and new beginnings
    ending_rate: float = coefficient(
        0.0003,
        low=0.0001,
        high=0.0006,
        unit="a week",
        source="J14",
        en="Rate of ending awake",
        fr="Fréquence des fins en activité",
        meaning="Weekly rate at which a half-willing alliance ends, before backlog and size; larger shortens lives.",
    )
    founding_grace: int = coefficient(
        40,
        low=26.0,
        high=78.0,
        unit="weeks",
        source="J14",
        en="Grace after founding",
        fr="Période de grâce initiale",
        meaning="Weeks after the start in which an alliance cannot fall asleep or end; larger protects young ones.",
    )
    winding_up: float = coefficient(
        0.06,
        low=0.02,
        high=0.12,
        source="J14",
        en="Chance of winding up",
        fr="Probabilité de clore après victoire",
        meaning="Half-yearly chance that a distrustful alliance ends after its win; larger ends sooner.",
    )
    hand_over_chance: float = coefficient(
        0.08,
        low=0.02,
        high=0.2,
        source="S52",
        en="Chance of handing over",
        fr="Probabilité d’un transfert",
        meaning="Half-yearly chance after a win of handing coordination to a friendly ministry; "
        "larger means more often.",
    )
    renewal_chance: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S41",
        en="Chance of a new aim",
        fr="Probabilité d’un nouvel objectif",
        meaning="Half-yearly chance after a win that members take up another aim; larger means more often.",
    )
    successor_chance: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S52",
        en="Chance of a successor alliance",
        fr="Probabilité d’une relève",
        meaning="Basic chance that another alliance carries on the advocacy after a hand-over; "
        "larger means more often.",
    )
