"""Declared measures of a finished run: the columns of the runs table, and the rule that takes them."""

from __future__ import annotations

import numpy as np

from sim.compiled import part, rule
from sim.declare import Outcome, outcome
from sim.rules.deciding import implementation_goal, mean_position
from sim.rules.forms import bounded, is_alive
from sim.rules.reflecting import (
    capacity_now,
    mean_commitment,
    mean_fatigue,
    mean_government_trust,
    real_prospects,
)  # fmt: skip
from sim.rules.relating import average_members, voice_gini, worth_of_belonging
from sim.rules.words import ADOPTED, CANDIDATE, LEGISLATOR
from sim.state import CAPACITY, NEVER

MANY = 1e9

DECLARED: tuple[Outcome, ...] = (
    # policy
    outcome(
        "policy_changed",
        "policy",
        source="S04",
        en="Policy changed",
        fr="Politique changée",
        meaning="1 if the change that was asked for stands at the horizon, by the yardstick of the kind of problem.",
    ),
    outcome(
        "adopted_ever",
        "policy",
        source="S04",
        en="Ever adopted",
        fr="Adoptée un jour",
        meaning="1 if any of the asked provisions was ever adopted during the run.",
    ),
    outcome(
        "weeks_to_change",
        "policy",
        unit="weeks",
        high=MANY,
        optional=True,
        source="S04",
        en="Weeks to change",
        fr="Semaines jusqu’au changement",
        meaning="Weeks from the start until the change was first won; missing if it never was.",
    ),
    outcome(
        "stage_reached",
        "policy",
        high=4,
        source="S04",
        en="Stage reached",
        fr="Étape atteinte",
        meaning="Furthest stage: 0 nowhere, 1 agenda, 2 commitment, 3 adoption, 4 the change won.",
    ),
    outcome(
        "provisions_won",
        "policy",
        source="S14",
        en="Provisions won",
        fr="Dispositions obtenues",
        meaning=(
            "Share of the aim, by weight, that stands at the horizon; for implementation problems, of the way "
            "to the goal."
        ),
    ),
    outcome(
        "non_negotiables_won",
        "policy",
        source="S14",
        en="Non-negotiables won",
        fr="Points non négociables obtenus",
        meaning=(
            "Share of the non-negotiables that stand at the horizon; 1 where there are none and the policy is adopted."
        ),
    ),
    outcome(
        "implementation",
        "policy",
        source="S04",
        en="Implementation",
        fr="Mise en œuvre",
        meaning="How far the policy is carried out at the horizon.",
    ),
    outcome(
        "reversed",
        "policy",
        source="S50",
        en="Reversed",
        fr="Annulée",
        meaning="1 if an adopted policy was undone during the run.",
    ),
    outcome(
        "pledges_signed",
        "policy",
        optional=True,
        source="S49",
        en="Pledges signed",
        fr="Engagements signés",
        meaning=(
            "Share of candidates standing who signed, over all elections held; missing where no election with "
            "candidates was held."
        ),
    ),
    outcome(
        "pledge_bound",
        "policy",
        source="S49",
        en="Pledge that binds",
        fr="Engagement qui oblige",
        meaning="Most by which a signed pledge ever bound those who govern, 0 to 1.",
    ),
    outcome(
        "feasibility",
        "policy",
        source="S47",
        en="Feasibility shown",
        fr="Faisabilité montrée",
        meaning="How far pilots have shown how the change works on the ground, 0 to 1.",
    ),
    outcome(
        "votes_held",
        "policy",
        unit="votes",
        high=MANY,
        source="S14",
        en="Votes held",
        fr="Votes tenus",
        meaning="Votes on a bill during the run.",
    ),
    outcome(
        "purity",
        "policy",
        optional=True,
        source="S14",
        en="Purity of the win",
        fr="Fidélité de l’acquis",
        meaning=(
            "Share of the aim, by weight, that the adopted policy contains at the horizon; missing where none stands."
        ),
    ),
    outcome(
        "change_worth",
        "policy",
        source="S02 S14",
        en="Worth of what was won",
        fr="Valeur de l’acquis",
        meaning=(
            "Share of the aim that stands, times what an aim of this ambition is worth to members by their own measure."
        ),
    ),
    outcome(
        "veto_position",
        "policy",
        low=-1,
        source="S08 S09",
        en="Position of veto holders",
        fr="Position des détenteurs d’un veto",
        meaning="Where holders with a veto stand on average at the horizon: -1 against, 1 for.",
    ),
    # alliance
    outcome(
        "alive",
        "alliance",
        source="S41",
        en="Alive",
        fr="En vie",
        meaning="1 if the alliance exists at the horizon, awake or dormant.",
    ),
    outcome(
        "phase",
        "alliance",
        high=6,
        source="S41",
        en="Phase",
        fr="Phase",
        meaning="0 forming, 1 agreeing, 2 acting, 3 dormant, 4 renewed, 5 handed over, 6 dissolved.",
    ),
    outcome(
        "members_final",
        "alliance",
        unit="organisations",
        high=MANY,
        source="S41",
        en="Members at the end",
        fr="Membres à la fin",
        meaning="Present members at the horizon, or when the alliance ended.",
    ),
    outcome(
        "members_peak",
        "alliance",
        unit="organisations",
        high=MANY,
        source="S13",
        en="Most members",
        fr="Maximum de membres",
        meaning="Largest number of members at one time.",
    ),
    outcome(
        "retention",
        "alliance",
        optional=True,
        source="S41",
        en="Retention",
        fr="Fidélité des membres",
        meaning="Share of those who ever joined that did not leave before the end; missing where nobody joined.",
    ),
    outcome(
        "diversity",
        "alliance",
        source="S07",
        en="Diversity",
        fr="Diversité",
        meaning="Blau diversity of sectors among members, 1 if all eight are equally present.",
    ),
    outcome(
        "legitimacy",
        "alliance",
        source="S07",
        en="Legitimacy",
        fr="Légitimité",
        meaning="Weight that others grant the alliance.",
    ),
    outcome(
        "cohesion",
        "alliance",
        source="S06",
        en="Cohesion",
        fr="Cohésion",
        meaning="Coherence of the joint aim: 1 when all mean the same.",
    ),
    outcome(
        "trust_mean",
        "alliance",
        source="S39",
        en="Mean trust",
        fr="Confiance moyenne",
        meaning="Mean trust between members.",
    ),
    outcome(
        "trust_inequality",
        "alliance",
        source="S39",
        en="Inequality of trust",
        fr="Inégalité de la confiance",
        meaning="Gini coefficient of the trust that members receive.",
    ),
    outcome(
        "participation",
        "alliance",
        source="S37",
        en="Active members",
        fr="Membres actifs",
        meaning="Mean share of members that gave time in a week, while the alliance lived.",
    ),
    outcome(
        "participation_gini",
        "alliance",
        source="S37",
        en="Inequality of participation",
        fr="Inégalité de la participation",
        meaning="Gini coefficient of the hours that members gave.",
    ),
    outcome(
        "local_voice_share",
        "alliance",
        source="S33 S36",
        en="Voice of local bodies",
        fr="Parole des organisations locales",
        meaning="Share of all perceived voice that belongs to small or local members.",
    ),
    outcome(
        "ingo_dominance",
        "alliance",
        source="S33",
        en="Dominance of INGOs",
        fr="Domination des ONGI",
        meaning="Share of all perceived voice that belongs to international NGOs and donors.",
    ),
    outcome(
        "partisan_skew",
        "alliance",
        source="S35",
        en="Partisan skew",
        fr="Biais partisan",
        meaning="Distance of the members' mean lean from the middle.",
    ),
    outcome(
        "diversity_founding",
        "alliance",
        source="S12",
        en="Diversity at founding",
        fr="Diversité à la création",
        meaning="Blau diversity of sectors on the first list.",
    ),
    outcome(
        "shared_vision",
        "alliance",
        source="S12",
        en="Shared vision at founding",
        fr="Vision commune à la création",
        meaning="How close those on the first list stand on the aim before any talk.",
    ),
    outcome(
        "joined_share",
        "alliance",
        optional=True,
        source="S05",
        en="Invitations accepted",
        fr="Invitations acceptées",
        meaning="Share of invitations that were accepted; missing where none was sent.",
    ),
    outcome(
        "agreement_week",
        "alliance",
        unit="weeks",
        high=MANY,
        optional=True,
        source="S06",
        en="Week of agreement",
        fr="Semaine de l’accord",
        meaning="Week in which the joint aim was first agreed; missing if never.",
    ),
    outcome(
        "conflict",
        "alliance",
        high=MANY,
        source="S14",
        en="Latent conflict",
        fr="Conflit latent",
        meaning="Disagreement that was never settled, at the end.",
    ),
    outcome(
        "quarrels",
        "alliance",
        unit="times",
        high=MANY,
        source="S14",
        en="Open quarrels",
        fr="Conflits ouverts",
        meaning="Times that an unsettled disagreement broke out.",
    ),
    outcome(
        "objections",
        "alliance",
        unit="times",
        high=MANY,
        source="S14",
        en="Red lines crossed",
        fr="Lignes rouges franchies",
        meaning="Times that a member objected because the agreed aim crossed a red line of its own.",
    ),
    outcome(
        "aim_kept",
        "alliance",
        source="S14",
        en="Breadth of the joint aim",
        fr="Étendue de l’objectif commun",
        meaning="Share of the first aim, by weight, that the joint text still asks at the end, what was softened less.",
    ),
    outcome(
        "representativeness",
        "alliance",
        source="S07 S34",
        en="Representativeness",
        fr="Représentativité",
        meaning="How far those who are heard speak for the people affected, at the end.",
    ),
    outcome(
        "exits",
        "alliance",
        unit="exits",
        high=MANY,
        source="S41",
        en="Exits",
        fr="Départs",
        meaning="Departures of members during the run.",
    ),
    outcome(
        "commitment_mean",
        "alliance",
        source="S16",
        en="Mean commitment",
        fr="Engagement moyen",
        meaning="Mean commitment of members at the end.",
    ),
    outcome(
        "ownership",
        "alliance",
        source="S18 S20",
        en="Ownership",
        fr="Appropriation",
        meaning="Share of members that carried an activity, a chair or administration, weighed by their voice.",
    ),
    outcome(
        "attendance",
        "alliance",
        optional=True,
        source="S21",
        en="Attendance",
        fr="Présence aux réunions",
        meaning="Mean share of members present at meetings; missing where none was held.",
    ),
    outcome(
        "enthusiasm_clustering",
        "alliance",
        low=-1,
        source="S42",
        en="Clustering of enthusiasm",
        fr="Contagion de l’enthousiasme",
        meaning="Whether those are alike in enthusiasm who trust each other most: 0 no more than by chance, 1 wholly.",
    ),
    outcome(
        "reconvened",
        "alliance",
        unit="times",
        high=MANY,
        source="S41",
        en="Reconvened",
        fr="Reprises après sommeil",
        meaning="Times that the alliance woke from dormancy.",
    ),
    outcome(
        "successor",
        "alliance",
        source="S52",
        en="Successor",
        fr="Alliance héritière",
        meaning="1 if a successor took up the advocacy.",
    ),
    outcome(
        "handed_over",
        "alliance",
        source="S52",
        en="Handed over",
        fr="Coordination transférée",
        meaning="1 if coordination was handed over to government.",
    ),
    outcome(
        "fatigue_mean",
        "alliance",
        source="S36",
        en="Mean fatigue",
        fr="Fatigue moyenne",
        meaning="Mean fatigue of members at the end.",
    ),
    outcome(
        "enthusiasm_mean",
        "alliance",
        source="S42",
        en="Mean enthusiasm",
        fr="Enthousiasme moyen",
        meaning="Mean enthusiasm of members at the end.",
    ),
    outcome(
        "member_benefit",
        "alliance",
        source="S42",
        en="Benefit to members",
        fr="Bénéfice pour les membres",
        meaning="Mean of what members themselves gained from working together.",
    ),
    outcome(
        "transparency_gap",
        "alliance",
        source="S40",
        en="Transparency gap",
        fr="Déficit de transparence",
        meaning="Suspicion of capture: opacity times inequality of voice.",
    ),
    outcome(
        "capacity",
        "alliance",
        source="S23",
        en="Capacity",
        fr="Capacités",
        meaning="Mean of the ten dimensions of the alliance's capacity.",
    ),
    outcome(
        "capacity_participation",
        "alliance",
        source="S23",
        en="Capacity: participation",
        fr="Capacités : participation",
        meaning="Mean willingness of members.",
    ),
    outcome(
        "capacity_trust",
        "alliance",
        source="S23",
        en="Capacity: trust",
        fr="Capacités : confiance",
        meaning="Mean trust between members.",
    ),
    outcome(
        "capacity_accountability",
        "alliance",
        source="S23",
        en="Capacity: accountability",
        fr="Capacités : redevabilité",
        meaning="Share of closed activities that were completed.",
    ),
    outcome(
        "capacity_skills",
        "alliance",
        source="S23",
        en="Capacity: skills",
        fr="Capacités : savoir-faire",
        meaning="Best of each skill among members, on average.",
    ),
    outcome(
        "capacity_resources",
        "alliance",
        source="S23",
        en="Capacity: resources",
        fr="Capacités : moyens",
        meaning="Hours given against open work.",
    ),
    outcome(
        "capacity_direction",
        "alliance",
        source="S23",
        en="Capacity: direction",
        fr="Capacités : cap",
        meaning="Coherence of an agreed aim.",
    ),
    outcome(
        "capacity_leadership",
        "alliance",
        source="S23",
        en="Capacity: leadership",
        fr="Capacités : animation",
        meaning="Skill of those who chair; 0 where nobody does.",
    ),
    outcome(
        "capacity_procedures",
        "alliance",
        source="S23",
        en="Capacity: procedures",
        fr="Capacités : procédures",
        meaning="Papers in order, and decisions that do not pile up.",
    ),
    outcome(
        "capacity_standing",
        "alliance",
        source="S23",
        en="Capacity: standing",
        fr="Capacités : légitimité",
        meaning="Legitimacy that others grant the alliance.",
    ),
    outcome(
        "capacity_champions",
        "alliance",
        source="S23",
        en="Capacity: champions",
        fr="Capacités : alliés au pouvoir",
        meaning="Mean trust in the alliance of those in office.",
    ),
    outcome(
        "expectation_gap",
        "alliance",
        source="S31 S32",
        en="Excess of expectations",
        fr="Excès d’attentes",
        meaning="Mean of what members expect by the deadline beyond what they can count on by what they have seen.",
    ),
    outcome(
        "map_quality",
        "alliance",
        source="S25 S31",
        en="Knowledge of power",
        fr="Connaissance du pouvoir",
        meaning="How well the alliance knows at the end who really weighs on the decision.",
    ),
    outcome(
        "weeks_dormant",
        "alliance",
        unit="weeks",
        high=MANY,
        source="S41",
        en="Weeks asleep",
        fr="Semaines de sommeil",
        meaning="Weeks that the alliance was dormant.",
    ),
    # effort
    outcome(
        "hours_total",
        "effort",
        unit="hours",
        high=MANY,
        source="S05",
        en="Hours given",
        fr="Heures données",
        meaning="Hours that members gave during the run.",
    ),
    outcome(
        "hours_diverted",
        "effort",
        unit="hours",
        high=MANY,
        source="S03",
        en="Hours diverted",
        fr="Heures détournées",
        meaning="Hours eaten by the controversy itself.",
    ),
    outcome(
        "meeting_hours",
        "effort",
        unit="hours",
        high=MANY,
        source="S21",
        en="Meeting hours",
        fr="Heures de réunion",
        meaning="Hours that meetings took.",
    ),
    outcome(
        "meetings",
        "effort",
        unit="meetings",
        high=MANY,
        source="S21",
        en="Meetings",
        fr="Réunions",
        meaning="Meetings held.",
    ),
    outcome(
        "useful_meetings",
        "effort",
        optional=True,
        source="S21",
        en="Useful meetings",
        fr="Réunions utiles",
        meaning="Share of meetings with a purpose; missing where none was held.",
    ),
    outcome(
        "working_groups",
        "effort",
        unit="groups",
        high=MANY,
        optional=True,
        source="S19",
        en="Working groups",
        fr="Groupes de travail",
        meaning="Mean number of working groups at meetings; missing where none was held.",
    ),
    outcome(
        "holder_contacts",
        "effort",
        unit="contacts",
        high=MANY,
        source="S09",
        en="Contacts with power-holders",
        fr="Contacts avec les détenteurs du pouvoir",
        meaning="Times that a power-holder received the alliance.",
    ),
    outcome(
        "aim_of_contacts",
        "effort",
        unit="times",
        high=MANY,
        optional=True,
        source="S25",
        en="Aim of contacts",
        fr="Justesse des contacts",
        meaning=(
            "Real influence of those whom the alliance asked to be received by, against that of all in "
            "office: 1 if chance decided; missing where nobody was asked."
        ),
    ),
    outcome(
        "reception",
        "effort",
        optional=True,
        source="S09 S27 S28",
        en="Requests granted",
        fr="Demandes d’entretien acceptées",
        meaning="Share of requests to be received that power-holders granted; missing where nobody was asked.",
    ),
    outcome(
        "money_total",
        "effort",
        unit="thousand",
        high=MANY,
        source="S22",
        en="Money spent",
        fr="Argent dépensé",
        meaning="Money spent on activities, support, evaluation, a paid secretariat and mentoring.",
    ),
    outcome(
        "fund_spent",
        "effort",
        unit="thousand",
        high=MANY,
        source="S51",
        en="Money out of the pooled fund",
        fr="Dépenses du fonds commun",
        meaning="Money that the pooled fund paid where owners had too little.",
    ),
    outcome(
        "evidence",
        "effort",
        source="S43",
        en="Evidence at hand",
        fr="Données probantes réunies",
        meaning="Mean stock of common evidence over the run, 0 to 1.",
    ),
    outcome(
        "activities_planned",
        "effort",
        unit="activities",
        high=MANY,
        source="S20",
        en="Activities planned",
        fr="Activités prévues",
        meaning="Activities that were started.",
    ),
    outcome(
        "activities_completed",
        "effort",
        unit="activities",
        high=MANY,
        source="S20",
        en="Activities completed",
        fr="Activités achevées",
        meaning="Activities that were finished in time.",
    ),
    outcome(
        "campaigns_on_days",
        "effort",
        unit="activities",
        high=MANY,
        source="S46",
        en="Public work on celebrated days",
        fr="Actions publiques les jours de fête",
        meaning="Media work and mobilisations completed about a day that people celebrate.",
    ),
    outcome(
        "completion",
        "effort",
        optional=True,
        source="S20",
        en="Completion",
        fr="Taux d’achèvement",
        meaning="Share of closed activities that were completed; missing where none closed.",
    ),
    outcome(
        "work_quality",
        "effort",
        optional=True,
        source="S38 S56",
        en="Quality of work",
        fr="Qualité du travail",
        meaning=(
            "Mean quality of finished products, 0 to 1: skills of the team, common meaning, a precise "
            "aim; missing where none was finished."
        ),
    ),
    outcome(
        "output_per_hour",
        "effort",
        unit="per 100 hours",
        high=MANY,
        optional=True,
        source="S22",
        en="Output per hour",
        fr="Production par heure",
        meaning="Quality-weighted products for each hundred hours given; missing where no hour was given.",
    ),
    outcome(
        "output_per_money",
        "effort",
        unit="per thousand",
        high=MANY,
        optional=True,
        source="S22",
        en="Output per money",
        fr="Production par unité d’argent",
        meaning="Quality-weighted products for each thousand spent; missing where nothing was spent.",
    ),
    outcome(
        "admin_backlog",
        "effort",
        unit="hours",
        high=MANY,
        source="S18",
        en="Administrative backlog",
        fr="Retard administratif",
        meaning="Hours of undone administration at the end.",
    ),
    # context reached
    outcome(
        "government_trust",
        "context",
        source="S27",
        en="Government’s trust",
        fr="Confiance du gouvernement",
        meaning="Mean trust of power-holders in the alliance at the horizon.",
    ),
    outcome(
        "holder_position",
        "context",
        low=-1,
        source="S25 S43",
        en="Position of power-holders",
        fr="Position des détenteurs du pouvoir",
        meaning="Mean position of those in office at the horizon, by real influence: -1 against, 1 for.",
    ),
    outcome(
        "legislator_position",
        "context",
        low=-1,
        optional=True,
        source="S44",
        en="Position of legislators",
        fr="Position des parlementaires",
        meaning="Mean position of legislators at the horizon, -1 against, 1 for; missing where there are none.",
    ),
    outcome(
        "public_support_final",
        "context",
        source="S46",
        en="Public support at the end",
        fr="Soutien du public à la fin",
        meaning="Share of the public in favour at the horizon.",
    ),
    outcome(
        "salience_peak",
        "context",
        source="S45",
        en="Peak salience",
        fr="Visibilité maximale",
        meaning="Most public attention during the run.",
    ),
    outcome(
        "salience_mean",
        "context",
        source="S45",
        en="Mean salience",
        fr="Visibilité moyenne",
        meaning="Mean public attention to the issue over the run.",
    ),
    outcome(
        "public_strength",
        "context",
        source="S07 S28 S46",
        en="Strength in public",
        fr="Poids dans le débat public",
        meaning=(
            "Mean strength of the alliance in public over the run: legitimacy, messenger, attention and "
            "pressure together."
        ),
    ),
    outcome(
        "windows_open",
        "context",
        unit="windows",
        high=MANY,
        source="S41",
        en="Windows",
        fr="Fenêtres d’opportunité",
        meaning="Windows in which policy moved easily.",
    ),
    outcome(
        "windows_used",
        "context",
        unit="windows",
        high=MANY,
        source="S41",
        en="Windows used",
        fr="Fenêtres saisies",
        meaning="Windows in which the policy advanced while the alliance worked for it.",
    ),
    outcome(
        "opposition_effort",
        "context",
        unit="hours a week",
        high=MANY,
        source="S03",
        en="Opposition’s effort",
        fr="Effort de l’opposition",
        meaning="Mean hours a week that opponents spent.",
    ),
    outcome(
        "holders_replaced",
        "context",
        unit="changes",
        high=MANY,
        source="S50",
        en="Holders replaced",
        fr="Décideurs remplacés",
        meaning="Changes of person in offices of power.",
    ),
    outcome(
        "appointments",
        "context",
        unit="people",
        high=MANY,
        source="S50",
        en="Appointments",
        fr="Nominations",
        meaning="People of the alliance appointed to office.",
    ),
    # realised starting conditions
    outcome(
        "start_size",
        "start",
        unit="organisations",
        high=MANY,
        source="A14",
        en="Size at the start",
        fr="Taille au départ",
        meaning="Organisations on the first list.",
    ),
    outcome(
        "start_sectors",
        "start",
        unit="sectors",
        high=8,
        source="A16",
        en="Sectors at the start",
        fr="Secteurs au départ",
        meaning="Sectors on the first list.",
    ),
    outcome(
        "start_hours",
        "start",
        unit="hours a week",
        high=MANY,
        source="A14",
        en="Founders’ hours",
        fr="Heures des fondateurs",
        meaning="Hours a week that those on the first list can spare.",
    ),
    outcome(
        "start_trust",
        "start",
        source="A38",
        en="Trust at the start",
        fr="Confiance au départ",
        meaning="Mean trust among those on the first list.",
    ),
    outcome(
        "start_resource_ratio",
        "start",
        high=MANY,
        optional=True,
        source="A7",
        en="Resource ratio",
        fr="Rapport des moyens",
        meaning="Founders' hours against opponents' hours; missing where there are no opponents.",
    ),
    outcome(
        "start_support",
        "start",
        source="A11",
        en="Public support at the start",
        fr="Soutien du public au départ",
        meaning="Share of the public in favour at the start.",
    ),
    outcome(
        "start_veto_holders",
        "start",
        unit="offices",
        high=32,
        source="A8",
        en="Veto holders at the start",
        fr="Détenteurs d’un veto au départ",
        meaning="Offices whose consent the decision needs.",
    ),
    outcome(
        "start_venue",
        "start",
        high=3,
        source="A20",
        en="Venue",
        fr="Instance",
        meaning="Gate of the first asked provision: 0 parliament, 1 decree, 2 budget, 3 agency.",
    ),
    outcome(
        "start_disposition",
        "start",
        low=-1,
        source="A12",
        en="Disposition at the start",
        fr="Dispositions au départ",
        meaning="Mean disposition of holders with a veto; hidden from the alliance.",
    ),
    outcome(
        "active_sides",
        "start",
        high=3,
        source="A9",
        en="Active sides",
        fr="Camps actifs",
        meaning="0 nobody, 1 supporters only, 2 opponents only, 3 both, by mean weekly hours above two.",
    ),
    outcome(
        "months_since_change",
        "start",
        unit="months",
        high=MANY,
        optional=True,
        source="S50",
        en="Months since the change of government",
        fr="Mois depuis l’alternance",
        meaning="Months from the last change of government to the horizon; missing where there was none.",
    ),
)

