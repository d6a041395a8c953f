"""Acting: what a finished activity does to evidence, power-holders, public and policy (S24 to S29, S41, S43 to S49)."""

import math

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.calendar import first_of
from sim.rules.explaining import explain_failure
from sim.rules.forms import because, is_awake, is_told, log, logistic, partisan_trust, share
from sim.rules.leaving import depart
from sim.rules.tactics import INSIDE, OUTSIDE, SIDE
from sim.rules.words import (
    BUDGET_ANALYSIS,
    C_CONFRONTATION,
    CANDIDATE,
    CONFERENCE,
    E_CONFRONTATION,
    E_FELL_SILENT,
    E_RECEIVED,
    E_REFUSED,
    E_SIGNED,
    FIELD_VISIT,
    MEDIA_WORK,
    MINISTER,
    MOBILISATION,
    PILOT,
    PLEDGE_CAMPAIGN,
    R_ATTENTION_HIGH,
    R_CLOSED,
    R_DISTRUSTED,
    R_NARROW,
    R_NO_PACT,
    R_OTHER_SIDE,
    R_SIGN_VIEW,
    R_SIGN_WEIGHT,
    R_TIED,
    R_UNREACHABLE,
    R_UNSETTLED,
    RESEARCH,
    STRONGEST,
)  # fmt: skip
from sim.rules.working import (
    celebrate,
    choose_target,
    close_activity,
    crawl,
    disappoint,
    is_finished,
    is_late,
    is_technical,
    lose_leavers,
    quality,
    report_completed,
    targets_of,
    waits_for_day,
)  # fmt: skip
from sim.state import NOBODY


@rule
def grant_chance(access, openness, trust, near_election, office, p):
    """Chance that a power-holder receives the alliance: access of who asks, openness, trust that it meets there.

    A candidate receives more readily as the election comes near. Source: S09 S27; A25 follows from endowments.
    """
    wish = near_election if office == CANDIDATE else 0.0
    return share(p.grant_scale * access * (p.grant_floor + openness + wish) * (0.5 + 0.8 * trust))


@rule
def best_and_mean_access(organisations, rows, count, h):
    """Best and mean access of present members to holder `h`, willingness included, and the row of the best."""
    best = 0.0
    total = 0.0
    who = NOBODY
    for k in range(count):
        i = rows[k]
        reach = organisations[i].access[h] * (0.7 + 0.3 * organisations[i].commitment)
        total += reach
        if reach > best:
            best = reach
            who = i
    return best, (total / count if count > 0 else 0.0), who


@rule
def voice_to(messenger, best, mean, p):
    """Access of the alliance to a holder: its strongest member's, or that of all speaking as one (S28)."""
    return best if messenger == STRONGEST else p.one_voice_best * best + (1.0 - p.one_voice_best) * mean


@rule
def asking_lean(w, p, who):
    """Partisan lean of who asks, -1 to 1: the messenger's own, or the mean lean of all who speak as one (S28 S35)."""
    return w.organisations[who].lean if p.messenger == STRONGEST and who != NOBODY else w.alliance.mean_lean


@rule
def approach_holder(w, p, key, week, h, effect, number):
    """Ask to be received by a holder; if it agrees, contact and trust grow (S09 S27 S28). It meets its own side with
    more trust than the other (S35).

    Writes: holders[h], alliance.visibility, counts, events.
    """
    o = w.holders[h]
    a = w.alliance
    best, mean, who = best_and_mean_access(w.organisations, w.rows, a.member_count, h)
    reach = voice_to(p.messenger, best, mean, p)
    met = partisan_trust(o.trust, asking_lean(w, p, who), o.side, p.partisan_polarisation, p)
    chance = grant_chance(reach, p.government_openness, met, w.public.near_election, o.office, p)
    w.counts.requests += 1
    w.counts.aimed += o.influence
    a.visibility += p.visibility_contact
    if o.contact < 0.02 and o.met_before == 0:
        o.trust *= 1.0 - p.surprise * (1.0 - p.government_engagement)
    if uniform(key, at.GRANTED, week, o.address, number) >= chance:
        w.counts.denied += 1
        log(w.events, w.counts, week, E_REFUSED, h, NOBODY, NOBODY, chance)
        explain_closed_door(w, p, week, o, reach, met)
        return
    o.met_before = 1
    o.contact += effect
    o.trust += p.contact_trust * effect * (1.0 - o.trust)
    a.inside_effect += effect
    w.counts.contacts += 1
    log(w.events, w.counts, week, E_RECEIVED, h, NOBODY, NOBODY, effect)


