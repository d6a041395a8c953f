"""The numbers behind the words that rules use: choices, phases, stages, tactics, offices, families."""

import numpy as np

from sim.declare import FAMILIES, OFFICES, SCOPES, SECTORS, SKILLS
from sim.events import CAUSE_CODES, CODES, REASON_CODES
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
GATES = 4
(CAL_ELECTION, CAL_LOCAL_ELECTION, CAL_CABINET, CAL_BUDGET, CAL_SHOCK, CAL_SCANDAL, CAL_FUNDING_START,
 CAL_FUNDING_END, CAL_NOTE, CAL_CONTEXT, CAL_CELEBRATION) = range(11)  # fmt: skip

EXECUTIVE, MINISTER, OFFICIAL, LEGISLATOR, LOCAL, CANDIDATE = range(len(OFFICES))
NGO, CSO, DONOR, GOVERNMENT, KNOWLEDGE, BUSINESS, MEDIA, OPPONENT = range(len(FAMILIES))
S_CIVIL, S_PEOPLE, S_DONORS, S_KNOWLEDGE, S_FAITH, S_BUSINESS, S_STATE, S_MEDIA = range(len(SECTORS))
INTERNATIONAL_SCOPE, NATIONAL_SCOPE, LOCAL_SCOPE = range(len(SCOPES))
(EVIDENCE, POLICY, CONVENING, MEDIA_SKILL, MOBILISING, DELIVERY, FUNDRAISING, ADMINISTRATION) = range(len(SKILLS))
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
E_OBJECTED, E_SOFTENED, E_GIVEN_UP = (CODES[n] for n in ("objected", "softened", "given_up"))

E_GROUP_FORMED, E_GROUP_CLOSED = (CODES[n] for n in ("group_formed", "group_closed"))
E_KEPT_FOR_DAY, E_ON_DAY = (CODES[n] for n in ("kept_for_day", "on_day"))

C_NONE, C_DISCONTENT, C_DATED, C_CONFRONTATION = (
    CAUSE_CODES[n] for n in ("none", "discontent", "dated", "confrontation")
)
C_GOAL_MET, C_NO_DRIVE, C_TOO_FEW, C_ASLEEP = (CAUSE_CODES[n] for n in ("goal_met", "no_drive", "too_few", "asleep"))
C_INTERNAL, C_THIRD_PARTY, C_COURTED, C_RED_LINE, C_PARTED = (
    CAUSE_CODES[n] for n in ("internal", "third_party", "courted", "red_line", "parted")
)
R_CROSSED, R_UNHEEDED, R_OTHER_SIDE = (REASON_CODES[n] for n in ("crossed", "unheeded", "other_side"))

E_BECAUSE, E_MOVED, E_NO_BILL = (CODES[n] for n in ("because", "moved", "no_bill"))
E_NOT_ON_AGENDA, E_NOT_COMMITTED, E_NOT_CARRIED = (
    CODES[n] for n in ("not_on_agenda", "not_committed", "not_carried_out")
)