OUTCOMES: dict[str, Outcome] = {each.name: each for each in DECLARED}

OUTCOME_DTYPE = np.dtype([(name, np.float64) for name in OUTCOMES], align=True)


@rule
def ratio(part, whole):
    """part / whole; missing where the whole is zero."""
    return part / whole if whole > 0.0 else np.nan


@rule
def week_or_missing(week):
    """A week as a number; missing where it never came."""
    return float(week) if week != NEVER else np.nan


@rule
def measure_policy(w, p, o):
    """Outcomes on policy. Writes: o."""
    y = w.policy
    o.policy_changed = y.changed
    o.adopted_ever = 1.0 if y.adopted_week != NEVER else 0.0
    o.weeks_to_change = week_or_missing(y.change_week)
    o.stage_reached = 4.0 if y.change_week != NEVER else float(max(y.best_stage, y.stage - y.start_stage))
    o.provisions_won = y.kept_share
    if y.start_stage == ADOPTED:
        way = max(0.01, implementation_goal(p) - p.implementation_before)
        o.provisions_won = min(1.0, max(0.0, (y.implementation - p.implementation_before) / way))
        o.stage_reached = 4.0 if y.change_week != NEVER else 3.0
        o.adopted_ever = 1.0
    o.non_negotiables_won = y.red_kept if y.stage == ADOPTED else 0.0
    o.implementation = y.implementation
    o.reversed = y.reversed
    o.purity = o.provisions_won if y.stage == ADOPTED else np.nan
    o.change_worth = worth_of_belonging(o.provisions_won, p.goal_ambition, 1.0, 0.0, p)
    o.veto_position = veto_position(w)
    asked = float(y.candidates * w.counts.elections)
    o.pledges_signed = min(1.0, y.pledges / asked) if asked > 0.0 else np.nan
    o.pledge_bound = w.counts.bound
    o.feasibility = y.fit
    o.votes_held = w.counts.votes


