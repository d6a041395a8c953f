"""Founding: who is there at the start, what they want, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Founding:
    """Coefficients of founding."""

    # The policy and those who decide on it
    provisions: int = coefficient(
        5,
        low=3.0,
        high=8.0,
        unit="provisions",
        source="S14 J1",
        en="Number of provisions",
        fr="Nombre de dispositions",
        meaning="Provisions in a generated policy; more leave room for winning part of the aim.",
    )
    outsiders: int = coefficient(
        24,
        low=0.0,
        high=60.0,
        unit="organisations",
        source="S13 A9",
        en="Organisations outside at the start",
        fr="Organisations extérieures au départ",
        meaning="Generated organisations that may join later; more widen the pool from which newcomers come.",
    )
    holder_spread: float = coefficient(
        0.2,
        low=0.1,
        high=0.35,
        source="J12",
        en="Spread of power-holders’ leanings",
        fr="Écarts entre détenteurs du pouvoir",
        meaning="Spread of a power-holder's own leaning around the one they share; larger means more varied views.",
    )
    obstacle_mean: float = coefficient(
        0.33,
        low=-0.1,
        high=0.4,
        source="J12",
        en="Mean leaning of power-holders",
        fr="Penchant moyen des détenteurs du pouvoir",
        meaning="Where power-holders lean on average before any advocacy, -1 to 1; larger is more favourable.",
    )
    obstacle_spread: float = coefficient(
        0.42,
        low=0.2,
        high=0.5,
        source="J12 A12",
        en="Spread of the hidden obstacle",
        fr="Incertitude sur l’obstacle caché",
        meaning="How much the leaning that all power-holders share varies between runs; "
        "larger makes change harder to predict.",
    )
    stance_doubt: float = coefficient(
        0.6,
        low=0.0,
        high=1.0,
        source="A12 A9",
        en="Doubt about listed stances",
        fr="Doute sur les positions affichées",
        meaning="Part of the hidden obstacle that stays behind a documented stance; 0 takes stances at their word.",
    )
    controversy_disposition: float = coefficient(
        0.16,
        low=0.0,
        high=0.4,
        source="S03 J12",
        en="Leaning lost to controversy",
        fr="Réticence due à la controverse",
        meaning="How far controversy lowers the leaning that power-holders share; "
        "larger makes contested issues harder.",
    )
    influence_spread: float = coefficient(
        1.0,
        low=0.3,
        high=1.5,
        source="S25",
        en="Spread of real influence",
        fr="Inégalité de l’influence réelle",
        meaning="Spread of the logarithm of power-holders' real influence; larger puts more of it in few hands.",
    )
    partisan_weight: float = coefficient(
        0.3,
        low=0.0,
        high=0.6,
        source="S35",
        en="Weight of party in leanings",
        fr="Poids du parti d’appartenance",
        meaning="How far a polarised party line shifts its power-holders' leanings; larger ties views to party.",
    )
    lean_spread: float = coefficient(
        0.35,
        low=0.1,
        high=0.7,
        source="S35",
        en="Spread of partisan leanings",
        fr="Diversité des sensibilités politiques",
        meaning="Spread of organisations' partisan leaning, -1 to 1; larger puts more of them clearly on one side.",
    )
    difficulty_slope: float = coefficient(
        0.55,
        low=0.3,
        high=0.8,
        source="J1",
        en="Difficulty added by ambition",
        fr="Difficulté due à l’ambition",
        meaning="How much harder provisions become as the goal's ambition grows; larger punishes bold aims.",
    )
    difficulty_step: float = coefficient(
        0.13,
        low=0.08,
        high=0.2,
        source="J1",
        en="Difficulty step between provisions",
        fr="Écart de difficulté entre dispositions",
        meaning="Difference in difficulty from one generated provision to the next; "
        "larger sets easy and hard ones further apart.",
    )
    scope_difficulty: float = coefficient(
        0.15,
        low=0.0,
        high=0.3,
        source="S14 A41",
        en="Difficulty added by breadth",
        fr="Difficulté due à l’étendue",
        meaning="How much harder every provision gets as the aim grows broader; larger punishes heavy bills.",
    )

    # What organisations want
    liking_mean: float = coefficient(
        0.62,
        low=0.5,
        high=0.75,
        source="S06",
        en="Mean liking of provisions",
        fr="Attrait moyen des dispositions",
        meaning="How much organisations want a provision at middling initial agreement, 0 to 1; larger is keener.",
    )
    liking_agreement: float = coefficient(
        0.49,
        low=0.2,
        high=0.8,
        source="S06",
        en="Liking due to initial agreement",
        fr="Attrait dû à l’accord initial",
        meaning="How much initial agreement raises the mean liking of provisions; larger makes agreement matter more.",
    )
    liking_sector: float = coefficient(
        0.25,
        low=0.1,
        high=0.35,
        source="J6",
        en="Differences of view between sectors",
        fr="Écarts de vues entre secteurs",
        meaning="Spread of what sectors want; larger sets them further apart before any talk.",
    )
    liking_spread: float = coefficient(
        0.1,
        low=0.05,
        high=0.2,
        source="S06",
        en="Differences of view between organisations",
        fr="Écarts de vues entre organisations",
        meaning="Spread of organisations' own wishes that remains under full initial agreement; "
        "larger means more variety.",
    )
    liking_disagreement: float = coefficient(
        0.16,
        low=0.05,
        high=0.3,
        source="S06",
        en="Differences due to initial disagreement",
        fr="Écarts dus au désaccord initial",
        meaning="Spread of own wishes added where initial agreement is low; larger makes disagreement tell more.",
    )

    # What organisations bring
    hours_spread: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="J2",
        en="Spread of hours and money",
        fr="Inégalité des heures et moyens",
        meaning="Spread of the logarithm of hours and money within a kind; larger makes means more unequal.",
    )
    trait_spread: float = coefficient(
        0.1,
        low=0.03,
        high=0.2,
        source="J2",
        en="Spread of other traits",
        fr="Diversité des autres traits",
        meaning="Spread of skills, access, credibility, representativeness and first enthusiasm within a kind; "
        "larger makes bodies less alike.",
    )
    trust_same_sector: float = coefficient(
        0.16,
        low=0.05,
        high=0.3,
        source="S39",
        en="Trust within a sector",
        fr="Confiance au sein d’un secteur",
        meaning="Trust that a shared sector adds at the start; larger sets sectors more apart.",
    )
    trust_known: float = coefficient(
        0.22,
        low=0.1,
        high=0.4,
        source="S39 A47",
        en="Trust from past work",
        fr="Confiance née du travail passé",
        meaning="Trust that past joint work adds at the start; larger makes old partners closer.",
    )
    trust_organic: float = coefficient(
        0.1,
        low=0.0,
        high=0.2,
        source="S01",
        en="Trust from an organic origin",
        fr="Confiance due à l’origine commune",
        meaning="Trust added among founders whose alliance grew out of common work; larger favours organic origins.",
    )
    known_base: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="A47",
        en="Basic chance of past work",
        fr="Probabilité minimale d’un travail passé",
        meaning="Chance that two organisations have worked together where collaboration is rare; "
        "larger means more old ties.",
    )
    known_prior: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="A47",
        en="Old ties from prior collaboration",
        fr="Liens dus aux collaborations passées",
        meaning="How strongly prior collaboration, or an organic origin, makes past joint work likelier; "
        "larger means denser ties.",
    )
    stubborn_share: float = coefficient(
        0.15,
        low=0.05,
        high=0.2,
        source="A34",
        en="Share of stubborn organisations",
        fr="Part des organisations inflexibles",
        meaning="Share of organisations that hardly move when others speak; larger slows agreement.",
    )
    reliability_mean: float = coefficient(
        0.75,
        low=0.6,
        high=0.9,
        source="S39",
        en="Mean reliability of organisations",
        fr="Fiabilité moyenne des organisations",
        meaning="Mean reliability, 0 to 1, against which each organisation is measured; "
        "larger makes relative differences smaller.",
    )
    reliability_spread: float = coefficient(
        0.12,
        low=0.03,
        high=0.25,
        source="S39",
        en="Spread of reliability",
        fr="Écarts de fiabilité entre organisations",
        meaning="Spread of reliability between organisations; larger means more who often fail to come or deliver.",
    )

    # The first list
    draft_known_same: float = coefficient(
        0.55,
        low=0.2,
        high=0.9,
        source="J3",
        en="Own-sector bodies known to drafters",
        fr="Organisations connues, même secteur",
        meaning="Chance that a drafter knows a body of its own sector; larger leaves fewer blind spots.",
    )
    draft_known_other: float = coefficient(
        0.1,
        low=0.03,
        high=0.3,
        source="J3",
        en="Other-sector bodies known to drafters",
        fr="Organisations connues, autre secteur",
        meaning="Chance that a drafter knows a body of another sector; larger makes first lists more diverse.",
    )
    draft_prior_other: float = coefficient(
        0.3,
        low=0.1,
        high=0.5,
        source="J3",
        en="Other-sector knowledge from past work",
        fr="Effet du passé, autre secteur",
        meaning="How much prior collaboration adds to drafters' knowledge of other sectors; "
        "larger makes first lists more diverse.",
    )
    draft_base_weeks: float = coefficient(
        1.0,
        low=0.0,
        high=4.0,
        unit="weeks",
        source="J3",
        en="Shortest drafting time",
        fr="Durée minimale de préparation",
        meaning="Weeks of drafting before the first invitation, whatever the group's size; "
        "larger starts the alliance later.",
    )
    draft_square_weeks: float = coefficient(
        0.35,
        low=0.1,
        high=0.7,
        unit="weeks",
        source="J3",
        en="Slowness of large drafting groups",
        fr="Lenteur des grands groupes de préparation",
        meaning="Weeks of drafting per drafter squared; larger makes big drafting groups slow.",
    )
    invitation_weeks: float = coefficient(
        16.0,
        low=4.0,
        high=30.0,
        unit="weeks",
        source="S11",
        en="Time to reach all founders",
        fr="Délai pour inviter les fondateurs",
        meaning="Longest wait, after drafting, until the first list reaches a founder; larger spreads the start.",
    )
    enthusiasm_start: float = coefficient(
        0.55,
        low=0.4,
        high=0.7,
        source="S42",
        en="Starting enthusiasm",
        fr="Enthousiasme de départ",
        meaning="Mean enthusiasm of organisations before the first week, 0 to 1; larger is a keener start.",
    )
    veto_official_share: float = coefficient(
        0.2,
        low=0.0,
        high=0.8,
        source="S25",
        en="Chance of a technical veto",
        fr="Probabilité d’un veto technique",
        meaning="Chance that a further veto falls to an official where power is dispersed; larger hides more vetoes.",
    )
    organic_reach: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S01 J3",
        en="Other sectors known to an organic group",
        fr="Autres secteurs connus, origine commune",
        meaning="How many bodies of other sectors a group that already works together knows, against a convened one; "
        "larger makes organic alliances more diverse.",
    )
    approach_spread: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="S06",
        en="Differences over the approach",
        fr="Divergences sur la méthode",
        meaning="Spread of organisations' wishes for inside or outside work under full initial agreement, twice as "
        "much without any; larger means more quarrel over the way.",
    )
    small_money: float = coefficient(
        3.0,
        low=1.5,
        high=6.0,
        unit="thousand a year",
        source="S33 S36 J2",
        en="Means of a small body",
        fr="Moyens d’une petite organisation",
        meaning="Yearly money below which a body counts as small; larger gives more bodies support and less floor.",
    )
