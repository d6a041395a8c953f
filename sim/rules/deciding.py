"""Deciding: agenda, commitment, adoption, implementation, reversal (S04 S14 S26 S47 S50 S52; A1 to A11 A20 A26)."""

import math

from sim.compiled import rule
from sim.draws import normal, uniform
from sim.rules import addresses as at
from sim.rules.explaining import (
    explain_agenda,
    explain_bill,
    explain_carrying,
    explain_commitment,
    explain_consent,
    explain_holder,
    explain_refusal,
    explain_reversal,
    explain_yardstick,
    leave_out,
    reason_to_drop,
    tell_no_bill,
    wait_for_agenda,
    wait_for_carrying,
    wait_for_commitment,
)
from sim.rules.forms import because, half_full, happens, is_alive, is_told, log, logistic, share
from sim.rules.words import (
    ADOPTED,
    BADLY_IMPLEMENTED,
    CANDIDATE,
    COMMITTED,
    E_ADOPTED,
    E_AGENDA,
    E_BUDGET_STEP,
    E_CHANGED,
    E_COMMITMENT,
    E_OFF_AGENDA,
    E_PROVISION,
    E_REVERSED,
    E_VOTE_LOST,
    EXECUTIVE,
    GATE_AGENCY,
    GATE_BUDGET,
    GATE_DECREE,
    GATES,
    HARMFUL,
    LEGISLATOR,
    LOCAL,
    MINISTER,
    NOWHERE,
    OFFICIAL,
    ON_AGENDA,
    R_ATTENTION_LOW,
    R_KEPT,
    R_PEERS_AGAINST,
    R_STRUCK,
    R_UNTABLED,
    UNDERFUNDED,
)  # fmt: skip
from sim.state import NEVER, NOBODY


@rule
def sponsor_of(holders, count):
    """Position and row of whoever would carry the issue: the minister, or minister and executive together (S25)."""
    minister = -1.0
    executive = -1.0
    who = NOBODY
    for h in range(count):
        o = holders[h]
        if o.office == MINISTER and (who == NOBODY or holders[who].office != MINISTER or o.position > minister):
            minister = o.position
            who = h
        if o.office == EXECUTIVE:
            executive = o.position
            who = h if who == NOBODY else who
    if minister == -1.0:
        return executive, who
    if executive == -1.0:
        return minister, who
    return max(minister, 0.5 * (minister + executive)), who


@rule
def agenda_voice(outside, legitimacy, contact, p):
    """Voice of the alliance with whoever sets the agenda, in the unit of strength in public: that strength, and the
    breadth shown to the sponsor in recent contact (A17: Lorenz 2020, bills with diverse support are taken up; J20).
    """
    return outside + p.endorsement * legitimacy * half_full(contact)


@rule
def agenda_chance(salience, mean_position, sponsor, voice, window, p):
    """Weekly chance that the issue reaches the agenda: steep in salience, helped by broad support.

    Source: S45; A4 (attention filters and fades), A17 (diverse support buys access); J11.
    """
    pressure = p.agenda_base + p.agenda_salience * salience + p.agenda_position * mean_position
    return p.agenda_rate * logistic(pressure + p.agenda_sponsor * sponsor + p.agenda_outside * voice + 2.0 * window)


@rule
def commitment_chance(sponsor, salience, window, p):
    """Weekly chance that a sponsor commits to act once the issue is on the agenda (J11)."""
    return p.commitment_rate_policy * logistic(
        p.commitment_base + p.commitment_sponsor * sponsor + p.commitment_salience * salience + window
    )


@rule
def boldness(difficulty, kept_share, p):
    """What a bill asks of those who decide: mean difficulty of its provisions, and how much of the aim it contains."""
    return difficulty + p.bold_share * (kept_share - 0.6)


@rule
def normal_share(z):
    """Standard normal distribution function."""
    return 0.5 * math.erfc(-z / 1.4142135623730951)


@rule
def needs_consent(o, gate):
    """Whether a veto holder's consent is needed at a gate: parliament and budget all; decree none of parliament; agency
    only ministers and officials (S25, CASES)."""
    if o.veto == 0 or o.office == CANDIDATE:
        return False
    if gate == GATE_DECREE:
        return o.office != LEGISLATOR
    if gate == GATE_AGENCY:
        return o.office == MINISTER or o.office == OFFICIAL or o.office == EXECUTIVE
    return True


