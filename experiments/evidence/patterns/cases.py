"""The three documented cases, replayed: what happened there, and how often it happens here.

Inputs are the shipped scenarios as they were committed before any replay; each is run with the alliance and without it
on the same chance, so that no credit is given for what the alliance did not cause.
"""

from __future__ import annotations

import math

import numpy as np

from experiments.evidence.contract import Arms, Pattern, both
from experiments.evidence.measuring import WEEKS_A_MONTH, mean

GEORGIA, GEORGIA_24 = "evidence/georgia", "evidence/georgia_month_24"
PERU, PERU_PLEDGE = "evidence/peru", "evidence/peru_pledge"
ZAMBIA_24, ZAMBIA_48 = "evidence/zambia_month_24", "evidence/zambia_month_48"
CARE = "CASES.md and EVIDENCE.md section 6, from the guide and the texts named there"


def georgia_law(arms: Arms) -> float:
    """Share of runs with any adoption within five years."""
    return mean(arms["as it was"]["adopted_ever"])


def georgia_window(arms: Arms) -> float:
    """The same less that without the election of October 2012."""
    return georgia_law(arms) - mean(arms["no window"]["adopted_ever"])


def georgia_months(arms: Arms) -> float:
    """Median month of the first change, where it came."""
    weeks = arms["as it was"]["weeks_to_change"]
    return float(np.nanmedian(weeks)) / WEEKS_A_MONTH if np.isfinite(weeks).any() else math.nan


def georgia_cause(arms: Arms) -> float:
    """Adoption with the alliance less adoption without it."""
    return georgia_law(arms) - mean(arms["as it was without"]["adopted_ever"])


def georgia_members(arms: Arms) -> float:
    """Mean number of members at month 24."""
    return mean(arms["all"]["members_final"] if "all" in arms else arms["with"]["members_final"])


def peru_signers(arms: Arms) -> float:
    """Mean share of candidates who have signed by the election."""
    return mean(arms["with"]["pledges_signed"])


def peru_package(arms: Arms) -> float:
    """Share with change by month 36 where the winner had signed."""
    sample = arms["as it was"]
    signed = np.nan_to_num(sample["pledge_bound"]) > 0.0
    return mean(np.where(signed, sample["policy_changed"], np.nan))


def peru_election(arms: Arms) -> float:
    """Change by month 36 less that without the elections."""
    return mean(arms["as it was"]["policy_changed"]) - mean(arms["no election"]["policy_changed"])


def peru_cause(arms: Arms) -> float:
    """Change by month 36 with the alliance less that without it."""
    return mean(arms["as it was"]["policy_changed"]) - mean(arms["as it was without"]["policy_changed"])


def zambia_platform(arms: Arms) -> float:
    """Share of runs with any adoption by month 24."""
    return mean(arms["with"]["adopted_ever"])


def zambia_implementation(arms: Arms) -> float:
    """Mean implementation at month 48."""
    return mean(arms["with"]["implementation"])


def zambia_cause(arms: Arms) -> float:
    """Implementation at month 48 with the alliance less that without it."""
    return zambia_implementation(arms) - mean(arms["without"]["implementation"])