@rule
def explain_closed_door(w, p, week, o, reach, met):
    """Why a holder did not receive the alliance: the factors of `grant_chance`, as logs of what each is short of.

    `met` is the trust that whoever asked met there, coloured by party (S35).

    Writes: events.
    """
    if not is_told(w.events, w.counts):
        return
    opened = (p.grant_floor + p.government_openness) / (p.grant_floor + 1.0)
    trusted = (0.5 + 0.8 * o.trust) / 1.3
    because(w.events, w.counts, week, R_UNREACHABLE, NOBODY, NOBODY, reach, -math.log(max(1e-3, reach)))
    because(w.events, w.counts, week, R_CLOSED, NOBODY, NOBODY, p.government_openness, -math.log(max(1e-3, opened)))
    because(w.events, w.counts, week, R_DISTRUSTED, NOBODY, NOBODY, o.trust, -math.log(max(1e-3, trusted)))
    by_side = math.log((0.5 + 0.8 * o.trust) / (0.5 + 0.8 * met))
    because(w.events, w.counts, week, R_OTHER_SIDE, NOBODY, NOBODY, met, by_side)


@rule
def spread_evidence(w, p, effect, gain):
    """Findings enter the common stock, and reach holders as far as they listen to evidence and government is open to
    what comes from outside (S24 S43, A23).

    Writes: alliance.evidence, holders.contact.
    """
    a = w.alliance
    a.evidence += gain * effect * (1.0 - a.evidence)
    reach = p.evidence_contact * effect * (p.grant_floor + p.government_openness)
    for h in range(a.holders):
        o = w.holders[h]
        if o.is_present == 1:
            o.contact += reach * o.evidence_receptivity


@rule
def address_public(w, p, effect, press, crowd):
    """Work in public: pressure on holders, and talk about the issue (S24 S45 S46, A24 A28).

    About a day that people celebrate it is noticed more, by opponents too (J19). Writes: public, alliance.
    """
    a = w.alliance
    s = w.public
    noticed = 1.0 + p.day_attention * s.day_now
    effect = noticed * effect
    pressure = effect * (p.press_pressure * press * p.media_freedom + p.crowd_pressure * crowd * p.civic_space)
    s.outside_push += pressure
    s.buzz += effect * (
        p.press_buzz * press * p.media_freedom * (0.6 + 0.8 * a.legitimacy) + p.crowd_buzz * crowd * p.civic_space
    )
    s.outside_work += effect * (press * p.media_freedom + 1.5 * crowd * p.civic_space)
    a.outside_effect += pressure
    a.visibility += noticed * p.visibility_public * (press * p.media_freedom + crowd)


@rule
def strain_trust(w, p, week):
    """Mobilisation strains relations with officials, and may become open confrontation (S24 S29).

    Narrow civic space and a closed government turn a march into a confrontation. Writes: holders.trust, alliance.
    """
    a = w.alliance
    for h in range(a.holders):
        w.holders[h].trust *= 1.0 - p.mobilisation_strain
    tense = (1.0 - p.government_openness) * (0.5 + w.public.salience) * (1.5 - p.civic_space)
    if tense > p.confrontation_threshold and week - a.last_confrontation >= 13:
        a.confronting = 1
        a.last_confrontation = week
        w.counts.confrontations += 1
        for h in range(a.holders):
            w.holders[h].trust *= 1.0 - p.confrontation_strain
        log(w.events, w.counts, week, E_CONFRONTATION, NOBODY, NOBODY, NOBODY, tense)
        explain_tension(w, p, week)