@rule
def inertia(problem_kind, p):
    """How far a holder must stand above indifference to change what is: more where a harmful policy has owners (A6)."""
    return p.inertia + (p.inertia_harmful if problem_kind == HARMFUL else 0.0)


@rule
def pivot_of(holders, count, gate):
    """Position of the least favourable holder whose consent the gate needs; 1 where none is needed."""
    lowest = 1.0
    for h in range(count):
        if needs_consent(holders[h], gate) and holders[h].veto_mask == 0:
            lowest = min(lowest, holders[h].position)
    return lowest


@rule
def bill_at(provisions, count, gate, contest):
    """Number, mean difficulty, and share by weight of the aim, of the provisions that are in the bill at a gate."""
    number = 0
    difficulty = 0.0
    weight = 0.0
    whole = 0.0
    for q in range(count):
        b = provisions[q]
        whole += b.weight if b.is_wished == 1 else 0.0
        if b.in_bill == 1 and b.is_kept == 0 and b.gate == gate:
            number += 1
            difficulty += (b.difficulty - b.eased + contest * b.contested) * (1.0 - b.today)
            weight += b.weight
    return number, (difficulty / number if number > 0 else 0.0), (weight / whole if whole > 0.0 else 0.0)


@rule
def tabling_chance(contact, outside, p):
    """Chance that the sponsor takes a provision of the alliance into its draft: recent contact, or a voice in public.

    Source: S43 S45: who brings a text shapes the bill; the form and its strength are J15.
    """
    missed = (1.0 - half_full(p.tabling_contact * contact)) * (1.0 - half_full(p.tabling_public * outside))
    return 1.0 - missed


@rule
def open_draft(w, p, key, week, gate):
    """The draft starts from what the government would have put forward by itself, and what the alliance brought (S43).

    Of what the alliance still asks, the text is the alliance's own where it was brought: softened as its members
    settled it, easier and worth less (S14). One draw a session of parliament. Returns the chance of a provision.
    Writes: provisions in the bill, left_out.
    """
    a = w.alliance
    sponsor = w.policy.sponsor
    contact = w.holders[sponsor].contact if sponsor != NOBODY else 0.0
    heard = is_alive(a.phase) and a.agreed == 1
    chance = tabling_chance(contact, a.outside, p) if heard else 0.0
    for q in range(a.provisions):
        b = w.provisions[q]
        wanted = is_open(b, w.policy.stage, week, p) and b.gate == gate
        own = b.initiative < p.own_initiative
        brought = b.is_asked == 1 and uniform(key, at.TABLED, w.policy.next_vote, q, gate) < chance
        b.in_bill = 1 if wanted and (own or brought) else 0
        b.soft_in_bill = b.softened if brought else 0.0
        b.eased = p.soften_eases * b.soft_in_bill
        leave_out(b, R_UNTABLED if wanted else 0, NOBODY)
    return chance


@rule
def binding_chance(legitimacy, trust, p):
    """Chance that a sponsor keeps a red line of the alliance: by the alliance's weight, not by its wish alone (S14;
    T12).
    """
    return share(p.red_binds * (0.25 + 0.6 * legitimacy + 0.4 * trust))


@rule
def draft_bill(w, p, key, week, gate):
    """The sponsor drops the hardest provisions until it dares to call a vote; red lines bind by weight (S14; T12).

    Writes: provisions.in_bill, left_out. Returns the chance with which the alliance brings a provision in.
    """
    n = w.alliance.provisions
    tabled = open_draft(w, p, key, week, gate)
    pivot = pivot_of(w.holders, w.alliance.holders, gate)
    sponsor = w.policy.sponsor
    trust = w.holders[sponsor].trust if sponsor != NOBODY else 0.3
    alive = is_alive(w.alliance.phase)
    chance = binding_chance(w.alliance.legitimacy if alive else 0.0, trust if alive else 0.0, p)
    comfort = p.comfort * (0.55 + 0.9 * uniform(key, at.COMFORT, week, at.NONE, gate))
    for _ in range(n):
        number, difficulty, part = bill_at(w.provisions, n, gate, p.contest_difficulty)
        margin = (pivot - inertia(p.problem_kind, p) - boldness(difficulty, part, p)) / p.vote_noise
        if number <= 1 or normal_share(margin) > comfort:
            return tabled
        hardest = NOBODY
        most = 0.0
        for q in range(n):
            b = w.provisions[q]
            if b.in_bill == 0:
                continue
            held = b.is_red > 0 and w.alliance.agreed == 1
            if held and uniform(key, at.RED_LINE, week, q, gate) < chance:
                continue
            asked = b.difficulty - b.eased + p.contest_difficulty * b.contested
            if hardest == NOBODY or asked > most:
                most = asked
                hardest = q
        if hardest == NOBODY:
            return tabled
        b = w.provisions[hardest]
        b.in_bill = 0
        leave_out(b, reason_to_drop(b, b.is_red > 0 and w.alliance.agreed == 1, p), NOBODY)
    return tabled


