"""Influencing: two channels to power-holders, the public between them, and what holders make of it (S07 to S09 S24 to
S28 S35 S45 S46).
"""

import math

from sim.compiled import rule
from sim.draws import normal, uniform
from sim.rules import addresses as at
from sim.rules.acting import best_and_mean_access, release_preparation, voice_to
from sim.rules.forms import bounded, half_full, is_awake, partisan_trust, pull, share
from sim.rules.opposing import opponents_access, opposition_weight
from sim.rules.words import CANDIDATE, DONOR, EXECUTIVE, GOVERNMENT, LOCAL, MINISTER, NATIONAL_SCOPE, STRONGEST
from sim.state import NOBODY


@rule
def outside_channel(legitimacy, messenger, salience, pressure, p):
    """Strength of the alliance in public, 0 to 1: legitimacy counts twice, and only where people mind (M6; S07 S28,
    A16).

    `messenger` is 1 when all speak with one voice and less when one strong member speaks for them.
    """
    attention = p.quiet_public + (1.0 - p.quiet_public) * salience * math.sqrt(salience)
    return legitimacy * legitimacy * messenger * attention * half_full(pressure)


@rule
def inside_channel(trust, reach, credibility, evidence, evidence_receptivity, salience, legitimacy, contact, p):
    """Strength of the alliance with one holder: trust, the reach and credibility of who speaks, evidence, in recent
    contact (M6; S09 S27 S43, A23).

    When everybody looks, a holder heeds less what it is told in private, and least from those who seem to speak for
    themselves alone; an alliance seen as legitimate stands for voters (A16 A18: Junk 2019, Phinney 2017; S07).

    `reach` is the messenger's access over the usual one: a meeting with somebody whom the holder heeds weighs more
    (E5: weight is trust times access; S09).
    """
    argument = 0.4 + 1.2 * evidence * evidence_receptivity
    hushed = p.inside_hush * salience * (1.0 - p.inside_standing * legitimacy)
    return trust * reach * credibility * argument * (1.0 - hushed) * half_full(contact)


@rule
def choose_messengers(w, p, week):
    """Who speaks to each holder, with what reach and credibility (S09 S28), and how many donors stand behind it.

    An unlikely supporter lends credit to whoever speaks: that it is in says more than one more of those who always were
    (S08; Calvert 1985 on advice against the adviser's bias). Each month. Writes: holders, alliance.
    """
    a = w.alliance
    if week % 4 != 0:
        return
    credibility = 0.0
    donors = 0.0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        credibility += m.credibility
        donors += m.commitment if m.family == DONOR else 0.0
    credibility = credibility / a.member_count if a.member_count > 0 else 0.0
    a.donor_weight = half_full(0.5 * donors)
    for h in range(a.holders):
        o = w.holders[h]
        best, mean, who = best_and_mean_access(w.organisations, w.rows, a.member_count, h)
        o.messenger_reach = voice_to(p.messenger, best, mean, p) / p.usual_access
        spoken = credibility
        if p.messenger == STRONGEST and who != NOBODY:
            spoken = w.organisations[who].credibility
        o.messenger_credibility = spoken + p.unlikely_credit * a.unlikely


@rule
def move_public(w, p, key, week):
    """Talk, salience and support move with events and work, and fade (S45 S46; A4 A28).

    Writes: public; counts.
    """
    s = w.public
    a = w.alliance
    u = uniform(key, at.ATTENTION, week, at.NONE, at.NONE)
    news = p.salience_volatility * p.attention_noise * -math.log(1.0 - u)
    dispute = p.dispute_buzz * p.controversy * s.opposition_effort
    s.buzz = (1.0 - p.buzz_fades) * s.buzz + s.shock + news + dispute
    lift = p.salience_gain * s.buzz * (1.0 - s.salience)
    s.salience = share(s.salience + lift - p.salience_fades * (s.salience - s.base_salience))
    won = p.support_gain * s.outside_work * a.legitimacy * (1.0 - s.support)
    lost = p.support_lost * s.opposition_effort * s.support
    s.support = share(s.support + won - lost + p.support_return * (s.base_support - s.support))
    a.pressure = (1.0 - p.stock_fades) * a.pressure + s.outside_push
    a.evidence *= 1.0 - p.evidence_fades
    a.visibility += p.visibility_memory * (0.0 - a.visibility)
    w.counts.salience_peak = max(w.counts.salience_peak, s.salience)
    w.counts.salience_sum += s.salience
    w.counts.evidence_sum += a.evidence
    s.outside_push = 0.0
    s.outside_work = 0.0


@rule
def prepare_channels(w, p):
    """What every holder will meet this week: the public channel, and what its peers think (S25).

    Government is inside where a national body of it is a member; a town is not the ministry (S52 S54).
    Writes: alliance, policy.
    """
    a = w.alliance
    s = w.public
    spoken = p.strongest_in_public if p.messenger == STRONGEST else 1.0
    a.outside = outside_channel(a.legitimacy, spoken, s.salience, a.pressure, p)
    w.counts.outside_sum += a.outside
    total = 0.0
    weight = 0.0
    a.government_inside = 0
    for k in range(a.member_count):
        m = w.organisations[w.rows[k]]
        is_government = m.family == GOVERNMENT and m.scope == NATIONAL_SCOPE and m.is_present == 1
        a.government_inside = 1 if is_government else a.government_inside
    w.policy.minister_position = 0.0
    for h in range(a.holders):
        o = w.holders[h]
        if o.office == CANDIDATE:
            continue
        influence = o.influence * (2.0 * p.decentralisation if o.office == LOCAL else 1.0)
        total += influence * o.position
        weight += influence
        if o.office == MINISTER or o.office == EXECUTIVE:
            w.policy.minister_position = max(w.policy.minister_position, o.position)
    w.policy.peer_position = total / weight if weight > 0.0 else 0.0