@rule
def explain_tension(w, p, week):
    """Why a march became a confrontation: how far each factor of the tension lies above its middle. Writes: events."""
    if is_told(w.events, w.counts):
        because(w.events, w.counts, week, R_CLOSED, NOBODY, NOBODY, p.government_openness,
                0.5 - p.government_openness)  # fmt: skip
        because(w.events, w.counts, week, R_ATTENTION_HIGH, NOBODY, NOBODY, w.public.salience, w.public.salience - 0.5)
        because(w.events, w.counts, week, R_NARROW, NOBODY, NOBODY, p.civic_space, 0.5 - p.civic_space)


@rule
def signing_chance(position, salience, legitimacy, asked, p):
    """Chance that a candidate signs when asked: its own view, an audience that minds, a weighty alliance (S49, A27)."""
    wish = p.sign_base + p.sign_position * position + p.sign_salience * salience + p.sign_legitimacy * legitimacy
    return share(asked * logistic(wish))


@rule
def ask_for_pledges(w, p, key, week, effect, number):
    """Every candidate is asked to sign; what it signed binds it if it wins (S49).

    Writes: holders (candidates), policy.pledges; counts; events.
    """
    a = w.alliance
    s = w.public
    for h in range(a.holders):
        o = w.holders[h]
        if o.office != CANDIDATE or o.is_present == 0:
            continue
        force = p.pledge_force * effect * (0.3 + 0.7 * s.salience) * (0.4 + a.legitimacy)
        firm = min(p.pledge_limit, force * (0.7 + 0.6 * p.goal_measurability))
        if o.signed == 1:
            o.owed = min(p.pledge_limit, o.owed + firm)
            continue
        chance = signing_chance(o.position, s.salience, a.legitimacy, min(1.0, 0.5 + effect), p)
        if uniform(key, at.SIGNING, week, o.address, number) < chance:
            o.signed = 1
            o.owed = firm
            w.policy.pledges += 1
            log(w.events, w.counts, week, E_SIGNED, h, NOBODY, NOBODY, firm)
            because(w.events, w.counts, week, R_SIGN_VIEW, h, NOBODY, o.position, p.sign_position * o.position)
            because(w.events, w.counts, week, R_ATTENTION_HIGH, h, NOBODY, s.salience, p.sign_salience * s.salience)
            because(w.events, w.counts, week, R_SIGN_WEIGHT, h, NOBODY, a.legitimacy, p.sign_legitimacy * a.legitimacy)


@rule
def show_pilot(w, p, effect):
    """A pilot shows how a change works where it must fit: with officials and local authorities (S47, A26).

    Writes: policy.fit, alliance.evidence, holders.contact.
    """
    y = w.policy
    y.fit += p.pilot_fit * effect * (1.0 - y.fit)
    a = w.alliance
    a.evidence += p.pilot_evidence * effect * (1.0 - a.evidence)
    for h in range(a.holders):
        if is_technical(w.holders[h]):
            w.holders[h].contact += p.pilot_contact * effect


@rule
def stored(w, p, effect):
    """Split an effect into what acts now and what is kept for a window; returns what acts now (S41; T9).

    Writes: alliance.preparation.
    """
    a = w.alliance
    if w.public.in_window == 1 or a.preparation >= p.preparation_limit:
        return effect
    kept = effect * p.window_readiness
    a.preparation += kept
    return effect - kept


@rule
def take_effect(w, p, key, week, v, number):
    """What one finished activity does. Writes: holders, public, alliance, policy, counts, events."""
    worth = quality(w, v, p)
    report_completed(w, v, week, worth)
    w.alliance.inside_hours += v.needed if SIDE[v.kind] == INSIDE else 0.0
    w.alliance.outside_hours += v.needed if SIDE[v.kind] == OUTSIDE else 0.0
    effect = stored(w, p, worth)
    if v.kind <= BUDGET_ANALYSIS:
        gain = p.research_gain if v.kind == RESEARCH else p.brief_gain
        spread_evidence(w, p, effect, gain)
    elif v.kind == MEDIA_WORK:
        address_public(w, p, effect, 1.0, 0.0)
    elif v.kind == MOBILISATION:
        address_public(w, p, effect, 0.0, 1.0)
        strain_trust(w, p, week)
    elif v.kind == PILOT:
        show_pilot(w, p, worth)
    elif v.kind == PLEDGE_CAMPAIGN:
        ask_for_pledges(w, p, key, week, worth, number)
    else:
        visit_holders(w, p, key, week, v, effect, number)