@rule
def is_open(b, stage, week, p):
    """Whether a provision can be put to the vote: never tried, or, once the policy stands, not for some time.

    A thin policy can be amended later (S41; CASES 5: a target that rises after the pledge); until then it rests.
    """
    if b.is_wished == 0 or b.is_kept == 1 or b.tried_week == week:
        return False
    return stage != ADOPTED or b.tried_week == NEVER or week - b.tried_week >= p.pause_before_amendment


@rule
def pending_gate(w, week, p):
    """The gate at which something asked still waits this week; NEVER if none. Budgets are decided in budget weeks."""
    y = w.policy
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if is_open(b, y.stage, week, p):
            at_budget = b.gate == GATE_BUDGET and w.public.budget_now == 1
            at_session = b.gate != GATE_BUDGET and week >= y.next_vote
            if at_budget or at_session:
                return b.gate
    return NEVER


@rule
def prepare_vote(w, p, key, week):
    """Whether a vote is called this week, on what bill (S14 S50). Writes: policy, provisions."""
    y = w.policy
    y.voting_gate = NEVER
    for h in range(w.alliance.holders):
        w.holders[h].votes_for = 0
    if y.start_stage == ADOPTED:
        return
    _, y.sponsor = sponsor_of(w.holders, w.alliance.holders)
    if week >= y.next_vote + 4:
        y.next_vote += p.vote_interval
    open_now = y.stage == COMMITTED or y.stage == ADOPTED
    if not open_now or week < y.pause_until:
        return
    if w.public.in_window == 1 and uniform(key, at.EXTRA_VOTE, week, at.NONE, at.NONE) < p.extra_vote:
        y.next_vote = min(y.next_vote, week)
    gate = pending_gate(w, week, p)
    if gate == NEVER:
        return
    tabled = draft_bill(w, p, key, week, gate)
    number, difficulty, part = bill_at(w.provisions, w.alliance.provisions, gate, p.contest_difficulty)
    if number > 0:
        y.voting_gate = gate
        y.bold = boldness(difficulty, part, p)
        y.vote_common = normal(key, at.VOTE_COMMON, week, at.NONE, gate)
    elif y.stage == COMMITTED:
        tell_no_bill(w, week, is_alive(w.alliance.phase), tabled)


@rule
def consents(position, threshold, common, own, p):
    """Whether a holder says yes: position above inertia and boldness by more than the luck of the day (A6 A12)."""
    luck = p.vote_noise * (p.vote_common * common + math.sqrt(1.0 - p.vote_common * p.vote_common) * own)
    return position - threshold > luck


@rule
def own_luck(o, y, key, week):
    """What the day does to one holder's vote, as a standard normal number."""
    return normal(key, at.VOTE, week, o.address, y.voting_gate)


@rule
def vote(holders, policy, p, key, week, h):
    """One power-holder's vote, if one is called and its consent is needed (S25). Writes: holders[h].votes_for."""
    y = policy
    o = holders[h]
    if y.voting_gate == NEVER or not needs_consent(o, y.voting_gate):
        return
    own = own_luck(o, y, key, week)
    threshold = inertia(p.problem_kind, p) + y.bold
    o.votes_for = 1 if consents(o.position, threshold, y.vote_common, own, p) else -1


