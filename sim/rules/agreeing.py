"""Agreeing the goal: disagreement, negotiation, red lines, conflict that was never settled (S02 S06 S11 S14; T12)."""

import math

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.explaining import explain_aim
from sim.rules.forms import because, happens, is_awake, log, settled_view, within_lines
from sim.rules.words import (
    ACTING,
    AGREEING,
    BY_CHAIR,
    BY_MAJORITY,
    BY_QUALIFIED,
    E_AGREED,
    E_GIVEN_UP,
    E_OBJECTED,
    E_QUARREL,
    E_REOPENED,
    E_SOFTENED,
    FORMING,
    R_CLOSE,
    R_CROSSED,
    R_DRIFTED,
    R_UNNEGOTIATED,
    R_UNSETTLED,
)  # fmt: skip
from sim.state import NEVER, NOBODY


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
def coherence(disagreement, scale):
    """How far the alliance speaks with one meaning, 0 to 1: falls with disagreement, agreed aim or not.

    Source: S06 S07; the cost of diversity (A16). Gaussian in disagreement; `scale` is J6.
    """
    z = disagreement / scale
    return math.exp(-z * z)


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
    """Disagreement among members on the aim and on the approach, and how each provision is liked and divides.

    Returns the share of members within tolerance of the middle. A softened provision divides less.
    Writes: provisions.liking, divisive; alliance.disagreement.
    """
    a = w.alliance
    n = a.member_count
    asked = 0
    for q in range(a.provisions):
        w.provisions[q].liking = settled_view(middle(w.organisations, w.rows, n, q), w.provisions[q].softened)
        w.provisions[q].divisive = 0.0
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
            b = w.provisions[q]
            if b.is_asked == 1:
                apart = abs(settled_view(w.organisations[i].position[q], b.softened) - b.liking)
                b.divisive += apart
                distance += apart
        distance = distance / max(1, asked) + p.approach_weight * abs(w.organisations[i].approach - approach)
        total += distance
        voters += 1
        close += 1 if distance < p.agreement_tolerance else 0
    for q in range(a.provisions):
        w.provisions[q].divisive /= max(1, voters)
    a.disagreement = total / voters if voters > 0 else 0.0
    return close / voters if voters > 0 else 0.0


@rule
def asked_of(provisions, count):
    """Number of provisions in the joint aim."""
    asked = 0
    for q in range(count):
        asked += provisions[q].is_asked
    return asked


@rule
def can_give(b, asked):
    """Whether negotiation has something left to try on a provision: talk once, then soften, then give up (S14).

    A non-negotiable is talked over only, and the last provision is never given up.
    """
    if b.is_asked == 0:
        return False
    if b.talks == 0:
        return True
    return b.is_red == 0 and (b.talks == 1 or asked > 1)


@rule
def most_divisive(provisions, count):
    """Row of the provision over which members stand furthest apart, of those on which something is left to try.

    Where nothing is left, the most divisive of all that are asked: it is talked over again. NOBODY where none is asked.
    """
    asked = asked_of(provisions, count)
    best = NOBODY
    last = NOBODY
    for q in range(count):
        b = provisions[q]
        if b.is_asked == 1 and (last == NOBODY or b.divisive > provisions[last].divisive):
            last = q
        if can_give(b, asked) and (best == NOBODY or b.divisive > provisions[best].divisive):
            best = q
    return best if best != NOBODY else last


@rule
def talk_over(w, p, q):
    """Those present look for common ground on one provision: each moves part of the way to the middle, further the
    more it trusts the others, the stubborn hardly, and nobody across its own red line (S14; E5, A33: Friedkin and
    Johnsen 1990; one meeting closes 0.15 to 0.45 of the distance).

    Writes: organisations.position.
    """
    a = w.alliance
    common = middle(w.organisations, w.rows, a.member_count, q)
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.attending == 0:
            continue
        step = min(1.0, p.talk_pull * (0.5 + m.mean_trust)) * (p.stubborn_ease if m.stubborn == 1 else 1.0)
        moved = m.position[q] + step * (common - m.position[q])
        w.organisations[i].position[q] = within_lines(moved, m.anchor[q], p)


@rule
def soften(w, p, week, q):
    """The joint text on one provision comes nearer to what all can live with: worth less, and easier to grant (S14).

    Writes: provisions.softened, counts, events.
    """
    b = w.provisions[q]
    b.softened += p.soften_step * (1.0 - b.softened)
    w.counts.softenings += 1
    log(w.events, w.counts, week, E_SOFTENED, q, NOBODY, NOBODY, b.softened)


@rule
def give_up(w, week, q):
    """One provision leaves the joint aim so that the rest can be agreed: the price is breadth (S14).

    Writes: provisions.is_asked, counts, events.
    """
    w.provisions[q].is_asked = 0
    w.counts.given_up += 1
    log(w.events, w.counts, week, E_GIVEN_UP, q, NOBODY, NOBODY, w.provisions[q].divisive)