@rule
def visit_holders(w, p, key, week, v, effect, number):
    """Briefings, meetings, conferences and visits reach the target and others of its kind (S44 S48)."""
    strength = effect * (p.visit_strength if v.kind == CONFERENCE or v.kind == FIELD_VISIT else 1.0)
    last = v.target
    for turn in range(targets_of(v.kind)):
        if last == NOBODY:
            return
        approach_holder(w, p, key, week, last, strength, number * 4 + turn)
        last = choose_target(w, p, key, week, 100 + number * 4 + turn, v.kind, last)


@rule
def finish_work(w, p, key, week):
    """Close what is finished or late, with all that follows (S20). Writes: nearly everything, by the rules above."""
    if not is_awake(w.alliance.phase):
        return
    for k in range(w.alliance.slots):
        v = w.activities[k]
        if v.is_open == 0:
            continue
        lose_leavers(w, v)
        crawl(v, p)
        if is_finished(v):
            if waits_for_day(w, p, v, week):
                continue
            take_effect(w, p, key, week, v, k)
            celebrate(w, p, v, week)
            close_activity(w, v, k)
        elif is_late(v, week):
            disappoint(w, p, v, week)
            explain_failure(v, w.counts, w.events, week)
            close_activity(w, v, k)


@rule
def release_preparation(w, p):
    """What was stored spoils slowly, and is spent within weeks once a window opens (S41; T9).

    Writes: alliance.preparation, holders.contact, public.
    """
    a = w.alliance
    a.preparation *= 1.0 - p.preparation_spoils
    if w.public.in_window == 0 or a.preparation <= 0.0 or not is_awake(a.phase):
        return
    spent = 0.25 * a.preparation
    a.preparation -= spent
    inside = spent * share(p.insider_share + a.learned_insider)
    for h in range(a.holders):
        o = w.holders[h]
        if o.is_present == 1 and o.office != CANDIDATE:
            o.contact += p.preparation_contact * inside * (0.3 + o.trust)
    outside = spent - inside
    w.public.outside_push += outside * p.press_pressure
    w.public.buzz += outside * p.press_buzz * p.media_freedom


@rule
def face_confrontation(organisations, alliance, holders, trust, rows, counts, events, p, key, week, i):
    """One member's stand when the alliance opposes the government: speak, stay silent under a pact, or go (S29).

    Those tied to the minister have most to lose. Writes: organisations, counts, events.
    """
    m = organisations[i]
    a = alliance
    if a.confronting == 0 or m.is_present == 0:
        return
    minister = first_of(holders, a.holders, MINISTER)
    tie = organisations[i].access[minister] if minister != NOBODY else 0.3
    exposed = p.confrontation_exit + p.confrontation_conflict * a.conflict
    chance = exposed * tie * (p.pact_protection if p.silence_pact == 1 else 1.0)
    if uniform(key, at.EXPOSED, week, m.address, 1) < chance:
        depart(organisations, trust, rows, alliance, counts, events, week, i, C_CONFRONTATION, p.exit_disheartens)
        because(events, counts, week, R_TIED, NOBODY, NOBODY, tie, 0.0)
        if p.silence_pact == 0:
            because(events, counts, week, R_NO_PACT, NOBODY, NOBODY, 0.0, 0.0)
        if p.confrontation_conflict * a.conflict > p.confrontation_exit:
            because(events, counts, week, R_UNSETTLED, NOBODY, NOBODY, a.conflict, 0.0)
        return
    loss = p.confrontation_disheartens * tie * (0.33 if p.silence_pact == 1 else 1.0)
    m.enthusiasm *= 1.0 - loss
    if p.silence_pact == 1 and tie > 0.5:
        log(events, counts, week, E_FELL_SILENT, i, NOBODY, NOBODY, tie)
