"""How long people stay in office, how they trust, take advice and hold out: facts A29, A30 and A32 to A34."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import complete, mean, ratio, standardised
from experiments.evidence.patterns import base_rates

Array = NDArray[np.float64]
TENURES, RATIO, LEVERS, ADVICE, CAMPS = (
    "tenures", "evidence/trust_ratio", "evidence/trust_levers", "advice", "camps",
)  # fmt: skip
GOZZER = "Gozzer et al. 2021, Revista Peruana de Medicina Experimental y Salud Pública"
FERRAZ = "Ferraz and Azevedo 2011, São Paulo Medical Journal"
CONTESTED = "Zhu, Yao and Jiang 2023; Li et al. 2021 (both Frontiers)"
YANIV = "Yaniv and Kleinberger 2000; Schultze, Rakotoarisoa and Schulz-Hardt 2015"
VIRTUAL = "Opinion dynamics within a virtual small group, Frontiers in Physics 2015"
RATIOS, USUAL = ("ratio 1", "ratio 1.5", "ratio 2.5"), "ratio 1.5"
MAIN_LEVERS = (
    "alliance.goal_specificity", "alliance.formality", "alliance.co_chair_skill", "alliance.agenda_discipline",
    "alliance.meeting_interval", "alliance.insider_share", "alliance.government_engagement",
    "alliance.relationship_investment", "alliance.participation_support", "alliance.inclusion_effort",
    "alliance.transparency", "alliance.expectation_management",
)  # fmt: skip
SITUATION = (
    "context.controversy", "context.initial_salience", "context.opposition_strength", "alliance.founders",
    "context.veto_holders",
)  # fmt: skip
TOLD = ("stage_reached", "trust_mean", "completion", "participation", "members_final")
CLEAR = 3.0  # standard errors
APART, CAMP = 0.2, 2


# A29 and A30


def median_tenure(arms: Arms) -> float:
    """Median months of the ministers' completed tenures, where the lever has the Peruvian mean."""
    months = arms["Peru"]["months"]
    known = months[np.isfinite(months)]
    return float(np.median(known)) if known.size else math.nan


def unstable_tenure(arms: Arms) -> float:
    """Mean months of completed tenures in the unstable setting."""
    return mean(arms["unstable"]["months"])


def stable_tenure(arms: Arms) -> float:
    """Mean months of completed tenures in the stable setting."""
    return mean(arms["stable"]["months"])


# A32


def least_uplift(arms: Arms) -> float:
    """The smallest of the uplifts under the three weights of a broken word."""
    return min(_uplifts(arms))


def most_uplift(arms: Arms) -> float:
    """The largest of the uplifts under the three weights of a broken word."""
    return max(_uplifts(arms))


def _uplifts(arms: Arms) -> list[float]:
    return [base_rates.uplift({"with": arms[name], "without": arms[f"{name} without"]}) for name in RATIOS]


def same_signs(arms: Arms) -> float:
    """Of the effects of main levers that are clear at the usual weight, the share that points the same way at the two
    others."""
    usual, error = lever_effects(arms[USUAL])
    clear = np.abs(usual) > CLEAR * error
    if not clear.any():
        return math.nan
    others = [lever_effects(arms[name])[0] for name in RATIOS if name != USUAL]
    agree = np.all([np.sign(each) == np.sign(usual) for each in others], axis=0)
    return float(agree[clear].mean())


def lever_effects(sample: Sample) -> tuple[Array, Array]:
    """Effects of the main levers on what is told of an alliance, and their standard errors; shape (outcomes, levers).

    By least squares, for one standard deviation of each lever, with the other levers and the situation held, over the
    runs in which all that is told has a value. NaN where these are too few.
    """
    outcomes, features = ([sample[name] for name in names] for names in (TOLD, (*MAIN_LEVERS, *SITUATION)))
    first, rows = complete(outcomes[0], [*outcomes[1:], *features])
    told = np.column_stack([first, rows[:, : len(TOLD) - 1]])
    free = len(told) - len(features) - 1
    if free <= 0:
        nothing = np.full((len(TOLD), len(MAIN_LEVERS)), np.nan)
        return nothing, nothing
    return _least_squares(told, standardised(rows[:, len(TOLD) - 1 :]), free)


