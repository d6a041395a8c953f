"""Agreeing the goal: disagreement, joint text, red lines, conflict that was never settled (S02 S06 S14; T12)."""

import math

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.explaining import explain_aim
from sim.rules.forms import because, happens, is_awake, log
from sim.rules.words import (
    ACTING,
    AGREEING,
    BY_CHAIR,
    BY_MAJORITY,
    BY_QUALIFIED,
    E_AGREED,
    E_QUARREL,
    E_REOPENED,
    FORMING,
    R_CLOSE,
    R_DRIFTED,
    R_UNNEGOTIATED,
    R_UNSETTLED,
)  # fmt: skip
from sim.state import NOBODY


@rule
def quota(decision_rule):
    """Share of members that must stand close enough: chairs 0.4, majority 0.5, qualified 0.7,
    consensus 0.9 (S16; assumption F3).
    """
    if decision_rule == BY_CHAIR:
        return 0.4
    if decision_rule == BY_MAJORITY:
        return 0.5
    if decision_rule == BY_QUALIFIED:
        return 0.7
    return 0.9


@rule
def coherence(disagreement, scale, agreed, unsettled):
    """How far the alliance speaks with one meaning, 0 to 1: falls with disagreement, and is less before agreement.

    Source: S06 S07; the cost of diversity (A16). Gaussian in disagreement; `scale` is J6.
    """
    z = disagreement / scale
    value = math.exp(-z * z)
    return value if agreed else unsettled * value


@rule
def setup_items(formality, sectors, negotiation, specificity, measurability, p):
    """Items that must be settled before anything else, when an alliance starts.

    Form costs set-up, more with more sectors (S15, E5); negotiating and a checkable aim cost a little (S02 S14).
    """
    form = (p.setup_form * formality + p.setup_entity * formality * formality) * (0.4 + 0.15 * sectors)
    return 2.0 + form + p.setup_negotiation * negotiation + specificity + measurability


@rule
def middle(organisations, rows, count, q):
    """Mean position of the voting members on provision `q`; 0.5 where nobody votes."""
    total = 0.0
    voters = 0
    for k in range(count):
        if organisations[rows[k]].is_guest == 0:
            total += organisations[rows[k]].position[q]
            voters += 1
    return total / voters if voters > 0 else 0.5


@rule
def survey_positions(w, p):
    """Disagreement among members on the aim and on the approach, and how each provision is liked.

    Returns the share of members within tolerance of the middle. Writes: provisions.liking, alliance.disagreement.
    """
    a = w.alliance
    n = a.member_count
    asked = 0
    for q in range(a.provisions):
        w.provisions[q].liking = middle(w.organisations, w.rows, n, q)
        asked += w.provisions[q].is_asked
    approach = 0.0
    for k in range(n):
        approach += w.organisations[w.rows[k]].approach
    approach = approach / n if n > 0 else 0.5
    total = 0.0
    voters = 0
    close = 0
    for k in range(n):
        i = w.rows[k]
        if w.organisations[i].is_guest == 1:
            continue
        distance = 0.0
        for q in range(a.provisions):
            if w.provisions[q].is_asked == 1:
                distance += abs(w.organisations[i].position[q] - w.provisions[q].liking)
        distance = distance / max(1, asked) + p.approach_weight * abs(w.organisations[i].approach - approach)
        total += distance
        voters += 1
        close += 1 if distance < p.agreement_tolerance else 0
    a.disagreement = total / voters if voters > 0 else 0.0
    return close / voters if voters > 0 else 0.0


@rule
def choose_red_lines(provisions, count, share_wanted):
    """The best-liked of the asked provisions become non-negotiable. Writes: provisions.is_red. Source: S14.

    Returns the number of asked provisions.
    """
    asked = 0
    for q in range(count):
        asked += provisions[q].is_asked
        if provisions[q].is_red < 2:
            provisions[q].is_red = 0
    wanted = int(round(share_wanted * asked))
    for q in range(count):
        wanted -= 1 if provisions[q].is_red == 2 else 0
    for _ in range(max(0, wanted)):
        best = NOBODY
        for q in range(count):
            free = provisions[q].is_asked == 1 and provisions[q].is_red == 0
            if free and (best == NOBODY or provisions[q].liking > provisions[best].liking):
                best = q
        if best != NOBODY:
            provisions[best].is_red = 1
    return asked


