"""Who stands on which side, with what means, and how far that goes: facts A6 to A11 and A14."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import (
    area_under_curve,
    changed_by,
    complete,
    logit,
    mcfadden,
    mean,
    pass_rate,
    ratio,
    standardised,
    within,
)

Array = NDArray[np.float64]
REFERENCE, ROLE, SUPPORT = "reference", "evidence/role", "evidence/public_support"
BAUMGARTNER = "Baumgartner, Berry, Hojnacki, Kimball and Leech 2009, Lobbying and Policy Change"
GILENS = "Gilens and Page 2014, Testing Theories of American Politics"
GILENS_DATA = "Gilens and Page 2014, data of Testing Theories of American Politics"
MAHONEY = "Mahoney 2008, Brussels versus the Beltway"
KLUVER = "Klüver 2011, European Union Politics; Klüver 2013, Lobbying in the European Union"
NOBODY, SUPPORTERS, OPPONENTS, BOTH = 0.0, 1.0, 2.0, 3.0  # the values of `active_sides`
BEST = 0.05
FACTORS = (
    "context.controversy", "context.initial_salience", "context.opposition_strength", "alliance.founders",
    "composition.sectors", "context.veto_holders",
)  # fmt: skip


def favouring(sample: Sample) -> Array:
    """Organisations for the change: those on the first list."""
    return sample["start_size"]


def opposing(sample: Sample) -> Array:
    """Organisations against it, each counted as an average founder by its hours: those that controversy can bring out.

    The model always has two opponents and lets their means vary, so that their number tells nothing. Taken at the
    start: what opponents really do answers how far the policy has come.
    """
    against = sample["start_size"] / sample["start_resource_ratio"]
    return np.nan_to_num(against) * sample["context.controversy"]


def net_support(sample: Sample) -> Array:
    """Logarithm of one plus those for it, less that of one plus those against it."""
    return np.log1p(favouring(sample)) - np.log1p(opposing(sample))


def coefficients(outcome: Array, rows: Array) -> Array:
    """Slopes of a logistic regression for one unit of each feature as it is given; a constant feature has 0."""
    beta, _ = logit(outcome, standardised(rows))
    spread = rows.std(axis=0)
    return beta[1:] / np.where(spread > 0.0, spread, 1.0)


# A6


def defended(arms: Arms) -> float:
    """Share of runs in which the policy that the alliance works for is not undone in four years."""
    return mean(1.0 - arms["defends"]["reversed"])


def promoted(arms: Arms) -> float:
    """Share of runs in which any of the asked provisions is adopted in four years."""
    return mean(arms["promotes"]["adopted_ever"])


def defence_gap(arms: Arms) -> float:
    """What the alliance has as a defender beyond what it has when it promotes."""
    return defended(arms) - promoted(arms)


def withheld(arms: Arms) -> float:
    """Share of runs in which opponents keep at least a part of the aim from standing after four years."""
    won = arms["promotes"]["provisions_won"]
    return mean(np.where(np.isnan(won), np.nan, (won < 1.0).astype(float)))


def contest_gap(arms: Arms) -> float:
    """What opponents have of the contest beyond what the alliance has."""
    return withheld(arms) - promoted(arms)


# A7


def _means(arms: Arms) -> tuple[Array, Array]:
    sample = arms["with"]
    return complete(within(sample, 48), [np.log(sample["start_resource_ratio"])])


def means_fit(arms: Arms) -> float:
    """McFadden's R² of change on the logarithm of the ratio of means."""
    outcome, rows = _means(arms)
    return mcfadden(outcome, logit(outcome, standardised(rows))[1])


def means_slope(arms: Arms) -> float:
    """Logit coefficient of that logarithm."""
    return float(coefficients(*_means(arms))[0])


def means_curve(arms: Arms) -> float:
    """Area under the curve of that logarithm."""
    outcome, rows = _means(arms)
    return area_under_curve(outcome, rows[:, 0])


# A8


