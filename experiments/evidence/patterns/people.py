"""People in offices and in meetings: facts A29 to A34."""

from __future__ import annotations

from experiments.evidence.contract import Arms, Pattern, both
from experiments.evidence.measuring import changed_by, mean, ratio, within

MINISTERS, ADVICE, CAMPS, TRUST = "module: ministers", "module: advice", "module: camps", "evidence/trust_ratio"
MONTHS = 120
RATIOS = ("even", "usual", "steep")


def _tenure(arms: Arms, name: str) -> float:
    """Months that a minister stays, over all runs of ten years."""
    new = arms[name]["new"]
    return ratio(MONTHS * new.size, float(new.sum()))


def unstable_tenure(arms: Arms) -> float:
    """Mean tenure in an unstable country."""
    return _tenure(arms, "unstable")


def stable_tenure(arms: Arms) -> float:
    """Mean tenure in a stable country."""
    return _tenure(arms, "stable")


def _uplift(arms: Arms, name: str) -> float:
    """What the alliance adds within 48 months at one ratio of trust lost to trust won."""
    clock = arms[name]["agreement_week"]
    return mean(within(arms[name], 48) - changed_by(arms[f"{name} without"], 48, clock))


def least_uplift(arms: Arms) -> float:
    """The smallest uplift over the three ratios."""
    return min(_uplift(arms, name) for name in RATIOS)


def uplift_span(arms: Arms) -> float:
    """The largest uplift over the three ratios less the smallest."""
    found = [_uplift(arms, name) for name in RATIOS]
    return max(found) - min(found)


def advice_near(arms: Arms) -> float:
    """Mean move over distance where others stand not far off."""
    return mean(arms["near"]["moved"])


def advice_far_less(arms: Arms) -> float:
    """The same near less far."""
    return advice_near(arms) - mean(arms["far"]["moved"])


def camps_remain(arms: Arms) -> float:
    """Share of groups with stubborn members that stay split."""
    return mean(arms["stubborn"]["split"])


ZHU = "Zhu, Yao and Jiang 2023; Li and others 2021, Frontiers in Psychology"

PATTERNS = (
    Pattern(
        "A29",
        both("A minister of health in Peru stayed 13.7 months on average, 1935 to 2021.",
             "Un ministre de la Santé au Pérou est resté 13,7 mois en moyenne, de 1935 à 2021."),
        "Gozzer and others 2021, Revista Peruana de Medicina Experimental y Salud Pública", "V", MINISTERS,
        both("months over new ministers in 200 runs of ten years with the context of short tenure (12 months)",
             "mois par nouveau ministre, sur 200 simulations de dix ans, dans un contexte de mandats courts (12 mois)"),
        unstable_tenure, 9.0, 15.0,
    ),
    Pattern(
        "A30",
        both("Ministers stayed 15 months in Brazil and 33 in 22 countries of high development.",
             "Les ministres sont restés 15 mois au Brésil et 33 dans 22 pays très développés."),
        "Ferraz and Azevedo 2011, Sao Paulo Medical Journal", "V", MINISTERS,
        both("the same with the context of long tenure (33 "
             "months)", "le même nombre dans un contexte de mandats longs (33 mois)"),
        stable_tenure, 27.0, 39.0,
    ),
    Pattern(
        "A32 sign",
        both("Whether trust falls faster than it rises is contested: conclusions must not hang on it.",
             "Que la confiance baisse plus vite qu’elle ne monte est contesté\u00a0: les conclusions ne doivent pas en "
             "dépendre."),
        ZHU, "V", TRUST,
        both("smallest uplift within 48 months over three ratios of trust lost to trust won (1, 1.5, 2.5)",
             "plus petit apport de l’alliance en 48 mois pour trois rapports entre confiance perdue et gagnée "
             "(1\u202f; 1,5\u202f; 2,5)"),
        least_uplift, 0.05, 0.25,
    ),
    Pattern(
        "A32 span",
        both("The three readings lead to the same conclusion.", "Les trois lectures mènent à la même conclusion."),
        ZHU, "J", TRUST,
        both("largest uplift less smallest; the band is ours: a fifth of the band of A13",
             "plus grand apport moins plus petit\u202f; la plage est la nôtre\u00a0: un cinquième de celle de A13"),
        uplift_span, 0.0, 0.04,
    ),
    Pattern(
        "A33 weight",
        both("People move 0.3 to 0.4 of the way towards advice.", "On fait 0,3 à 0,4 du chemin vers un avis."),
        "Yaniv and Kleinberger 2000", "M-m", ADVICE,
        both("mean share of the distance that a member covers in one meeting with four others who stand 0.3 away, with "
             "trusts drawn from 0.1 to 0.9",
             "part moyenne du chemin qu’un membre parcourt en une réunion vers quatre autres situés à 0,3, avec des "
             "confiances tirées de 0,1 à 0,9"),
        advice_near, 0.15, 0.45,
    ),
    Pattern(
        "A33 distance",
        both("Advice from very far off counts for less.", "Un avis très éloigné compte moins."),
        "Schultze, Rakotoarisoa and Schulz-Hardt 2015", "V", ADVICE,
        both("that share less the one at a distance of 0.9", "cette part moins celle à une distance de 0,9"),
        advice_far_less, 0.0, clear=True,
    ),
    Pattern(
        "A34",
        both("Five groups of ten split into two camps around stubborn members.",
             "Cinq groupes de dix se sont partagés en deux camps autour de membres inflexibles."),
        "Frontiers in Physics 2015, Opinion dynamics within a virtual small group", "V", CAMPS,
        both("share of groups of ten, one stubborn at each pole and eight anywhere, whose positions part by 0.2 or "
             "more after 26 weekly meetings, two people at least on either side",
             "part des groupes de dix, un inflexible à chaque pôle et huit n’importe où, dont les positions se "
             "séparent d’au moins 0,2 après 26 réunions hebdomadaires, avec deux personnes au moins de chaque côté"),
        camps_remain, 0.5, 1.0,
    ),
)  # fmt: skip

