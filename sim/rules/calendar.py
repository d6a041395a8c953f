"""Calendar and context: elections, budgets, shocks, new people in office, staff turnover, funding (S39 S41 S50)."""

import math

from sim.compiled import rule
from sim.draws import normal, uniform
from sim.rules import addresses as at
from sim.rules.explaining import introduce
from sim.rules.forms import because, bounded, happens, is_alive, log, share
from sim.rules.words import (
    CAL_BUDGET,
    CAL_CABINET,
    CAL_CELEBRATION,
    CAL_CONTEXT,
    CAL_ELECTION,
    CAL_FUNDING_END,
    CAL_FUNDING_START,
    CAL_LOCAL_ELECTION,
    CAL_SCANDAL,
    CAL_SHOCK,
    CANDIDATE,
    E_APPOINTMENT,
    E_CHANGE_OF_GOVERNMENT,
    E_CONTEXT,
    E_ELECTION,
    E_NEW_HOLDER,
    E_PLEDGE_BOUND,
    E_SHOCK,
    E_STAFF,
    EXECUTIVE,
    LEGISLATOR,
    LOCAL,
    MINISTER,
    OFFICIAL,
    R_WINDOW_ELECTION,
    R_WINDOW_NEWCOMER,
    R_WINDOW_SHOCK,
    R_WINNER_SIGNED,
)  # fmt: skip
from sim.state import NEVER, NOBODY

WEEKS_A_YEAR = 365.25 / 7.0
WEEKS_A_MONTH = WEEKS_A_YEAR / 12.0


@rule
def leaving_hazard(tenure, office, slowness, voted_out):
    """Weekly hazard that an office changes hands between elections.

    `tenure` is the mean time of a minister in weeks, whatever ends it; other offices change `slowness` times more
    slowly. `voted_out` is the weekly rate at which elections bring another side in: ministers and executives who go
    that way do not go before.
    Source: S50; A29 to A31 (ministers stay 11 to 33 months; an alliance meets 1.5 to 3.4 of them in four years).
    """
    if office == MINISTER:
        return max(0.0, 1.0 / tenure - voted_out)
    hazard = 1.0 / (tenure * slowness)
    return max(0.0, hazard - voted_out) if office == EXECUTIVE else hazard


@rule
def new_disposition(obstacle, noise, spread, side, issue_side, polarisation, weight):
    """What a newcomer tends towards, -1 to 1: the shared obstacle, a person's own leaning, and the party's.

    Source: S35 S50; the shared hidden obstacle is what makes outcomes hard to predict (A12).
    """
    return bounded(obstacle + spread * noise + weight * polarisation * side * issue_side, -1.0, 1.0)


@rule
def seat_newcomer(holders, policy, public, counts, events, p, key, week, h, side, cause):
    """Another person takes office `h`: own disposition, little memory of the alliance.

    Writes: holders[h]; counts; events; public.window_until. Source: S39 S41 S50.
    """
    o = holders[h]
    o.person += 1
    noise = normal(key, at.NEW_HOLDER, o.person, o.address, at.NONE)
    o.side = side
    o.doubt = noise
    o.disposition = new_disposition(
        policy.obstacle, noise, p.holder_spread, side, policy.side, p.partisan_polarisation, p.partisan_weight
    )
    before = o.position
    o.position = o.disposition
    o.trust = p.trust_kept_at_change * o.trust + (1.0 - p.trust_kept_at_change) * p.initial_government_trust
    o.contact *= p.trust_kept_at_change
    o.since = week
    o.signed = 0
    o.owed = 0.0
    o.from_member = NOBODY
    o.met_before = 0
    o.replaced += 1
    counts.holders_replaced += 1
    if o.office == MINISTER or o.office == EXECUTIVE:
        open_window(public, week, p.window_after_minister, R_WINDOW_NEWCOMER)
    log(events, counts, week, E_NEW_HOLDER, h, NOBODY, cause, float(o.person))
    if o.has_terms == 0:
        introduce(holders, events, counts, week, h, before)


@rule
def open_window(public, week, weeks, reason):
    """Policy moves easily for so many weeks from now. Writes: public. Source: S41, E5 (Kingdon), A31.

    `reason` is the number of the reason that tells what opened it.
    """
    until = week + int(weeks)
    if until > public.window_until:
        public.window_reason = reason
        public.window_until = until