@rule
def settle_goal(w, p, week):
    """The joint text is agreed. Writes: alliance, provisions.is_red, events. Source: S14."""
    a = w.alliance
    a.agreed = 1
    if a.agreed_week < 0:
        a.agreed_week = week
    if a.phase == FORMING or a.phase == AGREEING:
        a.phase = ACTING
    a.disagreement_at_agreement = a.disagreement
    a.goal_settled_week = week
    hidden = p.conflict_negotiated if p.negotiation == 1 else p.conflict_skipped
    a.conflict = max(a.conflict, hidden * a.disagreement)
    asked = choose_red_lines(w.provisions, a.provisions, p.non_negotiables)
    log(w.events, w.counts, week, E_AGREED, NOBODY, NOBODY, NOBODY, float(asked))


@rule
def break_out(w, p, key, week):
    """A disagreement that was never settled breaks out: trust and heart suffer (S14).

    Writes: trust, organisations.enthusiasm, alliance.conflict, counts, events.
    """
    a = w.alliance
    for k in range(a.member_count):
        i = w.rows[k]
        w.organisations[i].enthusiasm *= 1.0 - p.quarrel_disheartens
        for other in range(a.member_count):
            j = w.rows[other]
            u = uniform(key, at.QUARREL, week, w.organisations[i].address, w.organisations[j].address)
            if u < 0.5:
                w.trust[i, j] *= 1.0 - p.quarrel_distrust * min(1.0, a.conflict)
    carried = a.conflict
    a.conflict *= 1.0 - p.quarrel_clears
    w.counts.eruptions += 1
    log(w.events, w.counts, week, E_QUARREL, NOBODY, NOBODY, NOBODY, a.conflict)
    because(w.events, w.counts, week, R_UNSETTLED, NOBODY, NOBODY, carried, 0.0)


@rule
def reopen_goal(w, p, week):
    """When members have drifted far apart since they agreed, the aim is opened again (S06 S13). Writes: alliance."""
    a = w.alliance
    drifted = a.disagreement > p.reopening_ratio * a.disagreement_at_agreement + 0.02
    if a.agreed == 1 and drifted and week - a.goal_settled_week > 26 and p.negotiation == 1:
        a.agreed = 0
        a.setup_queue += p.setup_negotiation
        a.goal_rounds += 1
        log(w.events, w.counts, week, E_REOPENED, NOBODY, NOBODY, NOBODY, a.disagreement)
        because(w.events, w.counts, week, R_DRIFTED, NOBODY, NOBODY, a.disagreement,
                a.disagreement - a.disagreement_at_agreement)  # fmt: skip


@rule
def agree(w, p, key, week):
    """Process 3: what last week's meeting did to the joint aim (S02 S06 S14).

    Writes: alliance, provisions, trust, organisations.enthusiasm, counts, events.
    """
    a = w.alliance
    if not is_awake(a.phase):
        return
    if a.met == 1 or week % 4 == 0:
        close = survey_positions(w, p)
        if a.phase == FORMING and a.member_count >= 3:
            a.phase = AGREEING
        ready = a.agreed == 0 and a.setup_queue <= 0.0 and a.member_count >= 3 and a.met == 1
        if ready and (p.negotiation == 0 or close >= quota(p.decision_rule)):
            settle_goal(w, p, week)
            because(w.events, w.counts, week, R_CLOSE if p.negotiation == 1 else R_UNNEGOTIATED, NOBODY, NOBODY, close,
                    0.0)  # fmt: skip
            explain_aim(w, week)
        reopen_goal(w, p, week)
    a.coherence = coherence(a.disagreement, p.coherence_scale, a.agreed == 1, p.coherence_unsettled)
    if happens(uniform(key, at.ERUPTION, week, at.NONE, at.NONE), p.eruption_rate * a.conflict):
        break_out(w, p, key, week)
