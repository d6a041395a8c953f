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
    "verdict": {"en": "Verdict", "fr": "Verdict"},
    "decided": {"en": "decided", "fr": "établi"},
    "undecided": {"en": "undecided", "fr": "indécis"},
    "place_open": {"en": "rank open", "fr": "rang indécis"},
    "negligible": {"en": "no visible effect", "fr": "sans effet visible"},
    "first": {"en": "Most important", "fr": "Les plus importants"},
    "noise": {"en": "Chance", "fr": "Hasard"},
    "others": {"en": "Other outcomes", "fr": "Autres résultats"},
    "run": {
        "en": "{title} (one run, seed {seed}; each date begins a week)",
        "fr": "{title} (une simulation, graine {seed}\u202f; chaque date ouvre une semaine)",
    },
    "progress": {
        "en": "{done} of {runs} runs, {seconds} s",
        "fr": "{done} simulations sur {runs}, {seconds}\u00a0s",
    },
    "compiling": {
        "en": "The model is compiled first: half a minute or more, once.",
        "fr": "Le modèle est d’abord compilé\u00a0: une demi-minute ou plus, une seule fois.",
    },
    "many": {"en": "{title} (runs: {runs}, seed {seed})", "fr": "{title} (simulations\u00a0: {runs}, graine {seed})"},
    "start": {"en": "starting conditions", "fr": "conditions de départ"},
    "policy": {"en": "policy", "fr": "politique publique"},
    "alliance": {"en": "alliance", "fr": "alliance"},
    "effort": {"en": "effort", "fr": "effort"},
    "context": {"en": "context reached", "fr": "contexte atteint"},
    "studied": {
        "en": "{title} ({method}, {points} points × {replicates} replicates = {runs} runs)",
        "fr": "{title} ({method}, {points} points × {replicates} répétitions = {runs} simulations)",
    },
    "studied_twin": {
        "en": "{title} ({method}, {points} points × {replicates} replicates × 2 arms = {runs} runs)",
        "fr": "{title} ({method}, {points} points × {replicates} répétitions × 2, avec et sans l’alliance = {runs} "
        "simulations)",
    },
    "clock": {"en": "Counted", "fr": "Décompte"},
    "arm": {"en": "Runs", "fr": "Simulations"},
    "months": {"en": "Months", "fr": "Mois"},
    "year": {"en": "Year", "fr": "Année"},
    "rates": {"en": "Policy changed", "fr": "Politique publique changée"},
    "hazards": {"en": "Changes in the year", "fr": "Change dans l’année"},
    "nine": {"en": "Nine runs in ten", "fr": "Neuf simulations sur dix"},
    "added": {
        "en": "The alliance adds {points} points by month {months} {clock} ({low} to {high}; {pairs} pairs of runs).",
        "fr": "L’alliance ajoute {points} points au bout de {months} mois {clock} (de {low} à {high}\u202f; {pairs} "
        "paires de simulations).",
    },
    "not_stable": {
        "en": "N = {before}: the ranking may still move by more than 0.05; going on with N = {after}.",
        "fr": "N = {before}\u00a0: le classement peut encore bouger de plus de 0,05\u202f; suite avec N = {after}.",
    },
    "stable": {
        "en": "The ranking holds still: no measure moved by more than 0.05, none is less certain than that.",
        "fr": "Le classement est stable\u00a0: aucune mesure n’a bougé de plus de 0,05, ni n’est connue moins "
        "précisément.",
    },
    "unstable": {
        "en": "The ranking does not hold still at N = {samples}: see analysis/unsettled.csv; more samples would help.",
        "fr": "Le classement n’est pas stable à N = {samples}\u00a0: voir analysis/unsettled.csv\u202f; il faudrait "
        "plus d’échantillons.",
    },
    "planned": {
        "en": "{study} as a pilot: what {runs} runs would buy (errors of {measure})",
        "fr": "{study} comme étude pilote\u00a0: ce que donneraient {runs} simulations (erreurs de {measure})",
    },
    "plan_replicates": {"en": "Replicates", "fr": "Répétitions"},
    "plan_samples": {"en": "Samples N", "fr": "Échantillons N"},
    "plan_runs": {"en": "Runs", "fr": "Simulations"},
    "plan_half": {"en": "Interval ±", "fr": "Intervalle ±"},
    "plan_bias": {"en": "Noise left", "fr": "Bruit restant"},
    "plan_error": {"en": "Error", "fr": "Erreur"},
    "best": {"en": "best", "fr": "le mieux"},
    "already": {"en": "already finished: nothing was run again", "fr": "déjà terminé\u00a0: rien n’a été recalculé"},
    "failed": {
        "en": "{failed} runs failed; they are rows with their reason",
        "fr": "{failed} simulations ont échoué\u202f; chacune reste, avec sa raison",
    },
    "report": {"en": "Report:  {path}", "fr": "Rapport\u00a0: {path}"},
    "picture": {"en": "Picture: {path}", "fr": "Image\u00a0: {path}"},
    "data": {"en": "Data:    {path}", "fr": "Données\u00a0: {path}"},
    "fine": {"en": "{file}: fine", "fr": "{file}\u00a0: rien à signaler"},
    "fact": {"en": "{name}: {value}", "fr": "{name}\u00a0: {value}"},
    "held_study": {"en": "study", "fr": "étude"},
    "held_job": {"en": "job", "fr": "travail"},
    "held_state": {"en": "state", "fr": "état"},
    "held_runs": {"en": "runs", "fr": "simulations faites"},
    "held_planned": {"en": "planned", "fr": "simulations prévues"},
    "held_failed": {"en": "failed", "fr": "simulations échouées"},
    "held_seed": {"en": "seed", "fr": "graine"},
    "held_replicates": {"en": "replicates", "fr": "répétitions"},
    "held_design": {"en": "design", "fr": "plan d’expériences"},
    "held_started": {"en": "started", "fr": "début"},
    "held_finished": {"en": "finished", "fr": "fin"},
    "state_running": {"en": "unfinished", "fr": "inachevée"},
    "state_finished": {"en": "finished", "fr": "terminée"},
    "checksums": {"en": "checksums", "fr": "sommes de contrôle"},
    "whole": {"en": "every file is as it was written", "fr": "chaque fichier est tel qu’il a été écrit"},
    "not_whole": {"en": "not all as it was written", "fr": "tout n’est pas tel qu’il a été écrit"},
    "damaged": {"en": "missing or changed after it was written", "fr": "manque, ou a changé depuis son écriture"},
    "foreign": {"en": "not written by this study", "fr": "n’a pas été écrit par cette étude"},
    "from_to": {"en": "{low} to {high}", "fr": "de {low} à {high}"},
    "from_on": {"en": "{low} or more", "fr": "{low} ou plus"},
    "or_missing": {"en": "{span}, or missing", "fr": "{span}, ou sans valeur"},
    "one_of": {"en": "one of {names}", "fr": "au choix {names}"},
    "yes_or_no": {"en": "true or false", "fr": "true (oui) ou false (non)"},
    "whole_number": {"en": "whole number, {span}", "fr": "nombre entier, {span}"},
    "default": {"en": "{label}: {range}; default {value}", "fr": "{label}\u00a0: {range}\u202f; par défaut {value}"},
    "written": {
        "en": "{file}: written; edit it, then: alliance check {file}",
        "fr": "{file}\u00a0: écrit\u202f; modifiez-le, puis\u00a0: alliance check {file}",
    },
    "explain_one": {
        "en": "explains one run, not {runs}; leave out --replicates, and choose the run with --seed",
        "fr": "explique une seule simulation, et non {runs}\u202f; retirez --replicates et choisissez-la par --seed",
    },
    "no_events": {"en": "Nothing of note happens.", "fr": "Il ne se passe rien de notable."},
}  # fmt: skip


def say(key: str, lang: str, **parts: object) -> str:
    """A phrase in a language, its gaps filled."""
    return WORDS[key][lang].format(**parts)
