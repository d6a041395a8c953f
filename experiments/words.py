"""Labels from the declarations, and the few words that figures and pages add, in English and French."""

from __future__ import annotations

import math

from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

LANGUAGES = ("en", "fr")

WORDS: dict[str, dict[str, str]] = {
    "first": {"en": "alone (first order)", "fr": "à lui seul (premier ordre)"},
    "total": {"en": "with all interactions (total)", "fr": "avec toutes les interactions (total)"},
    "place_open": {"en": "effect certain, place in the ranking open", "fr": "effet certain, rang encore indécis"},
    "undecided": {"en": "no certain effect", "fr": "effet non établi"},
    "share": {"en": "Share of the variance of: {outcome}", "fr": "Part de la variance de\u00a0: {outcome}"},
    "samples": {"en": "Base samples N", "fr": "Échantillons de base N"},
    "replicates": {"en": "Replicates", "fr": "Répétitions"},
    "total_index": {"en": "Total index", "fr": "Indice total"},
    "others": {"en": "other factors", "fr": "autres facteurs"},
    "design_part": {"en": "factors", "fr": "facteurs"},
    "replicate_part": {"en": "chance, same for all points", "fr": "hasard commun à tous les essais"},
    "residual_part": {"en": "chance, different at each point", "fr": "hasard propre à chaque essai"},
    "variance_share": {"en": "Share of the variance of single runs", "fr": "Part de la variance des simulations"},
    "mean_of": {"en": "Mean of: {outcome}", "fr": "Moyenne de\u00a0: {outcome}"},
    "mu_star": {"en": "Mean size of the effect on: {outcome}", "fr": "Taille moyenne de l’effet sur\u00a0: {outcome}"},
    "sigma": {
        "en": "Spread of the effect (curvature, interactions, chance)",
        "fr": "Dispersion de l’effet (courbure, interactions, hasard)",
    },
    "decided": {"en": "decided", "fr": "établi"},
    "yes": {"en": "yes", "fr": "oui"},
    "no": {"en": "no", "fr": "non"},
}

UNITS = {
    "weeks": "semaines", "organisations": "organisations", "times": "fois", "a year": "par an", "months": "mois",
    "offices": "instances", "provisions": "dispositions", "hours": "heures", "a week": "par semaine",
    "hours a week": "heures par semaine", "items": "points", "items a week": "points par semaine",
    "thousand": "milliers", "thousand a year": "milliers par an", "years": "années", "activities": "activités",
    "changes": "changements", "contacts": "contacts", "exits": "départs", "meetings": "réunions",
    "people": "personnes", "per 100 hours": "pour 100 heures", "sectors": "secteurs", "votes": "votes",
    "windows": "fenêtres",
}  # fmt: skip


def word(key: str, lang: str, **parts: str) -> str:
    """A phrase in a language, its gaps filled."""
    return WORDS[key][lang].format(**parts)


def factor_label(path: str, lang: str) -> str:
    """The declared label of a factor."""
    declaration = PARAMETERS[path].declaration
    return declaration.fr if lang == "fr" else declaration.en


def factor_unit(path: str, lang: str) -> str:
    """The unit of a factor, empty where it has none."""
    unit = PARAMETERS[path].declaration.unit
    return UNITS.get(unit, unit) if lang == "fr" else unit


def choice_label(path: str, name: str, lang: str) -> str:
    """The label of a choice, or of true and false."""
    if name in ("True", "False"):
        return word("yes" if name == "True" else "no", lang)
    for choice in PARAMETERS[path].declaration.choices:
        if choice.name == name:
            return choice.fr if lang == "fr" else choice.en
    return name


def outcome_label(name: str, lang: str) -> str:
    """The declared label of an outcome."""
    return OUTCOMES[name].fr if lang == "fr" else OUTCOMES[name].en


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