@rule
def negotiate(w, p, week):
    """One round: the most divisive provision is talked over, at the next turn softened, at last given up (S14; T12).

    Non-negotiables, and the last provision, are only talked over. Each round puts items on the agenda.
    Writes: provisions, organisations, alliance.setup_queue, counts, events.
    """
    a = w.alliance
    q = most_divisive(w.provisions, a.provisions)
    if q == NOBODY:
        return
    b = w.provisions[q]
    if b.talks == 0 or not can_give(b, asked_of(w.provisions, a.provisions)):
        talk_over(w, p, q)
    elif b.talks == 1:
        soften(w, p, week, q)
    else:
        give_up(w, week, q)
    b.talks += 1
    a.setup_queue += p.talk_items


@rule
def crosses(m, b, q, p):
    """Whether the joint aim crosses an organisation's own red line on provision `q`: asked, though it rejects it even
    as softened; or given up, though it cannot do without (S14; E5)."""
    if b.is_asked == 1:
        return settled_view(m.anchor[q], b.softened) < p.line_rejects
    return b.is_wished == 1 and m.anchor[q] > p.line_demands


@rule
def crossed_lines(m, provisions, count, p):
    """How many of an organisation's own red lines the joint aim crosses (S14; E5)."""
    crossed = 0
    for q in range(count):
        crossed += 1 if crosses(m, provisions[q], q, p) else 0
    return crossed


@rule
def tell_lines(w, p, week, i):
    """Where a run is explained: on which provisions the joint aim crosses a red line of member `i`. Writes: events."""
    for q in range(w.alliance.provisions):
        if crosses(w.organisations[i], w.provisions[q], q, p):
            because(w.events, w.counts, week, R_CROSSED, q, NOBODY, 0.0, 0.0)


@rule
def hear_objections(w, p, week):
    """Members of whom the agreed aim crosses a red line raise their voice: what is not settled stays as conflict (S14).

    Writes: organisations.objects_since; alliance.objecting, conflict; counts; events.
    """
    a = w.alliance
    if a.agreed == 0:
        return
    objecting = 0.0
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        if m.is_guest == 1 or crossed_lines(m, w.provisions, a.provisions, p) == 0:
            m.objects_since = NEVER
            continue
        objecting += 1.0 / a.member_count
        if m.objects_since == NEVER:
            m.objects_since = week
            w.counts.objections += 1
            log(w.events, w.counts, week, E_OBJECTED, i, NOBODY, NOBODY, 0.0)
            tell_lines(w, p, week, i)
    a.conflict += p.objection_conflict * max(0.0, objecting - a.objecting)
    a.objecting = objecting


@rule
def most_objected(w, p):
    """Row of the negotiable provision that most present members reject; NOBODY where none is rejected (S14)."""
    best = NOBODY
    most = 0
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if b.is_asked == 0 or b.is_red > 0:
            continue
        against = 0
        for k in range(w.alliance.member_count):
            m = w.organisations[w.rows[k]]
            rejects = settled_view(m.anchor[q], b.softened) < p.line_rejects
            against += 1 if rejects and m.is_guest == 0 else 0
        if against > most:
            most = against
            best = q
    return best


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

    Where members negotiate, the quarrel is an answer to those who object: the text they reject most is softened.
    Writes: trust, organisations.enthusiasm, alliance.conflict, provisions, counts, events.
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
    q = most_objected(w, p) if p.negotiation == 1 and a.agreed == 1 else NOBODY
    if q != NOBODY:
        soften(w, p, week, q)
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
        for q in range(a.provisions):
            w.provisions[q].talks = 0
        log(w.events, w.counts, week, E_REOPENED, NOBODY, NOBODY, NOBODY, a.disagreement)
        because(w.events, w.counts, week, R_DRIFTED, NOBODY, NOBODY, a.disagreement,
                a.disagreement - a.disagreement_at_agreement)  # fmt: skip


@rule
def agree(w, p, key, week):
    """Process 3: what last week's meeting did to the joint aim (S02 S06 S14).

    The aim is settled only once enough of the first list have been asked (S11): a drafting group alone has no say.
    Writes: alliance, provisions, trust, organisations, counts, events.
    """
    a = w.alliance
    if not is_awake(a.phase):
        return
    if a.met == 1 or week % 4 == 0:
        close = survey_positions(w, p)
        if a.phase == FORMING and a.member_count >= 3:
            a.phase = AGREEING
        ready = a.agreed == 0 and a.setup_queue <= 0.0 and a.member_count >= 3 and a.met == 1 and week >= a.list_week
        if ready and (p.negotiation == 0 or close >= quota(p.decision_rule)):
            settle_goal(w, p, week)
            because(w.events, w.counts, week, R_CLOSE if p.negotiation == 1 else R_UNNEGOTIATED, NOBODY, NOBODY, close,
                    0.0)  # fmt: skip
            explain_aim(w, week)
        elif ready:
            negotiate(w, p, week)
        hear_objections(w, p, week)
        reopen_goal(w, p, week)
    a.coherence = coherence(a.disagreement, p.coherence_scale)
    if happens(uniform(key, at.ERUPTION, week, at.NONE, at.NONE), p.eruption_rate * a.conflict):
        break_out(w, p, key, week)