@rule
def veto_position(w):
    """Mean position of the holders with a veto, -1 to 1; 0 where there are none."""
    total = 0.0
    number = 0
    for h in range(w.alliance.holders):
        if w.holders[h].veto == 1:
            total += w.holders[h].position
            number += 1
    return total / number if number > 0 else 0.0


@rule
def aim_kept(w):
    """Share by weight of the aim as first set that the joint text still asks; softened provisions count for what is
    left of them (S14)."""
    left = 0.0
    whole = 0.0
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        whole += b.weight * b.is_wished
        left += b.weight * b.is_asked * (1.0 - b.softened)
    return left / whole if whole > 0.0 else 0.0


@rule
def received_trust_gini(w):
    """Gini coefficient over members of the mean trust that each receives."""
    n = w.alliance.member_count
    total = 0.0
    apart = 0.0
    for k in range(n):
        mine = received_trust(w, w.rows[k])
        total += mine
        for other in range(k):
            apart += abs(mine - received_trust(w, w.rows[other]))
    return apart / (n * total) if total > 0.0 else 0.0


@rule
def received_trust(w, i):
    """Mean trust that present members feel towards `i`."""
    total = 0.0
    for k in range(w.alliance.member_count):
        if w.rows[k] != i:
            total += w.trust[w.rows[k], i]
    return total / max(1, w.alliance.member_count - 1)


