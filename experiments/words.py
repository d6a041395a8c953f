"""Labels from the declarations, and the few words that figures, pages and answers add, in English and French."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from experiments.analysis.boxes import Box
from experiments.analysis.cases import Axis
from experiments.units import unit_word
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

LANGUAGES = ("en", "fr")

WORDS: dict[str, dict[str, str]] = {
    "place_open": {"en": "effect certain, place in the ranking open", "fr": "effet certain, rang encore indécis"},
    "undecided": {"en": "no certain effect", "fr": "effet non établi"},
    "measured_variance": {"en": "Share of the variance of: {outcome}", "fr": "Part de la variance de\u00a0: {outcome}"},
    "measured_effect": {"en": "Size of the effect on: {outcome}", "fr": "Taille de l’effet sur\u00a0: {outcome}"},
    "measured_distance": {
        "en": "How far the factor moves the distribution of: {outcome}",
        "fr": "Déplacement de la distribution de\u00a0: {outcome}",
    },
    "samples": {"en": "Base samples N", "fr": "Échantillons de base N"},
    "replicates": {"en": "Replicates", "fr": "Répétitions"},
    "others": {"en": "other factors", "fr": "autres facteurs"},
    "design_part": {"en": "factors", "fr": "facteurs"},
    "replicate_part": {"en": "chance, same for all points", "fr": "hasard commun à tous les essais"},
    "residual_part": {"en": "chance, different at each point", "fr": "hasard propre à chaque essai"},
    "variance_share": {"en": "Share of the variance of single runs", "fr": "Part de la variance des simulations"},
    "mean_of": {"en": "Mean of: {outcome}", "fr": "Moyenne de\u00a0: {outcome}"},
    "with": {"en": "with the alliance", "fr": "avec l’alliance"},
    "without": {"en": "without it", "fr": "sans elle"},
    "clock_start": {"en": "from the start", "fr": "depuis le début"},
    "clock_agreement": {"en": "from the agreement on the aim", "fr": "depuis l’accord sur l’objectif"},
    "years_from_start": {"en": "Years from the start", "fr": "Années depuis le début"},
    "year": {"en": "Year", "fr": "Année"},
    "changed_share": {
        "en": "Share of runs in which policy has changed",
        "fr": "Part des simulations où la politique publique a changé",
    },
    "yearly_chance": {"en": "Chance of change in the year", "fr": "Chances de changement dans l’année"},
    "share_of_runs": {"en": "Share of the runs", "fr": "Part des simulations"},
    "years_from_agreement": {"en": "Years since the aim was agreed", "fr": "Années depuis l’accord sur l’objectif"},
    "unchanged_share": {"en": "Policy not yet changed", "fr": "Politique publique encore inchangée"},
    "at_risk": {"en": "Runs still watched and unchanged", "fr": "Simulations encore suivies, sans changement"},
    "alone_clear": {
        "en": "one factor alone, clear of zero (share of the variance)",
        "fr": "un facteur seul, nettement au-dessus de zéro (part de la variance)",
    },
    "pair_clear": {
        "en": "two factors together beyond what each does alone, clear of zero",
        "fr": "deux facteurs ensemble, au-delà de chacun seul, nettement au-dessus de zéro",
    },
    "pair_open": {"en": "not told apart from zero", "fr": "ne se distingue pas de zéro"},
    "left_out": {"en": " (the lowest {number} factors left out)", "fr": " (sans les {number} derniers facteurs)"},
    "verdict_pass": {"en": "in the band", "fr": "dans la plage"},
    "verdict_fail": {"en": "outside", "fr": "en dehors"},
    "verdict_undecided": {"en": "undecided", "fr": "indécis"},
    "verdict_not_tested": {"en": "not tested", "fr": "non testé"},
    "band_of_fact": {"en": "what the fact allows", "fr": "ce que le fait admet"},
    "as_by_chance": {"en": "as by chance", "fr": "comme par hasard"},
    "coefficient_sets": {"en": "What is not known of the coefficients", "fr": "Ce qu’on ignore des coefficients"},
    "sectors": {"en": "Sectors among the founders", "fr": "Secteurs parmi les fondateurs"},
    "decided": {"en": "decided", "fr": "établi"},
    "missing": {"en": "–", "fr": "–"},
    "quoted": {"en": "“{text}”", "fr": "«\u00a0{text}\u00a0»"},
    "is_below": {"en": "is below {high}", "fr": "reste sous {high}"},
    "is_above": {"en": "is above {low}", "fr": "dépasse {low}"},
    "is_between": {"en": "is between {low} and {high}", "fr": "va de {low} à {high}"},
    "is_at_most": {"en": "is {high} or less", "fr": "vaut {high} ou moins"},
    "is_at_least": {"en": "is {low} or more", "fr": "vaut {low} ou plus"},
    "is_from_to": {"en": "is from {low} to {high}", "fr": "va de {low} à {high}"},
    "is_exactly": {"en": "is {low}", "fr": "vaut {low}"},
    "or": {"en": " or ", "fr": " ou "},
    "points_here": {"en": "share of the situations run", "fr": "part des situations simulées"},
    "happened_here": {"en": "the part of it where it happens", "fr": "la partie où cela arrive"},
    "inside_box": {"en": "inside the box", "fr": "dans la boîte"},
    "coverage": {
        "en": "Coverage: share of all runs in which it happens",
        "fr": "Couverture\u00a0: part de toutes les simulations où cela arrive",
    },
    "density": {"en": "Density: how often it happens inside", "fr": "Densité\u00a0: fréquence à l’intérieur"},
    "on_finding": {"en": "on the points it was found on", "fr": "sur les points qui l’ont fait trouver"},
    "on_judging": {"en": "on the other points (honest)", "fr": "sur les autres points (honnête)"},
    "box_chosen": {"en": "the box that is told", "fr": "la boîte retenue"},
    "rate_of_all": {"en": "without any limit", "fr": "sans aucune limite"},
    "share_at_point": {
        "en": "share of the runs of a situation in which it happens",
        "fr": "part des simulations d’une situation où cela arrive",
    },
    "score": {
        "en": "Error of the foretold chances that comes back without the factor (share)",
        "fr": "Erreur des chances annoncées qui revient sans le facteur (part)",
    },
    "score_limit": {"en": "what a useless factor may reach", "fr": "ce qu’un facteur inutile peut atteindre"},
    "score_counts": {"en": "foretells", "fr": "annonce"},
    "score_useless": {"en": "not told apart from a useless factor", "fr": "ne se distingue pas d’un facteur inutile"},
    "of_situations": {"en": "{share} of the situations", "fr": "{share} des situations"},
    "pathway_presence": {"en": "presence", "fr": "présence"},
    "pathway_access": {"en": "access", "fr": "accès"},
    "pathway_skills": {"en": "skills", "fr": "savoir-faire"},
    "pathway_legitimacy": {"en": "legitimacy", "fr": "légitimité"},
    "pathway_hours": {"en": "hours and money", "fr": "heures et argent"},
    "adds_points": {"en": "Adds to the chance of change (points)", "fr": "Apport aux chances de changement (points)"},
    "through": {"en": "through", "fr": "par"},
    "cost_asked": {"en": "Cost of inviting (thousand)", "fr": "Coût des invitations (milliers)"},
    "cost_spent": {"en": "Money spent (thousand)", "fr": "Argent dépensé (milliers)"},
    "chance_of_change": {"en": "Chance of change", "fr": "Chances de changement"},
    "of_100_pairs": {
        "en": "of 100 paired futures: change with the first only, alike, with the second only",
        "fr": "sur 100 futurs appariés\u00a0: changement avec la première seule, égalité, avec la seconde seule",
    },
    "difference_points": {
        "en": "Chance of change, {first} minus {second} (points)",
        "fr": "Chances de changement, {first} moins {second} (points)",
    },
    "yes": {"en": "yes", "fr": "oui"},
    "no": {"en": "no", "fr": "non"},
}

# Measures of sensitivity methods: a short name for tables, a longer one for pictures.
MEASURES: dict[str, dict[str, tuple[str, str]]] = {
    "S1": {"en": ("Alone", "alone (first order)"), "fr": ("À lui seul", "à lui seul (premier ordre)")},
    "ST": {
        "en": ("With interactions", "with all interactions (total)"),
        "fr": ("Avec interactions", "avec toutes les interactions (total)"),
    },
    "ST_expected": {
        "en": ("Without noise", "with all interactions, without noise"),
        "fr": ("Sans le bruit", "avec toutes les interactions, sans le bruit"),
    },
    "mu_star": {
        "en": ("Size of effect", "mean size of the effect"),
        "fr": ("Taille de l’effet", "taille moyenne de l’effet"),
    },
    "shapley": {
        "en": ("Shapley effect", "Shapley effect (fair share, sums to one)"),
        "fr": ("Effet de Shapley", "effet de Shapley (part équitable, de somme un)"),
    },
    "shapley_expected": {
        "en": ("Without noise", "Shapley effect without noise"),
        "fr": ("Sans le bruit", "effet de Shapley sans le bruit"),
    },
    "delta": {
        "en": ("Delta", "delta (shift of the whole distribution)"),
        "fr": ("Delta", "delta (déplacement de toute la distribution)"),
    },
    "median": {
        "en": ("Usual shift", "usual shift of the distribution (median over slices)"),
        "fr": ("Déplacement usuel", "déplacement usuel de la distribution (médiane des tranches)"),
    },
    "maximum": {
        "en": ("Largest shift", "largest shift of the distribution"),
        "fr": ("Déplacement maximal", "déplacement maximal de la distribution"),
    },
    "S": {"en": ("All told", "share of its curves, all told"), "fr": ("En tout", "part de ses courbes, en tout")},
    "Sa": {"en": ("By itself", "share by itself"), "fr": ("En propre", "part en propre")},
    "Sb": {
        "en": ("By dependence", "share by moving together with others"),
        "fr": ("Par dépendance", "part due à ce qui varie avec lui"),
    },
    "distance": {
        "en": ("Distance", "distance between where it happens and where not"),
        "fr": ("Distance", "distance entre là où cela arrive et ailleurs"),
    },
    "shift": {
        "en": ("Direction", "difference of the factor's mean place"),
        "fr": ("Sens", "écart entre les places moyennes du facteur"),
    },
    "mu": {"en": ("Effect", "mean effect"), "fr": ("Effet", "effet moyen")},
    "sigma": {
        "en": ("Spread", "spread of the effect (curvature, interactions, chance)"),
        "fr": ("Dispersion", "dispersion de l’effet (courbure, interactions, hasard)"),
    },
}

NAMES_ONLY = ("phase", "start_venue", "active_sides")  # their numbers are names: a mean of them says nothing
YES_OR_NO = ("policy_changed", "adopted_ever", "reversed", "alive", "successor", "handed_over")
STEPS: dict[str, dict[str, tuple[str, ...]]] = {
    "stage_reached": {
        "en": ("nowhere", "agenda", "commitment", "adoption", "the change won"),
        "fr": ("aucune", "mise à l’agenda", "engagement politique", "adoption", "changement obtenu"),
    },
    "phase": {
        "en": ("forming", "agreeing", "acting", "dormant", "renewed", "handed over", "dissolved"),
        "fr": ("formation", "accord", "action", "sommeil", "renouvellement", "transfert", "dissolution"),
    },
    "start_venue": {
        "en": ("parliament", "decree", "budget", "agency"),
        "fr": ("Parlement", "décret", "budget", "agence"),
    },
    "active_sides": {
        "en": ("nobody", "supporters only", "opponents only", "both"),
        "fr": ("personne", "partisans seulement", "opposants seulement", "les deux"),
    },
}


def word(key: str, lang: str, **parts: str) -> str:
    """A phrase in a language, its gaps filled."""
    return WORDS[key][lang].format(**parts)


def measure_label(name: str, lang: str, *, long: bool = False) -> str:
    """What a measure of a sensitivity method is called: short in tables, longer in pictures."""
    return MEASURES[name][lang][long]


def factor_label(path: str, lang: str) -> str:
    """The declared label of a factor, that of the founders drawn as a whole, or a group's own name."""
    if path == "composition.sectors":
        return word("sectors", lang)
    if path == "coefficients":
        return word("coefficient_sets", lang)
    if path not in PARAMETERS:
        return path  # a group of factors: the user named it
    declaration = PARAMETERS[path].declaration
    return declaration.fr if lang == "fr" else declaration.en


