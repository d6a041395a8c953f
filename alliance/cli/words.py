"""The words of the command line's answers, in English and French."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "runs": {"en": "runs", "fr": "simulations"},
    "outcome": {"en": "Outcome", "fr": "Résultat"},
    "value": {"en": "Value", "fr": "Valeur"},
    "mean": {"en": "Mean", "fr": "Moyenne"},
    "median": {"en": "Median", "fr": "Médiane"},
    "interval": {"en": "95% interval", "fr": "Intervalle à 95\u202f%"},
    "number": {"en": "Runs", "fr": "Simulations"},
    "unit": {"en": "Unit", "fr": "Unité"},
    "name": {"en": "Name", "fr": "Nom"},
    "rank": {"en": "Rank", "fr": "Rang"},
    "factor": {"en": "Factor", "fr": "Facteur"},
    "S1": {"en": "Alone", "fr": "À lui seul"},
    "ST": {"en": "Total", "fr": "Total"},
    "mu_star": {"en": "Size of effect", "fr": "Taille de l’effet"},
    "sigma": {"en": "Spread", "fr": "Dispersion"},
    "verdict": {"en": "Verdict", "fr": "Verdict"},
    "decided": {"en": "decided", "fr": "établi"},
    "undecided": {"en": "undecided", "fr": "indécis"},
    "place_open": {"en": "rank open", "fr": "rang indécis"},
    "negligible": {"en": "no visible effect", "fr": "sans effet visible"},
    "first": {"en": "Most important", "fr": "Les plus importants"},
    "noise": {"en": "Chance", "fr": "Hasard"},
    "others": {"en": "Other outcomes", "fr": "Autres résultats"},
    "run": {"en": "one run, seed {seed}", "fr": "une simulation, graine {seed}"},
    "many": {"en": "{runs} runs, seed {seed}", "fr": "{runs} simulations, graine {seed}"},
    "start": {"en": "starting conditions", "fr": "conditions de départ"},
    "policy": {"en": "policy", "fr": "politique publique"},
    "alliance": {"en": "alliance", "fr": "alliance"},
    "effort": {"en": "effort", "fr": "effort"},
    "context": {"en": "context reached", "fr": "contexte atteint"},
    "studied": {
        "en": "{title}: {method}, {points} points × {replicates} replicates = {runs} runs",
        "fr": "{title}\u00a0: {method}, {points} points × {replicates} répétitions = {runs} simulations",
    },
    "already": {"en": "already finished: nothing was run again", "fr": "déjà terminé\u00a0: rien n’a été recalculé"},
    "failed": {
        "en": "{failed} runs failed; they are rows with their reason",
        "fr": "{failed} simulations ont échoué\u202f; chacune reste, avec sa raison",
    },
    "report": {"en": "Report:  {path}", "fr": "Rapport\u00a0: {path}"},
    "data": {"en": "Data:    {path}", "fr": "Données\u00a0: {path}"},
    "fine": {"en": "{file}: fine", "fr": "{file}\u00a0: rien à signaler"},
    "none": {"en": "none", "fr": "aucun"},
    "no_events": {"en": "Nothing of note happens.", "fr": "Il ne se passe rien de notable."},
}  # fmt: skip


def say(key: str, lang: str, **parts: object) -> str:
    """A phrase in a language, its gaps filled."""
    return WORDS[key][lang].format(**parts)