@rule
def limited_refusals(w, gate):
    """A veto limited to some provisions strikes only those from the bill (CASES: finance). Writes:
    provisions.in_bill.
    """
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.votes_for == -1 and o.veto_mask != 0:
            for q in range(w.alliance.provisions):
                if (o.veto_mask >> q) & 1 == 1 and w.provisions[q].gate == gate:
                    if w.provisions[q].in_bill == 1:
                        leave_out(w.provisions[q], R_STRUCK, h)
                    w.provisions[q].in_bill = 0


@rule
def refusing(w):
    """Row of a holder whose full veto stops the bill; NOBODY if all consent."""
    for h in range(w.alliance.holders):
        if w.holders[h].votes_for == -1 and w.holders[h].veto_mask == 0:
            return h
    return NOBODY


@rule
def tell_voters(w, week):
    """What moved those whose consent is needed, up to the vote, if there is a log. Writes: holders, events."""
    for h in range(w.alliance.holders):
        if w.holders[h].votes_for != 0:
            explain_holder(w.holders, w.events, w.counts, week, h)


@rule
def explain_refusals(w, p, key, week):
    """Who refused the bill and why, and what was left out of it (S14 S25). Writes: events."""
    if not is_told(w.events, w.counts):
        return
    y = w.policy
    threshold = inertia(p.problem_kind, p) + y.bold
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.votes_for == -1 and o.veto_mask == 0:
            by_rule = not consents(o.position, threshold, y.vote_common, own_luck(o, y, key, week), p)
            explain_refusal(w.events, w.counts, week, h, o.position, threshold, by_rule)
    explain_bill(w, y.voting_gate, week)


@rule
def explain_adoption(w, p, week):
    """Whose consent was the narrowest, what was left out, and how much of the aim stands (S04 S14). Writes: events."""
    if not is_told(w.events, w.counts):
        return
    y = w.policy
    least = NOBODY
    for h in range(w.alliance.holders):
        o = w.holders[h]
        if o.votes_for == 1 and o.veto_mask == 0 and (least == NOBODY or o.position < w.holders[least].position):
            least = h
    if least != NOBODY:
        explain_consent(w.events, w.counts, week, least, w.holders[least].position,
                        inertia(p.problem_kind, p) + y.bold)  # fmt: skip
    explain_bill(w, y.voting_gate, week)
    explain_yardstick(w, week, p)


@rule
def count_votes(w, p, key, week):
    """The vote is counted: adopted, or lost (S14 S50). Writes: policy, provisions, alliance, counts, events."""
    y = w.policy
    if y.voting_gate == NEVER:
        return
    w.counts.votes += 1
    for q in range(w.alliance.provisions):
        if w.provisions[q].gate == y.voting_gate:
            w.provisions[q].tried_week = week
    limited_refusals(w, y.voting_gate)
    tell_voters(w, week)
    against = refusing(w)
    number, _, _ = bill_at(w.provisions, w.alliance.provisions, y.voting_gate, p.contest_difficulty)
    if against == NOBODY and number > 0:
        adopt(w, p, week)
        return
    log(w.events, w.counts, week, E_VOTE_LOST, against, NOBODY, y.voting_gate, y.bold)
    explain_refusals(w, p, key, week)
    y.votes_lost += 1
    if y.stage == COMMITTED and y.voting_gate != GATE_BUDGET:
        y.stage = ON_AGENDA
        y.pause_until = week + p.pause_after_vote
        y.next_vote = max(y.next_vote, y.pause_until)
        if is_alive(w.alliance.phase) and w.alliance.agreed == 1:
            w.alliance.efficacy *= 1.0 - p.lost_vote_disheartens