@rule
def hours_gini(w):
    """Gini coefficient over all who ever joined of the hours that each gave."""
    n = 0
    total = 0.0
    apart = 0.0
    for i in range(w.alliance.organisations):
        m = w.organisations[i]
        if m.has_joined == 0 or m.is_idle == 1:
            continue
        n += 1
        total += m.hours_given
        for j in range(i):
            if w.organisations[j].has_joined == 1 and w.organisations[j].is_idle == 0:
                apart += abs(m.hours_given - w.organisations[j].hours_given)
    return apart / (n * total) if total > 0.0 else 0.0


@rule
def voice_share(w, want_local):
    """Share of all voice that belongs to small or local bodies, or to international NGOs and donors (S33 S36)."""
    part = 0.0
    total = 0.0
    for k in range(w.alliance.member_count):
        m = w.organisations[w.rows[k]]
        total += m.voice
        if want_local == 1 and m.scope != 0 and m.small >= 0.5:
            part += m.voice
        if want_local == 0 and m.scope == 0:
            part += m.voice
    return part / total if total > 0.0 else 0.0


@rule
def closer_than_usual(w, i, j):
    """Trust that `i` feels towards `j` beyond what it feels towards the others on average; 0 where it is not more."""
    return max(0.0, w.trust[i, j] - w.organisations[i].mean_trust)


