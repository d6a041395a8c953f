"""The numbers behind the words that rules use: choices, phases, stages, tactics, offices, families."""

import numpy as np

from sim.declare import FAMILIES, OFFICES, SCOPES, SECTORS, SKILLS
from sim.events import CAUSE_CODES, CODES
from sim.parameters import choice_code

# Phases of an alliance
FORMING, AGREEING, ACTING, DORMANT, RENEWED, HANDED_OVER, DISSOLVED = range(7)
PHASES = ("forming", "agreeing", "acting", "dormant", "renewed", "handed_over", "dissolved")

# Stages of the policy pipeline
NOWHERE, ON_AGENDA, COMMITTED, ADOPTED = range(4)
STAGES = ("nowhere", "agenda", "commitment", "adoption")

# Kinds of activity, in the order of the tactic weights
(RESEARCH, POLICY_BRIEF, BUDGET_ANALYSIS, LEGISLATOR_BRIEFING, INSIDER_MEETING, MEDIA_WORK, MOBILISATION, PILOT,
 CONFERENCE, FIELD_VISIT, PLEDGE_CAMPAIGN) = range(11)  # fmt: skip
TACTICS = (
    "research", "policy_brief", "budget_analysis", "legislator_briefing", "insider_meeting", "media", "mobilisation",
    "pilot", "conference", "field_visit", "pledge_campaign",
)  # fmt: skip

# Ways of tending relations, in the order of the relationship weights
RELATIONS = ("visits", "joint_work", "celebrations", "social_events", "workshops")

GATE_PARLIAMENT, GATE_DECREE, GATE_BUDGET, GATE_AGENCY = range(4)
(CAL_ELECTION, CAL_LOCAL_ELECTION, CAL_CABINET, CAL_BUDGET, CAL_SHOCK, CAL_SCANDAL, CAL_FUNDING_START,
 CAL_FUNDING_END, CAL_NOTE, CAL_CONTEXT) = range(10)  # fmt: skip

EXECUTIVE, MINISTER, OFFICIAL, LEGISLATOR, LOCAL, CANDIDATE = range(len(OFFICES))
NGO, CSO, DONOR, GOVERNMENT, KNOWLEDGE, BUSINESS, MEDIA, OPPONENT = range(len(FAMILIES))
S_CIVIL, S_PEOPLE, S_DONORS, S_KNOWLEDGE, S_FAITH, S_BUSINESS, S_STATE, S_MEDIA = range(len(SECTORS))
(EVIDENCE, POLICY, CONVENING, MEDIA_SKILL, MOBILISING, DELIVERY, FUNDRAISING, ADMINISTRATION) = range(len(SKILLS))
INTERNATIONAL, NATIONAL, LOCAL_SCOPE = range(len(SCOPES))
SECTOR_COUNT = len(SECTORS)

ORGANIC = choice_code("alliance.origin", "organic")
NOBODY_CARRIES = choice_code("alliance.administration", "nobody")
ONE_HOST = choice_code("alliance.administration", "host")
ROTATING = choice_code("alliance.administration", "rotating")
PAID = choice_code("alliance.administration", "paid")
BY_CHAIR = choice_code("alliance.decision_rule", "chair")
BY_MAJORITY = choice_code("alliance.decision_rule", "majority")
BY_QUALIFIED = choice_code("alliance.decision_rule", "qualified")
NO_GROUPS = choice_code("alliance.working_groups", "none")
GROUPS_BY_NEED = choice_code("alliance.working_groups", "by_need")
STRONGEST = choice_code("alliance.messenger", "strongest")
NO_EVALUATION = choice_code("alliance.evaluation", "none")
INTERNAL_EVALUATION = choice_code("alliance.evaluation", "internal")
THIRD_PARTY = choice_code("alliance.evaluation", "third_party")
MISSING = choice_code("context.problem_kind", "missing")
HARMFUL = choice_code("context.problem_kind", "harmful")
BADLY_IMPLEMENTED = choice_code("context.problem_kind", "badly_implemented")
UNDERFUNDED = choice_code("context.problem_kind", "underfunded")

E_FOUNDED, E_JOINED, E_DECLINED, E_LEFT = (CODES[n] for n in ("founded", "joined", "declined", "left"))
E_AGREED, E_REOPENED, E_QUARREL, E_MEETING = (CODES[n] for n in ("agreed", "reopened", "quarrel", "meeting"))
E_PLANNED, E_COMPLETED, E_FAILED, E_ABANDONED = (CODES[n] for n in ("planned", "completed", "failed", "abandoned"))
E_RECEIVED, E_REFUSED, E_CONFRONTATION = (CODES[n] for n in ("received", "refused", "confrontation"))
E_SHOCK, E_ELECTION, E_CHANGE_OF_GOVERNMENT = (CODES[n] for n in ("shock", "election", "change_of_government"))
E_SIGNED, E_PLEDGE_BOUND, E_NEW_HOLDER = (CODES[n] for n in ("signed", "pledge_bound", "new_holder"))
E_APPOINTMENT, E_AGENDA, E_OFF_AGENDA = (CODES[n] for n in ("appointment", "agenda", "off_agenda"))
E_COMMITMENT, E_VOTE_LOST, E_ADOPTED, E_REVERSED = (
    CODES[n] for n in ("commitment", "vote_lost", "adopted", "reversed")
)
E_CHANGED, E_BUDGET_STEP, E_EVALUATED = (CODES[n] for n in ("changed", "budget_step", "evaluated"))
E_DORMANT, E_RECONVENED, E_RENEWED = (CODES[n] for n in ("dormant", "reconvened", "renewed"))
E_HANDED_OVER, E_SUCCESSOR, E_DISSOLVED = (CODES[n] for n in ("handed_over", "successor", "dissolved"))
E_SURVEYED, E_PROMISE_BROKEN, E_STAFF = (CODES[n] for n in ("surveyed", "promise_broken", "staff_change"))
E_FELL_SILENT, E_CONTEXT, E_PROVISION = (CODES[n] for n in ("fell_silent", "context_changed", "provision_won"))

C_NONE, C_DISCONTENT, C_DATED, C_CONFRONTATION = (
    CAUSE_CODES[n] for n in ("none", "discontent", "dated", "confrontation")
)
C_GOAL_MET, C_NO_DRIVE, C_TOO_FEW, C_ASLEEP = (CAUSE_CODES[n] for n in ("goal_met", "no_drive", "too_few", "asleep"))
C_INTERNAL, C_THIRD_PARTY, C_COURTED, C_PARTED = (
    CAUSE_CODES[n] for n in ("internal", "third_party", "courted", "parted")
)

# numba compiles a function anew for every literal that it is handed; numbers of numpy's own type it takes as numbers.
globals().update({name: np.int64(value) for name, value in dict(globals()).items() if isinstance(value, int)})
