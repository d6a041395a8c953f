"""Coefficients: how strongly each rule works. Ranges are the priors of the evidence, or judgements with a number (J..)."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True, slots=True)
class Coefficients:
    """How strongly each rule works: calibrated, never chosen by an alliance."""

    provisions: int = coefficient(
        5, low=3.0, high=8.0, source="S14 J1", en="Provisions", fr="Provisions",
        meaning="Provisions.",
    )
    outsiders: int = coefficient(
        24, low=0.0, high=60.0, source="S13 A9", en="Outsiders", fr="Outsiders",
        meaning="Outsiders.",
    )
    holder_spread: float = coefficient(
        0.2, low=0.1, high=0.35, source="J12", en="Holder spread", fr="Holder spread",
        meaning="Holder spread.",
    )
    obstacle_mean: float = coefficient(
        0.155, low=-0.1, high=0.4, source="J12", en="Obstacle mean", fr="Obstacle mean",
        meaning="Obstacle mean.",
    )
    obstacle_spread: float = coefficient(
        0.36, low=0.2, high=0.5, source="J12 A12", en="Obstacle spread", fr="Obstacle spread",
        meaning="Obstacle spread.",
    )
    controversy_disposition: float = coefficient(
        0.16, low=0.0, high=0.4, source="S03 J12", en="Controversy disposition", fr="Controversy disposition",
        meaning="Controversy disposition.",
    )
    influence_spread: float = coefficient(
        1.0, low=0.3, high=1.5, source="S25", en="Influence spread", fr="Influence spread",
        meaning="Influence spread.",
    )
    partisan_weight: float = coefficient(
        0.3, low=0.0, high=0.6, source="S35", en="Partisan weight", fr="Partisan weight",
        meaning="Partisan weight.",
    )
    lean_spread: float = coefficient(
        0.35, low=0.1, high=0.7, source="S35", en="Lean spread", fr="Lean spread",
        meaning="Lean spread.",
    )
    difficulty_slope: float = coefficient(
        0.55, low=0.3, high=0.8, source="J1", en="Difficulty slope", fr="Difficulty slope",
        meaning="Difficulty slope.",
    )
    difficulty_step: float = coefficient(
        0.13, low=0.08, high=0.2, source="J1", en="Difficulty step", fr="Difficulty step",
        meaning="Difficulty step.",
    )
    difficulty_noise: float = coefficient(
        0.05, low=0.0, high=0.1, source="J1", en="Difficulty noise", fr="Difficulty noise",
        meaning="Difficulty noise.",
    )
    scope_difficulty: float = coefficient(
        0.15, low=0.0, high=0.3, source="S14 A41", en="Scope difficulty", fr="Scope difficulty",
        meaning="Scope difficulty.",
    )
    liking_mean: float = coefficient(
        0.62, low=0.5, high=0.75, source="S06", en="Liking mean", fr="Liking mean",
        meaning="Liking mean.",
    )
    liking_agreement: float = coefficient(
        0.49, low=0.2, high=0.8, source="S06", en="Liking agreement", fr="Liking agreement",
        meaning="Liking agreement.",
    )
    liking_sector: float = coefficient(
        0.25, low=0.1, high=0.35, source="J6", en="Liking sector", fr="Liking sector",
        meaning="Liking sector.",
    )
    liking_spread: float = coefficient(
        0.1, low=0.05, high=0.2, source="S06", en="Liking spread", fr="Liking spread",
        meaning="Liking spread.",
    )
    liking_disagreement: float = coefficient(
        0.16, low=0.05, high=0.3, source="S06", en="Liking disagreement", fr="Liking disagreement",
        meaning="Liking disagreement.",
    )
    hours_spread: float = coefficient(
        0.35, low=0.1, high=0.6, source="J2", en="Hours spread", fr="Hours spread",
        meaning="Hours spread.",
    )
    trait_spread: float = coefficient(
        0.1, low=0.03, high=0.2, source="J2", en="Trait spread", fr="Trait spread",
        meaning="Trait spread.",
    )
    trust_same_sector: float = coefficient(
        0.16, low=0.05, high=0.3, source="S39", en="Trust same sector", fr="Trust same sector",
        meaning="Trust same sector.",
    )
    trust_known: float = coefficient(
        0.22, low=0.1, high=0.4, source="S39 A47", en="Trust known", fr="Trust known",
        meaning="Trust known.",
    )
    trust_organic: float = coefficient(
        0.1, low=0.0, high=0.2, source="S01", en="Trust organic", fr="Trust organic",
        meaning="Trust organic.",
    )
    known_base: float = coefficient(
        0.15, low=0.05, high=0.3, source="A47", en="Known base", fr="Known base",
        meaning="Known base.",
    )
    known_prior: float = coefficient(
        0.5, low=0.2, high=0.8, source="A47", en="Known prior", fr="Known prior",
        meaning="Known prior.",
    )
    stubborn_share: float = coefficient(
        0.15, low=0.05, high=0.2, source="A34", en="Stubborn share", fr="Stubborn share",
        meaning="Stubborn share.",
    )
    reliability_mean: float = coefficient(
        0.75, low=0.6, high=0.9, source="S39", en="Reliability mean", fr="Reliability mean",
        meaning="Reliability mean.",
    )
    reliability_spread: float = coefficient(
        0.12, low=0.03, high=0.25, source="S39", en="Reliability spread", fr="Reliability spread",
        meaning="Reliability spread.",
    )
    draft_known_same: float = coefficient(
        0.35, low=0.2, high=0.6, source="J3", en="Draft known same", fr="Draft known same",
        meaning="Draft known same.",
    )
    draft_known_other: float = coefficient(
        0.1, low=0.03, high=0.3, source="J3", en="Draft known other", fr="Draft known other",
        meaning="Draft known other.",
    )
    draft_prior_same: float = coefficient(
        0.4, low=0.2, high=0.6, source="J3", en="Draft prior same", fr="Draft prior same",
        meaning="Draft prior same.",
    )
    draft_prior_other: float = coefficient(
        0.3, low=0.1, high=0.5, source="J3", en="Draft prior other", fr="Draft prior other",
        meaning="Draft prior other.",
    )
    draft_base_weeks: float = coefficient(
        1.0, low=0.0, high=4.0, source="J3", en="Draft base weeks", fr="Draft base weeks",
        meaning="Draft base weeks.",
    )
    draft_square_weeks: float = coefficient(
        0.35, low=0.1, high=0.7, source="J3", en="Draft square weeks", fr="Draft square weeks",
        meaning="Draft square weeks.",
    )
    invitation_weeks: float = coefficient(
        16.0, low=4.0, high=30.0, source="S11", en="Invitation weeks", fr="Invitation weeks",
        meaning="Invitation weeks.",
    )
    enthusiasm_start: float = coefficient(
        0.55, low=0.4, high=0.7, source="S42", en="Enthusiasm start", fr="Enthusiasm start",
        meaning="Enthusiasm start.",
    )
    veto_official_share: float = coefficient(
        0.35, low=0.0, high=0.7, source="S25", en="Veto official share", fr="Veto official share",
        meaning="Veto official share.",
    )
    tenure_slowness: float = coefficient(
        1.8, low=1.2, high=3.0, source="S50 A30", en="Tenure slowness", fr="Tenure slowness",
        meaning="Tenure slowness.",
    )
    trust_kept_at_change: float = coefficient(
        0.3, low=0.1, high=0.6, source="S39 S50", en="Trust kept at change", fr="Trust kept at change",
        meaning="Trust kept at change.",
    )
    parliament_renewal: float = coefficient(
        0.4, low=0.2, high=0.8, source="S50", en="Parliament renewal", fr="Parliament renewal",
        meaning="Parliament renewal.",
    )
    window_after_election: float = coefficient(
        30.0, low=13.0, high=52.0, source="A31", en="Window after election", fr="Window after election",
        meaning="Window after election.",
    )
    window_after_minister: float = coefficient(
        20.0, low=8.0, high=40.0, source="A31", en="Window after minister", fr="Window after minister",
        meaning="Window after minister.",
    )
    window_after_shock: float = coefficient(
        10.0, low=4.0, high=20.0, source="A31", en="Window after shock", fr="Window after shock",
        meaning="Window after shock.",
    )
    window_odds: float = coefficient(
        1.5, low=1.0, high=3.0, source="E5", en="Window odds", fr="Window odds",
        meaning="Window odds.",
    )
    window_persuasion: float = coefficient(
        1.35, low=1.0, high=1.8, source="J9", en="Window persuasion", fr="Window persuasion",
        meaning="Window persuasion.",
    )
    campaign_weeks: float = coefficient(
        45.0, low=20.0, high=60.0, source="S49", en="Campaign weeks", fr="Campaign weeks",
        meaning="Campaign weeks.",
    )
    pledge_new: float = coefficient(
        0.8, low=0.3, high=1.0, source="S49 A27", en="Pledge new", fr="Pledge new",
        meaning="Pledge new.",
    )
    pledge_incumbent: float = coefficient(
        0.5, low=0.1, high=0.8, source="S49 A27", en="Pledge incumbent", fr="Pledge incumbent",
        meaning="Pledge incumbent.",
    )
    appointment_chance: float = coefficient(
        0.35, low=0.1, high=0.6, source="S50", en="Appointment chance", fr="Appointment chance",
        meaning="Appointment chance.",
    )
    appointed_disposition: float = coefficient(
        0.45, low=0.2, high=0.8, source="S50", en="Appointed disposition", fr="Appointed disposition",
        meaning="Appointed disposition.",
    )
    appointed_trust: float = coefficient(
        0.75, low=0.5, high=0.9, source="S50", en="Appointed trust", fr="Appointed trust",
        meaning="Appointed trust.",
    )
    trust_lost_with_person: float = coefficient(
        0.5, low=0.2, high=0.8, source="S39", en="Trust lost with person", fr="Trust lost with person",
        meaning="Trust lost with person.",
    )
    funding_spread: float = coefficient(
        1.0, low=0.5, high=1.5, source="S36", en="Funding spread", fr="Funding spread",
        meaning="Funding spread.",
    )
    purse_limit: float = coefficient(
        1.5, low=0.5, high=3.0, source="S22", en="Purse limit", fr="Purse limit",
        meaning="Purse limit.",
    )
    invitation_rate: float = coefficient(
        0.005, low=0.001, high=0.02, source="S13 T11", en="Invitation rate", fr="Invitation rate",
        meaning="Invitation rate.",
    )
    recruit_missing: float = coefficient(
        2.0, low=0.5, high=4.0, source="S13", en="Recruit missing", fr="Recruit missing",
        meaning="Recruit missing.",
    )
    join_founder: float = coefficient(
        1.8, low=0.8, high=2.5, source="S05 A1", en="Join founder", fr="Join founder",
        meaning="Join founder.",
    )
    join_outsider: float = coefficient(
        1.4, low=0.5, high=2.2, source="S05 A1", en="Join outsider", fr="Join outsider",
        meaning="Join outsider.",
    )
    join_liking: float = coefficient(
        2.2, low=1.0, high=4.0, source="S05 S06", en="Join liking", fr="Join liking",
        meaning="Join liking.",
    )
    join_legitimacy: float = coefficient(
        1.5, low=0.5, high=3.0, source="S05 S07", en="Join legitimacy", fr="Join legitimacy",
        meaning="Join legitimacy.",
    )
    join_familiar: float = coefficient(
        1.0, low=0.3, high=2.0, source="A47", en="Join familiar", fr="Join familiar",
        meaning="Join familiar.",
    )
    join_trust: float = coefficient(
        1.5, low=0.5, high=3.0, source="S05 S39", en="Join trust", fr="Join trust",
        meaning="Join trust.",
    )
    join_cost: float = coefficient(
        1.6, low=0.8, high=3.0, source="S05", en="Join cost", fr="Join cost",
        meaning="Join cost.",
    )
    join_barrier: float = coefficient(
        1.2, low=0.4, high=2.5, source="S15", en="Join barrier", fr="Join barrier",
        meaning="Join barrier.",
    )
    join_risk: float = coefficient(
        1.5, low=0.5, high=3.0, source="S05", en="Join risk", fr="Join risk",
        meaning="Join risk.",
    )
    join_controversy: float = coefficient(
        1.0, low=0.3, high=2.0, source="S03", en="Join controversy", fr="Join controversy",
        meaning="Join controversy.",
    )
    expected_hours: float = coefficient(
        3.0, low=1.0, high=6.0, source="S05", en="Expected hours", fr="Expected hours",
        meaning="Expected hours.",
    )
    size_limit: float = coefficient(
        1.5, low=0.5, high=3.0, source="S34", en="Size limit", fr="Size limit",
        meaning="Size limit.",
    )
    support_relief: float = coefficient(
        0.5, low=0.2, high=0.8, source="S36", en="Support relief", fr="Support relief",
        meaning="Support relief.",
    )
    newcomer_items: float = coefficient(
        0.8, low=0.3, high=2.0, source="T11", en="Newcomer items", fr="Newcomer items",
        meaning="Newcomer items.",
    )
    newcomer_hours: float = coefficient(
        4.0, low=1.0, high=10.0, source="T11", en="Newcomer hours", fr="Newcomer hours",
        meaning="Newcomer hours.",
    )
    expectation_floor: float = coefficient(
        0.35, low=0.1, high=0.6, source="S32", en="Expectation floor", fr="Expectation floor",
        meaning="Expectation floor.",
    )
    expectation_excess: float = coefficient(
        1.25, low=1.0, high=1.5, source="S32", en="Expectation excess", fr="Expectation excess",
        meaning="Expectation excess.",
    )
    expectation_cut: float = coefficient(
        0.55, low=0.2, high=0.9, source="S32", en="Expectation cut", fr="Expectation cut",
        meaning="Expectation cut.",
    )
    leaving_rate: float = coefficient(
        0.0015, low=0.0005, high=0.004, source="S41 A2", en="Leaving rate", fr="Leaving rate",
        meaning="Leaving rate.",
    )
    courting_rate: float = coefficient(
        0.01, low=0.0, high=0.04, source="S03 J10", en="Courting rate", fr="Courting rate",
        meaning="Courting rate.",
    )
    exit_disheartens: float = coefficient(
        0.03, low=0.01, high=0.08, source="S41", en="Exit disheartens", fr="Exit disheartens",
        meaning="Exit disheartens.",
    )
    setup_form: float = coefficient(
        3.0, low=1.0, high=6.0, source="S15", en="Setup form", fr="Setup form",
        meaning="Setup form.",
    )
    setup_entity: float = coefficient(
        9.0, low=4.0, high=16.0, source="S15", en="Setup entity", fr="Setup entity",
        meaning="Setup entity.",
    )
    setup_negotiation: float = coefficient(
        4.0, low=1.0, high=8.0, source="S14", en="Setup negotiation", fr="Setup negotiation",
        meaning="Setup negotiation.",
    )
    approach_weight: float = coefficient(
        0.15, low=0.0, high=0.4, source="S06", en="Approach weight", fr="Approach weight",
        meaning="Approach weight.",
    )
    agreement_tolerance: float = coefficient(
        0.165, low=0.1, high=0.22, source="J6", en="Agreement tolerance", fr="Agreement tolerance",
        meaning="Agreement tolerance.",
    )
    coherence_scale: float = coefficient(
        0.23, low=0.2, high=0.4, source="J6", en="Coherence scale", fr="Coherence scale",
        meaning="Coherence scale.",
    )
    coherence_unsettled: float = coefficient(
        0.6, low=0.3, high=0.9, source="J6", en="Coherence unsettled", fr="Coherence unsettled",
        meaning="Coherence unsettled.",
    )
    conflict_negotiated: float = coefficient(
        1.2, low=0.6, high=2.4, source="J7", en="Conflict negotiated", fr="Conflict negotiated",
        meaning="Conflict negotiated.",
    )
    conflict_skipped: float = coefficient(
        2.5, low=1.2, high=5.0, source="J7", en="Conflict skipped", fr="Conflict skipped",
        meaning="Conflict skipped.",
    )
    eruption_rate: float = coefficient(
        0.03, low=0.01, high=0.06, source="J7", en="Eruption rate", fr="Eruption rate",
        meaning="Eruption rate.",
    )
    quarrel_distrust: float = coefficient(
        0.15, low=0.05, high=0.3, source="J7", en="Quarrel distrust", fr="Quarrel distrust",
        meaning="Quarrel distrust.",
    )
    quarrel_disheartens: float = coefficient(
        0.05, low=0.02, high=0.15, source="J7", en="Quarrel disheartens", fr="Quarrel disheartens",
        meaning="Quarrel disheartens.",
    )
    quarrel_clears: float = coefficient(
        0.3, low=0.05, high=0.8, source="J7", en="Quarrel clears", fr="Quarrel clears",
        meaning="Quarrel clears.",
    )
    reopening_ratio: float = coefficient(
        1.6, low=1.2, high=2.5, source="S06", en="Reopening ratio", fr="Reopening ratio",
        meaning="Reopening ratio.",
    )
    meeting_capacity: float = coefficient(
        12.0, low=6.0, high=18.0, source="J5", en="Meeting capacity", fr="Meeting capacity",
        meaning="Meeting capacity.",
    )
    adaptive_reference: float = coefficient(
        6.0, low=3.0, high=12.0, source="S21", en="Adaptive reference", fr="Adaptive reference",
        meaning="Adaptive reference.",
    )
    cancel_below: float = coefficient(
        1.5, low=0.5, high=3.0, source="S21", en="Cancel below", fr="Cancel below",
        meaning="Cancel below.",
    )
    cancel_chance: float = coefficient(
        0.8, low=0.3, high=1.0, source="S21", en="Cancel chance", fr="Cancel chance",
        meaning="Cancel chance.",
    )
    members_per_group: float = coefficient(
        6.0, low=5.0, high=8.0, source="A48", en="Members per group", fr="Members per group",
        meaning="Members per group.",
    )
    group_gain: float = coefficient(
        0.35, low=0.1, high=0.6, source="S19", en="Group gain", fr="Group gain",
        meaning="Group gain.",
    )
    group_friction: float = coefficient(
        0.02, low=0.005, high=0.06, source="S19", en="Group friction", fr="Group friction",
        meaning="Group friction.",
    )
    group_hours: float = coefficient(
        2.0, low=0.5, high=4.0, source="S19", en="Group hours", fr="Group hours",
        meaning="Group hours.",
    )
    no_chair: float = coefficient(
        0.3, low=0.1, high=0.6, source="S17", en="No chair", fr="No chair",
        meaning="No chair.",
    )
    chairs_draw: float = coefficient(
        1.08, low=1.0, high=1.2, source="S17", en="Chairs draw", fr="Chairs draw",
        meaning="Chairs draw.",
    )
    chair_airtime: float = coefficient(
        1.5, low=1.0, high=2.5, source="S17", en="Chair airtime", fr="Chair airtime",
        meaning="Chair airtime.",
    )
    chair_one_sector: float = coefficient(
        1.6, low=1.0, high=2.5, source="S17", en="Chair one sector", fr="Chair one sector",
        meaning="Chair one sector.",
    )
    chair_suspicion: float = coefficient(
        0.1, low=0.0, high=0.2, source="S17", en="Chair suspicion", fr="Chair suspicion",
        meaning="Chair suspicion.",
    )
    rotation_practice: float = coefficient(
        0.9, low=0.7, high=1.0, source="S17", en="Rotation practice", fr="Rotation practice",
        meaning="Rotation practice.",
    )
    rotation_ownership: float = coefficient(
        0.06, low=0.0, high=0.15, source="S17", en="Rotation ownership", fr="Rotation ownership",
        meaning="Rotation ownership.",
    )
    meeting_base_hours: float = coefficient(
        1.5, low=1.0, high=3.0, source="S21", en="Meeting base hours", fr="Meeting base hours",
        meaning="Meeting base hours.",
    )
    meeting_travel_hours: float = coefficient(
        2.5, low=1.0, high=5.0, source="S21", en="Meeting travel hours", fr="Meeting travel hours",
        meaning="Meeting travel hours.",
    )
    purpose_need: float = coefficient(
        0.6, low=0.3, high=1.0, source="S21", en="Purpose need", fr="Purpose need",
        meaning="Purpose need.",
    )
    purpose_lift: float = coefficient(
        0.03, low=0.01, high=0.06, source="S21", en="Purpose lift", fr="Purpose lift",
        meaning="Purpose lift.",
    )
    purpose_neutral: float = coefficient(
        0.45, low=0.3, high=0.6, source="S21", en="Purpose neutral", fr="Purpose neutral",
        meaning="Purpose neutral.",
    )
    purpose_frustration: float = coefficient(
        1.6, low=1.0, high=2.5, source="S21", en="Purpose frustration", fr="Purpose frustration",
        meaning="Purpose frustration.",
    )
    useful_purpose: float = coefficient(
        0.5, low=0.3, high=0.7, source="S21", en="Useful purpose", fr="Useful purpose",
        meaning="Useful purpose.",
    )
    airtime_exponent: float = coefficient(
        0.6, low=0.0, high=1.2, source="S33", en="Airtime exponent", fr="Airtime exponent",
        meaning="Airtime exponent.",
    )
    voice_memory: float = coefficient(
        0.12, low=0.05, high=0.25, source="S33", en="Voice memory", fr="Voice memory",
        meaning="Voice memory.",
    )
    voice_expected_hours: float = coefficient(
        12.0, low=6.0, high=24.0, source="S33", en="Voice expected hours", fr="Voice expected hours",
        meaning="Voice expected hours.",
    )
    bottom_up_slowness: float = coefficient(
        0.3, low=0.1, high=0.6, source="S16", en="Bottom up slowness", fr="Bottom up slowness",
        meaning="Bottom up slowness.",
    )
    crowd: float = coefficient(
        40.0, low=20.0, high=80.0, source="S21", en="Crowd", fr="Crowd",
        meaning="Crowd.",
    )
    disagreement_slowness: float = coefficient(
        4.0, low=0.0, high=8.0, source="S06 A16", en="Disagreement slowness", fr="Disagreement slowness",
        meaning="Disagreement slowness.",
    )
    items_base: float = coefficient(
        0.2, low=0.1, high=0.4, source="J5", en="Items base", fr="Items base",
        meaning="Items base.",
    )
    items_member: float = coefficient(
        0.025, low=0.012, high=0.05, source="J5", en="Items member", fr="Items member",
        meaning="Items member.",
    )
    items_activity: float = coefficient(
        0.05, low=0.025, high=0.1, source="J5", en="Items activity", fr="Items activity",
        meaning="Items activity.",
    )
    items_lapse: float = coefficient(
        0.02, low=0.005, high=0.05, source="J5", en="Items lapse", fr="Items lapse",
        meaning="Items lapse.",
    )
    plan_weeks: float = coefficient(
        12.0, low=6.0, high=20.0, source="S20", en="Plan weeks", fr="Plan weeks",
        meaning="Plan weeks.",
    )
    plan_weeks_unowned: float = coefficient(
        24.0, low=12.0, high=36.0, source="S20", en="Plan weeks unowned", fr="Plan weeks unowned",
        meaning="Plan weeks unowned.",
    )
    plan_excess: float = coefficient(
        0.3, low=0.0, high=0.6, source="S32", en="Plan excess", fr="Plan excess",
        meaning="Plan excess.",
    )
    plan_from_left: float = coefficient(
        0.5, low=0.2, high=0.8, source="S20", en="Plan from left", fr="Plan from left",
        meaning="Plan from left.",
    )
    plan_from_decided: float = coefficient(
        0.35, low=0.1, high=0.6, source="S20", en="Plan from decided", fr="Plan from decided",
        meaning="Plan from decided.",
    )
    meeting_pull: float = coefficient(
        0.35, low=0.15, high=0.6, source="A33", en="Meeting pull", fr="Meeting pull",
        meaning="Meeting pull.",
    )
    stubborn_ease: float = coefficient(
        0.15, low=0.05, high=0.4, source="A34", en="Stubborn ease", fr="Stubborn ease",
        meaning="Stubborn ease.",
    )
    listening_scale: float = coefficient(
        0.6, low=0.3, high=0.9, source="A33", en="Listening scale", fr="Listening scale",
        meaning="Listening scale.",
    )
    home_pull: float = coefficient(
        0.04, low=0.01, high=0.08, source="S16", en="Home pull", fr="Home pull",
        meaning="Home pull.",
    )
    self_change: float = coefficient(
        0.04, low=0.0, high=0.1, source="S16", en="Self change", fr="Self change",
        meaning="Self change.",
    )
    meeting_trust: float = coefficient(
        0.6, low=0.3, high=1.0, source="S21 A32", en="Meeting trust", fr="Meeting trust",
        meaning="Meeting trust.",
    )
    absence_distrust: float = coefficient(
        0.1, low=0.0, high=0.3, source="S39", en="Absence distrust", fr="Absence distrust",
        meaning="Absence distrust.",
    )
    tone_base: float = coefficient(
        0.36, low=0.25, high=0.45, source="S17 A39", en="Tone base", fr="Tone base",
        meaning="Tone base.",
    )
    tone_skill: float = coefficient(
        0.22, low=0.05, high=0.4, source="S17 A39", en="Tone skill", fr="Tone skill",
        meaning="Tone skill.",
    )
    tone_unled: float = coefficient(
        0.36, low=0.25, high=0.45, source="S17 A39", en="Tone unled", fr="Tone unled",
        meaning="Tone unled.",
    )
    tone_pull: float = coefficient(
        0.035, low=0.02, high=0.06, source="S42", en="Tone pull", fr="Tone pull",
        meaning="Tone pull.",
    )
    accountability_slope: float = coefficient(
        4.0, low=2.0, high=8.0, source="S15", en="Accountability slope", fr="Accountability slope",
        meaning="Accountability slope.",
    )
    admin_base: float = coefficient(
        0.6, low=0.3, high=1.2, source="S18", en="Admin base", fr="Admin base",
        meaning="Admin base.",
    )
    admin_member: float = coefficient(
        0.08, low=0.04, high=0.16, source="S18", en="Admin member", fr="Admin member",
        meaning="Admin member.",
    )
    admin_form: float = coefficient(
        2.6, low=1.0, high=5.0, source="S15", en="Admin form", fr="Admin form",
        meaning="Admin form.",
    )
    admin_meeting: float = coefficient(
        1.5, low=0.5, high=3.0, source="S18", en="Admin meeting", fr="Admin meeting",
        meaning="Admin meeting.",
    )
    admin_accounts: float = coefficient(
        1.0, low=0.3, high=2.0, source="S36 S51", en="Admin accounts", fr="Admin accounts",
        meaning="Admin accounts.",
    )
    admin_goodwill: float = coefficient(
        0.25, low=0.1, high=0.5, source="S18", en="Admin goodwill", fr="Admin goodwill",
        meaning="Admin goodwill.",
    )
    secretariat_cost: float = coefficient(
        20.0, low=8.0, high=40.0, source="S18", en="Secretariat cost", fr="Secretariat cost",
        meaning="Secretariat cost.",
    )
    rotation_voice: float = coefficient(
        0.003, low=0.0, high=0.01, source="S18", en="Rotation voice", fr="Rotation voice",
        meaning="Rotation voice.",
    )
    backlog_forgotten: float = coefficient(
        0.005, low=0.0, high=0.02, source="S18", en="Backlog forgotten", fr="Backlog forgotten",
        meaning="Backlog forgotten.",
    )
    backlog_scale: float = coefficient(
        40.0, low=20.0, high=80.0, source="S18", en="Backlog scale", fr="Backlog scale",
        meaning="Backlog scale.",
    )
    broken_support: float = coefficient(
        6.0, low=1.0, high=12.0, source="S36", en="Broken support", fr="Broken support",
        meaning="Broken support.",
    )
    support_cost: float = coefficient(
        2.0, low=0.5, high=5.0, source="S36", en="Support cost", fr="Support cost",
        meaning="Support cost.",
    )
    tactic_usual: float = coefficient(
        2.0, low=1.0, high=4.0, source="S24", en="Tactic usual", fr="Tactic usual",
        meaning="Tactic usual.",
    )
    pilot_after_adoption: float = coefficient(
        4.0, low=1.0, high=8.0, source="S47", en="Pilot after adoption", fr="Pilot after adoption",
        meaning="Pilot after adoption.",
    )
    pledge_occasion: float = coefficient(
        6.0, low=1.0, high=12.0, source="S49", en="Pledge occasion", fr="Pledge occasion",
        meaning="Pledge occasion.",
    )
    leverage_open: float = coefficient(
        1.2, low=0.6, high=2.4, source="S25", en="Leverage open", fr="Leverage open",
        meaning="Leverage open.",
    )
    leverage_won: float = coefficient(
        0.5, low=0.2, high=1.0, source="S25", en="Leverage won", fr="Leverage won",
        meaning="Leverage won.",
    )
    leverage_influence: float = coefficient(
        1.2, low=0.4, high=2.0, source="S25", en="Leverage influence", fr="Leverage influence",
        meaning="Leverage influence.",
    )
    rank_appeal: float = coefficient(
        1.2, low=0.6, high=2.4, source="S25", en="Rank appeal", fr="Rank appeal",
        meaning="Rank appeal.",
    )
    local_appeal: float = coefficient(
        2.0, low=0.5, high=4.0, source="S26", en="Local appeal", fr="Local appeal",
        meaning="Local appeal.",
    )
    existing_saving: float = coefficient(
        0.33, low=0.1, high=0.5, source="S22", en="Existing saving", fr="Existing saving",
        meaning="Existing saving.",
    )
    offer_readiness: float = coefficient(
        1.5, low=0.8, high=2.0, source="S20", en="Offer readiness", fr="Offer readiness",
        meaning="Offer readiness.",
    )
    sight_base: float = coefficient(
        0.3, low=0.1, high=0.6, source="S38", en="Sight base", fr="Sight base",
        meaning="Sight base.",
    )
    team_threshold: float = coefficient(
        0.02, low=0.005, high=0.06, source="S38", en="Team threshold", fr="Team threshold",
        meaning="Team threshold.",
    )
    team_drive: float = coefficient(
        0.25, low=0.1, high=0.4, source="S38", en="Team drive", fr="Team drive",
        meaning="Team drive.",
    )
    pace_share: float = coefficient(
        0.5, low=0.3, high=0.8, source="S20", en="Pace share", fr="Pace share",
        meaning="Pace share.",
    )
    deadline_base: float = coefficient(
        6.0, low=2.0, high=12.0, source="J8", en="Deadline base", fr="Deadline base",
        meaning="Deadline base.",
    )
    deadline_slack: float = coefficient(
        2.2, low=1.5, high=3.0, source="J8", en="Deadline slack", fr="Deadline slack",
        meaning="Deadline slack.",
    )
    work_hours: float = coefficient(
        1.0, low=0.5, high=2.0, source="J8", en="Work hours", fr="Work hours",
        meaning="Work hours.",
    )
    work_money: float = coefficient(
        1.0, low=0.3, high=3.0, source="J8", en="Work money", fr="Work money",
        meaning="Work money.",
    )
    slip_base: float = coefficient(
        0.55, low=0.3, high=0.8, source="S20", en="Slip base", fr="Slip base",
        meaning="Slip base.",
    )
    slip_left: float = coefficient(
        0.35, low=0.1, high=0.6, source="S20", en="Slip left", fr="Slip left",
        meaning="Slip left.",
    )
    diversion: float = coefficient(
        0.2, low=0.05, high=0.4, source="S03", en="Diversion", fr="Diversion",
        meaning="Diversion.",
    )
    unlikely_calm: float = coefficient(
        0.5, low=0.2, high=0.8, source="S03 S08", en="Unlikely calm", fr="Unlikely calm",
        meaning="Unlikely calm.",
    )
    unowned_hours: float = coefficient(
        0.5, low=0.1, high=1.5, source="S20", en="Unowned hours", fr="Unowned hours",
        meaning="Unowned hours.",
    )
    trust_gain: float = coefficient(
        0.05, low=0.03, high=0.1, source="A32", en="Trust gain", fr="Trust gain",
        meaning="Trust gain.",
    )
    trust_ratio: float = coefficient(
        1.5, low=1.0, high=2.5, source="A32", en="Trust ratio", fr="Trust ratio",
        meaning="Trust ratio.",
    )
    team_trust: float = coefficient(
        2.5, low=1.0, high=4.0, source="S39", en="Team trust", fr="Team trust",
        meaning="Team trust.",
    )
    observer_trust: float = coefficient(
        0.2, low=0.05, high=0.5, source="S40", en="Observer trust", fr="Observer trust",
        meaning="Observer trust.",
    )
    broken_in_team: float = coefficient(
        1.5, low=0.5, high=3.0, source="S39", en="Broken in team", fr="Broken in team",
        meaning="Broken in team.",
    )
    broken_seen: float = coefficient(
        0.3, low=0.1, high=0.8, source="S39 S40", en="Broken seen", fr="Broken seen",
        meaning="Broken seen.",
    )
    success_lift: float = coefficient(
        0.1, low=0.05, high=0.15, source="A45", en="Success lift", fr="Success lift",
        meaning="Success lift.",
    )
    observer_lift: float = coefficient(
        0.1, low=0.03, high=0.3, source="A45", en="Observer lift", fr="Observer lift",
        meaning="Observer lift.",
    )
    small_wins: float = coefficient(
        1.0, low=0.0, high=1.5, source="A45", en="Small wins", fr="Small wins",
        meaning="Small wins.",
    )
    efficacy_gain: float = coefficient(
        0.04, low=0.02, high=0.08, source="A45", en="Efficacy gain", fr="Efficacy gain",
        meaning="Efficacy gain.",
    )
    efficacy_loss: float = coefficient(
        0.06, low=0.02, high=0.12, source="S20", en="Efficacy loss", fr="Efficacy loss",
        meaning="Efficacy loss.",
    )
    efficacy_drift: float = coefficient(
        0.01, low=0.005, high=0.03, source="A45", en="Efficacy drift", fr="Efficacy drift",
        meaning="Efficacy drift.",
    )
    efficacy_base: float = coefficient(
        0.3, low=0.2, high=0.4, source="A45", en="Efficacy base", fr="Efficacy base",
        meaning="Efficacy base.",
    )
    failure_disheartens: float = coefficient(
        0.04, low=0.01, high=0.08, source="S20", en="Failure disheartens", fr="Failure disheartens",
        meaning="Failure disheartens.",
    )
    benefit_gain: float = coefficient(
        0.03, low=0.01, high=0.08, source="S42", en="Benefit gain", fr="Benefit gain",
        meaning="Benefit gain.",
    )
    benefit_fades: float = coefficient(
        0.003, low=0.001, high=0.01, source="S42", en="Benefit fades", fr="Benefit fades",
        meaning="Benefit fades.",
    )
    mentor_cost: float = coefficient(
        0.2, low=0.05, high=0.6, source="S33 S36", en="Mentor cost", fr="Mentor cost",
        meaning="Mentor cost.",
    )
    mentor_relief: float = coefficient(
        0.5, low=0.1, high=0.9, source="S36", en="Mentor relief", fr="Mentor relief",
        meaning="Mentor relief.",
    )
    base_drift: float = coefficient(
        0.004, low=0.001, high=0.012, source="S34", en="Base drift", fr="Base drift",
        meaning="Base drift.",
    )
    base_return: float = coefficient(
        0.02, low=0.005, high=0.05, source="S34", en="Base return", fr="Base return",
        meaning="Base return.",
    )
    donor_alignment: float = coefficient(
        0.02, low=0.005, high=0.06, source="S51", en="Donor alignment", fr="Donor alignment",
        meaning="Donor alignment.",
    )
    vouching: float = coefficient(
        0.001, low=0.0002, high=0.003, source="S27 S54", en="Vouching", fr="Vouching",
        meaning="Vouching.",
    )
    own_studies: float = coefficient(
        0.0004, low=0.0001, high=0.001, source="S43", en="Own studies", fr="Own studies",
        meaning="Own studies.",
    )
    business_caution: float = coefficient(
        0.03, low=0.005, high=0.08, source="S08", en="Business caution", fr="Business caution",
        meaning="Business caution.",
    )
    own_coverage: float = coefficient(
        0.03, low=0.005, high=0.08, source="S45", en="Own coverage", fr="Own coverage",
        meaning="Own coverage.",
    )
    grant_scale: float = coefficient(
        1.2, low=0.7, high=2.0, source="A25", en="Grant scale", fr="Grant scale",
        meaning="Grant scale.",
    )
    grant_floor: float = coefficient(
        0.1, low=0.03, high=0.3, source="A25", en="Grant floor", fr="Grant floor",
        meaning="Grant floor.",
    )
    one_voice_best: float = coefficient(
        0.35, low=0.1, high=0.6, source="S28", en="One voice best", fr="One voice best",
        meaning="One voice best.",
    )
    contact_trust: float = coefficient(
        0.04, low=0.01, high=0.1, source="S27 A32", en="Contact trust", fr="Contact trust",
        meaning="Contact trust.",
    )
    surprise: float = coefficient(
        0.08, low=0.0, high=0.2, source="S27", en="Surprise", fr="Surprise",
        meaning="Surprise.",
    )
    visibility_contact: float = coefficient(
        0.008, low=0.002, high=0.02, source="J10", en="Visibility contact", fr="Visibility contact",
        meaning="Visibility contact.",
    )
    visibility_public: float = coefficient(
        0.06, low=0.02, high=0.12, source="J10", en="Visibility public", fr="Visibility public",
        meaning="Visibility public.",
    )
    visibility_memory: float = coefficient(
        0.05, low=0.02, high=0.1, source="J10", en="Visibility memory", fr="Visibility memory",
        meaning="Visibility memory.",
    )
    evidence_contact: float = coefficient(
        0.1, low=0.03, high=0.3, source="S43", en="Evidence contact", fr="Evidence contact",
        meaning="Evidence contact.",
    )
    research_gain: float = coefficient(
        0.22, low=0.1, high=0.4, source="A23", en="Research gain", fr="Research gain",
        meaning="Research gain.",
    )
    brief_gain: float = coefficient(
        0.12, low=0.05, high=0.25, source="A23", en="Brief gain", fr="Brief gain",
        meaning="Brief gain.",
    )
    press_pressure: float = coefficient(
        0.5, low=0.2, high=1.0, source="S45", en="Press pressure", fr="Press pressure",
        meaning="Press pressure.",
    )
    crowd_pressure: float = coefficient(
        1.4, low=0.7, high=2.5, source="A24", en="Crowd pressure", fr="Crowd pressure",
        meaning="Crowd pressure.",
    )
    press_buzz: float = coefficient(
        0.4, low=0.15, high=0.6, source="A28", en="Press buzz", fr="Press buzz",
        meaning="Press buzz.",
    )
    crowd_buzz: float = coefficient(
        0.55, low=0.2, high=0.8, source="A28", en="Crowd buzz", fr="Crowd buzz",
        meaning="Crowd buzz.",
    )
    mobilisation_strain: float = coefficient(
        0.06, low=0.02, high=0.12, source="S24", en="Mobilisation strain", fr="Mobilisation strain",
        meaning="Mobilisation strain.",
    )
    confrontation_threshold: float = coefficient(
        0.55, low=0.3, high=0.9, source="S29", en="Confrontation threshold", fr="Confrontation threshold",
        meaning="Confrontation threshold.",
    )
    confrontation_strain: float = coefficient(
        0.1, low=0.04, high=0.2, source="S29", en="Confrontation strain", fr="Confrontation strain",
        meaning="Confrontation strain.",
    )
    confrontation_exit: float = coefficient(
        0.08, low=0.02, high=0.2, source="J7", en="Confrontation exit", fr="Confrontation exit",
        meaning="Confrontation exit.",
    )
    confrontation_conflict: float = coefficient(
        0.25, low=0.05, high=0.5, source="J7", en="Confrontation conflict", fr="Confrontation conflict",
        meaning="Confrontation conflict.",
    )
    confrontation_disheartens: float = coefficient(
        0.15, low=0.05, high=0.3, source="S29", en="Confrontation disheartens", fr="Confrontation disheartens",
        meaning="Confrontation disheartens.",
    )
    pact_protection: float = coefficient(
        0.25, low=0.1, high=0.6, source="S29", en="Pact protection", fr="Pact protection",
        meaning="Pact protection.",
    )
    sign_base: float = coefficient(
        -0.6, low=-1.5, high=0.5, source="A27", en="Sign base", fr="Sign base",
        meaning="Sign base.",
    )
    sign_position: float = coefficient(
        1.5, low=0.5, high=3.0, source="A27", en="Sign position", fr="Sign position",
        meaning="Sign position.",
    )
    sign_salience: float = coefficient(
        1.5, low=0.5, high=3.0, source="A27", en="Sign salience", fr="Sign salience",
        meaning="Sign salience.",
    )
    sign_legitimacy: float = coefficient(
        1.5, low=0.5, high=3.0, source="A27", en="Sign legitimacy", fr="Sign legitimacy",
        meaning="Sign legitimacy.",
    )
    pledge_force: float = coefficient(
        0.9, low=0.3, high=1.5, source="A27", en="Pledge force", fr="Pledge force",
        meaning="Pledge force.",
    )
    pledge_limit: float = coefficient(
        0.6, low=0.3, high=0.9, source="A27", en="Pledge limit", fr="Pledge limit",
        meaning="Pledge limit.",
    )
    pilot_fit: float = coefficient(
        0.35, low=0.15, high=0.6, source="A26", en="Pilot fit", fr="Pilot fit",
        meaning="Pilot fit.",
    )
    pilot_evidence: float = coefficient(
        0.12, low=0.05, high=0.3, source="S47", en="Pilot evidence", fr="Pilot evidence",
        meaning="Pilot evidence.",
    )
    pilot_contact: float = coefficient(
        0.6, low=0.2, high=1.2, source="S47", en="Pilot contact", fr="Pilot contact",
        meaning="Pilot contact.",
    )
    visit_strength: float = coefficient(
        1.6, low=1.0, high=2.5, source="S48", en="Visit strength", fr="Visit strength",
        meaning="Visit strength.",
    )
    preparation_limit: float = coefficient(
        4.0, low=2.0, high=8.0, source="S41", en="Preparation limit", fr="Preparation limit",
        meaning="Preparation limit.",
    )
    preparation_spoils: float = coefficient(
        0.008, low=0.002, high=0.03, source="S41", en="Preparation spoils", fr="Preparation spoils",
        meaning="Preparation spoils.",
    )
    preparation_release: float = coefficient(
        0.25, low=0.1, high=0.5, source="S41", en="Preparation release", fr="Preparation release",
        meaning="Preparation release.",
    )
    preparation_contact: float = coefficient(
        0.5, low=0.2, high=1.0, source="S41", en="Preparation contact", fr="Preparation contact",
        meaning="Preparation contact.",
    )
    relation_trust: float = coefficient(
        0.55, low=0.2, high=1.0, source="S30", en="Relation trust", fr="Relation trust",
        meaning="Relation trust.",
    )
    trust_drift: float = coefficient(
        0.002, low=0.0, high=0.005, source="A32", en="Trust drift", fr="Trust drift",
        meaning="Trust drift.",
    )
    opacity_drift: float = coefficient(
        1.2, low=0.4, high=2.4, source="S40", en="Opacity drift", fr="Opacity drift",
        meaning="Opacity drift.",
    )
    trust_floor: float = coefficient(
        0.02, low=0.0, high=0.1, source="S39", en="Trust floor", fr="Trust floor",
        meaning="Trust floor.",
    )
    celebration_lift: float = coefficient(
        0.06, low=0.02, high=0.15, source="S30", en="Celebration lift", fr="Celebration lift",
        meaning="Celebration lift.",
    )
    social_rest: float = coefficient(
        0.15, low=0.05, high=0.4, source="S30", en="Social rest", fr="Social rest",
        meaning="Social rest.",
    )
    visit_voice: float = coefficient(
        0.02, low=0.005, high=0.06, source="S30", en="Visit voice", fr="Visit voice",
        meaning="Visit voice.",
    )
    workshop_approach: float = coefficient(
        0.02, low=0.005, high=0.06, source="S30", en="Workshop approach", fr="Workshop approach",
        meaning="Workshop approach.",
    )
    joint_evidence: float = coefficient(
        0.002, low=0.0005, high=0.006, source="S30", en="Joint evidence", fr="Joint evidence",
        meaning="Joint evidence.",
    )
    approach_mismatch: float = coefficient(
        0.15, low=0.05, high=0.4, source="S06", en="Approach mismatch", fr="Approach mismatch",
        meaning="Approach mismatch.",
    )
    worth_benefit: float = coefficient(
        0.15, low=0.05, high=0.4, source="S42", en="Worth benefit", fr="Worth benefit",
        meaning="Worth benefit.",
    )
    drive_base: float = coefficient(
        -0.1, low=-0.6, high=0.4, source="J4", en="Drive base", fr="Drive base",
        meaning="Drive base.",
    )
    drive_worth: float = coefficient(
        2.0, low=1.0, high=3.0, source="J4", en="Drive worth", fr="Drive worth",
        meaning="Drive worth.",
    )
    drive_trust: float = coefficient(
        2.5, low=1.2, high=3.8, source="J4", en="Drive trust", fr="Drive trust",
        meaning="Drive trust.",
    )
    drive_voice: float = coefficient(
        1.6, low=0.8, high=2.4, source="J4", en="Drive voice", fr="Drive voice",
        meaning="Drive voice.",
    )
    drive_enthusiasm: float = coefficient(
        2.0, low=1.0, high=3.0, source="J4", en="Drive enthusiasm", fr="Drive enthusiasm",
        meaning="Drive enthusiasm.",
    )
    drive_cost: float = coefficient(
        1.6, low=0.8, high=2.4, source="J4", en="Drive cost", fr="Drive cost",
        meaning="Drive cost.",
    )
    drive_fatigue: float = coefficient(
        1.2, low=0.6, high=1.8, source="J4", en="Drive fatigue", fr="Drive fatigue",
        meaning="Drive fatigue.",
    )
    drive_discontent: float = coefficient(
        1.0, low=0.5, high=1.5, source="J4", en="Drive discontent", fr="Drive discontent",
        meaning="Drive discontent.",
    )
    suspicion: float = coefficient(
        0.3, low=0.1, high=0.6, source="S40", en="Suspicion", fr="Suspicion",
        meaning="Suspicion.",
    )
    deadline_focus: float = coefficient(
        0.1, low=0.0, high=0.3, source="S02", en="Deadline focus", fr="Deadline focus",
        meaning="Deadline focus.",
    )
    dormant_drive: float = coefficient(
        0.5, low=0.2, high=0.8, source="S41", en="Dormant drive", fr="Dormant drive",
        meaning="Dormant drive.",
    )
    contagion: float = coefficient(
        0.04, low=0.02, high=0.08, source="S42", en="Contagion", fr="Contagion",
        meaning="Contagion.",
    )
    fatigue_rate: float = coefficient(
        0.03, low=0.01, high=0.06, source="S36", en="Fatigue rate", fr="Fatigue rate",
        meaning="Fatigue rate.",
    )
    satisfaction_rate: float = coefficient(
        0.05, low=0.02, high=0.1, source="S32", en="Satisfaction rate", fr="Satisfaction rate",
        meaning="Satisfaction rate.",
    )
    seen_stage: float = coefficient(
        0.6, low=0.3, high=0.9, source="S32", en="Seen stage", fr="Seen stage",
        meaning="Seen stage.",
    )
    seen_work: float = coefficient(
        0.4, low=0.2, high=0.6, source="S32", en="Seen work", fr="Seen work",
        meaning="Seen work.",
    )
    expectation_pace: float = coefficient(
        0.75, low=0.4, high=1.0, source="S32", en="Expectation pace", fr="Expectation pace",
        meaning="Expectation pace.",
    )
    commitment_rate: float = coefficient(
        0.1, low=0.04, high=0.2, source="S42", en="Commitment rate", fr="Commitment rate",
        meaning="Commitment rate.",
    )
    legitimacy_represented: float = coefficient(
        0.3, low=0.1, high=0.6, source="S07", en="Legitimacy represented", fr="Legitimacy represented",
        meaning="Legitimacy represented.",
    )
    legitimacy_breadth: float = coefficient(
        0.9, low=0.4, high=1.4, source="S07", en="Legitimacy breadth", fr="Legitimacy breadth",
        meaning="Legitimacy breadth.",
    )
    legitimacy_partisan: float = coefficient(
        0.4, low=0.1, high=0.8, source="S35", en="Legitimacy partisan", fr="Legitimacy partisan",
        meaning="Legitimacy partisan.",
    )
    legitimacy_government: float = coefficient(
        0.12, low=0.0, high=0.3, source="S10", en="Legitimacy government", fr="Legitimacy government",
        meaning="Legitimacy government.",
    )
    legitimacy_rate: float = coefficient(
        0.03, low=0.01, high=0.06, source="S07", en="Legitimacy rate", fr="Legitimacy rate",
        meaning="Legitimacy rate.",
    )
    unlikely_breadth: float = coefficient(
        0.12, low=0.03, high=0.25, source="S08", en="Unlikely breadth", fr="Unlikely breadth",
        meaning="Unlikely breadth.",
    )
    unlikely_credit: float = coefficient(
        0.15, low=0.03, high=0.3, source="S08", en="Unlikely credit", fr="Unlikely credit",
        meaning="Unlikely credit.",
    )
    survey_hours: float = coefficient(
        4.0, low=1.0, high=10.0, source="S30", en="Survey hours", fr="Survey hours",
        meaning="Survey hours.",
    )
    survey_raises: float = coefficient(
        0.8, low=0.2, high=2.0, source="S37", en="Survey raises", fr="Survey raises",
        meaning="Survey raises.",
    )
    survey_relief: float = coefficient(
        0.3, low=0.1, high=0.6, source="S30", en="Survey relief", fr="Survey relief",
        meaning="Survey relief.",
    )
    survey_weariness: float = coefficient(
        0.03, low=0.0, high=0.08, source="S30", en="Survey weariness", fr="Survey weariness",
        meaning="Survey weariness.",
    )
    threat_adopted: float = coefficient(
        0.5, low=0.2, high=0.8, source="J10", en="Threat adopted", fr="Threat adopted",
        meaning="Threat adopted.",
    )
    threat_stage: float = coefficient(
        0.15, low=0.05, high=0.3, source="J10", en="Threat stage", fr="Threat stage",
        meaning="Threat stage.",
    )
    threat_minister: float = coefficient(
        0.4, low=0.1, high=0.8, source="J10", en="Threat minister", fr="Threat minister",
        meaning="Threat minister.",
    )
    threat_visible: float = coefficient(
        1.2, low=0.6, high=2.4, source="J10", en="Threat visible", fr="Threat visible",
        meaning="Threat visible.",
    )
    opposition_floor: float = coefficient(
        0.05, low=0.0, high=0.3, source="J10", en="Opposition floor", fr="Opposition floor",
        meaning="Opposition floor.",
    )
    opposition_lag: float = coefficient(
        0.06, low=0.03, high=0.12, source="J10", en="Opposition lag", fr="Opposition lag",
        meaning="Opposition lag.",
    )
    opposition_scale: float = coefficient(
        12.0, low=6.0, high=24.0, source="J10", en="Opposition scale", fr="Opposition scale",
        meaning="Opposition scale.",
    )
    opposition_relative: float = coefficient(
        0.35, low=0.1, high=0.7, source="J10", en="Opposition relative", fr="Opposition relative",
        meaning="Opposition relative.",
    )
    opposition_bite: float = coefficient(
        0.42, low=0.25, high=0.8, source="J10 A10", en="Opposition bite", fr="Opposition bite",
        meaning="Opposition bite.",
    )
    opponent_usual_access: float = coefficient(
        0.45, low=0.2, high=0.7, source="J10", en="Opponent usual access", fr="Opponent usual access",
        meaning="Opponent usual access.",
    )
    persuasion: float = coefficient(
        0.075, low=0.04, high=0.12, source="J9", en="Persuasion", fr="Persuasion",
        meaning="Persuasion.",
    )
    inside_strength: float = coefficient(
        4.4, low=2.0, high=8.0, source="J9", en="Inside strength", fr="Inside strength",
        meaning="Inside strength.",
    )
    outside_strength: float = coefficient(
        4.0, low=2.0, high=8.0, source="J9", en="Outside strength", fr="Outside strength",
        meaning="Outside strength.",
    )
    anchor_pull: float = coefficient(
        0.02, low=0.01, high=0.04, source="J9", en="Anchor pull", fr="Anchor pull",
        meaning="Anchor pull.",
    )
    persuasion_scale: float = coefficient(
        1.8, low=1.0, high=3.0, source="A33", en="Persuasion scale", fr="Persuasion scale",
        meaning="Persuasion scale.",
    )
    quiet_public: float = coefficient(
        0.03, low=0.0, high=0.15, source="A16", en="Quiet public", fr="Quiet public",
        meaning="Quiet public.",
    )
    inside_hush: float = coefficient(
        0.7, low=0.3, high=1.0, source="A16", en="Inside hush", fr="Inside hush",
        meaning="Inside hush.",
    )
    strongest_in_public: float = coefficient(
        0.65, low=0.4, high=0.9, source="S28", en="Strongest in public", fr="Strongest in public",
        meaning="Strongest in public.",
    )
    partisan_distrust: float = coefficient(
        0.3, low=0.1, high=0.6, source="S35", en="Partisan distrust", fr="Partisan distrust",
        meaning="Partisan distrust.",
    )
    partisan_favour: float = coefficient(
        0.15, low=0.0, high=0.4, source="S35", en="Partisan favour", fr="Partisan favour",
        meaning="Partisan favour.",
    )
    donor_pull: float = coefficient(
        0.3, low=0.1, high=0.8, source="S09", en="Donor pull", fr="Donor pull",
        meaning="Donor pull.",
    )
    public_pull: float = coefficient(
        0.006, low=0.002, high=0.012, source="S46", en="Public pull", fr="Public pull",
        meaning="Public pull.",
    )
    election_ear: float = coefficient(
        0.5, low=0.1, high=1.5, source="S50", en="Election ear", fr="Election ear",
        meaning="Election ear.",
    )
    peer_pull: float = coefficient(
        0.014, low=0.005, high=0.03, source="S25", en="Peer pull", fr="Peer pull",
        meaning="Peer pull.",
    )
    position_noise: float = coefficient(
        0.015, low=0.005, high=0.03, source="J9", en="Position noise", fr="Position noise",
        meaning="Position noise.",
    )
    trust_return: float = coefficient(
        0.006, low=0.002, high=0.015, source="S27", en="Trust return", fr="Trust return",
        meaning="Trust return.",
    )
    engagement_trust: float = coefficient(
        0.005, low=0.002, high=0.012, source="S27", en="Engagement trust", fr="Engagement trust",
        meaning="Engagement trust.",
    )
    member_trust: float = coefficient(
        0.6, low=0.2, high=1.5, source="S27 S54", en="Member trust", fr="Member trust",
        meaning="Member trust.",
    )
    stock_fades: float = coefficient(
        0.07, low=0.04, high=0.12, source="J8", en="Stock fades", fr="Stock fades",
        meaning="Stock fades.",
    )
    evidence_fades: float = coefficient(
        0.003, low=0.001, high=0.008, source="J8", en="Evidence fades", fr="Evidence fades",
        meaning="Evidence fades.",
    )
    attention_noise: float = coefficient(
        0.033, low=0.01, high=0.08, source="S45", en="Attention noise", fr="Attention noise",
        meaning="Attention noise.",
    )
    dispute_buzz: float = coefficient(
        0.02, low=0.0, high=0.06, source="S03", en="Dispute buzz", fr="Dispute buzz",
        meaning="Dispute buzz.",
    )
    buzz_fades: float = coefficient(
        0.5, low=0.3, high=0.8, source="A28", en="Buzz fades", fr="Buzz fades",
        meaning="Buzz fades.",
    )
    salience_gain: float = coefficient(
        0.08, low=0.03, high=0.15, source="A28", en="Salience gain", fr="Salience gain",
        meaning="Salience gain.",
    )
    salience_fades: float = coefficient(
        0.018, low=0.008, high=0.04, source="A4", en="Salience fades", fr="Salience fades",
        meaning="Salience fades.",
    )
    support_gain: float = coefficient(
        0.004, low=0.001, high=0.01, source="A24", en="Support gain", fr="Support gain",
        meaning="Support gain.",
    )
    support_lost: float = coefficient(
        0.0012, low=0.0003, high=0.003, source="S03", en="Support lost", fr="Support lost",
        meaning="Support lost.",
    )
    support_noise: float = coefficient(
        0.006, low=0.002, high=0.012, source="S46", en="Support noise", fr="Support noise",
        meaning="Support noise.",
    )
    support_return: float = coefficient(
        0.01, low=0.003, high=0.03, source="S46", en="Support return", fr="Support return",
        meaning="Support return.",
    )
    agenda_rate: float = coefficient(
        0.06, low=0.03, high=0.12, source="J11", en="Agenda rate", fr="Agenda rate",
        meaning="Agenda rate.",
    )
    agenda_base: float = coefficient(
        -5.0, low=-7.0, high=-3.0, source="J11", en="Agenda base", fr="Agenda base",
        meaning="Agenda base.",
    )
    agenda_salience: float = coefficient(
        8.0, low=4.0, high=12.0, source="J11 A4", en="Agenda salience", fr="Agenda salience",
        meaning="Agenda salience.",
    )
    agenda_position: float = coefficient(
        1.6, low=0.8, high=3.0, source="J11", en="Agenda position", fr="Agenda position",
        meaning="Agenda position.",
    )
    agenda_sponsor: float = coefficient(
        1.0, low=0.3, high=2.0, source="J11", en="Agenda sponsor", fr="Agenda sponsor",
        meaning="Agenda sponsor.",
    )
    agenda_outside: float = coefficient(
        6.0, low=2.0, high=12.0, source="A17", en="Agenda outside", fr="Agenda outside",
        meaning="Agenda outside.",
    )
    commitment_rate_policy: float = coefficient(
        0.072, low=0.036, high=0.144, source="J11", en="Commitment rate policy", fr="Commitment rate policy",
        meaning="Commitment rate policy.",
    )
    commitment_base: float = coefficient(
        -0.3, low=-1.5, high=0.5, source="J11", en="Commitment base", fr="Commitment base",
        meaning="Commitment base.",
    )
    commitment_sponsor: float = coefficient(
        4.0, low=2.0, high=7.0, source="J11", en="Commitment sponsor", fr="Commitment sponsor",
        meaning="Commitment sponsor.",
    )
    commitment_salience: float = coefficient(
        1.0, low=0.3, high=2.0, source="J11", en="Commitment salience", fr="Commitment salience",
        meaning="Commitment salience.",
    )
    off_agenda_rate: float = coefficient(
        0.01, low=0.005, high=0.02, source="J11", en="Off agenda rate", fr="Off agenda rate",
        meaning="Off agenda rate.",
    )
    pause_off_agenda: int = coefficient(
        13, low=4.0, high=26.0, source="J11", en="Pause off agenda", fr="Pause off agenda",
        meaning="Pause off agenda.",
    )
    pause_after_vote: int = coefficient(
        26, low=13.0, high=52.0, source="J11", en="Pause after vote", fr="Pause after vote",
        meaning="Pause after vote.",
    )
    pause_after_reversal: int = coefficient(
        52, low=26.0, high=104.0, source="J11", en="Pause after reversal", fr="Pause after reversal",
        meaning="Pause after reversal.",
    )
    vote_interval: int = coefficient(
        26, low=13.0, high=52.0, source="J11", en="Vote interval", fr="Vote interval",
        meaning="Vote interval.",
    )
    extra_vote: float = coefficient(
        0.04, low=0.0, high=0.1, source="J11", en="Extra vote", fr="Extra vote",
        meaning="Extra vote.",
    )
    inertia: float = coefficient(
        0.12, low=0.0, high=0.3, source="J12 A6", en="Inertia", fr="Inertia",
        meaning="Inertia.",
    )
    inertia_harmful: float = coefficient(
        0.1, low=0.0, high=0.3, source="A6", en="Inertia harmful", fr="Inertia harmful",
        meaning="Inertia harmful.",
    )
    vote_noise: float = coefficient(
        0.38, low=0.25, high=0.5, source="J12", en="Vote noise", fr="Vote noise",
        meaning="Vote noise.",
    )
    vote_common: float = coefficient(
        0.8, low=0.4, high=0.95, source="J12", en="Vote common", fr="Vote common",
        meaning="Vote common.",
    )
    comfort: float = coefficient(
        0.45, low=0.2, high=0.7, source="J13", en="Comfort", fr="Comfort",
        meaning="Comfort.",
    )
    bold_share: float = coefficient(
        0.1, low=0.0, high=0.3, source="J1", en="Bold share", fr="Bold share",
        meaning="Bold share.",
    )
    red_base: float = coefficient(
        0.25, low=0.05, high=0.5, source="S14", en="Red base", fr="Red base",
        meaning="Red base.",
    )
    red_legitimacy: float = coefficient(
        0.6, low=0.2, high=1.0, source="S14", en="Red legitimacy", fr="Red legitimacy",
        meaning="Red legitimacy.",
    )
    red_trust: float = coefficient(
        0.4, low=0.1, high=0.8, source="S14", en="Red trust", fr="Red trust",
        meaning="Red trust.",
    )
    yardstick: float = coefficient(
        0.4, low=0.2, high=0.6, source="J13", en="Yardstick", fr="Yardstick",
        meaning="Yardstick.",
    )
    dropped_line_conflict: float = coefficient(
        0.3, low=0.1, high=0.8, source="S14", en="Dropped line conflict", fr="Dropped line conflict",
        meaning="Dropped line conflict.",
    )
    dropped_line_disheartens: float = coefficient(
        0.1, low=0.03, high=0.2, source="S14", en="Dropped line disheartens", fr="Dropped line disheartens",
        meaning="Dropped line disheartens.",
    )
    lost_vote_disheartens: float = coefficient(
        0.2, low=0.05, high=0.4, source="S14", en="Lost vote disheartens", fr="Lost vote disheartens",
        meaning="Lost vote disheartens.",
    )
    win_lift: float = coefficient(
        0.3, low=0.1, high=0.6, source="A45", en="Win lift", fr="Win lift",
        meaning="Win lift.",
    )
    implementation_start: float = coefficient(
        0.05, low=0.0, high=0.15, source="J13", en="Implementation start", fr="Implementation start",
        meaning="Implementation start.",
    )
    implementation_rate: float = coefficient(
        0.02, low=0.008, high=0.032, source="J13", en="Implementation rate", fr="Implementation rate",
        meaning="Implementation rate.",
    )
    implementation_decay: float = coefficient(
        0.01, low=0.005, high=0.02, source="J13", en="Implementation decay", fr="Implementation decay",
        meaning="Implementation decay.",
    )
    implementation_blocked: float = coefficient(
        0.003, low=0.001, high=0.008, source="J13", en="Implementation blocked", fr="Implementation blocked",
        meaning="Implementation blocked.",
    )
    implementation_threshold: float = coefficient(
        0.6, low=0.4, high=0.8, source="S04", en="Implementation threshold", fr="Implementation threshold",
        meaning="Implementation threshold.",
    )
    implementation_weeks: int = coefficient(
        26, low=13.0, high=52.0, source="S04", en="Implementation weeks", fr="Implementation weeks",
        meaning="Implementation weeks.",
    )
    implementation_before: float = coefficient(
        0.15, low=0.05, high=0.3, source="S04", en="Implementation before", fr="Implementation before",
        meaning="Implementation before.",
    )
    budget_raise: float = coefficient(
        0.3, low=0.1, high=0.5, source="S04", en="Budget raise", fr="Budget raise",
        meaning="Budget raise.",
    )
    budget_weeks: int = coefficient(
        52, low=26.0, high=104.0, source="S04", en="Budget weeks", fr="Budget weeks",
        meaning="Budget weeks.",
    )
    will_base: float = coefficient(
        0.4, low=0.2, high=0.6, source="J13", en="Will base", fr="Will base",
        meaning="Will base.",
    )
    will_position: float = coefficient(
        0.45, low=0.2, high=0.7, source="J13", en="Will position", fr="Will position",
        meaning="Will position.",
    )
    will_minister: float = coefficient(
        0.5, low=0.2, high=0.8, source="S25", en="Will minister", fr="Will minister",
        meaning="Will minister.",
    )
    will_official: float = coefficient(
        0.3, low=0.1, high=0.6, source="S25", en="Will official", fr="Will official",
        meaning="Will official.",
    )
    will_local: float = coefficient(
        0.2, low=0.1, high=0.6, source="S26", en="Will local", fr="Will local",
        meaning="Will local.",
    )
    will_fit: float = coefficient(
        0.15, low=0.05, high=0.4, source="A26", en="Will fit", fr="Will fit",
        meaning="Will fit.",
    )
    will_evidence: float = coefficient(
        0.15, low=0.05, high=0.3, source="S43", en="Will evidence", fr="Will evidence",
        meaning="Will evidence.",
    )
    will_legitimacy: float = coefficient(
        0.3, low=0.1, high=0.6, source="S07", en="Will legitimacy", fr="Will legitimacy",
        meaning="Will legitimacy.",
    )
    will_member: float = coefficient(
        0.18, low=0.05, high=0.4, source="S54", en="Will member", fr="Will member",
        meaning="Will member.",
    )
    reversal_rate: float = coefficient(
        0.03, low=0.012, high=0.048, source="J13", en="Reversal rate", fr="Reversal rate",
        meaning="Reversal rate.",
    )
    reversal_threshold: float = coefficient(
        0.05, low=0.0, high=0.3, source="J13", en="Reversal threshold", fr="Reversal threshold",
        meaning="Reversal threshold.",
    )
    reversal_left: float = coefficient(
        0.3, low=0.1, high=0.6, source="J13", en="Reversal left", fr="Reversal left",
        meaning="Reversal left.",
    )
    map_internal: float = coefficient(
        0.3, low=0.1, high=0.5, source="S31", en="Map internal", fr="Map internal",
        meaning="Map internal.",
    )
    map_third: float = coefficient(
        0.5, low=0.2, high=0.8, source="S31", en="Map third", fr="Map third",
        meaning="Map third.",
    )
    evaluation_hours: float = coefficient(
        20.0, low=8.0, high=40.0, source="S31", en="Evaluation hours", fr="Evaluation hours",
        meaning="Evaluation hours.",
    )
    evaluation_cost: float = coefficient(
        10.0, low=4.0, high=25.0, source="S31", en="Evaluation cost", fr="Evaluation cost",
        meaning="Evaluation cost.",
    )
    evaluation_relief: float = coefficient(
        0.2, low=0.05, high=0.4, source="S31", en="Evaluation relief", fr="Evaluation relief",
        meaning="Evaluation relief.",
    )
    evaluation_lift: float = coefficient(
        0.03, low=0.01, high=0.08, source="S31", en="Evaluation lift", fr="Evaluation lift",
        meaning="Evaluation lift.",
    )
    error_internal: float = coefficient(
        0.5, low=0.2, high=1.0, source="S31", en="Error internal", fr="Error internal",
        meaning="Error internal.",
    )
    error_third: float = coefficient(
        0.2, low=0.05, high=0.5, source="S31", en="Error third", fr="Error third",
        meaning="Error third.",
    )
    mix_correction: float = coefficient(
        0.15, low=0.05, high=0.4, source="S31", en="Mix correction", fr="Mix correction",
        meaning="Mix correction.",
    )
    expectation_correction: float = coefficient(
        0.25, low=0.05, high=0.5, source="S31 S32", en="Expectation correction", fr="Expectation correction",
        meaning="Expectation correction.",
    )
    dormancy_drive: float = coefficient(
        0.3, low=0.2, high=0.4, source="J14", en="Dormancy drive", fr="Dormancy drive",
        meaning="Dormancy drive.",
    )
    dormancy_backlog: float = coefficient(
        220.0, low=100.0, high=400.0, source="J14", en="Dormancy backlog", fr="Dormancy backlog",
        meaning="Dormancy backlog.",
    )
    dormancy_drive_backlog: float = coefficient(
        0.38, low=0.25, high=0.5, source="J14", en="Dormancy drive backlog", fr="Dormancy drive backlog",
        meaning="Dormancy drive backlog.",
    )
    dormancy_weeks: int = coefficient(
        20, low=10.0, high=40.0, source="J14", en="Dormancy weeks", fr="Dormancy weeks",
        meaning="Dormancy weeks.",
    )
    reconvening: float = coefficient(
        0.25, low=0.1, high=0.5, source="J14", en="Reconvening", fr="Reconvening",
        meaning="Reconvening.",
    )
    reconvened_backlog: float = coefficient(
        0.3, low=0.1, high=0.6, source="S41", en="Reconvened backlog", fr="Reconvened backlog",
        meaning="Reconvened backlog.",
    )
    reconvened_lift: float = coefficient(
        0.25, low=0.1, high=0.4, source="S41", en="Reconvened lift", fr="Reconvened lift",
        meaning="Reconvened lift.",
    )
    asleep_ending: float = coefficient(
        0.008, low=0.002, high=0.02, source="J14", en="Asleep ending", fr="Asleep ending",
        meaning="Asleep ending.",
    )
    ending_rate: float = coefficient(
        0.0003, low=0.0001, high=0.0006, source="J14", en="Ending rate", fr="Ending rate",
        meaning="Ending rate.",
    )
    founding_grace: int = coefficient(
        40, low=26.0, high=78.0, source="J14", en="Founding grace", fr="Founding grace",
        meaning="Founding grace.",
    )
    winding_up: float = coefficient(
        0.06, low=0.02, high=0.12, source="J14", en="Winding up", fr="Winding up",
        meaning="Winding up.",
    )
    hand_over_chance: float = coefficient(
        0.08, low=0.02, high=0.2, source="S52", en="Hand over chance", fr="Hand over chance",
        meaning="Hand over chance.",
    )
    renewal_chance: float = coefficient(
        0.3, low=0.1, high=0.6, source="S41", en="Renewal chance", fr="Renewal chance",
        meaning="Renewal chance.",
    )
    successor_chance: float = coefficient(
        0.5, low=0.2, high=0.8, source="S52", en="Successor chance", fr="Successor chance",
        meaning="Successor chance.",
    )
    contest_difficulty: float = coefficient(
        0.25, low=0.1, high=0.5, source="S03 J10", en="Contest difficulty", fr="Contest difficulty",
        meaning="Contest difficulty.",
    )
    contest_spill: float = coefficient(
        0.2, low=0.0, high=0.5, source="S03 J10", en="Contest spill", fr="Contest spill",
        meaning="Contest spill.",
    )