# Reasons, by the names of their declarations
(R_WORTH, R_TRUST, R_VOICE, R_HEART, R_COST, R_TIRED) = (
    REASON_CODES[n] for n in ("worth", "trust", "voice", "heart", "cost", "tired")
)
(R_LET_DOWN, R_SLEEPING, R_CONTENT, R_ALL_WORTH, R_ALL_TRUST, R_ALL_VOICE) = (
    REASON_CODES[n] for n in ("let_down", "sleeping", "content", "all_worth", "all_trust", "all_voice")
)
(R_ALL_HEART, R_ALL_COST, R_ALL_TIRED, R_ALL_LET_DOWN, R_PAPERS, R_FEW) = (
    REASON_CODES[n] for n in ("all_heart", "all_cost", "all_tired", "all_let_down", "papers", "few")
)
(R_COURTED, R_LUKEWARM, R_TIED, R_NO_PACT, R_CLOSED, R_NARROW) = (
    REASON_CODES[n] for n in ("courted", "lukewarm", "tied", "no_pact", "closed", "narrow")
)
(R_UNREACHABLE, R_DISTRUSTED, R_PRESENT, R_ASKED, R_RED_LINES, R_CLOSE) = (
    REASON_CODES[n] for n in ("unreachable", "distrusted", "present", "asked", "red_lines", "close")
)
(R_UNNEGOTIATED, R_DRIFTED, R_UNSETTLED, R_UNDERESTIMATED, R_SHORT_OF_HOURS, R_LEAD_LEFT) = (
    REASON_CODES[n] for n in ("unnegotiated", "drifted", "unsettled", "underestimated", "short_of_hours", "lead_left")
)
(R_UNOWNED, R_NONE_OFFERED, R_NO_MONEY, R_NEWCOMER, R_BY_CONTACT, R_BY_PRESSURE) = (
    REASON_CODES[n] for n in ("unowned", "none_offered", "no_money", "newcomer", "by_contact", "by_pressure")
)
(R_BY_OPPONENTS, R_BY_PUBLIC, R_BY_PEERS, R_BY_PLEDGE, R_BY_CONVICTION, R_BY_CHANCE) = (
    REASON_CODES[n] for n in ("by_opponents", "by_public", "by_peers", "by_pledge", "by_conviction", "by_chance")
)
(R_ATTENTION_HIGH, R_ATTENTION_LOW, R_PEERS_FOR, R_PEERS_AGAINST, R_SPONSOR_FOR, R_SPONSOR_AGAINST) = (
    REASON_CODES[n]
    for n in ("attention_high", "attention_low", "peers_for", "peers_against", "sponsor_for", "sponsor_against")
)
(R_HEARD, R_WINDOW_ELECTION, R_WINDOW_NEWCOMER, R_WINDOW_SHOCK, R_LUCK, R_NO_LUCK) = (
    REASON_CODES[n] for n in ("heard", "window_election", "window_newcomer", "window_shock", "luck", "no_luck")
)
(R_SIGN_VIEW, R_SIGN_WEIGHT, R_WINNER_SIGNED, R_REFUSED_FAR, R_REFUSED_LUCK, R_REFUSED_SELF) = (
    REASON_CODES[n]
    for n in ("sign_view", "sign_weight", "winner_signed", "refused_far", "refused_luck", "refused_self")
)
(R_NARROWEST, R_CARRIED_BY_LUCK, R_DROPPED_HARD, R_DROPPED_CONTESTED, R_DROPPED_RED, R_UNTABLED) = (
    REASON_CODES[n]
    for n in ("narrowest", "carried_by_luck", "dropped_hard", "dropped_contested", "dropped_red", "untabled")
)
(R_STRUCK, R_KEPT, R_RED_MISSING, R_UNHEARD, R_NO_TEXT, R_NO_ALLIANCE) = (
    REASON_CODES[n] for n in ("struck", "kept", "red_missing", "unheard", "no_text", "no_alliance")
)
(R_CARRIERS_FOR, R_CARRIERS_AGAINST, R_FITS, R_PROVED, R_WATCHED, R_INSIDE) = (
    REASON_CODES[n] for n in ("carriers_for", "carriers_against", "fits", "proved", "watched", "inside")
)
(R_LITTLE_WILL, R_LITTLE_CAPACITY, R_BLOCKED, R_HOSTILE, R_ACTIVE_OPPONENTS, R_DONE) = (
    REASON_CODES[n] for n in ("little_will", "little_capacity", "blocked", "hostile", "active_opponents", "done")
)
(R_SLEPT, R_FRIEND, R_WORTHWHILE, R_NO_ROOM, R_NO_SPONSOR) = (
    REASON_CODES[n] for n in ("slept", "friend", "worthwhile", "no_room", "no_sponsor")
)

# numba compiles a function anew for every literal that it is handed; numbers of numpy's own type it takes as numbers.
globals().update({name: np.int64(value) for name, value in dict(globals()).items() if isinstance(value, int)})
