"""How far change can be foreseen, from what, and by how many ways it comes: facts A12, A20, A21 and A31."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import (
    area_under_curve,
    complete,
    logit,
    mean,
    standardised,
    within,
)
from experiments.evidence.patterns.sides import net_support

Array = NDArray[np.float64]
REFERENCE, PATHWAYS = "reference", "pathways"
GILENS = "Gilens and Page 2014, Testing Theories of American Politics, and its data"
MAHONEY = "Mahoney 2007, Journal of Public Policy"
PIERCE = "Pierce, Peterson and Hicks 2020, Policy Studies Journal; Weible, Sabatier and McQueen 2009"
FOLDS = 5
ALLIANCE_SIDE = ("start_size", "start_sectors", "start_hours", "start_trust", "diversity_founding", "shared_vision")
ISSUE = ("context.controversy", "context.initial_salience", "context.opposition_strength")
ALLIANCE = ("alliance.founders", "composition.sectors")
SKEWED = "context.opposition_strength"
OFFICES = 8  # minister, executive, three officials, two legislators, a local authority: `sim.founding.make_offices`
YEARS_WATCHED, YEARS_ASKED = 5.0, 4.0

# A12


def of_the_alliance(sample: Sample) -> list[Array]:
    """What is known of the alliance when it starts; its means against those of opponents among it."""
    return [*(sample[name] for name in ALLIANCE_SIDE), np.log(sample["start_resource_ratio"])]


def of_everything(sample: Sample) -> list[Array]:
    """The same and what is known of the issue and of the institutions; never what power-holders really think."""
    around = ("context.controversy", "context.initial_salience", "start_veto_holders")
    return [*of_the_alliance(sample), *(sample[name] for name in around)]


def foreseen(sample: Sample, features: list[Array]) -> float:
    """Area under the curve of a fitted chance; every fifth of the draws is foreseen from the other four."""
    draw = np.broadcast_to(np.arange(sample.draws)[:, None] % FOLDS, features[0].shape).astype(float)
    outcome, rows = complete(within(sample, 48), [draw, *features])
    fold, rows = rows[:, 0], standardised(rows[:, 1:])
    score = np.full(len(outcome), np.nan)
    for each in range(FOLDS):
        beta, _ = logit(outcome[fold != each], rows[fold != each])
        score[fold == each] = beta[0] + rows[fold == each] @ beta[1:]
    return math.nan if np.isnan(score).any() else area_under_curve(outcome, score)


def foreseen_from_alliance(arms: Arms) -> float:
    """From what is known of the alliance."""
    return foreseen(arms["with"], of_the_alliance(arms["with"]))


def foreseen_from_all(arms: Arms) -> float:
    """From all that is known at the start."""
    return foreseen(arms["with"], of_everything(arms["with"]))


def foreseen_from_alignment(arms: Arms) -> float:
    """From net support alone, which needs no fit."""
    outcome, rows = complete(within(arms["with"], 48), [net_support(arms["with"])])
    return area_under_curve(outcome, rows[:, 0])


# A20


def issue_over_alliance(arms: Arms) -> float:
    """Share of variance that what is drawn of the issue explains, less the share of what is drawn of alliances."""
    sample = arms["with"]
    return explained(sample, ISSUE) - explained(sample, ALLIANCE)


def explained(sample: Sample, names: tuple[str, ...]) -> float:
    """Adjusted R² of change on these factors and their squares; strength of the opposition as its logarithm.

    Factors are drawn independently, so that shares of different factors add up.
    """
    drawn = [np.log(sample[name]) if name == SKEWED else sample[name] for name in names]
    outcome, rows = complete(within(sample, 48), drawn)
    centred = standardised(rows)
    matrix = np.column_stack([np.ones(len(outcome)), centred, centred**2])
    freedom = len(outcome) - matrix.shape[1]
    total = float(((outcome - outcome.mean()) ** 2).sum()) if len(outcome) else 0.0
    if freedom <= 0 or total == 0.0:
        return math.nan
    beta = np.linalg.lstsq(matrix.T @ matrix, matrix.T @ outcome, rcond=None)[0]  # small, and a factor may be constant
    left = float(((outcome - matrix @ beta) ** 2).sum())
    return 1.0 - (left / freedom) / (total / (len(outcome) - 1))


# A21


def several_pathways(arms: Arms) -> float:
    """Of the changes, the share before which two pathways or more were open within a year."""
    number = arms["with"]["pathways"]
    return mean(np.where(np.isnan(number), np.nan, (number >= 2.0).astype(float)))


# A31


def changes_an_office(arms: Arms) -> float:
    """New people in an office in four years, mean over all offices."""
    return mean(arms["with"]["holders_replaced"]) * (YEARS_ASKED / YEARS_WATCHED) / OFFICES


def new_veto_holders(arms: Arms) -> float:
    """New people in four years in an office whose consent is needed."""
    return mean(arms["with"]["veto_changes"])


PATTERNS = (
    Pattern(
        "A12",
        both("Alignment of groups alone foresees adoption with an area under the curve of 0.61.",
             "La seule position des groupes prévoit l’adoption avec une aire sous la courbe de 0,61."),
        GILENS, "D", REFERENCE,
        both("area under the curve of change within 48 months of the agreement, foreseen by a logistic regression "
             "on `start_size`, `start_sectors`, `start_hours`, `start_trust`, `diversity_founding`, "
             "`shared_vision` and ln `start_resource_ratio`; each fifth of the draws (number modulo 5) by a fit "
             "to the others, runs with the alliance",
             "aire sous la courbe du changement dans les 48 mois qui suivent l’accord, prévu par une régression "
             "logistique sur `start_size`, `start_sectors`, `start_hours`, `start_trust`, `diversity_founding`, "
             "`shared_vision` et ln `start_resource_ratio` ; chaque cinquième des tirages (numéro modulo 5) "
             "d’après les autres, simulations avec l’alliance"),
        foreseen_from_alliance, 0.55, 0.75,
    ),
    Pattern(
        "A12 reject",
        both("Outcomes are hard to foresee: a model in which an alliance's traits tell who wins is "
             "over-determined.",
             "Les résultats se prévoient mal : un modèle où les traits d’une alliance disent qui l’emporte serait "
             "trop déterminé."),
        GILENS, "D", REFERENCE,
        both("the same area",
             "la même aire"),
        foreseen_from_alliance, high=0.85,
    ),
    Pattern(
        "A12 all",
        both("All three predictors together explain 7% of the variance of adoption.",
             "Les trois variables explicatives réunies expliquent 7 % de la variance de l’adoption."),
        GILENS, "V", REFERENCE,
        both("the same area with controversy, initial salience and `start_veto_holders` among the features",
             "la même aire avec, parmi les variables, la controverse, l’attention initiale portée au sujet et "
             "`start_veto_holders`"),
        foreseen_from_all, high=0.85,
        reason=both("Stricter than the fact asks: all that is known at the start, not only what is known of the "
                    "alliance.",
                    "Plus sévère que le constat ne le demande : tout ce que l’on sait au départ, et non les seuls "
                    "traits de l’alliance."),
    ),
    Pattern(
        "A12 alignment",
        both("Alignment of groups alone foresees adoption with an area under the curve of 0.61.",
             "La seule position des groupes prévoit l’adoption avec une aire sous la courbe de 0,61."),
        GILENS, "D", REFERENCE,
        both("area under the curve of net support as for A8 against change within 48 months of the agreement, "
             "runs with the alliance",
             "aire sous la courbe du soutien net, calculé comme pour A8, face au changement dans les 48 mois qui "
             "suivent l’accord, simulations avec l’alliance"),
        foreseen_from_alignment, 0.55, 0.75,
    ),
    Pattern(
        "A20",
        both("The context of the issue explains more than who the advocates are.",
             "Le contexte du sujet explique davantage que l’identité des organisations qui plaident."),
        MAHONEY, "V", REFERENCE,
        both("adjusted R² of change within 48 months of the agreement on controversy, initial salience and ln "
             "opposition strength with their squares, less that on founders and sectors with theirs (least "
             "squares), runs with the alliance; veto holders count for neither",
             "R² ajusté du changement, dans les 48 mois qui suivent l’accord, sur la controverse, l’attention "
             "initiale portée au sujet et ln de la force de l’opposition avec leurs carrés, moins celui sur le "
             "nombre d’organisations fondatrices et de secteurs avec les leurs (moindres carrés), simulations "
             "avec l’alliance ; les droits de veto ne comptent d’aucun côté"),
        issue_over_alliance, low=0.0,
    ),
    Pattern(
        "A21",
        both("Change often came by several primary pathways at once: external or internal events, learning, "
             "negotiated agreement.",
             "Le changement venait souvent de plusieurs voies à la fois : événement externe ou interne, "
             "apprentissage, accord négocié."),
        PIERCE, "V", PATHWAYS,
        both("of the runs with change, the share in whose event log two of four or more stand in the 52 weeks up "
             "to it: external (`shock`, `change_of_government`, `new_holder` as minister or executive), internal "
             "(`vote_lost`, `reversed`), learning (`completed` research, policy brief, budget analysis or pilot, "
             "and `received`), negotiated (`softened`, `given_up`, or the reason `dropped_contested`)",
             "parmi les simulations avec changement, part de celles dont le journal montre, dans les 52 semaines "
             "qui y mènent, au moins deux voies sur quatre : externe (`shock`, `change_of_government`, "
             "`new_holder` au ministère ou à la tête de l’exécutif), interne (`vote_lost`, `reversed`), "
             "apprentissage (`completed` pour une recherche, une note d’orientation, une analyse budgétaire ou un "
             "projet pilote, et `received`), négociation (`softened`, `given_up`, ou la raison "
             "`dropped_contested`)"),
        several_pathways, 0.5, 1.0,
        reason=both("Open is not the same as effective: what stands in the log need not have moved anybody. Which "
                    "events stand for which pathway is our judgement.",
                    "Ouverte ne veut pas dire efficace : un événement du journal n’a pas forcément fait bouger "
                    "quelqu’un. L’attribution des événements aux voies est notre choix."),
    ),
    Pattern(
        "A31 offices",
        both("An alliance meets 1.5 to 3.4 new ministers in four years.",
             "En quatre ans, une alliance voit arriver de 1,5 à 3,4 ministres."),
        "derived from A29 and A30", "J", REFERENCE,
        both("mean of `holders_replaced`, which counts eight offices in five years, for one office in four years: "
             "times 4/5, over 8; runs with the alliance",
             "moyenne de `holders_replaced`, qui compte huit fonctions en cinq ans, ramenée à une fonction en "
             "quatre ans : fois 4/5, divisée par 8 ; simulations avec l’alliance"),
        changes_an_office, 1.0, 4.0,
        reason=both("Officials, legislators and local authorities stay longer than ministers and pull the mean "
                    "down.",
                    "Hauts responsables, parlementaires et autorités locales restent plus longtemps que les "
                    "ministres et abaissent la moyenne."),
    ),
    Pattern(
        "A31 key",
        both("An alliance meets 1.5 to 3.4 new ministers in four years.",
             "En quatre ans, une alliance voit arriver de 1,5 à 3,4 ministres."),
        "derived from A29 and A30", "J", PATHWAYS,
        both("events `new_holder` in the first 208 weeks, for each office whose consent is needed: mean over "
             "these offices, then over runs",
             "événements `new_holder` des 208 premières semaines, par fonction dotée d’un droit de veto : moyenne "
             "sur ces fonctions, puis sur les simulations"),
        new_veto_holders, 1.0, 4.0,
    ),
)  # fmt: skip