@rule
def serve_term(holders, policy, public, counts, events, p, key, week, h):
    """One power-holder's week in office: it may be replaced between elections.

    Offices with a listed calendar of occupants, and candidates, are not replaced by chance.
    Writes: holders[h], counts, events, public. Source: S50, A29 to A31.
    """
    o = holders[h]
    if o.has_terms == 1 or o.office == CANDIDATE:
        return
    voted_out = p.election_turnover * public.elections_a_week
    hazard = leaving_hazard(o.tenure, o.office, p.tenure_slowness, voted_out)
    if happens(uniform(key, at.HOLDER_LEAVES, week, o.address, at.NONE), hazard):
        seat_newcomer(holders, policy, public, counts, events, p, key, week, h, o.side, 0)


@rule
def hold_election(w, p, key, week, turnover):
    """National election: the government stays or changes; the winner is bound by what it signed (S49 S50).

    Writes: holders, public, counts, events.
    """
    public = w.public
    counts = w.counts
    counts.elections += 1
    public.election_now = 1
    changes = uniform(key, at.ELECTION, week, at.NONE, at.NONE) < turnover
    side = -public.government_side if changes else public.government_side
    winner = elected(w, key, week, side)
    open_window(w.public, week, p.window_after_election, R_WINDOW_ELECTION)
    if changes:
        counts.government_changes += 1
        public.government_side = side
        public.government_changed_week = week
        log(w.events, w.counts, week, E_CHANGE_OF_GOVERNMENT, winner, NOBODY, NOBODY, 0.0)
        replace_government(w, p, key, week, side)
    else:
        log(w.events, w.counts, week, E_ELECTION, winner, NOBODY, NOBODY, 0.0)
    bind_winner(w, p, week, winner, changes)
    if changes:
        appoint(w, p, key, week)


@rule
def elected(w, key, week, side):
    """Row of the candidate that wins for a side, drawn by vote share; NOBODY where no candidate runs."""
    best = NOBODY
    total = 0.0
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.office == CANDIDATE and o.side * side > 0.0:
            total += o.vote_share
    left = uniform(key, at.WINNER, week, at.NONE, at.NONE) * total
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.office == CANDIDATE and o.side * side > 0.0 and left >= 0.0:
            best = h
            left -= o.vote_share
    return best


@rule
def replace_government(w, p, key, week, side):
    """A new side fills executive and ministries, and part of parliament (S50). Writes: holders, counts, events."""
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.has_terms == 1:
            continue
        of_parliament = o.office == LEGISLATOR
        renewed = uniform(key, at.NEW_LEGISLATOR, week, o.address, at.NONE) < p.parliament_renewal
        if o.office == EXECUTIVE or o.office == MINISTER or (of_parliament and renewed):
            seat_newcomer(w.holders, w.policy, w.public, w.counts, w.events, p, key, week, h, side, 1)


@rule
def bind_winner(w, p, week, winner, is_new):
    """The signature of the winner binds executive and ministers; a signed loser carries nothing (S49, A27).

    Where a scenario dates the terms, the elected take office later: until then the pledge waits for them.
    Writes: holders.owed, pledged, signed; events.
    """
    for h in range(w.alliance.holders):
        o = w.holders[h]
        in_government = o.office == EXECUTIVE or o.office == MINISTER
        if in_government and winner != NOBODY and w.holders[winner].signed == 1:
            weight = p.pledge_new if is_new else p.pledge_incumbent
            firm = weight * w.holders[winner].owed
            if o.has_terms == 1 and is_new:
                o.pledged = firm
                continue
            o.owed = firm
            w.counts.bound = max(w.counts.bound, firm)
            if o.office == EXECUTIVE:
                log(w.events, w.counts, week, E_PLEDGE_BOUND, h, NOBODY, NOBODY, o.owed)
                because(w.events, w.counts, week, R_WINNER_SIGNED, winner, NOBODY, o.owed, 0.0)
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.office == CANDIDATE:
            o.pledged = o.owed
            o.signed = 0
            o.owed = 0.0