@rule
def clustering(w):
    """Whether enthusiasm is shared by those who trust each other more than others: Moran's I over these ties, with
    what chance alone gives, -1 / (n - 1), taken away, and held between -1 and 1 (S42; Moran 1950).

    0 where enthusiasm does not follow ties, nobody differs, or nobody trusts anybody more than another.
    """
    n = w.alliance.member_count
    together = 0.0
    ties = 0.0
    spread = 0.0
    for k in range(n):
        i = w.rows[k]
        mine = w.organisations[i].enthusiasm - w.alliance.mean_enthusiasm
        spread += mine * mine
        for other in range(n):
            j = w.rows[other]
            if i != j:
                close = closer_than_usual(w, i, j)
                together += close * mine * (w.organisations[j].enthusiasm - w.alliance.mean_enthusiasm)
                ties += close
    if spread <= 1e-12 or ties <= 1e-12:
        return 0.0
    return bounded(n * together / (ties * spread) + 1.0 / (n - 1.0), -1.0, 1.0)


@rule
def ownership(w):
    """Mean voice of those who carry something: an activity, a chair, the papers; over all members (S18 S20)."""
    total = 0.0
    n = w.alliance.member_count
    for k in range(n):
        m = w.organisations[w.rows[k]]
        carries = m.benefit > 0.02 or m.is_chair == 1 or m.papers > 0.0
        total += m.voice * (1.0 if carries else 0.3)
    return total / n if n > 0 else 0.0


