"""What each kind of activity asks for, and through which door it acts (S22 S43 to S49, J8).

Rows follow `TACTICS`. Hours are those of all who work on it together; money in thousands; then how far it can be
made out of what members already have (studies, projects, contacts), 0 to 1; then the skills it asks for. The ratios are
judgement J8; their levels are scaled by the coefficients `work_hours` and `work_money`.
"""

import numpy as np

from sim.declare import SKILLS
from sim.rules.words import TACTICS

INSIDE, OUTSIDE, ELSEWHERE = 0, 1, 2

_TABLE = {
    "research": (INSIDE, 160, 8.0, 1.0, dict(evidence=0.7, policy=0.3)),
    "policy_brief": (INSIDE, 60, 2.0, 1.0, dict(evidence=0.5, policy=0.5)),
    "budget_analysis": (INSIDE, 80, 2.0, 1.0, dict(evidence=0.6, policy=0.4)),
    "legislator_briefing": (INSIDE, 36, 1.0, 0.5, dict(policy=0.5, convening=0.3, evidence=0.2)),
    "insider_meeting": (INSIDE, 36, 0.5, 0.0, dict(policy=0.5, convening=0.3, evidence=0.2)),
    "media": (OUTSIDE, 36, 1.5, 0.5, dict(media=0.7, mobilisation=0.2, evidence=0.1)),
    "mobilisation": (OUTSIDE, 120, 4.0, 0.5, dict(mobilisation=0.6, media=0.2, convening=0.2)),
    "pilot": (ELSEWHERE, 400, 25.0, 1.0, dict(delivery=0.6, evidence=0.2, policy=0.1, fundraising=0.1)),
    "conference": (INSIDE, 70, 5.0, 0.5, dict(convening=0.6, policy=0.2, delivery=0.2)),
    "field_visit": (INSIDE, 70, 3.0, 1.0, dict(delivery=0.5, convening=0.3, policy=0.2)),
    "pledge_campaign": (ELSEWHERE, 60, 1.5, 0.0, dict(convening=0.4, policy=0.3, media=0.2, mobilisation=0.1)),
}

SIDE = np.array([_TABLE[name][0] for name in TACTICS], dtype=np.int64)
HOURS = np.array([_TABLE[name][1] for name in TACTICS], dtype=np.float64)
MONEY = np.array([_TABLE[name][2] for name in TACTICS], dtype=np.float64)
REUSE = np.array([_TABLE[name][3] for name in TACTICS], dtype=np.float64)
SKILL_WEIGHT = np.array([[_TABLE[name][4].get(skill, 0.0) for skill in SKILLS] for name in TACTICS])