@rule
def appoint(w, p, key, week):
    """After a change of government somebody from the alliance may take office (S50; Georgia 2013).

    Writes: holders, organisations, counts, events.
    """
    a = w.alliance
    chance = min(0.5, p.appointment_chance * a.legitimacy * (1.0 - abs(a.mean_lean)) * a.member_count / 25.0)
    minister = first_of(w.holders, a.holders, MINISTER)
    if minister == NOBODY or not is_alive(a.phase) or uniform(key, at.APPOINTMENT, week, at.NONE, at.NONE) >= chance:
        return
    best = NOBODY
    highest = -1.0
    for k in range(a.member_count):
        i = w.rows[k]
        m = w.organisations[i]
        score = (
            m.credibility
            * (0.3 + w.organisations[i].access[minister])
            * uniform(key, at.APPOINTED, week, m.address, at.NONE)
        )
        if score > highest and m.is_guest == 0:
            highest = score
            best = i
    if best != NOBODY:
        take_office(w, p, week, best, minister)


@rule
def take_office(w, p, week, i, h):
    """A member's person becomes power-holder `h`: a friend in office, and a gap at home (S39 S50).

    It trusts the alliance at least as far as its house was committed to it.

    Writes: holders[h], organisations[i], trust[:, i], trust[i, :], counts, events.
    """
    o = w.holders[h]
    before = o.position
    o.disposition = max(o.disposition, p.appointed_disposition)
    o.position = max(o.position, p.appointed_disposition)
    m = w.organisations[i]
    o.trust = max(o.trust, m.commitment)
    o.from_member = i
    m.skill_gap_weeks = 52
    meet_new_person(w.trust, w.alliance.organisations, i, p.initial_trust, p.trust_lost_with_person)
    w.counts.appointments += 1
    log(w.events, w.counts, week, E_APPOINTMENT, i, h, NOBODY, 0.0)
    introduce(w.holders, w.events, w.counts, week, h, before)


@rule
def first_of(holders, count, office):
    """Row of the first holder of an office; NOBODY if there is none."""
    for h in range(count):
        if holders[h].office == office:
            return h
    return NOBODY


@rule
def meet_new_person(trust, count, i, base, part):
    """Trust lives in persons: when the one at `i` changes, a part of all its ties is lost. Writes:
    trust. Source: S39.
    """
    for j in range(count):
        if trust[i, j] > base:
            trust[i, j] += part * (base - trust[i, j])
        if trust[j, i] > base:
            trust[j, i] += part * (base - trust[j, i])


@rule
def change_staff(organisations, trust, alliance, counts, events, p, key, week, i):
    """One member's representative may change. Writes: trust[i, :], trust[:, i], counts, events. Source: S39."""
    m = organisations[i]
    hazard = p.staff_turnover / WEEKS_A_YEAR
    if m.is_present == 1 and happens(uniform(key, at.STAFF, week, m.address, at.NONE), hazard):
        meet_new_person(trust, alliance.organisations, i, p.initial_trust, p.trust_lost_with_person)
        counts.staff_changes += 1
        log(events, counts, week, E_STAFF, i, NOBODY, NOBODY, 0.0)


@rule
def receive_funding(organisations, alliance, p, key, week, i):
    """One organisation's means for the year, and its purse for the week (S36 S51).

    Writes: organisations[i].funding, purse; alliance.fund.
    """
    m = organisations[i]
    if week % 52 == 0:
        spread = p.funding_volatility * p.funding_spread
        noise = normal(key, at.FUNDING, week, m.address, at.NONE)
        m.funding = math.exp(spread * noise - 0.5 * spread * spread)
    if m.is_member == 0:
        return
    income = m.money * p.member_money * m.funding * alliance.funding * m.commitment / WEEKS_A_YEAR
    alliance.fund += p.pooled_fund * income
    most = p.purse_limit * m.money * p.member_money
    m.purse = min(most, m.purse + (1.0 - p.pooled_fund) * income)