@rule
def measure_members(w, p, o):
    """Outcomes on members and what they feel. Writes: o."""
    a = w.alliance
    c = w.counts
    average_members(w)
    o.retention = ratio(float(c.joined - min(c.exits, c.joined)), float(c.joined))
    o.trust_mean = a.mean_trust
    o.trust_inequality = received_trust_gini(w)
    o.participation = c.active_sum / max(1.0, float(c.weeks_alive + c.weeks_dormant))
    o.participation_gini = hours_gini(w)
    o.local_voice_share = voice_share(w, 1)
    o.ingo_dominance = voice_share(w, 0)
    o.commitment_mean = mean_commitment(w)
    o.ownership = ownership(w)
    o.enthusiasm_clustering = clustering(w)
    o.fatigue_mean = mean_fatigue(w)
    o.enthusiasm_mean = a.mean_enthusiasm
    benefit = 0.0
    for k in range(a.member_count):
        benefit += w.organisations[w.rows[k]].benefit
    o.member_benefit = benefit / max(1, a.member_count)
    excess = 0.0
    for k in range(a.member_count):
        excess += max(0.0, w.organisations[w.rows[k]].expectation - real_prospects(a, p))
    o.expectation_gap = excess / max(1, a.member_count)
    o.representativeness = a.representativeness
    o.transparency_gap = (1.0 - p.transparency) * voice_gini(w.organisations, w.rows, a.member_count)