def factor_unit(path: str, lang: str) -> str:
    """The unit of a factor, empty where it has none."""
    if path == "composition.sectors":
        return unit_word("sectors", lang)
    if path == "coefficients":
        return ""
    return unit_word(PARAMETERS[path].declaration.unit, lang)


def choice_label(path: str, name: str, lang: str) -> str:
    """The label of a choice, or of true and false."""
    if name in ("True", "False"):
        return word("yes" if name == "True" else "no", lang)
    for choice in PARAMETERS[path].declaration.choices:
        if choice.name == name:
            return choice.fr if lang == "fr" else choice.en
    return name


def quoted(text: str, lang: str) -> str:
    """A text in the quotation marks of the language."""
    return word("quoted", lang, text=text)


def conditions(axes: Sequence[Axis], box: Box, lang: str) -> list[str]:
    """What a box says, a factor a phrase: "“Controversy” is below 0.31"."""
    return [f"{quoted(factor_label(axes[k].path, lang), lang)} {_condition(axes[k], box, k, lang)}" for k in box.axes]


def _condition(axis: Axis, box: Box, k: int, lang: str) -> str:
    kept = box.kept[k]
    if kept is not None:
        names = [quoted(choice_label(axis.path, axis.names[code], lang), lang) for code in sorted(kept)]
        return word("is_exactly", lang, low=word("or", lang).join(names))
    if axis.whole:
        return _whole_condition(axis, box.low[k], box.high[k], lang)
    return _said(lang, box.low[k], box.high[k], ("is_above", "is_below", "is_between"))