@rule
def begin_terms(w, p, key, week):
    """Occupants that a scenario dates take their offices. Writes: holders, organisations, trust, counts, events."""
    for k in range(w.terms.shape[0]):
        t = w.terms[k]
        if t.week != week or week == 0:
            continue
        o = w.holders[t.holder]
        if t.is_same == 1:
            change_mind(o, t, w.policy, p)
            continue
        owed = max(o.owed, o.pledged)
        o.pledged = 0.0
        trust = o.trust
        before = o.position
        side = t.side if t.side == t.side else o.side
        seat_newcomer(w.holders, w.policy, w.public, w.counts, w.events, p, key, week, t.holder, side, 2)
        o.person = t.number
        recent = week - w.public.government_changed_week <= 40 or w.public.election_now == 1
        o.owed = owed if recent else 0.0
        if t.candidate != NOBODY:
            o.owed = p.pledge_new * w.holders[t.candidate].pledged
        w.counts.bound = max(w.counts.bound, o.owed)
        change_mind(o, t, w.policy, p)
        o.position = o.disposition
        introduce(w.holders, w.events, w.counts, week, t.holder, before)
        if o.owed > 0.0 and o.office == EXECUTIVE:
            log(w.events, w.counts, week, E_PLEDGE_BOUND, t.holder, NOBODY, NOBODY, o.owed)
            if t.candidate != NOBODY:
                because(w.events, w.counts, week, R_WINNER_SIGNED, t.candidate, NOBODY, o.owed, 0.0)
        o.trust = t.trust if t.trust == t.trust else 0.5 * (trust + o.trust)
        if t.from_member != NOBODY and w.organisations[t.from_member].is_member == 1:
            take_office(w, p, week, t.from_member, t.holder)


@rule
def said_and_meant(policy, stance, doubt, p):
    """What a holder with a documented stance tends towards: a stance is what was said in public, and part of the hidden
    obstacle and of the person's own leaning stays behind it (A12; assumption F9). NaN where no stance is listed."""
    hidden = p.obstacle_spread * policy.obstacle_luck + p.holder_spread * doubt
    return bounded(stance + p.stance_doubt * hidden, -1.0, 1.0) if stance == stance else stance


@rule
def change_mind(o, t, policy, p):
    """A dated term sets what its occupant tends towards and weighs, where the scenario says it. Writes: holder."""
    if t.stance == t.stance:
        o.disposition = said_and_meant(policy, t.stance, o.doubt, p)
    if t.influence == t.influence:
        o.influence = t.influence
    if t.is_same == 1 and t.trust == t.trust:
        o.trust = t.trust


@rule
def follow_calendar(w, p, key, week):
    """What is dated for this week happens: elections, budgets, shocks, scandals, funding; days that people celebrate
    come near (S46 S50).

    Writes: public, holders, alliance.funding, counts, events.
    """
    public = w.public
    public.election_now = 0
    public.local_election_now = 0
    public.budget_now = 0
    public.shock = 0.0
    public.near_election = 0.0
    public.day_now = 0
    public.day_ahead = NEVER
    for k in range(w.calendar.shape[0]):
        c = w.calendar[k]
        ahead = c.week - week
        if c.kind == CAL_ELECTION and 0 < ahead <= p.campaign_weeks:
            public.near_election = 1.0 - ahead / (p.campaign_weeks + 1.0)
        if c.kind == CAL_CELEBRATION:
            come_near(public, c.number, ahead)
        if ahead == 0:
            happen(w, p, key, week, c)
    hazard = p.shock_rate / WEEKS_A_YEAR
    if happens(uniform(key, at.SHOCK, week, at.NONE, at.NONE), hazard):
        throw_shock(w, p, week, 0.4 + 0.8 * uniform(key, at.SHOCK_SIZE, week, at.NONE, at.NONE))


@rule
def come_near(public, number, ahead):
    """A day that people celebrate, so many weeks ahead: people are out and the press looks in its week and the weeks
    beside it. Writes: public. Source: S46; judgement J19.
    """
    s = public
    if -1 <= ahead <= 1:
        s.day_now = 1
        s.day_number = number
    if ahead >= 0 and (s.day_ahead == NEVER or ahead < s.day_ahead):
        s.day_ahead = ahead


