"""Leaving: when belonging is no longer worth it (S32 S36 S39 S41)."""

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.explaining import explain_courting, explain_discontent
from sim.rules.forms import because, happens, is_alive, log
from sim.rules.words import C_COURTED, C_DATED, C_DISCONTENT, C_RED_LINE, DORMANT, E_LEFT, R_UNHEEDED
from sim.state import NEVER, NOBODY


@rule
def leaving_hazard(willing, is_dormant, p):
    """Weekly hazard of leaving: steep in unwillingness, so that the content stay long and the discontented go fast.

    Source: S41; the cube is assumption F2 (a flat hazard empties every alliance within four years).
    """
    distance = (1.0 - willing) / 0.5
    hazard = p.leaving_rate * distance * distance * distance
    return 0.5 * hazard if is_dormant else hazard


@rule
def settling_in(weeks, trial):
    """How far a newcomer is ready to judge, 0 to 1: nobody leaves in the week of joining (assumption F10)."""
    return min(1.0, weeks / trial)


@rule
def courting_hazard(conflict, mobilised, support, p):
    """Weekly hazard that opponents win over a wavering member; grows with unsettled conflict. Source: S03, J10."""
    return p.courting_rate * conflict * mobilised * (1.0 - support)


@rule
def objecting_hazard(objects_since, week, p):
    """Weekly hazard that a member leaves over a red line of its own: voice first, exit once voice has had its time.

    Source: S14, E5 (breach leads to voice, then exit; Hirschman 1970); J16.
    """
    if objects_since == NEVER:
        return 0.0
    return p.objection_leaving * settling_in(week - objects_since, p.objection_weeks)


@rule
def cause_of_leaving(u, discontent, courted, objecting):
    """Which of three reasons made a member leave, each as likely as its part of the hazard, given a draw `u`."""
    point = u * (discontent + courted + objecting)
    if point < courted:
        return C_COURTED
    return C_RED_LINE if point < courted + objecting else C_DISCONTENT


@rule
def depart(organisations, trust, rows, alliance, counts, events, week, i, cause, cost):
    """A member goes; those who trusted it lose heart.

    Writes: organisations (membership of i, enthusiasm of the others), counts, events. Source: S41 S42.
    """
    m = organisations[i]
    m.is_member = 0
    m.is_present = 0
    m.left_week = week
    m.asked_week = week
    m.attending = 0
    for k in range(alliance.member_count):
        j = rows[k]
        if j != i:
            organisations[j].enthusiasm *= 1.0 - cost * trust[j, i]
    counts.exits += 1
    log(events, counts, week, E_LEFT, i, NOBODY, cause, 0.0)


@rule
def leave(organisations, alliance, public, trust, rows, counts, events, p, key, week, i):
    """One member's decision to stay or go (S14 S32 S36 S41).

    Writes: organisations, counts, events.
    """
    m = organisations[i]
    a = alliance
    if m.is_member == 0 or not is_alive(a.phase):
        return
    if m.leaves_week != NEVER and week >= m.leaves_week:
        depart(organisations, trust, rows, alliance, counts, events, week, i, C_DATED, p.exit_disheartens)
        return
    if m.is_idle == 1:
        return
    willing = 0.5 * (m.drive + m.commitment)
    hazard = leaving_hazard(willing, a.phase == DORMANT, p) * settling_in(week - m.joined_week, p.trial_weeks)
    courted = courting_hazard(a.conflict, public.opposition_mobilised, m.commitment, p)
    objecting = objecting_hazard(m.objects_since, week, p)
    if happens(uniform(key, at.LEAVING, week, m.address, at.NONE), hazard + courted + objecting):
        cause = cause_of_leaving(uniform(key, at.COURTED, week, m.address, at.NONE), hazard, courted, objecting)
        depart(organisations, trust, rows, alliance, counts, events, week, i, cause, p.exit_disheartens)
        if cause == C_COURTED:
            explain_courting(m, public, counts, events, week)
        elif cause == C_RED_LINE:
            because(events, counts, week, R_UNHEEDED, NOBODY, NOBODY, float(week - m.objects_since), 0.0)
        elif cause == C_DISCONTENT:
            explain_discontent(m, a, counts, events, p, week)