def aligned(arms: Arms) -> tuple[float, float]:
    """Fitted chance of change at the 5th and at the 95th percentile of net support."""
    sample = arms["with"]
    outcome, rows = complete(within(sample, 48), [net_support(sample)])
    if not len(rows):
        return math.nan, math.nan
    constant, slope = logit(outcome, standardised(rows))[0]
    ends = (np.quantile(rows, (0.05, 0.95)) - rows.mean()) / (rows.std() or 1.0)
    low, high = 1.0 / (1.0 + np.exp(-(constant + slope * ends)))
    return float(low), float(high)


def aligned_low(arms: Arms) -> float:
    """The lower of the two ends."""
    return aligned(arms)[0]


def aligned_high(arms: Arms) -> float:
    """The upper of the two ends."""
    return aligned(arms)[1]


def aligned_ratio(arms: Arms) -> float:
    """The upper end over the lower one."""
    low, high = aligned(arms)
    return ratio(high, low)


# A9


def by_sides(arms: Arms) -> dict[float, float]:
    """Share with change within 48 months, by who is active: runs of both arms, on the clock of the pair."""
    have, lack = arms["with"], arms["without"]
    clock = have["agreement_week"]
    early = lack["weeks_to_change"] < clock
    found = np.concatenate([within(have, 48), np.where(early, np.nan, changed_by(lack, 48, clock))])
    sides = np.concatenate([have["active_sides"], lack["active_sides"]])
    return {side: mean(found[sides == side]) for side in (NOBODY, SUPPORTERS, OPPONENTS, BOTH)}


def supporters_over_none(arms: Arms) -> float:
    """Only supporters active, less nobody active."""
    rates = by_sides(arms)
    return rates[SUPPORTERS] - rates[NOBODY]


def none_over_both(arms: Arms) -> float:
    """Nobody active, less both sides active."""
    rates = by_sides(arms)
    return rates[NOBODY] - rates[BOTH]


def both_over_opponents(arms: Arms) -> float:
    """Both sides active, less only opponents active."""
    rates = by_sides(arms)
    return rates[BOTH] - rates[OPPONENTS]


def supporters_to_opponents(arms: Arms) -> float:
    """Only supporters active, over only opponents active."""
    rates = by_sides(arms)
    return ratio(rates[SUPPORTERS], rates[OPPONENTS])


# A10


def weights_of_sides(arms: Arms) -> tuple[float, float]:
    """Logit coefficients of the logarithms of one plus those for it, and one plus those against it."""
    sample = arms["with"]
    features = [np.log1p(favouring(sample)), np.log1p(opposing(sample))]
    found = coefficients(*complete(within(sample, 48), features))
    return float(found[0]), float(found[1])


def against_for(arms: Arms) -> float:
    """Size of the coefficient of those against over that of those for it."""
    supporting, against = weights_of_sides(arms)
    return ratio(abs(against), abs(supporting))


def signs_of_sides(arms: Arms) -> float:
    """The smaller of what support adds and what opposition takes: above 0 only if both have the sign they had there."""
    supporting, against = weights_of_sides(arms)
    return math.nan if math.isnan(supporting + against) else min(supporting, -against)


# A11


def ceiling(arms: Arms) -> float:
    """Share with change among the one draw in twenty for which change is most likely.

    What is likely is foreseen from the other half of the draws: the best among few repeated runs would be the luckiest.
    """
    sample = arms["with"]
    found = within(sample, 48)
    rows = standardised(_situations(sample))
    half = np.arange(sample.draws) % 2
    kept = [_best(found, rows, half != side, half == side) for side in (0, 1)]
    return mean(np.concatenate([each.ravel() for each in kept]))


def _situations(sample: Sample) -> Array:
    """What is drawn of each situation, with its squares, shape (draws, features); strength as its logarithm."""
    drawn = np.column_stack([sample[name][:, 0] for name in FACTORS])
    place = FACTORS.index("context.opposition_strength")
    drawn[:, place] = np.log(drawn[:, place])
    centred = standardised(drawn)
    return np.column_stack([centred, centred**2])