def _least_squares(outcomes: Array, rows: Array, free: int) -> tuple[Array, Array]:
    matrix = np.column_stack([np.ones(len(rows)), rows])
    inverse = np.linalg.pinv(matrix.T @ matrix)
    beta = inverse @ (matrix.T @ outcomes)
    spread = ((outcomes - matrix @ beta) ** 2).sum(axis=0) / free
    error = np.sqrt(np.outer(np.maximum(np.diag(inverse), 0.0), spread))
    of_levers = slice(1, 1 + len(MAIN_LEVERS))
    return beta[of_levers].T, error[of_levers].T


# A33 and A34


def weight_of_advice(arms: Arms) -> float:
    """What part of the distance to an adviser the listener goes in one meeting, on average."""
    return mean(arms["anywhere"]["moved"])


def far_advice(arms: Arms) -> float:
    """Weight of advice from very far over that of advice from the middle distance."""
    return ratio(mean(arms["far"]["moved"]), mean(arms["middle"]["moved"]))


def two_camps(arms: Arms) -> float:
    """Share of groups that stand in two camps in the end."""
    return mean(stand_apart(arms["stubborn"]["position"]))


def stand_apart(position: Array) -> Array:
    """Whether each group of `position` (groups, members) stands in two camps: 1, 0.

    Its widest gap between neighbours is a fifth of the scale or more, and each side of it has two members or more.
    """
    ordered = np.sort(position, axis=1)
    gaps = np.diff(ordered, axis=1)
    widest = gaps.argmax(axis=1)
    members = position.shape[1]
    enough = (widest + 1 >= CAMP) & (members - widest - 1 >= CAMP)
    return np.asarray(enough & (gaps.max(axis=1) >= APART), dtype=float)


_LEVER = both(
    "the lever is set to the source’s mean; changes of government count among what ends a tenure",
    "le levier vaut la moyenne de la source ; les alternances comptent parmi ce qui met fin à un mandat",
)
_FERRAZ = both(
    "Health ministers stayed 15 months in Brazil and 33 in 22 countries of high human development.",
    "Les ministres de la santé sont restés 15 mois au Brésil et 33 dans 22 pays à développement humain élevé.",
)
_CONTESTED = both(
    "Whether bad news moves trust more than good is contested: conclusions must hold either way.",
    "Que les mauvaises nouvelles pèsent plus que les bonnes sur la confiance est contesté : les conclusions doivent "
    "tenir dans les deux cas.",
)
_ADVICE = both(
    "People go a third of the way to an adviser’s opinion, and less far when it is very far from their own.",
    "On fait un tiers du chemin vers l’avis d’un conseiller, et moins quand cet avis est très éloigné du sien.",
)