@rule
def adopt(w, p, week):
    """What is in the bill becomes policy; dropped red lines leave a wound (S14). Writes: policy,
    provisions, alliance.
    """
    y = w.policy
    kept = 0
    dropped = 0
    for q in range(w.alliance.provisions):
        b = w.provisions[q]
        if b.gate == y.voting_gate and b.in_bill == 1:
            b.is_kept = 1
            b.soft_kept = b.soft_in_bill
            b.adopted_week = week
            kept += 1
        if b.gate == y.voting_gate and b.in_bill == 0 and b.is_red > 0:
            dropped += 1
    if dropped > 0 and w.alliance.agreed == 1:
        w.alliance.conflict += p.dropped_line_conflict
        for k in range(w.alliance.member_count):
            w.organisations[w.rows[k]].enthusiasm *= 1.0 - p.dropped_line_disheartens
    if y.stage != ADOPTED:
        y.stage = ADOPTED
        y.adopted_week = week
        y.implementation = max(y.implementation, p.implementation_start)
        w.alliance.efficacy += p.win_lift * (1.0 - w.alliance.efficacy)
    log(w.events, w.counts, week, E_ADOPTED, NOBODY, NOBODY, y.voting_gate, float(kept))
    explain_adoption(w, p, week)
    for q in range(w.alliance.provisions):
        if w.provisions[q].is_kept == 1 and w.provisions[q].adopted_week == week:
            log(w.events, w.counts, week, E_PROVISION, q, NOBODY, y.voting_gate, w.provisions[q].weight)


@rule
def seize(w):
    """A step within a window that the alliance worked for counts as a window used (S41). Writes: counts, public."""
    s = w.public
    worked = w.alliance.preparation > 0.05 or w.alliance.visibility > 0.02
    if s.in_window == 1 and s.window_used_now == 0 and worked and is_alive(w.alliance.phase):
        s.window_used_now = 1
        s.windows_used += 1


@rule
def advance_policy(w, p, key, week):
    """Agenda and commitment: the steps before a vote (S45 S50; A4 A17). Writes: policy, counts, events."""
    y = w.policy
    s = w.public
    if week < y.pause_until or y.stage >= COMMITTED:
        return
    sponsor, who = sponsor_of(w.holders, w.alliance.holders)
    window = math.log(p.window_odds) if s.in_window == 1 else 0.0
    if y.stage == NOWHERE:
        a = w.alliance
        contact = w.holders[who].contact if who != NOBODY else 0.0
        voice = agenda_voice(a.outside, a.legitimacy, contact, p) if is_alive(a.phase) else a.outside
        chance = agenda_chance(s.salience, y.peer_position, sponsor, voice, window, p)
        if uniform(key, at.AGENDA, week, at.NONE, at.NONE) < chance:
            y.stage = ON_AGENDA
            seize(w)
            log(w.events, w.counts, week, E_AGENDA, NOBODY, NOBODY, NOBODY, s.salience)
            explain_agenda(w.events, w.counts, week, s.salience, y.peer_position, sponsor, voice, window, who, chance,
                           1.0, s, p)  # fmt: skip
        else:
            wait_for_agenda(w, week, sponsor, who, voice, window, chance, p)
        return
    chance = commitment_chance(sponsor, s.salience, window, p)
    if uniform(key, at.COMMITMENT, week, at.NONE, at.NONE) < chance:
        y.stage = COMMITTED
        seize(w)
        explain_holder(w.holders, w.events, w.counts, week, who)
        log(w.events, w.counts, week, E_COMMITMENT, who, NOBODY, NOBODY, sponsor)
        explain_commitment(w.events, w.counts, week, s.salience, sponsor, window, who, chance, 1.0, s, p)
        return
    falls = p.off_agenda_rate * (1.0 - s.salience) * logistic(-3.0 * y.peer_position)
    if happens(uniform(key, at.OFF_AGENDA, week, at.NONE, at.NONE), falls):
        y.stage = NOWHERE
        log(w.events, w.counts, week, E_OFF_AGENDA, NOBODY, NOBODY, NOBODY, s.salience)
        because(w.events, w.counts, week, R_ATTENTION_LOW, NOBODY, NOBODY, s.salience, 1.0 - s.salience)
        because(w.events, w.counts, week, R_PEERS_AGAINST, NOBODY, NOBODY, y.peer_position, -y.peer_position)
        return
    wait_for_commitment(w, week, sponsor, who, window, chance, p)


@rule
def mean_position(holders, count, office, fallback):
    """Mean position of the holders of one office; the fallback where there is none."""
    total = 0.0
    number = 0
    for h in range(count):
        if holders[h].office == office:
            total += holders[h].position
            number += 1
    return total / number if number > 0 else fallback