@rule
def alliance_channels(o, a, s, p):
    """Strength of the alliance with one holder, inside and outside (M6)."""
    trust = partisan_trust(o.trust, a.mean_lean, o.side, p.partisan_polarisation, p)
    inside = inside_channel(
        trust, o.messenger_reach, o.messenger_credibility, a.evidence, o.evidence_receptivity, s.salience, a.legitimacy,
        o.contact, p,
    )  # fmt: skip
    inside *= a.coherence * (1.0 + p.donor_pull * o.donor_receptivity * a.donor_weight)
    outside = 2.0 * o.pressure_receptivity * a.outside
    return p.inside_strength * inside, p.outside_strength * outside


@rule
def alliance_weight(inside, outside, a, s, p):
    """Weekly weight of the alliance on one holder, in the pull towards 1, from its two channels (M6)."""
    window = p.window_persuasion if s.in_window == 1 else 1.0
    return p.persuasion * a.coherence * window * (inside + outside)


@rule
def moved_position(position, disposition, ours, theirs, public_pull, public_view, peers, noise, p):
    """Where a holder stands after a week: a weighted mean of its own view, both sides, the public and its peers (M4).

    Bounded by -1 and 1; pulls have diminishing returns and the very far are not heard (A33). Source: Friedkin and
    Johnsen 1990 for the anchor; S25 for peers by real influence.
    """
    moved = position + p.anchor_pull * (disposition - position)
    moved += ours * pull(1.0 - position, p.persuasion_scale) + theirs * pull(-1.0 - position, p.persuasion_scale)
    moved += public_pull * (public_view - position) + p.peer_pull * (peers - position)
    return bounded(moved + p.position_noise * noise, -1.0, 1.0)


@rule
def note_moves(o, before, inside, outside, drawn, pushed, public_part, peer_part, anchor_pull):
    """Add up what moved a holder this week, by part, for the log; what is left over is chance. Writes: holder.

    The alliance's part is shared between contact and public pressure as its two channels are; the pledge's is what it
    adds to the holder's own conviction (M4 M6).
    """
    both = inside + outside
    by_contact = drawn * inside / both if both > 0.0 else 0.0
    owed = anchor_pull * (min(1.0, o.disposition + o.owed) - o.disposition)
    own = anchor_pull * (o.disposition - before)
    o.by_contact += by_contact
    o.by_pressure += drawn - by_contact
    o.by_opponents += pushed
    o.by_public += public_part
    o.by_peers += peer_part
    o.by_pledge += owed
    o.by_conviction += own
    o.by_chance += o.position - before - drawn - pushed - public_part - peer_part - owed - own


@rule
def receive(organisations, holders, alliance, public, policy, counts, p, key, week, h):
    """One power-holder's week: it is worked on, reads the public mood, listens to its peers, and trusts more or less.

    Writes: holders[h]. Source: S24 to S28 S35 S45 S46 S49.
    """
    o = holders[h]
    a = alliance
    s = public
    if o.is_present == 0:
        return
    inside, outside = alliance_channels(o, a, s, p)
    ours = alliance_weight(inside, outside, a, s, p)
    theirs = opposition_weight(s.opposition_effort, opponents_access(organisations, s, h), o.veto == 1, p)
    public_pull = p.public_pull * s.salience * 2.0 * o.pressure_receptivity
    noise = normal(key, at.HOLDER_NOISE, week, o.address, at.NONE)
    before = o.position
    o.position = moved_position(
        before, min(1.0, o.disposition + o.owed), ours, theirs, public_pull, 2.0 * s.support - 1.0,
        policy.peer_position, noise, p,
    )  # fmt: skip
    if counts.tells == 1:
        drawn = ours * pull(1.0 - before, p.persuasion_scale)
        pushed = theirs * pull(-1.0 - before, p.persuasion_scale)
        note_moves(o, before, inside, outside, drawn, pushed, public_pull * (2.0 * s.support - 1.0 - before),
                   p.peer_pull * (policy.peer_position - before), p.anchor_pull)  # fmt: skip
    engaged = p.engagement_trust * p.government_engagement * (1.0 + p.member_trust * a.government_inside)
    o.trust += p.trust_return * (p.initial_government_trust - o.trust)
    if is_awake(a.phase) and a.member_count > 0 and o.office != CANDIDATE:
        o.trust += engaged * (1.0 - o.trust)
    o.contact *= 1.0 - p.stock_fades


@rule
def speak(w, p, key, week):
    """Process 8, the part of all: stored effects, messengers, public, channels (S24 S28 S41 S45 S46)."""
    release_preparation(w, p)
    choose_messengers(w, p, week)
    move_public(w, p, key, week)
    prepare_channels(w, p)