@rule
def happen(w, p, key, week, c):
    """One dated event takes place. Writes: public, holders, alliance.funding, counts, events. Source: S50, cases."""
    public = w.public
    if c.kind == CAL_ELECTION:
        hold_election(w, p, key, week, c.turnover if c.turnover >= 0.0 else p.election_turnover)
    elif c.kind == CAL_LOCAL_ELECTION:
        public.local_election_now = 1
        renew_local(w, p, key, week)
    elif c.kind == CAL_CABINET:
        change_cabinet(w, p, key, week)
    elif c.kind == CAL_BUDGET:
        public.budget_now = 1
    elif c.kind == CAL_SHOCK:
        throw_shock(w, p, week, c.push if c.push >= 0.0 else 0.8)
    elif c.kind == CAL_SCANDAL:
        distract(w, p, c.push if c.push >= 0.0 else 0.3)
    elif c.kind == CAL_FUNDING_START:
        w.alliance.funding = 1.0 + (c.push if c.push >= 0.0 else 0.25)
    elif c.kind == CAL_FUNDING_END:
        w.alliance.funding = 1.0 - (min(1.0, c.push) if c.push >= 0.0 else 0.25)
        w.alliance.paid_until = week
    elif c.kind == CAL_CONTEXT:
        change_context(w, p, week, c)


@rule
def usual_salience(initial, p):
    """The level to which public attention returns, given the initial one: talk at the start fades (A4)."""
    return 0.05 + p.salience_lasting * initial


@rule
def change_context(w, p, week, c):
    """From now on a context is another: the same shift from whatever it was, within its range (S50; CASES 5).

    Writes: settings (and through it the parameters), public.base_salience, base_support, events.
    """
    w.settings[c.number] = bounded(w.settings[c.number] + c.push, c.low, c.high)
    w.public.base_salience = usual_salience(p.initial_salience, p)
    w.public.base_support = p.public_support
    log(w.events, w.counts, week, E_CONTEXT, c.number, NOBODY, NOBODY, w.settings[c.number])


@rule
def renew_local(w, p, key, week):
    """Local election: local authorities may change hands (S26 S50). Writes: holders, counts, events."""
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.office == LOCAL and o.has_terms == 0:
            if uniform(key, at.NEW_LEGISLATOR, week, o.address, 1) < p.election_turnover:
                seat_newcomer(w.holders, w.policy, w.public, w.counts, w.events, p, key, week, h, -o.side, 1)


@rule
def change_cabinet(w, p, key, week):
    """The ministers are exchanged, the government stays (S50). Writes: holders, public, counts, events."""
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.office == MINISTER and o.has_terms == 0:
            seat_newcomer(w.holders, w.policy, w.public, w.counts, w.events, p, key, week, h, o.side, 2)
    open_window(w.public, week, p.window_after_minister, R_WINDOW_NEWCOMER)


@rule
def throw_shock(w, p, week, size):
    """An event throws the issue into public view and opens a window (S41). Writes: public, counts, events."""
    w.public.shock += size
    w.counts.shocks += 1
    open_window(w.public, week, p.window_after_shock, R_WINDOW_SHOCK)
    log(w.events, w.counts, week, E_SHOCK, NOBODY, NOBODY, NOBODY, size)


@rule
def distract(w, p, size):
    """A scandal takes power-holders' minds off the alliance: recent contacts count less. Writes: holders.contact."""
    for h in range(w.alliance.holders):
        if w.holders[h].office != LOCAL and w.holders[h].office != OFFICIAL:
            w.holders[h].contact *= 1.0 - share(size)


@rule
def watch_windows(public, policy, counts, week):
    """Whether policy moves easily this week; counts windows as they open. Writes: public, counts. Source: S41."""
    s = public
    opened = week < s.window_until
    if opened and s.in_window == 0:
        s.windows += 1
        s.window_used_now = 0
    s.in_window = 1 if opened else 0


@rule
def show_candidates(holders, alliance, public, policy):
    """Candidates stand only while a campaign runs (S49). Writes: holders.is_present; policy.candidates, unsigned."""
    campaign = public.near_election > 0.0
    standing = 0
    unsigned = 0
    for h in range(alliance.holders):
        o = holders[h]
        if o.office == CANDIDATE:
            standing += 1
            unsigned += 1 - o.signed
            o.is_present = 1 if campaign else 0
    policy.candidates = standing
    policy.unsigned = unsigned


@rule
def turn_calendar(w, p, key, week):
    """Process 1, the part of nobody in particular: dated events, shocks, windows, candidates (S41 S49 S50)."""
    follow_calendar(w, p, key, week)
    begin_terms(w, p, key, week)
    watch_windows(w.public, w.policy, w.counts, week)
    show_candidates(w.holders, w.alliance, w.public, w.policy)