def _best(found: Array, rows: Array, learn: NDArray[np.bool_], judge: NDArray[np.bool_]) -> Array:
    """Outcomes of the best twentieth of the draws to be judged, by a fit to those to learn from."""
    repeated = [np.repeat(column[learn], found.shape[1]) for column in rows.T]
    beta, _ = logit(*complete(found[learn], repeated))
    if np.isnan(beta).any():
        return np.full((1, 1), np.nan)
    order = np.argsort(-(rows[judge] @ beta[1:]), kind="stable")
    return found[judge][order[: max(1, round(BEST * len(order)))]]


def supported(arms: Arms) -> float:
    """Share with change within 48 months of the agreement, where the public is in favour."""
    return pass_rate(arms["with"], 48)


# A14


def of_size(arms: Arms) -> tuple[float, float]:
    """Logit coefficients for one standard deviation of relative size, and of founders' mean means, beside salience."""
    sample = arms["with"]
    share = favouring(sample) / (favouring(sample) + opposing(sample))
    endowment = sample["start_hours"] / sample["start_size"]
    outcome, rows = complete(within(sample, 48), [share, sample["context.initial_salience"], endowment])
    beta, _ = logit(outcome, standardised(rows))
    return float(beta[1]), float(beta[3])


def size_slope(arms: Arms) -> float:
    """That of relative size."""
    return of_size(arms)[0]


def endowment_to_size(arms: Arms) -> float:
    """Size of the coefficient of means over that of relative size."""
    size, endowment = of_size(arms)
    return ratio(abs(endowment), abs(size))