@rule
def will_terms(w, p):
    """Mean position of those who carry a policy out, and what each part adds to their will: that position, fit,
    evidence, eyes of the alliance, government as a member.

    Local authorities weigh by decentralisation. Source: as `will_to_implement`.
    """
    a = w.alliance
    n = a.holders
    minister = mean_position(w.holders, n, MINISTER, w.policy.peer_position)
    official = mean_position(w.holders, n, OFFICIAL, minister)
    local = mean_position(w.holders, n, LOCAL, official)
    national = p.will_minister * minister + (1.0 - p.will_minister) * official
    weighed = national + p.decentralisation * (local - national)
    alive = 1.0 if is_alive(a.phase) else 0.0
    inside = p.will_member * max(a.government_inside * alive, float(a.handed_over))
    return (
        weighed, p.will_position * weighed, p.will_fit * w.policy.fit, p.will_evidence * a.evidence * alive,
        p.will_legitimacy * a.outside * alive, inside,
    )  # fmt: skip


@rule
def will_to_implement(w, p):
    """Will of the administration to carry a policy out, 0 to 1.

    Source: S26 (local), S47 (pilots), S52 S54 (government as member, or as coordinator after a hand-over),
    A26 (fit counts more than proof).
    """
    _, position, fit, evidence, watched, inside = will_terms(w, p)
    return share(p.will_base + position + fit + (evidence + watched) + inside)


@rule
def explain_will(w, p, week):
    """What gave the administration its will, if there is a log. Writes: events."""
    if is_told(w.events, w.counts):
        weighed, position, fit, evidence, watched, inside = will_terms(w, p)
        explain_carrying(w, week, weighed, position, fit, evidence, watched, inside)


@rule
def implement(w, p, key, week):
    """A policy on paper is carried out, slowly and partly; it can be hollowed out without any reversal (S04 S47).

    Means move only in budget weeks where money is the problem. Writes: policy, counts, events.
    """
    y = w.policy
    if y.stage != ADOPTED:
        return
    will = will_to_implement(w, p)
    blocked = half_full(w.public.opposition_effort)
    up = p.implementation_rate * p.implementation_capacity * will * (1.0 + 0.5 * y.fit) * (1.0 - y.implementation)
    down = (
        p.implementation_decay * (1.0 - will) * y.implementation + p.implementation_blocked * y.implementation * blocked
    )
    if p.problem_kind == UNDERFUNDED:
        y.waiting_change += up - down
        if w.public.budget_now == 1:
            y.implementation = share(y.implementation + y.waiting_change)
            y.waiting_change = 0.0
            y.budget_since += 1
            log(w.events, w.counts, week, E_BUDGET_STEP, NOBODY, NOBODY, NOBODY, y.implementation)
            explain_will(w, p, week)
    else:
        y.implementation = share(y.implementation + up - down)
    y.implementation_peak = max(y.implementation_peak, y.implementation)
    carried = p.problem_kind == UNDERFUNDED or p.problem_kind == BADLY_IMPLEMENTED
    if y.changed == 0 and carried and w.counts.tells == 1:
        wait_for_carrying(w, week, will, will_terms(w, p)[0], blocked, p)


@rule
def worst_position(holders, count):
    """Position and row of the least favourable executive or minister, who alone can undo a policy."""
    lowest = 1.0
    who = NOBODY
    for h in range(count):
        o = holders[h]
        if (o.office == EXECUTIVE or o.office == MINISTER) and o.position < lowest:
            lowest = o.position
            who = h
    return lowest, who


@rule
def stands_at(provisions, count, gate, from_start):
    """Whether anything that stands passed, or would have to pass, this gate."""
    for q in range(count):
        b = provisions[q]
        if b.gate == gate and (b.is_kept == 1 or (from_start and b.is_wished == 1)):
            return True
    return False


@rule
def protector_position(w):
    """Position of the most favourable of those without whom the policy cannot be undone: who had to consent to it must
    consent to its end (A6; Tsebelis 2002: whoever can block a change protects what is). -1 where nobody has a veto.
    """
    from_start = w.policy.start_stage == ADOPTED
    highest = -1.0
    for gate in range(GATES):
        if not stands_at(w.provisions, w.alliance.provisions, gate, from_start):
            continue
        for h in range(w.alliance.holders):
            o = w.holders[h]
            if needs_consent(o, gate) and o.veto_mask == 0:
                highest = max(highest, o.position)
    return highest


