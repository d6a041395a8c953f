"""Small formulas that many rules share: approach, impulse, logistic, hazard, bounds, and the event log."""

import math

from sim.compiled import rule
from sim.rules.words import E_BECAUSE
from sim.state import NEVER  # noqa: F401  handed on to the rules beside it


@rule
def logistic(x):
    """1 / (1 + exp(-x)): from 0 to 1, one half at 0."""
    if x < -40.0:
        return 0.0
    return 1.0 / (1.0 + math.exp(-x))


@rule
def bounded(x, low, high):
    """x, held between low and high."""
    return min(high, max(low, x))


@rule
def share(x):
    """x, held between 0 and 1."""
    return min(1.0, max(0.0, x))


@rule
def happens(u, hazard):
    """Whether something with this weekly hazard happens, given a draw `u` between 0 and 1: u < 1 - exp(-hazard).

    The exponential is taken only where it can matter, since 1 - exp(-x) never exceeds x.
    """
    return u < hazard and u < 1.0 - math.exp(-hazard)


@rule
def weekly_chance(chance, weeks):
    """Chance within one week of what has this chance within so many weeks: 1 - (1 - p)^(1 / weeks)."""
    if chance >= 1.0:
        return 1.0
    return 1.0 - math.exp(math.log(1.0 - chance) / weeks)


@rule
def approached(value, target, rate):
    """A value after a week of moving towards a target at a weekly rate."""
    return value + rate * (target - value)


@rule
def near(distance, scale):
    """How well something is listened to at a distance: 1 when close, fading beyond `scale` (A33:
    bounded confidence).
    """
    z = distance / scale
    return 1.0 / ((1.0 + z * z) * (1.0 + z * z))


@rule
def pull(distance, scale):
    """Strength with which a source draws a position at a signed distance: linear when near, fading
    when far (M4, A33).
    """
    return 1.5 * distance * near(distance, scale)


@rule
def settled_view(position, softened):
    """How an organisation sees a provision once the joint text has been softened: its position, that much nearer to
    indifference (0.5). Whoever wanted it most likes it less, whoever could not have it can live with it (S14).
    """
    return 0.5 + (position - 0.5) * (1.0 - softened)


@rule
def within_lines(position, anchor, p):
    """Where an organisation can move to on a provision: never across a red line of its own (S14; E5: a hard bound).

    What its own body rejects it does not come to accept in a meeting, and what it must have it does not let go of;
    `anchor` is the body's own position, 0 to 1.
    """
    if anchor < p.line_rejects:
        return min(position, p.line_rejects)
    if anchor > p.line_demands:
        return max(position, p.line_demands)
    return position


@rule
def partisan_trust(trust, lean, side, polarisation, p):
    """Trust of a holder in the alliance as its side colours it: dies with its party, or lives by it (S35)."""
    same = lean * side
    if same < 0.0:
        return trust * (1.0 - p.partisan_distrust * polarisation * abs(lean))
    return trust * (1.0 + p.partisan_favour * polarisation * abs(same))


@rule
def half_full(stock):
    """How much of a stock that fades counts: rises from 0, 0.5 at 1, towards 1."""
    return stock / (1.0 + stock)


@rule
def is_alive(phase):
    """True while an alliance exists, awake or dormant."""
    return phase < 5


@rule
def is_awake(phase):
    """True while an alliance meets and works."""
    return phase < 3 or phase == 4


@rule
def log(events, counts, week, kind, who, whom, cause, amount):
    """Write one line of the event log, if there is room; a run without a log has no rows.

    Writes: events (log,), counts.logged.
    """
    c = counts
    if c.logged < events.shape[0]:
        e = events[c.logged]
        e.week = week
        e.kind = kind
        e.who = who
        e.whom = whom
        e.cause = cause
        e.amount = amount
        e.part = 0.0
        c.logged += 1


@rule
def is_told(events, counts):
    """Whether there is a log with room: only then is it worth working out why something happened."""
    return counts.logged < events.shape[0]


@rule
def because(events, counts, week, reason, who, whom, amount, part):
    """Write down why the event that was logged last happened, if there is a log.

    `part` is the share of this reason in what it explains, in the rule's own unit: the larger, the more it explains;
    negative where it worked against. Writes: events (log,), counts.logged.
    """
    if is_told(events, counts):
        log(events, counts, week, E_BECAUSE, who, whom, reason, amount)
        events[counts.logged - 1].part = part
