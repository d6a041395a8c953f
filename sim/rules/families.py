"""What each family of organisation does of its own accord, beyond its endowments (S10).

One function a family; the compiled week picks by family, the agent of the family calls its own.
"""

from sim.compiled import rule
from sim.draws import uniform
from sim.rules import addresses as at
from sim.rules.forms import is_awake, share
from sim.rules.words import LOCAL_SCOPE


@rule
def acts(organisations, alliance, i):
    """Whether a member does its family's own work this week."""
    m = organisations[i]
    return m.is_present == 1 and is_awake(alliance.phase)


@rule
def accompany(organisations, alliance, trust, rows, counts, p, key, week, i):
    """NGO: those with means accompany a small member each month, whose cost of taking part falls by what they spend.

    The more restrained the strong, the more of this (S33 S36).

    Writes: organisations (purse of i, fatigue of j), counts.
    """
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    if week % 4 != 0 or m.small >= 0.5 or m.purse < p.mentor_cost or alliance.member_count < 2:
        return
    k = int(uniform(key, at.EXPOSED, week, m.address, at.NONE) * alliance.member_count)
    j = rows[k]
    if j == i or organisations[j].small < 0.5:
        return
    spent = p.mentor_cost * p.ingo_restraint
    m.purse -= spent
    counts.money += spent
    organisations[j].fatigue *= 1.0 - p.mentor_relief * p.ingo_restraint
    trust[j, i] += p.trust_gain * p.ingo_restraint * (1.0 - trust[j, i])


@rule
def consult_base(organisations, alliance, p, i):
    """Civil society: a body drifts from the people for whom it speaks, and goes back to ask them (S34).

    Drift grows with the hours that the alliance takes, and is faster for umbrella bodies, which hear those affected
    through others; inclusion and bottom-up working bring it back.
    Writes: organisations[i].representativeness.
    """
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    far = 1.0 if m.scope == LOCAL_SCOPE else p.umbrella_drift
    drift = p.base_drift * far * m.load * m.representativeness
    back = p.base_return * (0.3 + p.inclusion_effort + p.bottom_up) * (m.base_representativeness - m.representativeness)
    m.representativeness = share(m.representativeness - drift + back)


@rule
def align_funding(organisations, alliance, p, i):
    """Donor: puts more of its purse into the pooled fund as it comes to trust the others (S51).

    Writes: organisations[i].purse, alliance.fund.
    """
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    given = p.donor_alignment * p.pooled_fund * m.mean_trust * m.purse
    m.purse -= given
    alliance.fund += given


@rule
def open_doors(organisations, holders, alliance, p, week, i):
    """Government: a public body inside the alliance vouches for it where it has access (S27 S54).

    Writes: holders.trust.
    """
    if not acts(organisations, alliance, i):
        return
    if week % 4 != 0:
        return
    for h in range(alliance.holders):
        o = holders[h]
        o.trust += 4.0 * p.vouching * organisations[i].drive * organisations[i].access[h] * (1.0 - o.trust)


@rule
def publish(organisations, alliance, p, i):
    """Knowledge: its own studies add to the common evidence, whatever the plan (S43). Writes: alliance.evidence."""
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    gain = p.own_studies * m.drive * m.hours * p.member_hours * organisations[i].skill[0]
    alliance.evidence += gain * (1.0 - alliance.evidence)


@rule
def weigh_interest(organisations, alliance, public, p, i):
    """Business: loses heart when the issue is hot and customers are divided: a conflict of interest (S08 S10).

    Writes: organisations[i].enthusiasm.
    """
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    m.enthusiasm *= 1.0 - p.business_caution * p.controversy * public.salience


@rule
def report_issue(organisations, alliance, public, p, i):
    """Media: a member outlet keeps the issue in the news as far as the press is free (S45). Writes: public.buzz."""
    if not acts(organisations, alliance, i):
        return
    m = organisations[i]
    public.buzz += p.own_coverage * m.drive * m.audience * p.media_freedom
