"""How often and how soon policy changes, and what an alliance adds: facts A1 to A5 and A13."""

from __future__ import annotations

import math

import numpy as np

from experiments.evidence.contract import Arms, Pattern, both
from experiments.evidence.measuring import changed_by, mean, pass_rate, ratio, within

REFERENCE, QUIET = "reference", "evidence/quiet"
BAUMGARTNER = "Baumgartner, Berry, Hojnacki, Kimball and Leech 2009, Lobbying and Policy Change"
GILENS = "Gilens and Page 2014, data of Testing Theories of American Politics"


def pass48(arms: Arms) -> float:
    """Share of runs with change within 48 months of the agreement on the aim."""
    return pass_rate(arms["with"], 48)


def pass24(arms: Arms) -> float:
    """The same within 24 months."""
    return pass_rate(arms["with"], 24)


def hazard_ratio(arms: Arms) -> float:
    """Yearly hazard of years three and four against that of years one and two."""
    first, four = pass24(arms), pass48(arms)
    early = 1.0 - math.sqrt(1.0 - first)
    late = 1.0 - math.sqrt((1.0 - four) / (1.0 - first)) if first < 1.0 else math.nan
    return ratio(late, early)


def early_share(arms: Arms) -> float:
    """Of the changes within 48 months, the share that came within 24."""
    four = pass48(arms)
    return ratio(pass24(arms), four)


def major_share(arms: Arms) -> float:
    """Of the runs with change at the horizon, the share in which half of the aim or more stands."""
    sample = arms["with"]
    changed = sample["policy_changed"] == 1.0
    return mean(np.where(changed, (sample["provisions_won"] >= 0.5).astype(float), np.nan))


def uplift(arms: Arms) -> float:
    """Mean difference within pairs, with and without the alliance, 48 months from the agreement of its pair."""
    return mean(_paired(arms))


def idle_draws(arms: Arms) -> float:
    """Share of draws in which no pair ends differently."""
    found = _paired(arms)
    counted = np.isfinite(found).any(axis=1)
    return mean((np.nan_to_num(found) == 0.0).all(axis=1)[counted].astype(float))


def _paired(arms: Arms) -> np.ndarray:
    clock = arms["with"]["agreement_week"]
    without = changed_by(arms["without"], 48, clock)
    early = arms["without"]["weeks_to_change"] < clock
    return within(arms["with"], 48) - np.where(early, np.nan, without)


_SHARE_48 = both(
    "share of runs in which policy changes within 48 months of the agreement on the aim",
    "part des simulations où la politique change dans les 48 mois qui suivent l’accord sur l’objectif",
)
_SHARE_24 = both(
    "share of runs in which policy changes within 24 months of the agreement on the aim",
    "part des simulations où la politique change dans les 24 mois qui suivent l’accord sur l’objectif",
)

PATTERNS = (
    Pattern(
        "A1",
        both("60 % of campaigns on 98 randomly drawn issues had changed nothing after four years.",
             "60 % des campagnes, sur 98 sujets tirés au sort, n’avaient rien changé au bout de quatre ans."),
        BAUMGARTNER, "V", REFERENCE, _SHARE_48, pass48, 0.25, 0.50,
    ),
    Pattern(
        "A2",
        both("32.9 % of 1,779 proposals were adopted within four years.",
             "32,9 % de 1 779 propositions ont été adoptées en quatre ans."),
        GILENS, "D", REFERENCE, _SHARE_48, pass48, 0.25, 0.50,
    ),
    Pattern(
        "A3",
        both("29.5 % of 1,779 proposals were adopted within two years.",
             "29,5 % de 1 779 propositions ont été adoptées en deux ans."),
        GILENS, "D", REFERENCE, _SHARE_24, pass24, 0.18, 0.38,
    ),
    Pattern(
        "A3b",
        both("On 98 issues nothing had changed after two years in 68 to 70 %.",
             "Sur 98 sujets, rien n’avait changé au bout de deux ans dans 68 à 70 % des cas."),
        BAUMGARTNER, "M-m", REFERENCE, _SHARE_24, pass24, 0.18, 0.38,
    ),
    Pattern(
        "A4 hazard",
        both("The yearly chance of adoption falls from 16 % in the first two years to 2 or 3 % in the next two.",
             "La probabilité annuelle d’adoption passe de 16 % les deux premières années à 2 ou 3 % ensuite."),
        GILENS, "D", QUIET,
        both("yearly hazard in years three and four over that in years one and two, without elections, changes of "
             "ministers and shocks",
             "risque annuel des années trois et quatre rapporté à celui des années une et deux, sans élections, "
             "changements de ministre ni chocs"),
        hazard_ratio, 0.0, 0.8,
    ),
    Pattern(
        "A4 early",
        both("89.6 % of adoptions within four years came within two.",
             "89,6 % des adoptions survenues en quatre ans l’ont été en deux ans."),
        GILENS, "D", QUIET,
        both("of the changes within 48 months of the agreement, the share that came within 24",
             "parmi les changements survenus dans les 48 mois, part de ceux qui l’ont été dans les 24 premiers"),
        early_share, 0.50, 0.95,
    ),
    Pattern(
        "A5",
        both("Where policy changed, it more often changed much than little.",
             "Quand la politique changeait, c’était plus souvent beaucoup qu’un peu."),
        BAUMGARTNER, "V", REFERENCE,
        both("of the runs with change at the horizon, the share in which half of the aim by weight, or more, stands",
             "parmi les simulations avec changement à l’horizon, part de celles où la moitié de l’objectif au moins "
             "est acquise"),
        major_share, 0.5, 1.0,
    ),
    Pattern(
        "A13 uplift",
        both("Single tactics and organised groups move outcomes by 10 to 17 points.",
             "Une tactique isolée ou un groupe organisé déplace les résultats de 10 à 17 points."),
        "derived from A8, A23 and A24", "derived", REFERENCE,
        both("mean difference of change within 48 months between each run with the alliance and its pair without it",
             "différence moyenne, en 48 mois, entre chaque simulation avec l’alliance et sa jumelle sans elle"),
        uplift, 0.05, 0.25,
    ),
    Pattern(
        "A13 none",
        both("In some situations an alliance changes nothing.",
             "Dans certaines situations, une alliance ne change rien."),
        "derived from A8, A23 and A24", "derived", REFERENCE,
        both("share of draws in which no run ends differently with and without the alliance",
             "part des tirages où aucune simulation ne finit autrement avec et sans l’alliance"),
        idle_draws, 0.10, 1.0,
    ),
)  # fmt: skip
