"""Working: planning, owners, teams, what finished and failed work does to members, and each family's own work."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Working:
    """Coefficients of working."""

    # Choosing what to do, and at whom to aim
    tactic_usual: float = coefficient(
        2.0,
        low=1.0,
        high=4.0,
        source="S24",
        en="Weight of ordinary tactics",
        fr="Poids des tactiques courantes",
        meaning="Weight of inside and outside work against pilots and pledge campaigns; larger plans fewer of these.",
    )
    pilot_after_adoption: float = coefficient(
        4.0,
        low=1.0,
        high=8.0,
        unit="times",
        source="S47",
        en="Pilots after adoption",
        fr="Projets pilotes après l’adoption",
        meaning="How many times more weight pilots have once a policy is adopted; "
        "larger shifts work to implementation.",
    )
    pledge_occasion: float = coefficient(
        6.0,
        low=1.0,
        high=12.0,
        unit="times",
        source="S49",
        en="Pledge campaigns before elections",
        fr="Engagements signés avant les élections",
        meaning="How many times its weight a pledge campaign has while candidates stand; larger seeks more pledges.",
    )
    leverage_open: float = coefficient(
        1.2,
        low=0.6,
        high=2.4,
        source="S25",
        en="Worth of a veto to win",
        fr="Valeur d’un veto à gagner",
        meaning="How much an unconvinced veto holder counts in choosing targets; larger aims work there.",
    )
    leverage_won: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S25",
        en="Worth of a veto won",
        fr="Valeur d’un veto acquis",
        meaning="How much a favourable veto holder counts in choosing targets; larger tends friends more.",
    )
    leverage_influence: float = coefficient(
        1.2,
        low=0.4,
        high=2.0,
        source="S25",
        en="Worth of real influence",
        fr="Valeur de l’influence réelle",
        meaning="How much real influence counts in choosing targets; larger aims at the influential.",
    )
    rank_appeal: float = coefficient(
        1.2,
        low=0.6,
        high=2.4,
        source="S25",
        en="Appeal of formal rank",
        fr="Attrait du rang officiel",
        meaning="How much formal power attracts work where the power map is poor; larger chases titles.",
    )
    local_attention: float = coefficient(
        0.6,
        low=0.3,
        high=0.9,
        source="S26",
        en="Local share of contacts",
        fr="Part locale des contacts",
        meaning="Share of contacts with government that go to local authorities at full local engagement; "
        "larger takes more from the national tier.",
    )
    existing_saving: float = coefficient(
        0.15,
        low=0.0,
        high=0.35,
        source="S22",
        en="Saving from existing means",
        fr="Économie grâce à l’existant",
        meaning="Share of hours and money saved where an activity can use what exists; larger rewards taking stock.",
    )

    # Owners, teams, deadlines
    offer_readiness: float = coefficient(
        1.5,
        low=0.8,
        high=2.0,
        source="S20",
        en="Readiness to take charge",
        fr="Volonté de prendre en charge",
        meaning="How readily willing members offer to take charge; larger leaves fewer plans without an owner.",
    )
    unasked_sight: float = coefficient(
        0.5,
        low=0.0,
        high=1.0,
        source="S22",
        en="Sight without an inventory",
        fr="Connaissance sans inventaire",
        meaning="How far members' skills are known where nobody takes stock; larger makes inventories less needed.",
    )
    inclusion_pull: float = coefficient(
        1.0,
        low=0.0,
        high=3.0,
        source="S37",
        en="Pull of inclusion",
        fr="Force de l’inclusion",
        meaning="How strongly full inclusion draws onto teams those who gave less so far; larger evens out work.",
    )
    sight_base: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S38",
        en="Sight of others’ skills",
        fr="Connaissance des compétences d’autrui",
        meaning="How well members see each other's skills without brainstorming, 0 to 1; larger builds better teams.",
    )
    team_threshold: float = coefficient(
        0.02,
        low=0.005,
        high=0.2,
        source="S38",
        en="Least gain for a team",
        fr="Apport minimal à une équipe",
        meaning="Least gain, weighed by trust and will, for which a supporter is asked onto a team; "
        "larger keeps teams small.",
    )
    usual_gain: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S38",
        en="Guessed skill gain at most",
        fr="Apport supposé au plus",
        meaning="Skill that a supporter is at most thought to add by those who guess; larger misleads more.",
    )
    hands_gain: float = coefficient(
        0.08,
        low=0.0,
        high=0.2,
        source="S38",
        en="Worth of hands",
        fr="Valeur des bras",
        meaning="What a supporter's eight free hours a week count beside missing skill; larger makes larger teams.",
    )
    team_drive: float = coefficient(
        0.25,
        low=0.1,
        high=0.4,
        source="S38",
        en="Least willingness for a team",
        fr="Motivation minimale pour une équipe",
        meaning="Least willingness of members who are asked onto teams; larger leaves fewer to ask.",
    )
    pace_share: float = coefficient(
        0.5,
        low=0.3,
        high=0.8,
        source="S20",
        en="Hours that plans count on",
        fr="Part des heures planifiées",
        meaning="Share of members' hours that plans count on; larger plans more, with nearer deadlines.",
    )
    deadline_base: float = coefficient(
        4.0,
        low=2.0,
        high=12.0,
        unit="weeks",
        source="J8",
        en="Shortest deadline",
        fr="Délai minimal d’une activité",
        meaning="Weeks added to the deadline of every activity; larger lets fewer fail.",
    )
    deadline_slack: float = coefficient(
        1.7,
        low=1.5,
        high=3.0,
        unit="times",
        source="J8",
        en="Slack in deadlines",
        fr="Marge dans les délais",
        meaning="Multiplies the weeks that work should take when its deadline is set; larger lets fewer fail.",
    )
    estimate_optimism: float = coefficient(
        0.31,
        low=0.0,
        high=0.6,
        source="S20; Buehler, Griffin and Ross 1994",
        measured=True,
        en="Optimism of plans",
        fr="Optimisme des plans",
        meaning="Logarithm of the median ratio of hours needed to hours planned; larger lets more work fail.",
    )
    estimate_spread: float = coefficient(
        0.6,
        low=0.2,
        high=0.9,
        source="S20; Buehler, Griffin and Ross 1994",
        measured=True,
        en="Error of plans",
        fr="Erreur des plans",
        meaning="Standard deviation of the logarithm of that ratio; larger makes deadlines less certain.",
    )
    work_hours: float = coefficient(
        1.1,
        prior=0.65,
        low=0.35,
        high=1.3,
        unit="times",
        source="J8",
        en="Hours that activities need",
        fr="Heures nécessaires aux activités",
        meaning="Multiplies the hours planned for every kind of activity; larger gets less done.",
    )
    work_money: float = coefficient(
        1.0,
        low=0.3,
        high=3.0,
        unit="times",
        source="J8",
        en="Money that activities need",
        fr="Argent nécessaire aux activités",
        meaning="Multiplies the money of every kind of activity; larger leaves more to those with means.",
    )

    # Progress
    slip_base: float = coefficient(
        0.55,
        low=0.3,
        high=0.8,
        source="S20",
        en="Promises kept at worst",
        fr="Parole tenue au minimum",
        meaning="Chance that even an unwilling member does its week's promised work; larger makes work steadier.",
    )
    slip_left: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S20",
        en="Work done despite a lapse",
        fr="Travail fait malgré un manquement",
        meaning="Share of hours that still count in a week when a word is not kept; larger softens lapses.",
    )
    diversion: float = coefficient(
        0.2,
        low=0.05,
        high=0.4,
        source="S03",
        en="Hours diverted by controversy",
        fr="Heures détournées par la controverse",
        meaning="Share of working hours that full controversy diverts; larger makes contested issues costlier.",
    )
    unlikely_calm: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S03 S08",
        en="Calm from unlikely allies",
        fr="Apaisement par les alliés inattendus",
        meaning="Share of diverted hours that a committed unlikely ally saves; larger makes such allies worth more.",
    )
    unowned_hours: float = coefficient(
        0.5,
        low=0.1,
        high=1.5,
        unit="hours a week",
        source="S20",
        en="Progress without an owner",
        fr="Avancée sans organisation responsable",
        meaning="Hours that somebody puts in passing into work without an owner; larger makes owners less needed.",
    )

    # Trust, heart and belief from work
    trust_gain: float = coefficient(
        0.05,
        low=0.03,
        high=0.1,
        source="A32",
        en="Basic gain of trust",
        fr="Gain de confiance de base",
        meaning="Share of missing trust gained in one good contact; larger builds all trust faster.",
    )
    trust_ratio: float = coefficient(
        1.5,
        low=1.0,
        high=2.5,
        unit="times",
        source="A32",
        en="Trust lost against trust gained",
        fr="Confiance perdue contre confiance gagnée",
        meaning="How many times more a broken word costs than a kept one brings; larger makes trust fragile.",
    )
    team_trust: float = coefficient(
        1.5,
        low=1.0,
        high=4.0,
        unit="times",
        source="S39",
        en="Trust from finished teamwork",
        fr="Confiance née du travail achevé",
        meaning="Trust gained within a team that finishes, against the basic gain; larger binds through work.",
    )
    word_trust: float = coefficient(
        0.2,
        low=0.0,
        high=0.5,
        unit="times",
        source="S39; A32",
        en="Trust from a week’s kept word",
        fr="Confiance tirée d’une semaine de parole tenue",
        meaning="Trust gained within a team by a week's promised work, against the basic gain; larger learns sooner "
        "who is reliable.",
    )
    observer_trust: float = coefficient(
        0.2,
        low=0.05,
        high=0.5,
        unit="times",
        source="S40",
        en="Trust from seeing others deliver",
        fr="Confiance de ceux qui observent",
        meaning="Trust that onlookers gain when others finish, against the basic gain; larger spreads reputations.",
    )
    broken_in_team: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        unit="times",
        source="S39",
        en="Trust lost within failed teams",
        fr="Confiance perdue dans l’équipe",
        meaning="Trust in the owner lost by a team that fails, against the basic loss; onlookers lose up to a fifth "
        "of it; larger hurts more.",
    )
    success_lift: float = coefficient(
        0.1,
        low=0.05,
        high=0.15,
        source="A45",
        en="Enthusiasm from success",
        fr="Enthousiasme après un succès",
        meaning="Share of missing enthusiasm that a team gains when it finishes; larger motivates more.",
    )
    observer_lift: float = coefficient(
        0.1,
        low=0.03,
        high=0.3,
        source="A45",
        en="Onlookers’ share of enthusiasm",
        fr="Enthousiasme partagé des autres membres",
        meaning="Part of a finishing team's lift that other members feel; larger lets success carry all.",
    )
    small_wins: float = coefficient(
        1.0,
        low=0.0,
        high=1.5,
        unit="times",
        source="A45",
        en="Strength of small wins",
        fr="Force des petites victoires",
        meaning="Multiplies what finished work does for trust, enthusiasm and belief; "
        "larger feeds on success, 0 not at all.",
    )
    efficacy_gain: float = coefficient(
        0.04,
        low=0.02,
        high=0.08,
        source="A45",
        en="Belief gained from success",
        fr="Efficacité ressentie après un succès",
        meaning="Share of missing belief in the alliance gained per finished activity; larger builds it faster.",
    )
    efficacy_loss: float = coefficient(
        0.06,
        low=0.02,
        high=0.12,
        source="S20",
        en="Belief lost by failure",
        fr="Efficacité ressentie après un échec",
        meaning="Share of belief in the alliance lost per failed activity; larger punishes overplanning.",
    )
    efficacy_drift: float = coefficient(
        0.01,
        low=0.005,
        high=0.03,
        unit="a week",
        source="A45",
        en="Return of belief",
        fr="Retour de l’efficacité ressentie",
        meaning="Weekly share by which belief in the alliance returns to its starting level; larger forgets sooner.",
    )
    efficacy_base: float = coefficient(
        0.3,
        low=0.2,
        high=0.4,
        source="A45",
        en="Starting belief in the alliance",
        fr="Efficacité ressentie au départ",
        meaning="Belief that the alliance delivers, at the start and with nothing done, 0 to 1; "
        "larger is more hopeful.",
    )
    failure_disheartens: float = coefficient(
        0.04,
        low=0.01,
        high=0.08,
        source="S20",
        en="Discouragement by failed work",
        fr="Découragement après un échec",
        meaning="Share of enthusiasm that every member loses when planned work fails; larger punishes overplanning.",
    )
    benefit_gain: float = coefficient(
        0.03,
        low=0.01,
        high=0.08,
        source="S42",
        en="Benefit gained from teamwork",
        fr="Bénéfice tiré du travail commun",
        meaning="Share of missing benefit that each team member gains from finished work; "
        "larger makes belonging worth more.",
    )
    benefit_fades: float = coefficient(
        0.003,
        low=0.001,
        high=0.01,
        unit="a week",
        source="S42",
        en="Fading of benefit",
        fr="Érosion du bénéfice des membres",
        meaning="Share of members' benefit lost each week; larger forgets past gains sooner.",
    )

    # What each family does of its own accord
    mentor_cost: float = coefficient(
        0.2,
        low=0.05,
        high=0.6,
        unit="thousand",
        source="S33 S36",
        en="Cost of accompanying a member",
        fr="Coût d’un accompagnement mensuel",
        meaning="Money that an NGO needs for a month beside a small member; larger makes such help rarer.",
    )
    mentor_relief: float = coefficient(
        0.5,
        low=0.1,
        high=0.9,
        source="S36",
        en="Relief from being accompanied",
        fr="Soulagement grâce à l’accompagnement",
        meaning="Share of a small member's fatigue that accompaniment takes away under full restraint; "
        "larger helps more.",
    )
    base_drift: float = coefficient(
        0.004,
        low=0.001,
        high=0.012,
        unit="a week",
        source="S34",
        en="Drift from those represented",
        fr="Éloignement des personnes représentées",
        meaning="Weekly share of representativeness that fully loaded civil society bodies lose; larger drifts faster.",
    )
    umbrella_drift: float = coefficient(
        2.0,
        low=1.0,
        high=4.0,
        unit="times",
        source="S34",
        en="Drift of umbrella bodies",
        fr="Éloignement des organisations faîtières",
        meaning="How many times faster national bodies drift from those represented than local ones; larger makes "
        "small local members worth more.",
    )
    base_return: float = coefficient(
        0.02,
        low=0.005,
        high=0.05,
        unit="a week",
        source="S34",
        en="Return to those represented",
        fr="Retour vers les personnes représentées",
        meaning="Weekly share of lost representativeness that asking one's people restores; larger comes back faster.",
    )
    donor_alignment: float = coefficient(
        0.02,
        low=0.005,
        high=0.06,
        unit="a week",
        source="S51",
        en="Donors’ alignment of funds",
        fr="Alignement des financements des bailleurs",
        meaning="Weekly share of a trusting donor's purse put into the pooled fund; larger pools more money.",
    )
    vouching: float = coefficient(
        0.001,
        low=0.0002,
        high=0.003,
        unit="a week",
        source="S27 S54",
        en="Vouching by public bodies",
        fr="Caution des organismes publics membres",
        meaning="Weekly share of missing trust that a public body inside the alliance supplies; larger opens doors.",
    )
    own_studies: float = coefficient(
        0.0004,
        low=0.0001,
        high=0.001,
        source="S43",
        en="Evidence from members’ own studies",
        fr="Données issues d’études des membres",
        meaning="Share of missing evidence that a knowledge member supplies per skilled hour; "
        "larger fills the stock faster.",
    )
    business_caution: float = coefficient(
        0.03,
        low=0.005,
        high=0.08,
        unit="a week",
        source="S08",
        en="Caution of business",
        fr="Prudence du secteur privé",
        meaning="Weekly share of enthusiasm that business loses at full controversy and attention; "
        "larger makes business shy.",
    )
    own_coverage: float = coefficient(
        0.03,
        low=0.005,
        high=0.08,
        source="S45",
        en="Coverage by member outlets",
        fr="Couverture par les médias membres",
        meaning="Talk about the issue that a member outlet adds weekly in a free press; larger draws attention.",
    )
    precision_works: float = coefficient(
        1.0,
        low=0.4,
        high=1.0,
        unit="times",
        source="S02 E5",
        en="Effect of a precise aim on work",
        fr="Effet d’un objectif précis sur le travail",
        meaning="How strongly the wording of the aim tells in the usefulness and quality of work; "
        "larger wastes more under vague aims.",
    )
