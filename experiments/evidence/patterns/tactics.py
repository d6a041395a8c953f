"""What single tactics do to those who decide, and to the public: facts A23 to A28."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Arms, Pattern, both
from experiments.evidence.measuring import complete, logit, mean, ratio, standardised

Array = NDArray[np.float64]
SHOWING, WAVE, PUSH = "showing research", "one wave", "one media push"
ASKING, SIGNED, PILOTS = "asking for a meeting", "signed pledges", "evidence/pilots"
HJORT = "Hjort, Moreira, Rao and Santini 2021, American Economic Review"
BERGAN = "Bergan and Cole 2015, Political Behavior"
KALLA = "Kalla and Broockman 2016, American Journal of Political Science"
DELLAVIGNA = "DellaVigna, Kim and Linos 2024, Journal of Political Economy"
THOMSON = "Thomson et al. 2017, American Journal of Political Science"
KING = "King, Schneer and White 2017, Science"
WAVE_AFTER = 8  # weeks
LASTING_AFTER = 26
DAYS_A_WEEK = 7.0


# A23


def shown(arms: Arms) -> float:
    """What a study that is talked over with the mayor adds to the chance of adoption."""
    return _added(arms, "shown")


def published(arms: Arms) -> float:
    """What a study adds that nobody brings to the mayor."""
    return _added(arms, "published")


def _added(arms: Arms, arm: str) -> float:
    return mean(arms[arm]["adopted"] - arms["unseen"]["adopted"])


# A24


def won_over(arms: Arms) -> float:
    """What a wave adds to the share of legislators who are in favour eight weeks after it."""
    return mean(_in_favour(arms["wave"]["position"]) - _in_favour(arms["quiet"]["position"]))


def _in_favour(position: Array) -> Array:
    late = position[:, WAVE_AFTER]
    return np.where(np.isnan(late), np.nan, (late > 0.0).astype(float))


# A25


def access(arms: Arms) -> float:
    """Share of donors' requests that are granted over that of grassroots bodies'."""
    return ratio(mean(arms["donor"]["received"]), mean(arms["grassroots"]["received"]))


# A26


def pilots_adopted(arms: Arms) -> float:
    """Of the runs with a finished pilot, the share in which the policy came to be carried out."""
    return mean(_taken_up(arms))


def fit_over_quality(arms: Arms) -> float:
    """By how much the administration's capacity tells more than the quality of pilots."""
    sample = arms["with"]
    outcome, rows = complete(_taken_up(arms), [sample["context.implementation_capacity"], sample["work_quality"]])
    if not len(outcome):
        return math.nan
    beta, _ = logit(outcome, standardised(rows))
    return float(beta[1] - beta[2])


def _taken_up(arms: Arms) -> Array:
    """Whether the policy came to be carried out: 1, 0; NaN in a run without a finished pilot."""
    sample = arms["with"]
    carried = np.isfinite(sample["weeks_to_change"]).astype(float)
    return np.where(sample["feasibility"] > 0.0, carried, np.nan)


# A27


def kept_inside(arms: Arms) -> float:
    """Share of the pledges of election winners that were kept."""
    return mean(arms["signed"]["in_government"])


def kept_outside(arms: Arms) -> float:
    """Share of the pledges that only others had signed that were kept."""
    return mean(arms["signed"]["out_of_government"])


def kept_gap(arms: Arms) -> float:
    """How much more often pledges are kept whose signatory governs."""
    return kept_inside(arms) - kept_outside(arms)


def kept_by_losers(arms: Arms) -> float:
    """Share of the pledges of those who lost that were kept, whether the winner had signed or not."""
    return mean(arms["signed"]["of_losers"])


# A28


def salience_peak(arms: Arms) -> float:
    """Most that one push adds to mean salience, relative to what it is without the push."""
    return _peak(arms, "salience")


def salience_half_life(arms: Arms) -> float:
    """Days from the peak until half of what was added to salience is gone."""
    return _half_life(arms, "salience")


def talk_left(arms: Arms) -> float:
    """Part of the peak in talk that is left half a year after the push."""
    added = _response(arms, "talk")
    return ratio(float(added[LASTING_AFTER]), float(added.max()))


