"""The units of parameters and outcomes in French; in English a unit is its own name."""

from __future__ import annotations

UNITS = {
    "weeks": "semaines", "organisations": "organisations", "times": "fois", "a year": "par an", "months": "mois",
    "offices": "instances", "provisions": "dispositions", "hours": "heures", "a week": "par semaine",
    "hours a week": "heures par semaine", "items": "points", "items a week": "points par semaine",
    "thousand": "milliers", "thousand a year": "milliers par an", "years": "années", "activities": "activités",
    "changes": "changements", "contacts": "contacts", "exits": "départs", "meetings": "réunions",
    "people": "personnes", "per 100 hours": "pour 100 heures", "sectors": "secteurs", "votes": "votes",
    "windows": "fenêtres", "groups": "groupes", "per thousand": "par millier",
}  # fmt: skip


def unit_word(unit: str, lang: str) -> str:
    """A declared unit in a language, empty where there is none."""
    return UNITS.get(unit, unit) if lang == "fr" else unit
