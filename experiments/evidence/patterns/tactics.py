"""What single tactics do: facts A23 to A28."""

from __future__ import annotations

import math

import numpy as np

from experiments.evidence.contract import Arms, Pattern, Sample, both
from experiments.evidence.measuring import mean, ratio

RESEARCH, CROWD, DOORS = "evidence/research", "evidence/mobilisation", "evidence/access"
PILOTS, PLEDGES, MEDIA = "evidence/pilots", "evidence/pledges", "module: media"
HJORT = "Hjort, Moreira, Rao and Santini 2021, American Economic Review"
DELLAVIGNA = "DellaVigna, Kim and Linos 2024, Journal of Political Economy"
THOMSON = "Thomson and others 2017, American Journal of Political Science"
KING = "King, Schneer and White 2017, Science"


def _share(sample: Sample, name: str) -> float:
    return mean(sample[name])


def research_adds(arms: Arms) -> float:
    """Adoption where research is shown, less adoption where nothing is."""
    return _share(arms["research"], "adopted_ever") - _share(arms["nothing"], "adopted_ever")


def crowd_adds(arms: Arms) -> float:
    """Share of runs in which the legislator stands in favour at the end, with mobilisation less without."""
    sides = [mean((arms[name]["legislator_position"] > 0.0).astype(float)) for name in ("mobilisation", "nothing")]
    return sides[0] - sides[1]


def donors_received(arms: Arms) -> float:
    """How much more often donors are received than grassroots groups."""
    return ratio(_share(arms["donors"], "reception"), _share(arms["grassroots"], "reception"))


def pilots_adopted(arms: Arms) -> float:
    """Adoption in runs in which a pilot was completed, both kinds of administration together."""
    both_kinds = [arms[name] for name in ("weak", "able")]
    shares = [np.where(each["feasibility"] > 0.0, each["adopted_ever"], np.nan) for each in both_kinds]
    return mean(np.concatenate(shares))


def fit_over_quality(arms: Arms) -> float:
    """What an able administration adds to adoption, less what better work adds (above its median against below)."""
    done = {name: arms[name]["feasibility"] > 0.0 for name in ("weak", "able")}
    kept = {name: np.where(done[name], arms[name]["adopted_ever"], np.nan) for name in done}
    fit = mean(kept["able"]) - mean(kept["weak"])
    quality = np.concatenate([np.where(done[name], arms[name]["work_quality"], np.nan) for name in done])
    adopted = np.concatenate([kept["weak"], kept["able"]])
    if not np.isfinite(quality).any():
        return math.nan
    middle = np.nanmedian(quality)
    better = mean(np.where(quality > middle, adopted, np.nan)) - mean(np.where(quality <= middle, adopted, np.nan))
    return fit - better


def _kept(sample: Sample, governing: bool) -> float:
    """Change at the horizon where pledges were signed, by whether one binds those who govern."""
    signed, bound = sample["pledges_signed"] > 0.0, np.nan_to_num(sample["pledge_bound"]) > 0.0
    return mean(np.where(signed & (bound == governing), sample["policy_changed"], np.nan))


def kept_in_government(arms: Arms) -> float:
    """Change where a candidate who signed governs."""
    return _kept(arms["all"] if "all" in arms else arms["with"], governing=True)


def kept_outside(arms: Arms) -> float:
    """Change where only others signed."""
    return _kept(arms["all"] if "all" in arms else arms["with"], governing=False)


def kept_difference(arms: Arms) -> float:
    """The first less the second."""
    return kept_in_government(arms) - kept_outside(arms)


def media_rise(arms: Arms) -> float:
    """Median rise of salience at its peak."""
    return float(np.median(arms["all"]["rise"]))


def media_half_life(arms: Arms) -> float:
    """Median half-life of the talk, days."""
    return float(np.median(arms["all"]["half_life"]))


def media_left(arms: Arms) -> float:
    """Median shift of salience that is left after two years."""
    return float(np.median(arms["all"]["left"]))