PATTERNS = (
    Pattern(
        "A6 defender",
        both("Advocates who defended what was had at least some of what they wanted in 81% of cases in the United "
             "States, and in 69% in the European Union.",
             "Ceux qui défendaient l’existant obtenaient au moins une partie de leurs demandes dans 81 % des cas "
             "aux États-Unis et dans 69 % des cas dans l’Union européenne."),
        MAHONEY, "V", ROLE,
        both("share of runs of the arm \"defends\" (a policy that stands from the start, opponents with the "
             "founders' hours) in which it is not undone within 48 months of the start: 1 less `reversed`",
             "part des simulations du cas « defends » (une politique publique en place dès le départ, des "
             "opposants dotés d’autant d’heures que les organisations fondatrices) où elle n’est pas annulée en "
             "48 mois : 1 moins `reversed`"),
        defended, 0.65, 0.90,
        reason=both("What the alliance defends can be undone by a hostile government only, more readily where "
                    "opponents work: nobody puts a bill against it to the vote.",
                    "Seul un gouvernement hostile peut annuler ce que l’alliance défend, plus facilement si des "
                    "opposants agissent : aucun texte contraire n’est soumis au vote."),
    ),
    Pattern(
        "A6 gap",
        both("Those who defend what is fare better than those who want to change it.",
             "Défendre l’existant réussit plus souvent que vouloir le changer."),
        MAHONEY, "V", ROLE,
        both("the same share, less the share of runs of the arm \"promotes\" (the policy is missing; the same draws "
             "and chance) in which any asked provision is adopted within 48 months of the start (`adopted_ever`)",
             "la même part, moins la part des simulations du cas « promotes » (la politique publique n’existe pas "
             "encore ; mêmes tirages, même hasard) où une disposition demandée au moins est adoptée en 48 mois "
             "(`adopted_ever`)"),
        defence_gap, low=0.15,
    ),
    Pattern(
        "A6 opponents",
        both("The same, seen from the other side: advocates who defended what was had at least some of what they "
             "wanted in 69 to 81% of cases.",
             "La même chose vue de l’autre camp : ceux qui défendaient l’existant obtenaient au moins une partie "
             "de leurs demandes dans 69 à 81 % des cas."),
        MAHONEY, "V", ROLE,
        both("share of runs of the arm \"promotes\" in which opponents, with the founders' hours, keep at least a "
             "part of the aim from standing after 48 months: `provisions_won` below 1",
             "part des simulations du cas « promotes » où les opposants, dotés d’autant d’heures que les "
             "organisations fondatrices, empêchent qu’une partie au moins de l’objectif soit acquise au bout de "
             "48 mois : `provisions_won` inférieur à 1"),
        withheld, 0.65, 0.90,
        reason=both("A second reading of the fact: the alliance and its opponents within one contest.",
                    "Une seconde lecture du constat : l’alliance et ses opposants face à face."),
    ),
    Pattern(
        "A6 contest",
        both("Those who defend what is fare better than those who want to change it.",
             "Défendre l’existant réussit plus souvent que vouloir le changer."),
        MAHONEY, "V", ROLE,
        both("the same share, less the share of the same runs in which any asked provision is adopted within 48 "
             "months of the start (`adopted_ever`)",
             "la même part, moins la part des mêmes simulations où une disposition demandée au moins est adoptée "
             "en 48 mois (`adopted_ever`)"),
        contest_gap, low=0.15,
    ),
    Pattern(
        "A7 fit",
        both("Means explain less than 5% of the difference between success and failure.",
             "Les moyens expliquent moins de 5 % de la différence entre succès et échec."),
        BAUMGARTNER, "V", REFERENCE,
        both("McFadden's R² of a logistic regression of change within 48 months of the agreement on the natural "
             "logarithm of `start_resource_ratio`, runs with the alliance",
             "R² de McFadden d’une régression logistique du changement, dans les 48 mois qui suivent l’accord sur "
             "l’objectif, sur le logarithme népérien de `start_resource_ratio`, simulations avec l’alliance"),
        means_fit, high=0.05,
    ),
    Pattern(
        "A7 sign",
        both("The better endowed side does not do worse.",
             "Le camp le mieux doté ne réussit pas moins bien."),
        BAUMGARTNER, "V", REFERENCE,
        both("coefficient of that logarithm in the same regression",
             "coefficient de ce logarithme dans la même régression"),
        means_slope, low=0.0,
    ),
    Pattern(
        "A7 curve",
        both("Who has more means does not tell who wins.",
             "Savoir qui a le plus de moyens ne dit pas qui l’emporte."),
        BAUMGARTNER, "V", REFERENCE,
        both("area under the curve of the same logarithm against change within 48 months of the agreement",
             "aire sous la courbe du même logarithme, face au changement dans les 48 mois qui suivent l’accord"),
        means_curve, high=0.65,
    ),
    Pattern(
        "A8 ratio",
        both("With five groups strongly against and none for, 16% of proposals were adopted; with five for and "
             "none against, 47%.",
             "Avec cinq groupes nettement contre et aucun pour, 16 % des propositions étaient adoptées ; avec "
             "cinq pour et aucun contre, 47 %."),
        GILENS, "V", REFERENCE,
        both("chance of change within 48 months of the agreement, fitted by a logistic regression on net support, "
             "at the 95th percentile of net support over that at the 5th; net support is ln(1 + `start_size`) − "
             "ln(1 + `start_size` / `start_resource_ratio` × controversy), runs with the alliance",
             "chances de changement dans les 48 mois qui suivent l’accord, ajustées par une régression logistique "
             "sur le soutien net, au 95e centile du soutien net, rapportées à celles au 5e ; soutien net : ln(1 + "
             "`start_size`) − ln(1 + `start_size` / `start_resource_ratio` × controverse), simulations avec "
             "l’alliance"),
        aligned_ratio, 1.8, 4.0,
        reason=both("The model has two opponents always: they are counted in founders of the same hours, as far "
                    "as controversy can bring them out. Controversy weighs on power-holders directly too, so that "
                    "net support tells more here than opponents' means alone.",
                    "Le modèle compte toujours deux opposants : ils sont convertis en organisations fondatrices "
                    "de mêmes heures, dans la mesure où la controverse peut les faire agir. La controverse pèse "
                    "aussi directement sur les détenteurs du pouvoir : le soutien net en dit donc plus ici que "
                    "les seuls moyens des opposants."),
    ),
    Pattern(
        "A8 low end",
        both("With five groups strongly against and none for, 16% of proposals were adopted.",
             "Avec cinq groupes nettement contre et aucun pour, 16 % des propositions étaient adoptées."),
        GILENS, "V", REFERENCE,
        both("the same fitted chance at the 5th percentile of net support",
             "les mêmes chances ajustées, au 5e centile du soutien net"),
        aligned_low, low=0.08,
    ),
    Pattern(
        "A8 high end",
        both("With five groups strongly for and none against, 47% of proposals were adopted.",
             "Avec cinq groupes nettement pour et aucun contre, 47 % des propositions étaient adoptées."),
        GILENS, "V", REFERENCE,
        both("the same fitted chance at the 95th percentile of net support",
             "les mêmes chances ajustées, au 95e centile du soutien net"),
        aligned_high, high=0.65,
    ),
    Pattern(
        "A9 none",
        both("Where only supporters were active 43% were adopted, where nobody was 40%.",
             "Si seuls des partisans agissaient, 43 % des propositions étaient adoptées ; si personne n’agissait, "
             "40 %."),
        GILENS_DATA, "D", REFERENCE,
        both("share with change within 48 months of the agreement where only supporters are active "
             "(`active_sides` 1), less that where nobody is (0); runs with the alliance and without it together, "
             "those without counted from the agreement of their pair",
             "part des simulations où la politique publique change dans les 48 mois qui suivent l’accord si seuls "
             "les partisans agissent (`active_sides` 1), moins celle si personne n’agit (0) ; simulations avec et "
             "sans l’alliance réunies, celles sans alliance comptées depuis l’accord de leur jumelle"),
        supporters_over_none, low=0.0,
    ),
    Pattern(
        "A9 both",
        both("Where nobody was active 40% were adopted, where both sides were 27%.",
             "Si personne n’agissait, 40 % des propositions étaient adoptées ; si les deux camps agissaient, "
             "27 %."),
        GILENS_DATA, "D", REFERENCE,
        both("the same share where nobody is active (0), less that where both sides are (3)",
             "la même part si personne n’agit (0), moins celle si les deux camps agissent (3)"),
        none_over_both, low=0.0,
    ),
    Pattern(
        "A9 alike",
        both("Where both sides were active 27% were adopted, and where only opponents were 26%.",
             "Si les deux camps agissaient, 27 % des propositions étaient adoptées ; si seuls des opposants "
             "agissaient, 26 %."),
        GILENS_DATA, "D", REFERENCE,
        both("the same share where both sides are active (3), less that where only opponents are (2)",
             "la même part si les deux camps agissent (3), moins celle si seuls les opposants agissent (2)"),
        both_over_opponents, -0.05, 0.05,
        reason=both("The source gives no margin for \"about the same\": 5 points is what its own intervals leave "
                    "open.",
                    "La source ne dit pas jusqu’où deux parts se valent : 5 points, c’est ce que ses propres "
                    "intervalles laissent ouvert."),
    ),
    Pattern(
        "A9 ratio",
        both("Where only supporters were active, adoption was 1.7 times as frequent as where only opponents were.",
             "Si seuls des partisans agissaient, l’adoption était 1,7 fois plus fréquente que si seuls des "
             "opposants agissaient."),
        GILENS_DATA, "D", REFERENCE,
        both("the same share where only supporters are active (1), over that where only opponents are (2)",
             "la même part si seuls les partisans agissent (1), rapportée à celle si seuls les opposants agissent "
             "(2)"),
        supporters_to_opponents, 1.3, 2.6,
    ),
    Pattern(
        "A10 ratio",
        both("A group against weighs 1.3 times as much as a group for.",
             "Un groupe contre pèse 1,3 fois autant qu’un groupe pour."),
        GILENS_DATA, "D", REFERENCE,
        both("logistic regression of change within 48 months of the agreement on ln(1 + those for it) and ln(1 + "
             "those against it), counted as for A8: size of the coefficient of those against over that of those "
             "for it, runs with the alliance",
             "régression logistique du changement, dans les 48 mois qui suivent l’accord, sur ln(1 + nombre pour) "
             "et ln(1 + nombre contre), comptés comme pour A8 : grandeur du coefficient des opposants rapportée à "
             "celle du coefficient des partisans, simulations avec l’alliance"),
        against_for, 0.9, 2.2,
    ),
    Pattern(
        "A10 signs",
        both("Groups for a proposal make its adoption likelier (+0.33), groups against it less likely (-0.44).",
             "Les groupes pour rendent l’adoption plus probable (+0,33), les groupes contre moins probable "
             "(−0,44)."),
        GILENS_DATA, "D", REFERENCE,
        both("the smaller of two numbers: the coefficient of those for it, and that of those against it with its "
             "sign turned, in the same regression",
             "le plus petit de deux nombres, dans la même régression : le coefficient des partisans, et celui des "
             "opposants changé de signe"),
        signs_of_sides, low=0.0,
    ),
    Pattern(
        "A11 best",
        both("Even where groups and the affluent were strongly for it, 56% were adopted.",
             "Même avec le soutien net des groupes et des plus aisés, 56 % des propositions seulement étaient "
             "adoptées."),
        GILENS, "V", REFERENCE,
        both("share with change within 48 months of the agreement in the best twentieth of the draws; best by a "
             "logistic regression of change on all six factors (opposition as its logarithm) and their squares, "
             "fitted to the draws of the other half (even and odd numbers)",
             "part des simulations où la politique publique change dans les 48 mois qui suivent l’accord, dans le "
             "meilleur vingtième des tirages ; les meilleurs d’après une régression logistique du changement sur "
             "les six facteurs (l’opposition en logarithme) et leurs carrés, ajustée sur les tirages de l’autre "
             "moitié (numéros pairs et impairs)"),
        ceiling, 0.50, 0.85,
    ),
    Pattern(
        "A11 support",
        both("With four in five people for it, 43% of proposals were adopted.",
             "Avec quatre personnes sur cinq pour, 43 % des propositions étaient adoptées."),
        GILENS, "V", SUPPORT,
        both("share of runs in which policy changes within 48 months of the agreement on the aim, with "
             "`public_support` drawn evenly from 0.8 to 1",
             "part des simulations où la politique publique change dans les 48 mois qui suivent l’accord sur "
             "l’objectif, le soutien de l’opinion étant tiré entre 0,8 et 1"),
        supported, 0.30, 0.60,
    ),
    Pattern(
        "A14 size",
        both("The relative size of a lobbying coalition, and salience, decide; traits of single groups do not.",
             "La taille relative d’une coalition et l’attention portée au sujet comptent ; les traits de chaque "
             "groupe, non."),
        KLUVER, "V", REFERENCE,
        both("logistic regression of change within 48 months of the agreement on three features with standard "
             "deviation 1: relative size (those for it over all, counted as for A8), initial salience, founders' "
             "mean hours (`start_hours` / `start_size`); the coefficient of relative size, runs with the alliance",
             "régression logistique du changement, dans les 48 mois qui suivent l’accord, sur trois grandeurs "
             "d’écart type 1 : taille relative (nombre pour rapporté au total, comptés comme pour A8), attention "
             "initiale portée au sujet, heures moyennes des organisations fondatrices (`start_hours` / "
             "`start_size`) ; coefficient de la taille relative, simulations avec l’alliance"),
        size_slope, low=0.0, clear=True,
    ),
    Pattern(
        "A14 means",
        both("What single groups have matters less than the relative size of their coalition.",
             "Les moyens de chaque groupe comptent moins que la taille relative de sa coalition."),
        KLUVER, "V", REFERENCE,
        both("size of the coefficient of founders' mean hours over that of relative size, in the same regression",
             "grandeur du coefficient des heures moyennes rapportée à celle du coefficient de la taille relative, "
             "dans la même régression"),
        endowment_to_size, high=1.0,
    ),
)  # fmt: skip
