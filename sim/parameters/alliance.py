"""Levers: how the alliance is set up and works, which its members can choose."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import lever


def _weight(default: float, en: str, fr: str, source: str) -> float:
    """A weight among the tactics: what counts is its share of the sum."""
    return lever(
        default,
        low=0.0,
        high=1.0,
        source=source,
        en=f"Tactic weight: {en}",
        fr=f"Poids de la tactique : {fr}",
        meaning="Share of planned work that goes to this kind, against the weights of the others on its side.",
    )


def _relation(default: float, en: str, fr: str) -> float:
    """A weight among the ways of tending relations."""
    return lever(
        default,
        low=0.0,
        high=1.0,
        source="S30",
        en=f"Relationship weight: {en}",
        fr=f"Poids relationnel : {fr}",
        meaning="Share of relationship time that goes to this kind, against the weights of the others.",
    )


def _composition(default: float, en: str, fr: str) -> float:
    """A weight of a kind among the founders; weights are normalised and turned into whole numbers."""
    return lever(
        default,
        low=0.0,
        high=1.0,
        source="S07 S10",
        en=f"Founders' weight: {en}",
        fr=f"Poids parmi les fondateurs : {fr}",
        meaning="How many of the founders are of this kind, against the weights of the other kinds.",
    )


def _family(en: str, fr: str) -> float:
    """A multiplier on the weights of all the kinds of one family."""
    return lever(
        1.0,
        low=0.0,
        high=3.0,
        source="S10 S56",
        en=f"Founders' family multiplier: {en}",
        fr=f"Multiplicateur de famille : {fr}",
        meaning="Multiplies the founders' weights of every kind in this family.",
    )


@dataclass(frozen=True, slots=True)
class Alliance:
    """How the alliance is set up and works: what its members can choose."""

    origin: str = lever(
        "convened",
        choices=(("convened", "convened", "convoquée"), ("organic", "organic", "née d’un travail commun")),
        source="S01",
        en="Origin",
        fr="Origine",
        meaning="Convened by one body, or grown out of bodies that already work together: more trust, narrower list.",
    )
    drafting_group_size: int = lever(
        3,
        low=1,
        high=8,
        unit="organisations",
        source="S11",
        en="Drafting group size",
        fr="Taille du groupe de préparation",
        meaning="Partners who draw up the first list: one has blind spots, many take long.",
    )
    goal_specificity: float = lever(
        0.6,
        low=0.0,
        high=1.0,
        source="S02",
        en="Goal specificity",
        fr="Précision de l’objectif",
        meaning="How precisely the aim is worded: precise aims turn more hours into useful work and better products.",
    )
    goal_measurability: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S02",
        en="Goal measurability",
        fr="Mesurabilité de l’objectif",
        meaning="How well progress can be checked: others see more of what is done and pledges bind more firmly.",
    )
    goal_ambition: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S02 S32",
        en="Goal ambition",
        fr="Ambition de l’objectif",
        meaning="How far the asked policy goes beyond today's: worth more to members, harder for decision-makers.",
    )
    goal_deadline: int = lever(
        208,
        low=26,
        high=520,
        unit="weeks",
        source="S02 S32",
        en="Goal deadline",
        fr="Échéance de l’objectif",
        meaning=(
            "Weeks within which members are told to expect the result: a near date focuses work, a missed one "
            "disappoints."
        ),
    )
    non_negotiables: float = lever(
        0.2,
        low=0.0,
        high=1.0,
        source="S14",
        en="Non-negotiables",
        fr="Points non négociables",
        meaning="Share of the asked provisions without which the alliance withholds its support.",
    )
    scope_breadth: float = lever(
        0.8,
        low=0.2,
        high=1.0,
        source="S14",
        en="Breadth of the aim",
        fr="Étendue de l’objectif",
        meaning=(
            "Share of the possible provisions that the aim contains: more members find theirs, the bill grows heavier."
        ),
    )
    negotiation: bool = lever(
        True,
        source="S14",
        en="Negotiate the aim",
        fr="Négocier l’objectif",
        meaning="Surface disagreements before agreeing: slower, and less conflict later.",
    )
    formality: float = lever(
        0.4,
        low=0.0,
        high=1.0,
        source="S15",
        en="Formality",
        fr="Degré de formalité",
        meaning=(
            "From a handshake to a legal entity: accountability and continuity against set-up cost and a "
            "barrier to entry."
        ),
    )
    co_chairs: int = lever(
        2,
        low=0,
        high=4,
        unit="organisations",
        source="S17",
        en="Co-chairs",
        fr="Coprésidences",
        meaning="Organisations that convene and keep the focus; none leaves meetings without a lead.",
    )
    co_chair_skill: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S17",
        en="Co-chairs’ skill",
        fr="Savoir-faire des coprésidences",
        meaning="Experience of those who lead: more decided a meeting, a better tone between meetings.",
    )
    co_chair_diversity: bool = lever(
        True,
        source="S17",
        en="Co-chairs from different sectors",
        fr="Coprésidences de secteurs différents",
        meaning="Whether the co-chairs come from different sectors; one sector alone dominates the floor.",
    )
    co_chair_rotation: bool = lever(
        False,
        source="S17 S18",
        en="Rotate the co-chairs",
        fr="Rotation des coprésidences",
        meaning="Whether the chair passes on every year: more shared ownership, less practice.",
    )
    administration: str = lever(
        "host",
        choices=(
            ("nobody", "nobody", "personne"),
            ("host", "one host", "une organisation hôte"),
            ("rotating", "rotating", "tournante"),
            ("paid", "paid secretariat", "secrétariat payé"),
        ),
        source="S18",
        en="Administration",
        fr="Tâches administratives",
        meaning="Who sends notices, writes minutes and keeps the files.",
    )
    decision_rule: str = lever(
        "qualified",
        choices=(
            ("chair", "the chairs decide", "la coprésidence tranche"),
            ("majority", "majority", "majorité"),
            ("qualified", "qualified majority", "majorité qualifiée"),
            ("consensus", "consensus", "consensus"),
        ),
        source="S16",
        en="Decision rule",
        fr="Règle de décision",
        meaning="How many members must stand close enough to the joint text before it is agreed.",
    )
    bottom_up: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S16",
        en="Bottom-up working",
        fr="Fonctionnement ascendant",
        meaning="How far those concerned decide themselves: slower decisions, more voice, commitment and legitimacy.",
    )
    working_groups: str = lever(
        "by_need",
        choices=(
            ("none", "none", "aucun"),
            ("by_need", "by need", "selon les besoins"),
            ("fixed", "fixed (five)", "fixes (cinq)"),
        ),
        source="S19",
        en="Working groups",
        fr="Groupes de travail",
        meaning="Parallel teams: they raise what a meeting period can settle and cost coordination.",
    )
    owner_rule: bool = lever(
        True,
        source="S20",
        en="Owner rule",
        fr="Règle de l’organisation responsable",
        meaning="No activity starts without a member that takes charge and gives time.",
    )
    meeting_interval: int = lever(
        2,
        low=1,
        high=12,
        unit="weeks",
        source="S21",
        en="Weeks between meetings",
        fr="Semaines entre deux réunions",
        meaning="A longer interval saves hours and lets decisions and ties go stale.",
    )
    adaptive_meetings: bool = lever(
        False,
        source="S21",
        en="Adaptive meetings",
        fr="Réunions adaptées à la charge",
        meaning="Meet sooner when much waits for a decision, later when little does.",
    )
    agenda_discipline: float = lever(
        0.6,
        low=0.0,
        high=1.0,
        source="S21",
        en="Agenda discipline",
        fr="Discipline de l’ordre du jour",
        meaning="How reliably a meeting has an agenda, keeps to it, and is cancelled when it has no purpose.",
    )
    face_to_face: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S21",
        en="Share of meetings face to face",
        fr="Part des réunions en présence",
        meaning="Meeting in person costs hours and builds more trust.",
    )
    existing_first: bool = lever(
        True,
        source="S22",
        en="Use what exists first",
        fr="Mobiliser l’existant d’abord",
        meaning="Take stock of what members already have before planning work that needs new means.",
    )
    pooled_fund: float = lever(
        0.1,
        low=0.0,
        high=1.0,
        source="S51",
        en="Share of money pooled",
        fr="Part de l’argent mise en commun",
        meaning="Share of members' money put under one set of rules: reaches owners without means, needs accounts.",
    )
    brainstorming: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S38",
        en="Open brainstorming",
        fr="Remue-méninges",
        meaning="How well members learn what each can bring, so that teams fill their gaps.",
    )
    insider_share: float = lever(
        0.6,
        low=0.0,
        high=1.0,
        source="S24",
        en="Share of insider work",
        fr="Part du travail auprès du pouvoir",
        meaning="Work with officials, against work on the public.",
    )
    tactic_research: float = _weight(0.3, "research", "recherche", "S43")
    tactic_policy_brief: float = _weight(0.4, "policy brief", "note de politique", "S43")
    tactic_budget_analysis: float = _weight(0.3, "budget analysis", "analyse budgétaire", "S43")
    tactic_legislator_briefing: float = _weight(0.5, "legislator briefing", "information des parlementaires", "S44")
    tactic_insider_meeting: float = _weight(0.8, "insider meeting", "rencontre avec les décideurs", "S24")
    tactic_media: float = _weight(0.6, "media work", "travail avec les médias", "S45")
    tactic_mobilisation: float = _weight(0.4, "mobilisation", "mobilisation du public", "S46")
    tactic_pilot: float = _weight(0.1, "pilot project", "projet pilote", "S47")
    tactic_conference: float = _weight(0.3, "conference", "conférence", "S48")
    tactic_field_visit: float = _weight(
        0.3, "field visit for officials", "visite de terrain pour les responsables", "S48"
    )
    tactic_pledge_campaign: float = _weight(0.4, "pledge campaign", "campagne d’engagement des candidats", "S49")
    campaign_days: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S46",
        en="Campaigns tied to celebrated days",
        fr="Campagnes calées sur les jours de fête",
        meaning=(
            "How long finished work in public is kept for a day that people celebrate: more notice, but its team stays "
            "bound and a window may close."
        ),
    )
    relationship_visits: float = _relation(0.5, "visits", "visites")
    relationship_joint_work: float = _relation(0.5, "joint expert work", "travail d’expertise en commun")
    relationship_celebrations: float = _relation(0.3, "celebrations", "célébrations")
    relationship_social_events: float = _relation(0.3, "social events", "moments conviviaux")
    relationship_workshops: float = _relation(0.4, "co-run workshops", "ateliers animés à plusieurs")
    power_mapping: float = lever(
        0.4,
        low=0.0,
        high=1.0,
        source="S25",
        en="Power mapping",
        fr="Cartographie du pouvoir",
        meaning="How well the alliance knows who really weighs on the decision, beyond titles.",
    )
    local_engagement: float = lever(
        0.3,
        low=0.0,
        high=1.0,
        source="S26",
        en="Local engagement",
        fr="Travail avec les autorités locales",
        meaning="Share of attention given to local authorities.",
    )
    government_engagement: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S27",
        en="Engagement of government",
        fr="Dialogue avec le gouvernement",
        meaning="How far government is told about the alliance and invited in.",
    )
    messenger: str = lever(
        "strongest",
        choices=(
            ("strongest", "strongest member", "membre le plus influent"),
            ("one_voice", "one voice", "une seule voix"),
        ),
        source="S28",
        en="Messenger",
        fr="Porte-parole",
        meaning="Who speaks: the member with the best access, or all together.",
    )
    silence_pact: bool = lever(
        False,
        source="S29",
        en="Silence pact",
        fr="Accord de réserve",
        meaning="An agreement that lets members stay silent when the alliance opposes the government in public.",
    )
    relationship_investment: float = lever(
        0.1,
        low=0.0,
        high=0.6,
        source="S30",
        en="Time for relations",
        fr="Temps consacré aux relations",
        meaning="Share of given hours spent on relations between members.",
    )
    feedback_surveys: int = lever(
        1,
        low=0,
        high=4,
        unit="a year",
        source="S30 S37",
        en="Anonymous surveys",
        fr="Enquêtes anonymes",
        meaning="Surveys a year that are discussed: they show who is unheard, and cost administration.",
    )
    evaluation: str = lever(
        "internal",
        choices=(
            ("none", "none", "aucune"),
            ("internal", "internal", "interne"),
            ("third_party", "third party", "par un tiers"),
        ),
        source="S31",
        en="Evaluation",
        fr="Évaluation",
        meaning="Who takes stock: nobody, the members, or somebody from outside who sees more and costs more.",
    )
    evaluation_interval: int = lever(
        52,
        low=13,
        high=156,
        unit="weeks",
        source="S31",
        en="Weeks between evaluations",
        fr="Semaines entre deux évaluations",
        meaning="How often the alliance takes stock.",
    )
    expectation_management: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S32",
        en="Expectation management",
        fr="Gestion des attentes",
        meaning="How early and clearly members are told what is possible.",
    )
    ingo_restraint: float = lever(
        0.3,
        low=0.0,
        high=1.0,
        source="S33",
        en="Restraint of strong members",
        fr="Retenue des membres les mieux dotés",
        meaning="How far rich members hold back so that others are heard.",
    )
    size_test: bool = lever(
        False,
        source="S34",
        en="Size test",
        fr="Seuil de taille",
        meaning="Admit only bodies above a size: fewer of those close to the people affected.",
    )
    partisan_balance: float = lever(
        0.5,
        low=0.0,
        high=1.0,
        source="S35",
        en="Partisan balance",
        fr="Équilibre partisan",
        meaning="How carefully the list avoids leaning to one political side.",
    )
    participation_support: float = lever(
        0.2,
        low=0.0,
        high=1.0,
        source="S36",
        en="Participation support",
        fr="Appui à la participation",
        meaning="Share of small members' participation cost that others promise to carry.",
    )
    support_delivery: float = lever(
        0.9,
        low=0.0,
        high=1.0,
        source="S36",
        en="Support delivered",
        fr="Appui réellement versé",
        meaning="Share of the promised support that arrives; the rest is a broken promise.",
    )
    inclusion_effort: float = lever(
        0.3,
        low=0.0,
        high=1.0,
        source="S37",
        en="Inclusion effort",
        fr="Effort d’inclusion",
        meaning="How far the floor is shared equally and silent members are drawn in.",
    )
    transparency: float = lever(
        0.6,
        low=0.0,
        high=1.0,
        source="S40",
        en="Transparency",
        fr="Transparence",
        meaning="How much every member sees of what is said and done.",
    )
    open_door: float = lever(
        0.5,
        low=0.0,
        high=2.0,
        source="S13",
        en="Open door",
        fr="Porte ouverte",
        meaning="How readily others can join after the start.",
    )
    targeted_recruitment: float = lever(
        0.3,
        low=0.0,
        high=1.0,
        source="S13",
        en="Targeted recruitment",
        fr="Recrutement ciblé",
        meaning="How far invitations go to the sectors still missing.",
    )
    window_readiness: float = lever(
        0.2,
        low=0.0,
        high=1.0,
        source="S41",
        en="Readiness for windows",
        fr="Préparation aux fenêtres d’opportunité",
        meaning="Share of effort stored for the moment when policy moves easily, instead of spent at once.",
    )
    founders: int = lever(
        14,
        low=3,
        high=60,
        unit="organisations",
        source="S10 S11",
        en="Number of founders",
        fr="Nombre de fondateurs",
        meaning="Organisations on the first list of invitations.",
    )
    government_member: bool = lever(
        False,
        source="S10 S54",
        en="Government as member",
        fr="Gouvernement membre",
        meaning="Whether a government body sits in the alliance from the start.",
    )
    weight_ingo: float = _composition(0.6, "international NGOs", "ONG internationales")
    weight_local_ngo: float = _composition(0.8, "local NGOs", "ONG locales")
    weight_grassroots: float = _composition(0.4, "grassroots organisations", "organisations communautaires de base")
    weight_membership_body: float = _composition(0.4, "membership organisations", "organisations associatives")
    weight_womens_rights: float = _composition(
        0.3, "women’s rights organisations", "organisations de défense des droits des femmes"
    )
    weight_multilateral_donor: float = _composition(0.3, "multilateral donors", "bailleurs multilatéraux")
    weight_bilateral_donor: float = _composition(0.3, "bilateral donors", "bailleurs bilatéraux")
    weight_foundation: float = _composition(0.1, "foundations", "fondations")
    weight_university: float = _composition(0.2, "universities", "établissements universitaires")
    weight_think_tank: float = _composition(0.2, "think tanks", "groupes de réflexion")
    weight_faith: float = _composition(0.2, "faith actors", "acteurs religieux")
    weight_private_sector: float = _composition(0.1, "private sector", "secteur privé")
    weight_government_body: float = _composition(0.0, "government bodies", "organismes publics")
    weight_local_authority: float = _composition(0.1, "local authorities", "autorités locales")
    weight_media: float = _composition(0.1, "media outlets", "médias")
    family_ngo: float = _family("NGOs", "ONG")
    family_cso: float = _family("civil society organisations", "organisations de la société civile")
    family_donor: float = _family("donors", "bailleurs")
    family_government: float = _family("government", "pouvoirs publics")
    family_knowledge: float = _family("knowledge bodies", "savoir et recherche")
    family_business: float = _family("business", "entreprises")
    family_media: float = _family("media", "médias")