PATTERNS = (
    Pattern(
        "A29",
        both("Half of Peru’s health ministers since 1935 stayed 11 months or less; the mean was 13.7.",
             "La moitié des ministres de la santé du Pérou depuis 1935 sont restés 11 mois ou moins ; la moyenne est "
             "de 13,7."),
        GOZZER, "V", TENURES,
        both("median months of completed tenures of the minister over thirty years without an alliance, at "
             "context.holder_tenure 13.7",
             "médiane, en mois, des mandats achevés du ministre sur trente ans sans alliance, avec "
             "context.holder_tenure à 13,7"),
        median_tenure, 9.0, 15.0, reason=_LEVER,
    ),
    Pattern(
        "A30 unstable", _FERRAZ, FERRAZ, "V", TENURES,
        both("mean months of completed tenures of the minister over thirty years without an alliance, at "
             "context.holder_tenure 15",
             "moyenne, en mois, des mandats achevés du ministre sur trente ans sans alliance, avec "
             "context.holder_tenure à 15"),
        unstable_tenure, 12.0, 18.0, reason=_LEVER,
    ),
    Pattern(
        "A30 stable", _FERRAZ, FERRAZ, "V", TENURES,
        both("the same at context.holder_tenure 33", "la même chose avec context.holder_tenure à 33"),
        stable_tenure, 27.0, 39.0, reason=_LEVER,
    ),
    Pattern(
        "A32 least uplift", _CONTESTED, CONTESTED, "V", RATIO,
        both("uplift as in A13, at coefficient.trust_ratio 1, 1.5 and 2.5: the smallest of the three",
             "effet propre comme en A13, avec coefficient.trust_ratio à 1, 1,5 et 2,5 : le plus petit des trois"),
        least_uplift, 0.05, 0.25,
    ),
    Pattern(
        "A32 most uplift", _CONTESTED, CONTESTED, "V", RATIO,
        both("uplift as in A13, at coefficient.trust_ratio 1, 1.5 and 2.5: the largest of the three",
             "effet propre comme en A13, avec coefficient.trust_ratio à 1, 1,5 et 2,5 : le plus grand des trois"),
        most_uplift, 0.05, 0.25,
    ),
    Pattern(
        "A32 levers", _CONTESTED, CONTESTED, "V", LEVERS,
        both("least squares of stage reached, mean trust, completion, active members and members at the end on twelve "
             "levers and five traits of the situation, over the runs in which all five are known, at each of the three "
             "ratios: of the effects of levers that are three standard errors from 0 at 1.5, the share with the same "
             "sign at 1 and at 2.5",
             "moindres carrés de l’étape atteinte, de la confiance moyenne, de la part d’activités menées à terme, des "
             "membres actifs et des membres à la fin sur douze leviers et cinq traits de la situation, dans les "
             "simulations où toutes cinq sont connues, à chacun des trois rapports : parmi les effets de leviers "
             "situés à trois erreurs types de 0 à 1,5, part de ceux qui ont le même signe à 1 et à 2,5"),
        same_signs, 1.0, 1.0,
    ),
    Pattern(
        "A33 weight", _ADVICE, YANIV, "M-m", ADVICE,
        both("one listener without a red line and one adviser meet once, at a distance drawn evenly from 0.05 to 0.8: "
             "mean of the listener’s move over the distance",
             "une personne qui écoute, sans ligne rouge, et une qui conseille se réunissent une fois, à une distance "
             "tirée uniformément entre 0,05 et 0,8 : moyenne du déplacement de la première rapporté à la distance"),
        weight_of_advice, 0.15, 0.45,
    ),
    Pattern(
        "A33 far", _ADVICE, YANIV, "V", ADVICE,
        both("the same mean at distances from 0.7 to 0.8, over that at distances from 0.2 to 0.5 for the same "
             "listeners; lower means by a twentieth at least, so that rounding decides nothing",
             "la même moyenne à des distances de 0,7 à 0,8, rapportée à celle des distances de 0,2 à 0,5 pour les "
             "mêmes personnes ; moins veut dire d’un vingtième au moins, pour qu’aucun arrondi n’en décide"),
        far_advice, 0.0, 0.95,
    ),
    Pattern(
        "A34",
        both("Groups of ten split into two camps around their stubborn members.",
             "Des groupes de dix se sont scindés en deux camps autour de leurs membres intransigeants."),
        VIRTUAL, "V", CAMPS,
        both("share of groups of ten, two of them stubborn at the two ends and the others drawn evenly, that stand in "
             "two camps after 26 meetings in a year: two or more members on each side of a gap of 0.2 or more",
             "part des groupes de dix, dont deux intransigeants aux deux extrêmes et les autres tirés uniformément, "
             "qui forment deux camps après 26 réunions en un an : deux membres au moins de chaque côté d’un écart de "
             "0,2 au moins"),
        two_camps, 0.5, 1.0,
    ),
)  # fmt: skip
