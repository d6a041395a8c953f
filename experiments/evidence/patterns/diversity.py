"""What it is worth to be many and different, and when: facts A15 to A19."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import changed_by, complete, mean, ratio

Array = NDArray[np.float64]
LIKE, SALIENCE = "evidence/like_unlike", "evidence/diversity_by_salience"
MEANS, RECRUITMENT = "evidence/diversity_by_means", "evidence/recruitment"
NELSON = "Nelson and Yackee 2012, Journal of Politics"
JUNK = "Junk 2019, American Journal of Political Science"
LORENZ = "Lorenz 2020, Journal of Politics"
PHINNEY = "Phinney 2017, Strange Bedfellows"
BEYERS = "Beyers and De Bruycker 2018, Political Studies"
ON_AGENDA = 1.0


def changed(sample: Sample) -> Array:
    """Whether policy had changed 48 months after the start.

    Arms are compared by all their runs: counting from the agreement would leave out those that never agree, and more of
    one arm than of the other.
    """
    return changed_by(sample, 48)


def gain(arms: Arms, more: str, less: str) -> float:
    """Mean difference of change within 48 months of the start between the pairs of two arms."""
    return mean(changed(arms[more]) - changed(arms[less]))


# A15


def like_added(arms: Arms) -> float:
    """What five members like the others add."""
    return gain(arms, "five like", "ten")


def unlike_over_like(arms: Arms) -> float:
    """What five unlike members add beyond five that are like the others."""
    return gain(arms, "five unlike", "five like")


# A16


def diverse_quiet(arms: Arms) -> float:
    """What seven sectors instead of two add on a quiet issue."""
    return gain(arms, "many quiet", "few quiet")


def diverse_salient(arms: Arms) -> float:
    """The same on a salient one."""
    return gain(arms, "many salient", "few salient")


def diverse_by_salience(arms: Arms) -> float:
    """The second less the first."""
    return diverse_salient(arms) - diverse_quiet(arms)


# A17


def diverse_on_agenda(arms: Arms) -> float:
    """What seven sectors instead of two add to reaching the agenda, mean of quiet and salient issues."""
    sides = ("quiet", "salient")
    return mean(np.concatenate([_listed(arms[f"many {side}"]) - _listed(arms[f"few {side}"]) for side in sides]))


def _listed(sample: Sample) -> Array:
    stage = sample["stage_reached"]
    return np.where(np.isnan(stage), np.nan, (stage >= ON_AGENDA).astype(float))


# A18


def diverse_by_poverty(arms: Arms) -> float:
    """What seven sectors instead of two add for poor members beyond what they add for rich ones."""
    return gain(arms, "many poor", "few poor") - gain(arms, "many rich", "few rich")


# A19


def salience_to_diversity(arms: Arms) -> float:
    """Correlation of usual salience with the diversity of members at the end, over runs."""
    sample = arms["with"]
    diversity, rows = complete(sample["diversity"], [sample["context.initial_salience"]])
    salience = rows[:, 0]
    if not len(rows):
        return float("nan")
    apart = (salience - salience.mean()) * (diversity - diversity.mean())
    return ratio(float(apart.mean()), float(salience.std() * diversity.std()))


PATTERNS = (
    Pattern(
        "A15 like",
        both("Adding members of the same sort to a narrow coalition brings hardly anything.",
             "Ajouter à une coalition étroite des membres semblables n’apporte presque rien."),
        NELSON, "V", LIKE,
        both("mean difference of change within 48 months of the start between each run of the arm \"five like\" and "
             "its pair in \"ten\"",
             "différence moyenne du changement, en 48 mois depuis le départ, entre chaque simulation du cas "
             "« five like » et sa jumelle du cas « ten »"),
        like_added, -0.05, 0.05,
        reason=both("The source gives no margin for \"hardly anything\": below 5 points this project calls a "
                    "difference slight.",
                    "La source ne chiffre pas « presque rien » : sous 5 points, ce projet parle d’un écart léger."),
    ),
    Pattern(
        "A15 unlike",
        both("Adding members from the periphery, with consensus kept, brings more than adding members of the same "
             "sort.",
             "Ajouter des membres venus d’ailleurs, sans perdre le consensus, apporte plus qu’ajouter des membres "
             "semblables."),
        NELSON, "V", LIKE,
        both("mean difference of change within 48 months of the start between each run of the arm \"five unlike\" "
             "and its pair in \"five like\"",
             "différence moyenne du changement, en 48 mois depuis le départ, entre chaque simulation du cas "
             "« five unlike » et sa jumelle du cas « five like »"),
        unlike_over_like, low=0.0,
    ),
    Pattern(
        "A16 interaction",
        both("Homogeneous coalitions win on issues of low salience, diverse ones on issues of high salience.",
             "Les coalitions homogènes gagnent sur les sujets peu suivis, les coalitions diverses sur les sujets "
             "très suivis."),
        JUNK, "V", SALIENCE,
        both("mean difference of change within 48 months of the start between \"many salient\" and its pair in \"few "
             "salient\", less that between \"many quiet\" and \"few quiet\" (seven or two sectors on the first list, "
             "initial salience 0.9 or 0.1)",
             "différence moyenne du changement, en 48 mois depuis le départ, entre « many salient » et sa jumelle "
             "de « few salient », moins celle entre « many quiet » et « few quiet » (sept ou deux secteurs sur la "
             "première liste, attention initiale de 0,9 ou 0,1)"),
        diverse_by_salience, low=0.0,
    ),
    Pattern(
        "A16 quiet",
        both("On issues of low salience homogeneous coalitions win.",
             "Sur les sujets peu suivis, les coalitions homogènes gagnent."),
        JUNK, "V", SALIENCE,
        both("the same difference between \"many quiet\" and \"few quiet\"",
             "la même différence entre « many quiet » et « few quiet »"),
        diverse_quiet, high=0.0,
    ),
    Pattern(
        "A16 salient",
        both("On issues of high salience diverse coalitions win.",
             "Sur les sujets très suivis, les coalitions diverses gagnent."),
        JUNK, "V", SALIENCE,
        both("the same difference between \"many salient\" and \"few salient\"",
             "la même différence entre « many salient » et « few salient »"),
        diverse_salient, low=0.0,
    ),
    Pattern(
        "A17",
        both("Bills with the support of diverse interests are taken up by committees more often.",
             "Les textes soutenus par des intérêts divers sont plus souvent examinés en commission."),
        LORENZ, "V", SALIENCE,
        both("mean difference of reaching the agenda during the run (`stage_reached` 1 or more) between each run "
             "with seven sectors and its pair with two, quiet and salient issues together",
             "différence moyenne de la mise à l’agenda au cours de la simulation (`stage_reached` d’au moins 1) "
             "entre chaque simulation à sept secteurs et sa jumelle à deux, sujets peu et très suivis réunis"),
        diverse_on_agenda, low=0.0,
    ),
    Pattern(
        "A18",
        both("Groups with few means make up for it by diverse partners.",
             "Les groupes qui ont peu de moyens compensent par la diversité de leurs partenaires."),
        PHINNEY, "V", MEANS,
        both("mean difference of change within 48 months of the start between \"many poor\" and its pair in \"few "
             "poor\", less that between \"many rich\" and \"few rich\" (seven or two sectors; half or twice the hours "
             "and money; opponents' hours alike)",
             "différence moyenne du changement, en 48 mois depuis le départ, entre « many poor » et sa jumelle de "
             "« few poor », moins celle entre « many rich » et « few rich » (sept ou deux secteurs ; moitié ou "
             "double des heures et de l’argent ; mêmes heures des opposants)"),
        diverse_by_poverty, low=0.0,
    ),
    Pattern(
        "A19",
        both("Heterogeneous coalitions form on salient issues.",
             "Les coalitions hétérogènes se forment sur les sujets très suivis."),
        BEYERS, "V", RECRUITMENT,
        both("correlation over runs of initial salience with the diversity of sectors among members at the end "
             "(`diversity`), where the first list is the drafting group's own",
             "corrélation, sur les simulations, de l’attention initiale portée au sujet et de la diversité des "
             "secteurs parmi les membres à la fin (`diversity`), la première liste étant celle du groupe de "
             "préparation"),
        salience_to_diversity, low=0.0,
    ),
)  # fmt: skip