@rule
def reversal_hazard(worst, protector, effort, p):
    """Weekly hazard that a hostile government undoes the policy; none while somebody who must consent would not; more
    with opponents at work (S50, J13; A6)."""
    hostility = max(0.0, -max(worst, protector) - p.reversal_threshold)
    return p.reversal_rate * hostility * (0.3 + effort) / (0.6 + effort)


@rule
def undo(w, p, key, week):
    """A win can be undone (S50). Writes: policy, provisions, counts, events."""
    y = w.policy
    if y.stage != ADOPTED:
        return
    worst, who = worst_position(w.holders, w.alliance.holders)
    hazard = reversal_hazard(worst, protector_position(w), w.public.opposition_effort, p)
    if not happens(uniform(key, at.REVERSAL, week, at.NONE, at.NONE), hazard):
        return
    y.implementation *= p.reversal_left
    y.above_weeks = 0
    if y.start_stage != ADOPTED:
        y.stage = ON_AGENDA
        y.pause_until = week + 2 * p.pause_after_vote
        for q in range(w.alliance.provisions):
            w.provisions[q].is_kept = 0
            w.provisions[q].tried_week = NEVER
    y.reversed = 1
    y.changed = 0
    explain_holder(w.holders, w.events, w.counts, week, who)
    log(w.events, w.counts, week, E_REVERSED, who, NOBODY, NOBODY, worst)
    explain_reversal(w, week, who, worst)


@rule
def won_shares(provisions, count):
    """Share by weight of the aim that stands, and share of the yardstick's non-negotiables; 1 where there are none.

    A softened provision counts for what is left of it, one that the members gave up for nothing (S14).
    """
    kept = 0.0
    whole = 0.0
    red = 0
    red_kept = 0
    for q in range(count):
        b = provisions[q]
        if b.is_wished == 0:
            continue
        whole += b.weight * (1.0 - b.today)
        kept += b.weight * (1.0 - b.today) * b.is_kept * (1.0 - b.soft_kept)
        if b.is_measure == 1:
            red += 1
            red_kept += b.is_kept
    return (kept / whole if whole > 0.0 else 0.0), (red_kept / red if red > 0 else 1.0)


@rule
def goal_is_met(y, p):
    """Whether what was asked stands now, by the kind of problem; the yardstick is fixed before the run (S04).

    Missing or harmful: adopted with every non-negotiable and enough of the aim. Badly implemented: carried out above a
    threshold for half a year. Underfunded: means raised by the goal, and kept for one budget cycle.
    """
    if p.problem_kind == BADLY_IMPLEMENTED:
        return y.above_weeks >= p.implementation_weeks
    if p.problem_kind == UNDERFUNDED:
        return y.above_weeks >= p.budget_weeks
    return y.stage == ADOPTED and y.kept_share >= p.yardstick and y.red_kept >= 1.0


@rule
def implementation_goal(p):
    """Level of implementation that counts: a threshold, or for means the start and a raise that grows with ambition."""
    if p.problem_kind == UNDERFUNDED:
        return min(0.9, p.implementation_before + p.budget_raise * (0.4 + 1.2 * p.goal_ambition))
    return p.implementation_threshold


@rule
def judge(w, p, week):
    """Whether the change that was asked for is there (S04). Writes: policy, alliance.won_week, events."""
    y = w.policy
    if y.stage - y.start_stage > y.best_stage:
        y.best_stage = y.stage - y.start_stage
    y.kept_share, y.red_kept = won_shares(w.provisions, w.alliance.provisions)
    y.above_weeks = y.above_weeks + 1 if y.stage == ADOPTED and y.implementation >= implementation_goal(p) else 0
    if goal_is_met(y, p) and y.changed == 0:
        y.changed = 1
        if y.change_week == NEVER:
            y.change_week = week
        w.alliance.won_week = week if w.alliance.won_week == NEVER else w.alliance.won_week
        seize(w)
        log(w.events, w.counts, week, E_CHANGED, NOBODY, NOBODY, NOBODY, y.kept_share)
        if p.problem_kind == UNDERFUNDED or p.problem_kind == BADLY_IMPLEMENTED:
            explain_will(w, p, week)
        else:
            because(w.events, w.counts, week, R_KEPT, NOBODY, NOBODY, y.kept_share, 0.0)
