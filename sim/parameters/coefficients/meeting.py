"""Meeting: whether members meet, who comes and is heard, what is settled, who moves and who grows closer."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Meeting:
    """Coefficients of meeting."""

    # When there is a meeting, and what it settles
    meeting_capacity: float = coefficient(
        12.0,
        low=6.0,
        high=18.0,
        unit="items",
        source="J5",
        en="Items settled in a meeting",
        fr="Points réglés par réunion",
        meaning="Items that a meeting settles before skill, chairing and other modifiers; "
        "larger clears the queue faster.",
    )
    adaptive_reference: float = coefficient(
        6.0,
        low=3.0,
        high=12.0,
        unit="items",
        source="S21",
        en="Usual load of adaptive meetings",
        fr="Charge habituelle des réunions adaptées",
        meaning="Items waiting at which adaptive meetings keep their usual interval; "
        "larger means fewer extra meetings.",
    )
    adaptive_plans: float = coefficient(
        5.0,
        low=1.0,
        high=10.0,
        unit="items",
        source="S21; J5",
        en="Load of hours without a plan",
        fr="Charge des heures sans projet",
        meaning="Items that count as waiting, for adaptive meetings, where members' hours have no plan at all; larger "
        "meets more to plan.",
    )
    cancel_below: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        unit="items",
        source="S21",
        en="Least load for a meeting",
        fr="Charge minimale d’une réunion",
        meaning="Load, in items waiting and hours without a plan, below which a meeting may be called off; larger "
        "spares more hours.",
    )

    # Working groups
    members_per_group: float = coefficient(
        5.0,
        low=5.0,
        high=8.0,
        unit="organisations",
        source="A48",
        en="Members per working group",
        fr="Membres par groupe de travail",
        meaning="Members to each working group formed by need; larger means fewer groups.",
    )
    group_gain: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S19",
        en="Gain from working groups",
        fr="Gain des groupes de travail",
        meaning="What each working group adds to what a meeting settles; larger favours groups.",
    )
    leader_skill: float = coefficient(
        0.5,
        low=0.4,
        high=0.8,
        source="S19; J5",
        en="Skill of a natural leader",
        fr="Aptitude à animer un groupe",
        meaning="Skill in convening from which a member can lead a working group; larger leaves more groups unled.",
    )
    leader_drive: float = coefficient(
        0.29,
        prior=0.3,
        low=0.2,
        high=0.7,
        source="S19; J5",
        en="Will of a natural leader",
        fr="Motivation pour animer un groupe",
        meaning="Willingness from which a member leads a working group; larger leaves more groups unled.",
    )
    unled_group: float = coefficient(
        0.5,
        low=0.0,
        high=1.0,
        source="S19; J5",
        en="Work of an unled group",
        fr="Travail d’un groupe sans responsable",
        meaning="What a working group does that nobody leads, against one that is led; larger makes leaders less "
        "needed.",
    )
    group_friction: float = coefficient(
        0.02,
        low=0.005,
        high=0.06,
        source="S19",
        en="Friction between working groups",
        fr="Frottements entre groupes de travail",
        meaning="Coordination loss that grows with the square of groups; larger makes many groups useless.",
    )
    group_least: float = coefficient(
        3.0,
        low=2.0,
        high=5.0,
        unit="organisations",
        source="S19; J5",
        en="Least members of a working group",
        fr="Membres d’un groupe de travail au moins",
        meaning="People that a working group needs; larger makes many groups costlier for a small alliance.",
    )
    group_opens: float = coefficient(
        1.5,
        low=0.5,
        high=4.0,
        unit="items",
        source="S19; J5",
        en="Undecided items that call for a group",
        fr="Points en suspens qui appellent un groupe",
        meaning="Items that a meeting leaves undecided above which one more working group forms; larger forms fewer.",
    )
    group_tasks: float = coefficient(
        2.0,
        low=1.0,
        high=5.0,
        unit="activities",
        source="A48; J5",
        en="Work that calls for a group",
        fr="Travail qui appelle un groupe",
        meaning="Activities under way for each working group at which one more forms; larger forms fewer.",
    )
    group_patience: int = coefficient(
        3,
        low=1.0,
        high=8.0,
        unit="meetings",
        source="S19; J5",
        en="Quiet meetings before a group ends",
        fr="Réunions calmes avant la fin d’un groupe",
        meaning="Meetings in a row that leave nothing undecided and begin no work after which a group ends; larger "
        "keeps idle groups longer.",
    )
    group_hours: float = coefficient(
        2.0,
        low=0.5,
        high=4.0,
        unit="hours",
        source="S19",
        en="Hours for working groups",
        fr="Heures des groupes de travail",
        meaning="Hours that one working group takes between two meetings from each who sits in it, twice as many from "
        "its leader; larger tires members.",
    )

    # Co-chairs
    no_chair: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S17",
        en="Effectiveness without co-chairs",
        fr="Efficacité sans coprésidence",
        meaning="Part of what a perfectly chaired meeting settles that is settled without co-chairs; "
        "larger makes them less needed.",
    )
    chairs_draw: float = coefficient(
        1.08,
        low=1.0,
        high=1.2,
        unit="times",
        source="S17",
        en="Attendance drawn by co-chairs",
        fr="Effet de la coprésidence sur l’assiduité",
        meaning="Multiplies attendance where there are co-chairs and divides it where none; larger rewards leadership.",
    )
    chair_airtime: float = coefficient(
        1.5,
        low=1.0,
        high=2.5,
        unit="times",
        source="S17",
        en="Co-chairs’ speaking time",
        fr="Temps de parole de la coprésidence",
        meaning="How many times more co-chairs speak than others; larger leaves others less of the floor.",
    )
    chair_one_sector: float = coefficient(
        1.6,
        low=1.0,
        high=2.5,
        unit="times",
        source="S17",
        en="Dominance of same-sector co-chairs",
        fr="Domination d’une coprésidence homogène",
        meaning="Multiplies co-chairs' speaking time unless they must come from different sectors; "
        "larger crowds out others.",
    )
    chair_suspicion: float = coefficient(
        0.1,
        low=0.0,
        high=0.2,
        source="S17",
        en="Suspicion of same-sector co-chairs",
        fr="Méfiance envers une coprésidence homogène",
        meaning="How much less heard others feel unless co-chairs must come from different sectors; "
        "larger breeds resentment.",
    )
    rotation_practice: float = coefficient(
        0.9,
        low=0.7,
        high=1.0,
        source="S17",
        en="Skill kept under rotating chairs",
        fr="Savoir-faire gardé malgré la rotation",
        meaning="Share of chairing skill kept where the chair rotates; larger makes rotation cheaper.",
    )
    rotation_ownership: float = coefficient(
        0.06,
        low=0.0,
        high=0.15,
        source="S17",
        en="Voice gained from rotating chairs",
        fr="Écoute gagnée par la rotation",
        meaning="How much more heard members feel after each yearly change of chairs; larger favours rotation.",
    )

    # Hours, and whether they felt worth it
    meeting_base_hours: float = coefficient(
        1.5,
        low=1.0,
        high=3.0,
        unit="hours",
        source="S21",
        en="Hours of an online meeting",
        fr="Heures d’une réunion à distance",
        meaning="Hours that a meeting takes without travel; larger makes every meeting costlier.",
    )
    meeting_travel_hours: float = coefficient(
        2.5,
        low=1.0,
        high=5.0,
        unit="hours",
        source="S21",
        en="Hours added by travel",
        fr="Heures de déplacement par réunion",
        meaning="Hours that travel adds to a meeting face to face; larger favours online meetings.",
    )
    purpose_items: float = coefficient(
        2.5,
        low=1.0,
        high=5.0,
        unit="items",
        source="S21; J5",
        en="Items of a purposeful meeting",
        fr="Points d’une réunion utile",
        meaning="Items settled, or work begun, that make a meeting worth coming to; larger asks more of meetings.",
    )
    purpose_lift: float = coefficient(
        0.03,
        low=0.01,
        high=0.06,
        source="S21",
        en="Enthusiasm moved by meetings",
        fr="Enthousiasme lié aux réunions",
        meaning="How strongly a meeting's purpose moves enthusiasm up or down; "
        "larger makes good and bad meetings matter.",
    )
    purpose_neutral: float = coefficient(
        0.45,
        low=0.3,
        high=0.6,
        source="S21",
        en="Neutral level of purpose",
        fr="Seuil d’utilité ressentie",
        meaning="Purpose at which a meeting neither lifts nor discourages, 0 to 1; "
        "larger makes members harder to please.",
    )
    purpose_frustration: float = coefficient(
        1.6,
        low=1.0,
        high=2.5,
        unit="times",
        source="S21",
        en="Frustration from pointless meetings",
        fr="Frustration des réunions inutiles",
        meaning="How many times more a pointless meeting discourages than a useful one lifts; "
        "larger punishes empty meetings.",
    )
    useful_purpose: float = coefficient(
        0.5,
        low=0.3,
        high=0.7,
        source="S21",
        en="Purpose of a useful meeting",
        fr="Seuil d’une réunion utile",
        meaning="Purpose from which a meeting is counted as useful, 0 to 1; larger counts fewer.",
    )

    # Voice
    airtime_exponent: float = coefficient(
        0.6,
        low=0.0,
        high=1.2,
        source="S33",
        en="Money’s weight in speaking time",
        fr="Poids de l’argent dans la parole",
        meaning="How closely speaking time follows money, 0 for not at all; larger lets the rich dominate.",
    )
    airtime_floor: float = coefficient(
        0.3,
        low=0.1,
        high=1.0,
        unit="thousand a year",
        source="S33 J2",
        en="Money that anybody speaks for",
        fr="Argent que chacun représente au moins",
        meaning="Money added to every member’s means before they weigh on the floor; larger lets the poor speak more.",
    )
    airtime_equal: float = coefficient(
        1.0,
        low=0.3,
        high=3.0,
        unit="thousand a year",
        source="S33 J2",
        en="Money of an ordinary speaker",
        fr="Argent d’un membre qui parle autant que les autres",
        meaning="Money that weighs on the floor as much as inclusion grants to all; larger lets inclusion level more.",
    )
    voice_memory: float = coefficient(
        0.12,
        low=0.05,
        high=0.25,
        source="S33",
        en="Change of voice per meeting",
        fr="Effet d’une réunion sur l’écoute",
        meaning="Share by which each meeting renews the feeling of being heard; "
        "larger forgets earlier meetings sooner.",
    )
    bottom_up_voice: float = coefficient(
        0.4,
        low=0.1,
        high=0.8,
        source="S16",
        en="Voice from bottom-up working",
        fr="Parole donnée par le fonctionnement ascendant",
        meaning="How much more heard members feel where they decide themselves; larger rewards bottom-up working.",
    )
    voice_expected_hours: float = coefficient(
        12.0,
        low=6.0,
        high=24.0,
        unit="hours a week",
        source="S33",
        en="Hours that raise claims",
        fr="Temps donné et écoute attendue",
        meaning="Scale on which members who can give more hours expect more say; larger makes them less demanding.",
    )

    # What slows a meeting, and what waits for it
    bottom_up_slowness: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S16",
        en="Slowness of bottom-up working",
        fr="Lenteur du fonctionnement ascendant",
        meaning="How much fully bottom-up working slows decisions; larger settles fewer items.",
    )
    crowd: float = coefficient(
        40.0,
        low=20.0,
        high=80.0,
        unit="organisations",
        source="S21",
        en="Crowd that halves decisions",
        fr="Affluence qui ralentit les décisions",
        meaning="Members present at which a meeting settles half as much; larger makes big meetings workable.",
    )
    disagreement_slowness: float = coefficient(
        4.0,
        low=0.0,
        high=8.0,
        source="S06 A16",
        en="Slowness from disagreement",
        fr="Lenteur due au désaccord",
        meaning="How strongly disagreement above its usual level slows decisions; larger settles fewer items.",
    )
    ripening_weeks: float = coefficient(
        1.0,
        low=0.3,
        high=2.5,
        unit="weeks",
        source="S21; J5; E5 (decisions concave in frequency)",
        en="Time in which matters ripen",
        fr="Temps de maturation des décisions",
        meaning="Weeks that members need to ask their own organisations before a matter can be settled; larger makes "
        "frequent meetings settle less.",
    )
    items_base: float = coefficient(
        0.2,
        low=0.1,
        high=0.4,
        unit="items a week",
        source="J5",
        en="Items that always arise",
        fr="Points courants à trancher",
        meaning="Items for decision that arise weekly in any alliance; larger fills the queue.",
    )
    items_member: float = coefficient(
        0.025,
        low=0.012,
        high=0.05,
        unit="items a week",
        source="J5",
        en="Items arising per member",
        fr="Points à trancher par membre",
        meaning="Items for decision that each member adds weekly; larger burdens big alliances.",
    )
    items_activity: float = coefficient(
        0.05,
        low=0.025,
        high=0.1,
        unit="items a week",
        source="J5",
        en="Items arising per activity",
        fr="Points à trancher par activité",
        meaning="Items for decision that each open activity adds weekly; larger burdens busy alliances.",
    )
    items_lapse: float = coefficient(
        0.02,
        low=0.005,
        high=0.05,
        unit="a week",
        source="J5",
        en="Items that lapse",
        fr="Points devenus sans objet",
        meaning="Share of waiting items that lapse each week; larger keeps the queue short.",
    )

    # New work that a meeting starts
    plan_weeks: float = coefficient(
        12.0,
        low=6.0,
        high=20.0,
        unit="weeks",
        source="S20",
        en="Planning horizon with owners",
        fr="Horizon des plans avec responsable",
        meaning="Weeks of members' hours that plans may fill under the owner rule; larger plans more at once.",
    )
    plan_weeks_unowned: float = coefficient(
        24.0,
        low=12.0,
        high=36.0,
        unit="weeks",
        source="S20",
        en="Planning horizon without owners",
        fr="Horizon des plans sans responsable",
        meaning="Weeks of members' hours that plans may fill without the owner rule; larger lets plans run ahead.",
    )
    plan_excess: float = coefficient(
        0.3,
        low=0.0,
        high=0.6,
        source="S32",
        en="Overplanning from unmanaged expectations",
        fr="Excès de plans, attentes non gérées",
        meaning="How far plans outrun hours where expectations are not managed; larger overplans more.",
    )
    plan_from_left: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S20",
        en="Plans from spare meeting time",
        fr="Plans tirés du temps restant",
        meaning="New activities per item that a meeting could still have settled; larger plans faster.",
    )
    plan_from_decided: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S20",
        en="Plans from items settled",
        fr="Plans issus des points réglés",
        meaning="New activities per item settled; larger turns more decisions into work.",
    )

    # Who moves
    meeting_pull: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="A33",
        en="Pull of speakers on members",
        fr="Influence des échanges en réunion",
        meaning="How far a meeting moves members towards trusted speakers; larger brings positions together faster.",
    )
    stubborn_ease: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="A34",
        en="Openness of stubborn members",
        fr="Ouverture des membres inflexibles",
        meaning="Share of the usual movement that stubborn members make; larger softens them.",
    )
    listening_scale: float = coefficient(
        0.45,
        low=0.2,
        high=5.0,
        scale="log",
        source="A33",
        en="Distance at which members listen",
        fr="Distance d’écoute entre membres",
        meaning="Distance in position beyond which others are heard much less; small is bounded confidence, the "
        "largest listens to all alike (Friedkin and Johnsen).",
    )
    home_pull: float = coefficient(
        0.04,
        low=0.01,
        high=0.08,
        unit="a week",
        source="S16",
        en="Pull of the home organisation",
        fr="Rappel de l’organisation d’origine",
        meaning="Weekly share by which representatives drift back to their organisation's position; "
        "larger undoes meetings faster.",
    )
    self_change: float = coefficient(
        0.04,
        low=0.0,
        high=0.1,
        source="S16",
        en="Learning by the home organisation",
        fr="Apprentissage de l’organisation d’origine",
        meaning="How fast an organisation adopts its representative's view under bottom-up working; "
        "larger makes agreement last.",
    )

    # Trust and tone
    meeting_trust: float = coefficient(
        0.6,
        low=0.3,
        high=1.0,
        unit="times",
        source="S21 A32",
        en="Trust from meeting together",
        fr="Confiance gagnée en réunion",
        meaning="Trust that meeting together brings, against the basic gain; larger binds those who come.",
    )
    absence_distrust: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="S39",
        en="Trust lost by absence",
        fr="Confiance perdue par absence",
        meaning="Trust that the absent lose, against breaking a word of equal size; larger punishes absence.",
    )
    tone_base: float = coefficient(
        0.36,
        low=0.25,
        high=0.45,
        source="S17 A39",
        en="Tone under co-chairs",
        fr="Ton donné par la coprésidence",
        meaning="Enthusiasm that unskilled co-chairs spread between meetings, 0 to 1; larger keeps spirits up.",
    )
    tone_skill: float = coefficient(
        0.22,
        low=0.05,
        high=0.4,
        source="S17 A39",
        en="Tone added by skilled chairs",
        fr="Ton dû au savoir-faire",
        meaning="Enthusiasm that full chairing skill adds between meetings; larger rewards good chairs.",
    )
    tone_unled: float = coefficient(
        0.36,
        low=0.25,
        high=0.45,
        source="S17 A39",
        en="Tone without co-chairs",
        fr="Ton sans coprésidence",
        meaning="Enthusiasm towards which members drift where nobody chairs, 0 to 1; larger makes chairs less needed.",
    )
    tone_pull: float = coefficient(
        0.035,
        low=0.02,
        high=0.06,
        unit="a week",
        source="S42",
        en="Pull of the leaders’ tone",
        fr="Effet du ton sur l’enthousiasme",
        meaning="Weekly share by which enthusiasm moves towards the leaders' tone; larger makes leaders matter more.",
    )