@rule
def measure_alliance(w, p, o):
    """Outcomes on the alliance as a whole. Writes: o."""
    a = w.alliance
    c = w.counts
    o.alive = 1.0 if is_alive(a.phase) else 0.0
    o.phase = a.phase
    o.members_final = a.member_count
    o.members_peak = c.members_peak
    o.diversity = a.diversity
    o.legitimacy = a.legitimacy
    o.cohesion = a.coherence
    o.partisan_skew = abs(a.mean_lean)
    o.diversity_founding = c.founding_diversity
    o.shared_vision = c.shared_vision
    o.joined_share = ratio(float(c.joined), float(c.invited + c.drafters))
    o.agreement_week = week_or_missing(a.agreed_week)
    o.conflict = a.conflict
    o.quarrels = c.eruptions
    o.objections = c.objections
    o.aim_kept = aim_kept(w)
    o.exits = c.exits
    o.attendance = ratio(c.attendance_sum, float(c.meetings))
    o.reconvened = a.reconvened
    o.successor = a.successor
    o.handed_over = a.handed_over
    participation, trust, accountable, skills, resources, direction, lead, procedures, standing, champions = (
        capacity_now(w)
    )
    first = participation + trust + accountable + skills + resources
    o.capacity = (first + direction + lead + procedures + standing + champions) / len(CAPACITY)
    o.capacity_participation = participation
    o.capacity_trust = trust
    o.capacity_accountability = accountable
    o.capacity_skills = skills
    o.capacity_resources = resources
    o.capacity_direction = direction
    o.capacity_leadership = lead
    o.capacity_procedures = procedures
    o.capacity_standing = standing
    o.capacity_champions = champions
    o.weeks_dormant = c.weeks_dormant
    o.map_quality = a.map_quality


