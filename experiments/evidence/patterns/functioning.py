"""How alliances work and last: facts A35 to A49."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import WEEKS_A_MONTH, complete, logit, mean, pass_rate, ratio, standardised
from experiments.evidence.patterns.base_rates import REFERENCE

Array = NDArray[np.float64]
SURVIVAL, LEADERS, SCOPE, LEVERS = "evidence/survival", "evidence/leaders", "evidence/scope", "evidence/functioning"
WINS, MODES, TIES = "evidence/small_wins", "evidence/governance", "evidence/prior_ties"
NORC = "NORC 2012, Sustainability and Impact of Community Coalitions (165 coalitions)"
SIX = (
    "alliance.formality", "alliance.co_chair_skill", "alliance.participation_support", "composition.sectors",
    "alliance.government_engagement", "context.initial_agreement",
)  # fmt: skip
MODE_NAMES, SIZES = ("shared", "lead", "secretariat"), (6, 15, 40)
LARGE = 20.0  # members at the most, from which working groups are counted


def _lives(sample: Sample) -> Array:
    """Whether three organisations or more still work together at the horizon."""
    lives = (sample["alive"] == 1.0) & (sample["members_final"] >= 3.0)
    return np.where(np.isnan(sample["alive"]), np.nan, lives.astype(float))


def _one(arms: Arms) -> Sample:
    return arms["with"] if "with" in arms else arms["all"]


def sustained(arms: Arms) -> float:
    """Share of alliances that live five years after their funding ended."""
    return mean(_lives(_one(arms)))


def ended_well(arms: Arms) -> float:
    """Of the alliances that ended, the share whose aim was reached or that handed over."""
    sample = _one(arms)
    done = (sample["policy_changed"] == 1.0) | (sample["handed_over"] == 1.0)
    return mean(np.where(_lives(sample) == 0.0, done.astype(float), np.nan))


def survivors_larger(arms: Arms) -> float:
    """Mean members at the most of those that live, less those that ended."""
    sample = _one(arms)
    lives = _lives(sample)
    return mean(np.where(lives == 1.0, sample["members_peak"], np.nan)) - mean(
        np.where(lives == 0.0, sample["members_peak"], np.nan)
    )


def _survival_fit(arms: Arms) -> Array:
    """Coefficients of participation, sectors and members who left, standardised, on living on."""
    sample = _one(arms)
    left = sample["exits"] / np.maximum(sample["members_peak"], 1.0)
    outcome, rows = complete(_lives(sample), [sample["participation"], sample["start_sectors"], left])
    return logit(outcome, standardised(rows))[0]


def active_live_on(arms: Arms) -> float:
    """Change of the log-odds of living on with one standard deviation of participation."""
    return float(_survival_fit(arms)[1])


def sectors_do_not_decide(arms: Arms) -> float:
    """The same less the size of what the number of sectors does."""
    beta = _survival_fit(arms)
    return float(beta[1] - abs(beta[2]))


def leaders_carry(arms: Arms) -> float:
    """Share that live on with skilled chairs less that with unskilled ones."""
    return mean(_lives(arms["skilled"])) - mean(_lives(arms["unskilled"]))


def narrow_wins(arms: Arms) -> float:
    """Chance of change with a narrow aim less that with a broad one."""
    return pass_rate(arms["narrow"], 48) - pass_rate(arms["broad"], 48)


def narrow_lives(arms: Arms) -> float:
    """Share that live on with a narrow aim less that with a broad one."""
    return mean(_lives(arms["narrow"])) - mean(_lives(arms["broad"]))


def active_share(arms: Arms) -> float:
    """Mean share of members that gave time in a week."""
    return mean(arms["with"]["participation"])


def _functioning(arms: Arms) -> tuple[Array, Array, Array]:
    """Capacity, whether policy changed, and the six levers, standardised, run by run."""
    sample = _one(arms)
    capacity, rows = complete(sample["capacity"], [sample["policy_changed"], *(sample[name] for name in SIX)])
    return capacity, rows[:, 0], standardised(rows[:, 1:])


def levers_that_help(arms: Arms) -> float:
    """How many of the six levers raise capacity, by the sign of their coefficient."""
    capacity, _, rows = _functioning(arms)
    beta = np.linalg.lstsq(np.column_stack([np.ones(len(rows)), rows]), capacity, rcond=None)[0]
    return float((beta[1:] > 0.0).sum())


def functioning_hardly_wins(arms: Arms) -> float:
    """R² of capacity on the six levers, less R² of change on capacity."""
    capacity, changed, rows = _functioning(arms)
    matrix = np.column_stack([np.ones(len(rows)), rows])
    left = capacity - matrix @ np.linalg.lstsq(matrix, capacity, rcond=None)[0]
    if capacity.var() == 0.0 or changed.var() == 0.0:
        return math.nan
    return float(1.0 - left.var() / capacity.var() - np.corrcoef(capacity, changed)[0, 1] ** 2)


def months_to_agreement(arms: Arms) -> float:
    """Median months until the joint aim is agreed, in alliances of three sectors or more."""
    sample = arms["with"]
    weeks = np.where(sample["start_sectors"] >= 3.0, sample["agreement_week"], np.nan)
    return float(np.nanmedian(weeks)) / WEEKS_A_MONTH if np.isfinite(weeks).any() else math.nan


def wins_feed_trust(arms: Arms) -> float:
    """Mean trust at month 24 with the mechanism of small wins, less that without."""
    return mean(arms["small wins"]["trust_mean"] - arms["none"]["trust_mean"])


def wins_feed_participation(arms: Arms) -> float:
    """Mean participation over 24 months with it, less that without."""
    return mean(arms["small wins"]["participation"] - arms["none"]["participation"])


def mode_depends_on_size(arms: Arms) -> float:
    """1 if the way of governing with the best capacity is another for six members than for forty."""
    best = []
    for size in (SIZES[0], SIZES[-1]):
        best.append(int(np.argmax([mean(arms[f"{mode} {size}"]["capacity"]) for mode in MODE_NAMES])))
    return float(best[0] != best[1])


def ties_odds(arms: Arms) -> float:
    """Odds that an invitation is accepted where most have worked together, over those where few have."""
    shares = [mean(arms[name]["joined_share"]) for name in ("many ties", "few ties")]
    odds = [ratio(share, 1.0 - share) for share in shares]
    return ratio(odds[0], odds[1])


def members_a_group(arms: Arms) -> float:
    """Members at the most for each working group, in alliances of twenty and more."""
    sample = arms["with"]
    large = (sample["members_peak"] >= LARGE) & (sample["working_groups"] > 0.0)
    members = mean(np.where(large, sample["members_peak"], np.nan))
    return ratio(members, mean(np.where(large, sample["working_groups"], np.nan)))


def turnout(arms: Arms) -> float:
    """Mean share of members present at meetings."""
    return mean(arms["with"]["attendance"])


PATTERNS = (
    Pattern(
        "A35",
        both("68 % of coalitions still worked four to six years after their grant had ended.",
             "68 % des coalitions travaillaient encore quatre à six ans après la fin de leur subvention."),
        NORC, "V", SURVIVAL,
        both("share alive with three members or more at month 96, the draws of the reference ensemble, two fifths of "
             "the funding ending at month 36",
             "part en vie avec trois membres ou plus au mois 96, tirages de l’ensemble de référence, deux cinquièmes "
             "du financement s’arrêtant au mois 36"),
        sustained, 0.50, 0.85,
    ),
    Pattern(
        "A36",
        both("A third of those that ended had reached their goal or were no longer needed.",
             "Un tiers de celles qui ont pris fin avaient atteint leur but ou n’étaient plus nécessaires."),
        NORC, "V", SURVIVAL,
        both("share with change at the horizon, or a hand-over, among those that are not alive at month 96",
             "part avec changement à l’horizon, ou transmission, parmi celles qui ne sont plus en vie au mois 96"),
        ended_well, 0.15, 0.50,
    ),
    Pattern(
        "A37",
        both("Those that lasted were larger, by 40 members against 22, with wide spread.",
             "Celles qui ont duré étaient plus grandes, 40 membres contre 22, avec une forte dispersion."),
        NORC, "V", SURVIVAL,
        both("mean members at the most of those alive at month 96, less that of those that are not",
             "nombre moyen de membres au plus haut de celles qui vivent au mois 96, moins celui des autres"),
        survivors_larger, 0.0,
    ),
    Pattern(
        "A38",
        both("74 to 79 % of members were active.", "74 à 79 % des membres étaient actifs."),
        NORC, "V", REFERENCE,
        both("mean share of members that gave time in a week while the alliance lived (the source counts by the "
             "quarter, which gives more)",
             "part moyenne des membres qui ont donné du temps dans la semaine tant que l’alliance vivait (la source "
             "compte par trimestre, ce qui donne davantage)"),
        active_share, 0.60, 0.90,
    ),
    Pattern(
        "A39",
        both("Predicted survival rose from 48 % with the least experienced leaders to 84 % with the most.",
             "La survie prévue passait de 48 % avec les responsables les moins expérimentés à 84 % avec les plus "
             "expérimentés."),
        NORC, "V", LEADERS,
        both("share alive at month 96 with co-chairs' skill at 0.9 less that at 0.1, otherwise as for A35",
             "part en vie au mois 96 avec un savoir-faire des coprésidences de 0,9, moins celle à 0,1, sinon comme "
             "pour A35"),
        leaders_carry, 0.15, 0.45,
    ),
    Pattern(
        "A40 active",
        both("A larger active share went with "
             "lasting.", "Une plus grande part de membres actifs allait avec la durée."),
        NORC, "V", SURVIVAL,
        both("coefficient of participation, by standard deviation, beside the number of sectors and the share of "
             "members who left, in a logistic regression of living at month 96",
             "coefficient de la participation, par écart type, à côté du nombre de secteurs et de la part de membres "
             "partis, dans une régression logistique de la survie au mois 96"),
        active_live_on, 0.0, clear=True,
    ),
    Pattern(
        "A40 sectors",
        both("The number of sectors did not decide.", "Le nombre de secteurs n’était pas décisif."),
        NORC, "V", SURVIVAL,
        both("that coefficient less the size of the one of the number of sectors",
             "ce coefficient moins celui, en valeur absolue, du nombre de secteurs"),
        sectors_do_not_decide, 0.0,
    ),
    Pattern(
        "A41 change",
        both("Members wished that they had narrowed the mission.", "Les membres auraient voulu resserrer la mission."),
        NORC, "V", SCOPE,
        both("change within 48 months with a scope of 0.2 less that with 0.9",
             "changement en 48 mois avec une étendue de 0,2, moins celui avec 0,9"),
        narrow_wins, 0.0,
    ),
    Pattern(
        "A41 survival",
        both("The same, for lasting.", "De même pour la durée."),
        NORC, "V", SCOPE,
        both("share alive after five years with a scope of 0.2 less that with 0.9",
             "part en vie après cinq ans avec une étendue de 0,2, moins celle avec 0,9"),
        narrow_lives, 0.0,
    ),
    Pattern(
        "A42 six",
        both("Six factors recur in studies of coalitions that function: rules, leadership, participation, diversity, "
             "agency collaboration, cohesion.",
             "Six facteurs reviennent dans les études de coalitions qui fonctionnent\u00a0: règles, direction, "
             "participation, diversité, collaboration avec les administrations, cohésion."),
        "Zakocs and Edwards 2006, American Journal of Preventive Medicine", "V", LEVERS,
        both("how many of formality, co-chairs' skill, support to take part, number of sectors, engagement with "
             "government and initial agreement have a positive coefficient in a linear regression of capacity at the "
             "end",
             "combien, parmi la formalité, le savoir-faire des coprésidences, l’aide à la participation, le nombre de "
             "secteurs, le lien avec le gouvernement et l’accord initial, ont un coefficient positif dans une "
             "régression linéaire de la capacité à la fin"),
        levers_that_help, 5.0, 6.0,
    ),
    Pattern(
        "A42 link",
        both("That a coalition functions is hardly linked to whether it changes policy.",
             "Qu’une coalition fonctionne dit peu si elle change la politique."),
        "Zakocs and Edwards 2006; Nagorcka-Smith and others 2022, BMC Public Health", "V", LEVERS,
        both("R² of capacity on the six levers less R² of change on capacity",
             "R² de la capacité sur les six leviers, moins R² du changement sur la capacité"),
        functioning_hardly_wins, 0.0, clear=True,
    ),
    Pattern(
        "A44",
        both("Partnerships needed some 48 months to major milestones (44 watersheds).",
             "Les partenariats ont eu besoin de quelque 48 mois pour leurs grandes étapes (44 bassins)."),
        "Leach, Pelkey and Sabatier 2002, Journal of Policy Analysis and Management", "V", REFERENCE,
        both("median months from the start to the agreement on the joint aim, in alliances of three sectors or more",
             "médiane des mois entre le début et l’accord sur l’objectif commun, pour les alliances de trois secteurs "
             "ou plus"),
        months_to_agreement, 18.0, 60.0,
    ),
    Pattern(
        "A45 trust",
        both("Intermediate wins feed trust and commitment (137 cases).",
             "Les succès intermédiaires nourrissent la confiance et l’engagement (137 cas)."),
        "Ansell and Gash 2008, Journal of Public Administration Research and Theory", "V", WINS,
        both("mean trust at month 24 with the mechanism of small wins less that without it, run by run",
             "confiance moyenne au mois 24 avec le mécanisme des petites victoires, moins celle sans lui, simulation "
             "par simulation"),
        wins_feed_trust, 0.0, clear=True,
    ),
    Pattern(
        "A45 participation",
        both("They feed participation too.", "Ils nourrissent aussi la participation."),
        "Ansell and Gash 2008, Journal of Public Administration Research and Theory", "V", WINS,
        both("mean participation over 24 months with it less that without it",
             "participation moyenne sur 24 mois avec lui, moins celle sans lui"),
        wins_feed_participation, 0.0, clear=True,
    ),
    Pattern(
        "A46",
        both("Shared governance suits few members, an administrative organisation suits many.",
             "La gouvernance partagée convient à peu de membres, une organisation administrative à beaucoup."),
        "Provan and Kenis 2008, Journal of Public Administration Research and Theory", "M-m", MODES,
        both("1 if, among administration by rotation, by a host and by a paid secretariat, the one with the highest "
             "mean capacity is another for 6 founders than for 40",
             "1 si, parmi l’administration tournante, par un hôte et par un secrétariat rémunéré, celle qui donne la "
             "plus forte capacité moyenne diffère entre 6 et 40 fondateurs"),
        mode_depends_on_size, 1.0, 1.0,
    ),
    Pattern(
        "A47",
        both("Groups that had worked together, or with the same others, allied more (57 groups).",
             "Les groupes qui avaient travaillé ensemble, ou avec les mêmes, s’alliaient davantage (57 groupes)."),
        "Heaney 2004", "V", TIES,
        both("odds that an invitation is accepted with prior collaboration at 0.8 over those at 0.1",
             "cote d’acceptation d’une invitation avec une collaboration antérieure de 0,8, rapportée à celle à 0,1"),
        ties_odds, 1.0,
    ),
    Pattern(
        "A48",
        both("Seven working groups for some forty members, five or six for 29.",
             "Sept groupes de travail pour une quarantaine de membres, cinq ou six pour 29."),
        "documents of the Georgian case", "V", REFERENCE,
        both("mean members at the most over mean working groups, in alliances of twenty members and more",
             "nombre moyen de membres au plus haut rapporté au nombre moyen de groupes de travail, pour les alliances "
             "de vingt membres et plus"),
        members_a_group, 4.0, 8.0,
    ),
    Pattern(
        "A49",
        both("Twelve of some thirty came to a meeting.", "Douze sur une trentaine sont venus à une réunion."),
        "documents of the Georgian case", "J", REFERENCE,
        both("mean share of members present at meetings", "part moyenne de membres présents aux réunions"),
        turnout, 0.3, 0.7,
    ),
)  # fmt: skip