def talk_peak(arms: Arms) -> float:
    """Most that one push adds to mean talk, relative to what it is without the push."""
    return _peak(arms, "talk")


def talk_half_life(arms: Arms) -> float:
    """Days from the peak until half of what was added to talk is gone."""
    return _half_life(arms, "talk")


def _response(arms: Arms, name: str) -> Array:
    """Mean of what the push adds, by weeks after it."""
    added: Array = (arms["push"][name] - arms["quiet"][name]).mean(axis=0)
    return added


def _peak(arms: Arms, name: str) -> float:
    return float((_response(arms, name) / arms["quiet"][name].mean(axis=0)).max())


def _half_life(arms: Arms, name: str) -> float:
    """Days from the peak of a response to half of it, between weeks along a straight line; the days watched where it
    never falls so far."""
    added = _response(arms, name)
    top = int(added.argmax())
    below = np.flatnonzero(added[top:] <= 0.5 * added[top])
    if not len(below):
        return DAYS_A_WEEK * (len(added) - 1 - top)
    week = top + int(below[0])
    if week == top:
        return math.nan
    part = (added[week - 1] - 0.5 * added[top]) / (added[week - 1] - added[week])
    return float(DAYS_A_WEEK * (week - 1 + part - top))


_RESEARCH = both(
    "Mayors who were shown research on a cheap and simple policy adopted it 10 points more often.",
    "Les maires à qui l’on a présenté des travaux de recherche sur une mesure simple et peu coûteuse l’ont adoptée "
    "10 points plus souvent.",
)
_ACCESS = both(
    "Senior officials attend a meeting three times as often when those who ask are known to be donors.",
    "Les hauts responsables assistent trois fois plus souvent à une réunion quand ils savent que ceux qui la demandent "
    "sont des donateurs.",
)
_PLEDGES = both(
    "Governing parties fulfil a clear majority of their pledges at least in part, other parties clearly fewer.",
    "Les partis au pouvoir tiennent, au moins en partie, une nette majorité de leurs promesses ; les autres, nettement "
    "moins.",
)
_MEDIA = both(
    "Stories that a few small outlets brought out together raised talk about their subject by 20 % on the first day, "
    "and for about a week.",
    "Des articles publiés de concert par quelques petits médias ont fait parler de leur sujet 20 % de plus le premier "
    "jour, et pendant une semaine environ.",
)
_TALK = both(
    "the source counts posts, which the model’s talk about the issue stands nearest to; salience is slower",
    "la source compte des messages publiés, dont le plus proche ici est ce qui se dit du sujet ; l’attention est plus "
    "lente",
)
_AGENDA = both(
    "weeks to months is our prior (E5) for what stays in people’s minds once the talk that the source counts is over",
    "de quelques semaines à quelques mois\u00a0: c’est notre a priori (E5) pour ce qui reste dans les esprits quand on "
    "n’en parle plus, ce que compte la source",
)
_PUSH = both(
    "an alliance that does nothing else finishes one piece of media work in its 53rd week, in situations as in the "
    "reference ensemble, against the same runs without it: ",
    "une alliance qui ne fait rien d’autre achève un travail avec les médias en 53e semaine, dans les situations de "
    "l’ensemble de référence ; comparée aux mêmes simulations sans ce travail : ",
)
_PILOTS = both(
    "27 % of 73 trials run with cities were adopted; the strength of the evidence did not tell which, but whether a "
    "channel was there already.",
    "27 % de 73 essais menés avec des villes ont été adoptés ; ce n’est pas la force des preuves qui l’annonçait, mais "
    "l’existence préalable d’un dispositif.",
)


def _after(text: dict[str, str], en: str, fr: str) -> dict[str, str]:
    return both(text["en"] + en, text["fr"] + fr)