@rule
def mean_influence(w):
    """Mean real influence of those in office, candidates left out (S25)."""
    total = 0.0
    number = 0
    for h in range(w.alliance.holders):
        if w.holders[h].office != CANDIDATE:
            total += w.holders[h].influence
            number += 1
    return total / max(1, number)


@rule
def measure_effort(w, weeks, o):
    """Outcomes on effort. Writes: o."""
    c = w.counts
    o.hours_total = c.hours
    o.hours_diverted = c.diverted
    o.meeting_hours = c.meeting_hours
    o.meetings = c.meetings
    o.working_groups = ratio(c.groups_sum, float(c.meetings))
    o.useful_meetings = ratio(float(c.useful_meetings), float(c.meetings))
    o.holder_contacts = c.contacts
    o.reception = ratio(float(c.contacts), float(c.requests))
    o.aim_of_contacts = ratio(c.aimed, c.requests * mean_influence(w))
    o.money_total = c.money
    o.fund_spent = c.fund_paid
    o.evidence = c.evidence_sum / weeks
    o.activities_planned = c.planned
    o.activities_completed = c.completed
    o.campaigns_on_days = c.on_days
    o.completion = ratio(float(c.completed), float(c.completed + c.failed))
    o.work_quality = ratio(c.output, float(c.completed))
    o.output_per_money = ratio(c.output, c.money)
    o.output_per_hour = ratio(100.0 * c.output, c.hours)
    o.admin_backlog = w.alliance.backlog


@rule
def measure_context(w, weeks, o):
    """Outcomes on what was reached around the alliance. Writes: o."""
    c = w.counts
    s = w.public
    o.government_trust = mean_government_trust(w)
    o.holder_position = w.policy.peer_position
    o.legislator_position = mean_position(w.holders, w.alliance.holders, LEGISLATOR, np.nan)
    o.public_support_final = s.support
    o.salience_peak = c.salience_peak
    o.salience_mean = c.salience_sum / weeks
    o.public_strength = c.outside_sum / weeks
    o.windows_open = s.windows
    o.windows_used = s.windows_used
    o.opposition_effort = c.opposition_sum / weeks
    o.holders_replaced = c.holders_replaced
    o.appointments = c.appointments


@rule
def measure_start(w, weeks, o):
    """Realised starting conditions (EVIDENCE section 1). Writes: o."""
    a = w.alliance
    c = w.counts
    o.start_size = c.founders
    o.start_sectors = c.founding_sectors
    o.start_hours = c.founding_hours
    o.start_trust = c.founding_trust
    o.start_resource_ratio = ratio(c.founding_hours, c.opposition_hours)
    o.start_support = w.public.base_support
    o.start_veto_holders = c.start_veto
    o.start_disposition = c.start_disposition
    o.start_venue = 0.0
    for q in range(a.provisions - 1, -1, -1):
        o.start_venue = w.provisions[q].gate if w.provisions[q].is_asked == 1 else o.start_venue
    ours = 1.0 if c.hours / weeks > 2.0 else 0.0
    theirs = 1.0 if c.opposition_sum / weeks > 2.0 else 0.0
    o.active_sides = ours + 2.0 * theirs
    changed = w.public.government_changed_week
    o.months_since_change = (weeks - changed) * 7.0 / 30.4375 if changed >= 0 else np.nan


@part
def measure(w, p, weeks, o):
    """Take every declared outcome of a finished run. Writes: o (a record of `OUTCOME_DTYPE`)."""
    measure_policy(w, p, o)
    measure_members(w, p, o)
    measure_alliance(w, p, o)
    measure_effort(w, float(weeks), o)
    measure_context(w, float(weeks), o)
    measure_start(w, float(weeks), o)