PATTERNS = (
    Pattern(
        "GE law",
        both("Georgia: the law on cooperatives was adopted in month 42.",
             "Géorgie\u00a0: la loi sur les coopératives a été adoptée au 42ᵉ mois."),
        CARE, "V", GEORGIA,
        both("share of 500 runs in which any provision is adopted within 60 months",
             "part de 500 simulations où une disposition est adoptée en 60 mois"),
        georgia_law, 0.5, 0.9,
    ),
    Pattern(
        "GE window",
        both("Georgia: the change of majority of October 2012 was the window.",
             "Géorgie\u00a0: l’alternance d’octobre 2012 a été la fenêtre."),
        CARE, "V", GEORGIA,
        both("that share less the one without the election and what the campaign and the new majority changed in the "
             "context",
             "cette part moins celle sans l’élection ni ce que la campagne et la nouvelle majorité changent au "
             "contexte"),
        georgia_window, 0.15,
    ),
    Pattern(
        "GE time",
        both("Georgia: budget from month 24, law in month 42.", "Géorgie\u00a0: budget dès le 24ᵉ mois, loi au 42ᵉ."),
        CARE, "V", GEORGIA,
        both("median month of the first change in runs that have one",
             "mois médian du premier changement, dans les simulations qui en ont un"),
        georgia_months, 30.0, 54.0,
    ),
    Pattern(
        "GE members",
        both("Georgia: some 40 organisations in 2011.", "Géorgie\u00a0: une quarantaine d’organisations en 2011."),
        CARE, "S", GEORGIA_24,
        both("mean number of members at month 24", "nombre moyen de membres au 24ᵉ mois"),
        georgia_members, 30.0, 50.0,
    ),
    Pattern(
        "GE cause",
        both("Georgia: the guide credits the group with the "
             "law.", "Géorgie\u00a0: le guide attribue la loi au groupe."),
        CARE, "S", GEORGIA,
        both("adoption with the alliance less adoption without it, on the same chance; what is below this is no credit "
             "of the alliance's",
             "adoption avec l’alliance moins adoption sans elle, avec le même hasard\u202f; le reste n’est pas à son "
             "crédit"),
        georgia_cause, 0.0, clear=True,
    ),
    Pattern(
        "PE signers",
        both("Peru: ten of twenty lists signed before the election of April 2006.",
             "Pérou\u00a0: dix listes sur vingt ont signé avant l’élection d’avril 2006."),
        CARE, "V", PERU_PLEDGE,
        both("mean share of candidates who have signed by week "
             "30", "part moyenne de candidats signataires à la 30ᵉ semaine"),
        peru_signers, 0.3, 0.8,
    ),
    Pattern(
        "PE package",
        both("Peru: strategy in month 21, budget programme in month 27, under a president who had signed.",
             "Pérou\u00a0: stratégie au 21ᵉ mois, programme budgétaire au 27ᵉ, sous un président signataire."),
        CARE, "V", PERU,
        both("share with change at month 36 among runs in which the winner had signed",
             "part avec changement au 36ᵉ mois parmi les simulations où le vainqueur avait signé"),
        peru_package, 0.50, 0.85,
    ),
    Pattern(
        "PE election",
        both("Peru: the pledge before the election opened the "
             "way.", "Pérou\u00a0: la promesse avant l’élection a ouvert la voie."),
        CARE, "V", PERU,
        both("change at month 36 less that without any "
             "election", "changement au 36ᵉ mois, moins celui sans aucune élection"),
        peru_election, 0.15,
    ),
    Pattern(
        "PE cause",
        both("Peru: one study holds that nothing would have changed without the initiative, others credit growth and "
             "the budget reform.",
             "Pérou\u00a0: une étude juge que rien n’aurait changé sans l’initiative, d’autres créditent la croissance "
             "et la réforme du budget."),
        CARE, "V", PERU,
        both("change at month 36 with the alliance less that without "
             "it", "changement au 36ᵉ mois avec l’alliance, moins sans elle"),
        peru_cause, 0.0, clear=True,
    ),
    Pattern(
        "ZM platform",
        both("Zambia: platform within a year, pooled fund within 24 to 30 months.",
             "Zambie\u00a0: plateforme en un an, fonds commun en 24 à 30 mois."),
        CARE, "V", ZAMBIA_24,
        both("share of 500 runs with any adoption by month "
             "24", "part de 500 simulations avec une adoption au 24ᵉ mois"),
        zambia_platform, 0.70, 1.0,
    ),
    Pattern(
        "ZM implementation",
        both("Zambia: implementation was slow, partial, and faded down the chain.",
             "Zambie\u00a0: la mise en œuvre a été lente, partielle, et s’est perdue en descendant la chaîne."),
        CARE, "V", ZAMBIA_48,
        both("mean implementation at month 48", "mise en œuvre moyenne au 48ᵉ mois"),
        zambia_implementation, 0.2, 0.7,
    ),
    Pattern(
        "ZM cause",
        both("Zambia: platform and fund would have come anyway while donors stayed; the alliance's part is law and "
             "money.",
             "Zambie\u00a0: plateforme et fonds seraient venus de toute façon tant que restaient les bailleurs\u202f; "
             "la part de l’alliance est la loi et l’argent."),
        CARE, "V", ZAMBIA_48,
        both("implementation at month 48 with the alliance less that without it; “small on adoption, moderate on "
             "money”: the band is ours",
             "mise en œuvre au 48ᵉ mois avec l’alliance, moins sans elle\u202f; «\u00a0faible sur l’adoption, modérée "
             "sur l’argent\u00a0»\u00a0: la plage est la nôtre"),
        zambia_cause, 0.05, 0.40,
    ),
    Pattern(
        "ZM links",
        both("Zambia: the bottleneck lay between the national and the district level.",
             "Zambie\u00a0: le goulet se trouvait entre le niveau national et les districts."),
        CARE, "V", ZAMBIA_48,
        both("where implementation is lost between levels", "où la mise en œuvre se perd entre les niveaux"),
        None,
        reason=both("The model has one number for implementation and no levels below which it could be lost.",
                    "Le modèle n’a qu’un chiffre pour la mise en œuvre, sans niveaux entre lesquels elle se perdrait."),
    ),
)  # fmt: skip