def _whole_condition(axis: Axis, low: float, high: float, lang: str) -> str:
    """A limit between whole numbers, as the nearest one inside; a single value that is left is said alone."""
    first, last = math.ceil(max(low, axis.low)), math.floor(min(high, axis.high))
    if first == last:
        return word("is_exactly", lang, low=plain_number(first, lang))
    ends = (first if math.isfinite(low) else low, last if math.isfinite(high) else high)
    return _said(lang, *ends, ("is_at_least", "is_at_most", "is_from_to"))


def _said(lang: str, low: float, high: float, keys: tuple[str, str, str]) -> str:
    if not math.isfinite(high):
        return word(keys[0], lang, low=plain_number(low, lang))
    if not math.isfinite(low):
        return word(keys[1], lang, high=plain_number(high, lang))
    return word(keys[2], lang, low=plain_number(low, lang), high=plain_number(high, lang))


def outcome_label(name: str, lang: str) -> str:
    """The declared label of an outcome."""
    return OUTCOMES[name].fr if lang == "fr" else OUTCOMES[name].en


def outcome_unit(name: str, lang: str) -> str:
    """The unit of an outcome, empty where it has none."""
    return unit_word(OUTCOMES[name].unit, lang)


def is_share(name: str) -> bool:
    """Whether an outcome is a part of a whole or a chance: people read it as a percentage."""
    declared = OUTCOMES[name]
    return not declared.unit and (declared.low, declared.high) == (0, 1)


