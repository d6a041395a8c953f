"""Opposing: organisations that work to prevent the change, and answer what the alliance does (S03; A9 A10)."""

from sim.compiled import rule
from sim.rules.forms import half_full, share
from sim.rules.words import ADOPTED


@rule
def threat_seen(stage, minister, visibility, p):
    """How threatened opponents feel, 0 to 1: by the stage reached, a favourable minister, a visible alliance (J10)."""
    if stage == ADOPTED:
        return p.threat_adopted
    return share(p.threat_stage * stage + p.threat_minister * max(0.0, minister) + p.threat_visible * visibility)


@rule
def mobilisation_goal(controversy, threat, p):
    """Share of their means that opponents put to work: controversy times a floor and the threat they see (S03)."""
    return controversy * (p.opposition_floor + (1.0 - p.opposition_floor) * threat)


@rule
def oppose(organisations, alliance, public, policy, holders, p, i):
    """One opponent's week: it mobilises, with a lag, and spends hours on holders and public (S03).

    Writes: organisations[i].mobilisation, visible.
    """
    m = organisations[i]
    if m.is_opponent == 0:
        return
    threat = threat_seen(policy.stage, policy.minister_position, alliance.visibility, p)
    goal = mobilisation_goal(p.controversy, threat, p)
    m.mobilisation += p.opposition_lag * (goal - m.mobilisation)
    m.visible = m.hours * m.mobilisation


@rule
def contest_everything(w, p, m):
    """Share of an opponent's effort that works against the whole; the rest makes the provisions it contests harder.

    An opponent that contests only some provisions (CASES: maize against the budget line) works on those alone.
    Writes: provisions.contested (hours a week).
    """
    if m.contests == 0:
        return 1.0
    for q in range(w.alliance.provisions):
        if (m.contests >> q) & 1 == 1:
            w.provisions[q].contested += m.visible
    return p.contest_spill


@rule
def gather_opposition(w, p):
    """What all opponents together bring to bear, against the work that the alliance really does (S03).

    An alliance that does nothing takes nothing from its opponents.
    Writes: public.opposition_*; alliance.at_work, worked; counts.
    """
    s = w.public
    a = w.alliance
    a.at_work += p.opposition_lag * (a.worked - a.at_work)
    a.worked = 0.0
    hours = 0.0
    means = 0.0
    for q in range(w.alliance.provisions):
        w.provisions[q].contested = 0.0
    for k in range(s.opponent_count):
        m = w.organisations[s.opponents[k]]
        hours += m.visible * contest_everything(w, p, m)
        means += m.hours
    for q in range(w.alliance.provisions):
        w.provisions[q].contested = half_full(w.provisions[q].contested / p.opposition_scale)
    s.opposition_hours = hours
    s.opposition_mobilised = hours / means if means > 0.0 else 0.0
    s.opposition_effort = hours / (p.opposition_scale + p.opposition_relative * a.at_work)
    w.counts.opposition_sum += hours


@rule
def opposition_weight(effort, access, is_veto, p):
    """Weekly weight of the opposition on one holder, in the pull towards -1; diminishing in effort (M4; A10)."""
    reach = access / p.opponent_usual_access
    return p.persuasion * p.opposition_bite * half_full(effort) * reach * (1.0 if is_veto else 0.8)


@rule
def opponents_access(organisations, public, h):
    """Access of the opponents to holder `h`, weighed by the hours that each spends; 0 if none spends any."""
    total = 0.0
    hours = 0.0
    for k in range(public.opponent_count):
        m = organisations[public.opponents[k]]
        total += m.visible * m.access[h]
        hours += m.visible
    return total / hours if hours > 0.0 else 0.0