PATTERNS = (
    Pattern(
        "A23",
        both("Mayors who were shown research on a cheap and simple policy adopted it 10 points more often (2,150 "
             "municipalities).",
             "Les maires à qui l’on a montré une étude sur une mesure simple et peu coûteuse l’ont adoptée 10 points "
             "de plus (2 150 communes)."),
        HJORT, "V", RESEARCH,
        both("share of runs with any adoption within two years, with research beside meetings with the decider, less "
             "that with meetings alone; one head of the executive decides by decree, the measure is easy, nobody is "
             "against, six founders",
             "part des simulations avec adoption en deux ans, avec des études en plus des rencontres avec le décideur, "
             "moins celle avec les rencontres seules\u202f; un seul décideur, par décret, mesure facile, personne "
             "contre, six fondateurs"),
        research_adds, 0.05, 0.15,
    ),
    Pattern(
        "A24",
        both("Legislators whom constituents were asked to call supported a bill 12 points more often.",
             "Les élus que des citoyens ont été invités à appeler ont soutenu un projet de loi 12 points de plus."),
        "Bergan and Cole 2015, Political Behavior", "V", CROWD,
        both("share of runs in which the one legislator stands in favour after half a year, with mobilisation as the "
             "only tactic, less that with no tactic",
             "part des simulations où le seul parlementaire est favorable au bout d’un an, la mobilisation étant "
             "la seule tactique, moins celle sans tactique"),
        crowd_adds, 0.05, 0.20,
    ),
    Pattern(
        "A25",
        both("Senior officials received identified donors more than three times as often (191 offices).",
             "De hauts responsables ont reçu des donateurs identifiés plus de trois fois plus souvent (191 bureaux)."),
        "Kalla and Broockman 2016, American Journal of Political Science", "V", DOORS,
        both("share of requests to be received that were granted, for an alliance of donors over that for an alliance "
             "of grassroots groups",
             "part des demandes de rencontre acceptées, pour une alliance de bailleurs, rapportée à celle d’une "
             "alliance de groupes de base"),
        donors_received, 2.0, 5.0,
    ),
    Pattern(
        "A26 adopted",
        both("27 % of 73 trials in cities were adopted.", "27 % de 73 essais dans des villes ont été adoptés."),
        DELLAVIGNA, "V", PILOTS,
        both("share of runs with any adoption among those in which a pilot was completed, pilots being the only tactic",
             "part des simulations avec adoption parmi celles où un projet pilote a été mené à bien, seule tactique"),
        pilots_adopted, 0.15, 0.45,
    ),
    Pattern(
        "A26 fit",
        both("Strong results did not foretell adoption, an administration that fits did.",
             "De bons résultats n’annonçaient pas l’adoption, une administration adaptée si."),
        DELLAVIGNA, "V", PILOTS,
        both("what an able administration (0.8) adds over a weak one (0.2), less what work above its median quality "
             "adds over work below",
             "ce qu’ajoute une administration capable (0,8) à une faible (0,2), moins ce qu’ajoute un travail de "
             "qualité supérieure à la médiane"),
        fit_over_quality, 0.0,
    ),
    Pattern(
        "A27 governing",
        both("Governing parties fulfilled a clear majority of 20,000 pledges at least in part.",
             "Les partis au pouvoir ont tenu, au moins en partie, une nette majorité de 20 000 promesses."),
        THOMSON, "V", PLEDGES,
        both("share with change at the end of a term among runs in which a candidate who signed governs",
             "part avec changement en fin de mandat parmi les simulations où un candidat signataire gouverne"),
        kept_in_government, 0.50, 0.85,
    ),
    Pattern(
        "A27 outside",
        both("Parties outside the government saw clearly fewer of theirs fulfilled.",
             "Les partis hors du gouvernement ont vu nettement moins des leurs se réaliser."),
        THOMSON, "M-m", PLEDGES,
        both("the same among runs in which only losing candidates signed",
             "la même part parmi les simulations où seuls des perdants ont signé"),
        kept_outside, 0.0, 0.45,
    ),
    Pattern(
        "A27 difference",
        both("Power makes the difference.", "C’est le pouvoir qui fait la différence."),
        THOMSON, "V", PLEDGES,
        both("the first share less the second", "la première part moins la seconde"),
        kept_difference, 0.15,
    ),
    Pattern(
        "A28 peak",
        both("Coordinated stories of a few small outlets raised talk by some 20 % on the first day.",
             "Des articles coordonnés de quelques petits médias ont accru de 20 % environ les conversations le premier "
             "jour."),
        KING, "V", MEDIA,
        both("median, over issues of salience 0.05 to 0.95, of the highest salience after one piece of media work over "
             "that before, less one",
             "médiane, pour des sujets d’attention 0,05 à 0,95, du sommet d’attention après une action médiatique, "
             "rapporté au niveau d’avant, moins un"),
        media_rise, 0.0, 0.30,
    ),
    Pattern(
        "A28 half-life",
        both("The talk was over within days.", "Les conversations sont retombées en quelques jours."),
        KING, "V", MEDIA,
        both("days until half of the talk is gone", "jours jusqu’à ce que la moitié des conversations soit retombée"),
        media_half_life, 1.0, 14.0,
    ),
    Pattern(
        "A28 lasting",
        both("One push leaves no lasting shift.", "Une seule action ne laisse pas de trace durable."),
        KING, "V", MEDIA,
        both("salience two years later over that before, less one; the band of one hundredth is ours",
             "attention deux ans plus tard rapportée au niveau d’avant, moins un\u202f; la plage d’un centième est la "
             "nôtre"),
        media_left, -0.01, 0.01,
    ),
)  # fmt: skip