PATTERNS = (
    Pattern(
        "A23", _RESEARCH, HJORT, "V", SHOWING,
        both("mean over paired runs of adoption within 78 weeks (any of three uncontested measures that one mayor "
             "decides by decree) with a study finished in week 26 and talked over with the mayor in one meeting, less "
             "adoption without them; runs with an adoption before week 26 left out",
             "moyenne, sur les simulations appariées, de l’adoption dans les 78 semaines (d’une au moins de trois "
             "mesures que personne ne conteste et qu’un maire décide par décret) avec une étude achevée en semaine 26 "
             "et discutée avec le maire lors d’une rencontre, moins l’adoption sans elles ; sans les simulations où "
             "une mesure était adoptée avant la semaine 26"),
        shown, 0.05, 0.15,
    ),
    Pattern(
        "A23 published", _RESEARCH, HJORT, "V", SHOWING,
        both("the same where the study is finished and no meeting held",
             "la même chose quand l’étude est achevée sans qu’aucune rencontre n’ait lieu"),
        published, 0.05, 0.15,
        reason=both("in the source mayors came to a session; here the study reaches the mayor by its own way alone",
                    "dans la source, les maires assistaient à une séance\u00a0; ici, l’étude ne parvient au maire que "
                    "par ses propres voies"),
    ),
    Pattern(
        "A24",
        both("Legislators whose constituents were mobilised supported a bill 12 points more often.",
             "Les parlementaires dont les électeurs ont été mobilisés ont soutenu un texte 12 points plus souvent."),
        BERGAN, "V", WAVE,
        both("share of runs in which one legislator stands above 0 eight weeks after an alliance that does nothing "
             "else finished one mobilisation in its 53rd week, in situations as in the reference ensemble, less the "
             "share in the same runs without it",
             "part des simulations où un parlementaire a une position supérieure à 0 huit semaines après qu’une "
             "alliance qui ne fait rien d’autre a achevé une mobilisation en 53e semaine, dans les situations de "
             "l’ensemble de référence, moins cette part dans les mêmes simulations sans elle"),
        won_over, 0.05, 0.20,
        reason=both("a position above 0 stands for stated support, which the model does not have",
                    "une position supérieure à 0 tient lieu de soutien déclaré, que le modèle ne connaît pas"),
    ),
    Pattern(
        "A25", _ACCESS, KALLA, "V", ASKING,
        both("share of requests that are granted to one donor (multilateral, bilateral or foundation in turn), over "
             "the share granted to one grassroots body: in the first week, of every executive, minister, official and "
             "legislator once, on the same luck",
             "part des demandes accordées à un bailleur (multilatéral, bilatéral ou fondation, à tour de rôle), "
             "rapportée à celle des demandes accordées à une organisation communautaire de base : la première semaine, "
             "une fois à chaque responsable de l’exécutif, ministre, haut responsable et parlementaire, avec la même "
             "chance"),
        access, 2.0, 5.0,
    ),
    Pattern(
        "A26 adopted", _PILOTS, DELLAVIGNA, "V", PILOTS,
        both("of the runs in which a pilot was finished (feasibility above 0), the share in which a badly implemented "
             "policy came to be carried out above the threshold for half a year, within five years",
             "parmi les simulations où un projet pilote a été achevé (faisabilité supérieure à 0), part de celles où "
             "une politique mal appliquée finit par l’être au-delà du seuil pendant six mois, en cinq ans"),
        pilots_adopted, 0.15, 0.45,
    ),
    Pattern(
        "A26 fit", _PILOTS, DELLAVIGNA, "V", PILOTS,
        both("in these runs, logistic regression of that change on implementation capacity and on the mean quality of "
             "finished pilots, both standardised: the first coefficient less the second",
             "dans ces simulations, régression logistique de ce changement sur la capacité de mise en œuvre et sur la "
             "qualité moyenne des projets pilotes achevés, toutes deux centrées et réduites : premier coefficient "
             "moins le second"),
        fit_over_quality, 0.0, math.inf, clear=True,
        reason=both("implementation capacity, drawn evenly from 0 to 1, stands for the channel that is there already",
                    "la capacité de mise en œuvre, tirée uniformément entre 0 et 1, tient lieu de dispositif "
                    "préexistant"),
    ),
    Pattern(
        "A27 in", _PLEDGES, THOMSON, "V", SIGNED,
        both("of the runs in which the winner of an election in week 52 had signed and nothing was adopted before, the "
             "share in which any of the asked provisions is adopted in the four years after it",
             "parmi les simulations où le vainqueur d’une élection en semaine 52 avait signé et où rien n’était adopté "
             "auparavant, part de celles où une disposition demandée au moins est adoptée dans les quatre ans qui "
             "suivent"),
        kept_inside, 0.50, 0.85,
    ),
    Pattern(
        "A27 out", _PLEDGES, THOMSON, "M-m", SIGNED,
        both("the same where the winner had not signed, but a candidate of the side that did not form the government "
             "had",
             "la même part quand le vainqueur n’avait pas signé, mais bien un candidat du camp qui n’a pas formé le "
             "gouvernement"),
        kept_outside, 0.0, 0.45,
        reason=both("the model’s candidates are all asked for one pledge: what counts here is that nobody in "
                    "government signed it",
                    "les candidats du modèle sont tous invités à signer le même engagement : compte ici celui que "
                    "personne n’a signé au gouvernement"),
    ),
    Pattern(
        "A27 out any", _PLEDGES, THOMSON, "M-m", SIGNED,
        both("the same where a candidate of the side that did not form the government had signed, whether the winner "
             "had or not",
             "la même part quand un candidat du camp qui n’a pas formé le gouvernement avait signé, que le vainqueur "
             "l’ait fait ou non"),
        kept_by_losers, 0.0, 0.45,
        reason=both("the pledge of a party out of government is most often the winner’s as well, since all are asked "
                    "for the same one; parties’ own promises differ",
                    "l’engagement d’un parti hors du gouvernement est le plus souvent aussi celui du vainqueur, "
                    "puisque tous sont invités à signer le même ; les promesses des partis, elles, diffèrent"),
    ),
    Pattern(
        "A27 gap", _PLEDGES, THOMSON, "V", SIGNED,
        both("the share kept in government less the share kept out of it",
             "part tenue au gouvernement moins part tenue hors du gouvernement"),
        kept_gap, 0.15, 1.0,
    ),
    Pattern(
        "A28 peak", _MEDIA, KING, "V", PUSH,
        _after(_PUSH, "the largest weekly difference of mean salience, relative to its mean without",
               "plus grand écart hebdomadaire de l’attention moyenne, rapporté à cette moyenne sans lui"),
        salience_peak, 0.0, 0.30,
    ),
    Pattern(
        "A28 agenda half-life", _MEDIA, KING, "J", PUSH,
        _after(_PUSH, "days from the peak of the mean difference in salience to half of it, on a straight line between "
               "weeks; where it does not fall so far, the days watched",
               "jours entre le sommet de l’écart moyen d’attention et sa moitié, en ligne droite entre les semaines ; "
               "s’il ne descend pas si bas, le nombre de jours observés"),
        salience_half_life, 14.0, 180.0, reason=_AGENDA,
    ),
    Pattern(
        "A28 lasting", _MEDIA, KING, "V", PUSH,
        _after(_PUSH, "mean difference in talk about the issue 26 weeks after, as a part of its peak; a tenth or less "
               "counts as no lasting shift",
               "écart moyen de ce qui se dit du sujet 26 semaines après, rapporté à son sommet ; un dixième ou moins "
               "n’est pas tenu pour un changement durable"),
        talk_left, -0.1, 0.1, reason=_TALK,
    ),
    Pattern(
        "A28 talk peak", _MEDIA, KING, "V", PUSH,
        _after(_PUSH, "the largest weekly difference of mean talk about the issue, relative to its mean without",
               "plus grand écart hebdomadaire de ce qui se dit du sujet en moyenne, rapporté à cette moyenne sans lui"),
        talk_peak, 0.0, 0.30, reason=_TALK,
    ),
    Pattern(
        "A28 talk half-life", _MEDIA, KING, "V", PUSH,
        _after(_PUSH, "days from the peak of the mean difference in talk about the issue to half of it, on a straight "
                      "line "
               "between weeks",
               "jours entre le sommet de l’écart moyen de ce qui se dit du sujet et sa moitié, en ligne droite entre "
               "les semaines"),
        talk_half_life, 1.0, 14.0, reason=_TALK,
    ),
)  # fmt: skip