def outcome_value(name: str, value: float, lang: str) -> str:
    """What one run says of an outcome: a number, or the word that a number stands for."""
    if not math.isfinite(value):
        return word("missing", lang)
    if name in YES_OR_NO:
        return word("yes" if value else "no", lang)
    return STEPS[name][lang][int(value)] if name in STEPS else plain_number(value, lang)


def step_shares(name: str, shares: Mapping[str, float], lang: str) -> str:
    """How often each step of an outcome was met, the most frequent first: "acting 42%, dissolved 31%"."""
    words = dict(zip(STEPS[name]["en"], STEPS[name][lang], strict=True))
    return ", ".join(f"{words[step]} {percent(share, lang)}" for step, share in shares.items())


def number(value: float, lang: str, digits: int = 2) -> str:
    """A number as people of the language write it; a dash where there is none."""
    if not math.isfinite(value):
        return "–"
    text = f"{value:.{digits}f}"
    if float(text) == 0.0:
        text = text.lstrip("-")
    text = text.replace("-", "−")
    return text.replace(".", ",") if lang == "fr" else text


def short_number(value: float, lang: str) -> str:
    """A number with no more digits than it needs: axis ticks, counts."""
    text = f"{value:.4g}".replace("-", "−")
    return text.replace(".", ",") if lang == "fr" else text


def plain_number(value: float, lang: str) -> str:
    """A number with as many decimals as its size deserves: 13,940, 62.3, 0.58 and 0.0042."""
    size = abs(value)
    if value == int(value) or size >= 100.0:
        return count(round(value), lang).replace("-", "−")
    digits = 1 if size >= 10.0 else 2 if size >= 0.01 else 4
    return number(value, lang, digits)


def count(value: float, lang: str) -> str:
    """A whole number with its thousands set apart: 12,288 in English, 12 288 in French."""
    text = f"{int(value):,}"
    return text.replace(",", "\u202f") if lang == "fr" else text


def percent(share: float, lang: str) -> str:
    """A share as a percentage, without decimals."""
    if not math.isfinite(share):
        return "–"
    text = f"{100.0 * share:.0f}"
    return f"{text}\u202f%" if lang == "fr" else f"{text}%"


def signed_points(share: float, lang: str, digits: int = 0) -> str:
    """A difference of two shares in percentage points, with its sign: +5, −3,2 (French writes a comma)."""
    if not math.isfinite(share):
        return "–"
    text = number(100.0 * share, lang, digits)
    return text if text.startswith("−") or float(text.replace(",", ".")) == 0.0 else f"+{text}"
