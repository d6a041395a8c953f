"""The words of the command line's answers, in English and French."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "runs": {"en": "runs", "fr": "simulations"},
    "outcome": {"en": "Outcome", "fr": "Résultat"},
    "value": {"en": "Value", "fr": "Valeur"},
    "mean": {"en": "Mean", "fr": "Moyenne"},
    "median": {"en": "Median", "fr": "Médiane"},
    "interval": {"en": "95% interval", "fr": "Intervalle à 95\u202f%"},
    "over_sets": {"en": "Spread over coefficients", "fr": "Écart dû aux coefficients"},
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
    "arms_studied": {
        "en": "{study}: {arms}, on the same draws and the same chance ({runs} runs)",
        "fr": "{study}\u00a0: {arms}, sur les mêmes tirages et le même hasard ({runs} simulations)",
    },
    "conclusion": {"en": "Conclusion", "fr": "Conclusion"},
    "kind": {"en": "Kind", "fr": "Nature"},
    "fails_under": {"en": "Fails under", "fr": "En défaut sous"},
    "arms": {"en": "Arms", "fr": "Variantes"},
    "against": {"en": "Against", "fr": "Comparée"},
    "difference": {"en": "Difference", "fr": "Différence"},
    "calibrated": {
        "en": "{tried} places tried in waves, {plausible} agree with every fact that can be reached; {sets} "
        "sets kept",
        "fr": "{tried} points essayés par vagues, {plausible} s’accordent avec tous les faits accessibles\u202f; "
        "{sets} jeux gardés",
    },
    "disagree": {
        "en": "Too few agree: the sets kept are the nearest ones, no ensemble that fits.",
        "fr": "Trop peu s’accordent\u00a0: les jeux gardés sont les plus proches, et non un ensemble qui convient.",
    },
    "out_of_reach": {"en": "Out of reach of any coefficient", "fr": "Hors de portée de tout coefficient"},
    "not_emulated": {"en": "Too noisy to rule anything out", "fr": "Trop bruités pour écarter quoi que ce soit"},
    "coefficient": {"en": "Coefficient", "fr": "Coefficient"},
    "width": {"en": "Width left", "fr": "Largeur restante"},
    "recovered": {"en": "Recovered", "fr": "Retrouvé"},
    "medoid": {"en": "Medoid", "fr": "Médoïde"},
    "declared": {"en": "Declared", "fr": "Déclaré"},
    "constrained": {"en": "constrained", "fr": "contraint"},
    "unconstrained": {"en": "open", "fr": "ouvert"},
    "round_screening": {
        "en": "Round 1: every coefficient from end to end",
        "fr": "Tour 1\u00a0: chaque coefficient d’un bout à l’autre",
    },
    "round_spread": {
        "en": "Round 2: an even spread over the strongest",
        "fr": "Tour 2\u00a0: répartition régulière sur les plus forts",
    },
    "round_recovery": {
        "en": "Known coefficients hidden and searched for",
        "fr": "Coefficients connus, cachés puis recherchés",
    },
    "round_matching": {
        "en": "One more wave: places that are not ruled out",
        "fr": "Nouvelle vague\u00a0: points non écartés",
    },
    "round_settling": {
        "en": "What stays open is put back to what was held before",
        "fr": "Ce qui reste ouvert revient à sa valeur d’avant",
    },
    "stage_futures": {"en": "Futures of each alternative", "fr": "Futurs de chaque option"},
    "stage_contexts": {"en": "The same over sampled contexts", "fr": "La même chose dans des contextes tirés"},
    "stage_moved": {"en": "Assumptions moved one by one", "fr": "Hypothèses déplacées une à une"},
    "stage_why": {"en": "Why: events of paired futures", "fr": "Pourquoi\u00a0: événements des futurs appariés"},
    "alternative": {"en": "Alternative", "fr": "Option"},
    "against_first": {"en": "Against {first}", "fr": "Face à {first}"},
    "input": {"en": "Input", "fr": "Entrée"},
    "pattern": {"en": "Fact", "fr": "Fait"},
    "band": {"en": "Band", "fr": "Plage attendue"},
    "evidence": {"en": "Evidence", "fr": "Preuve"},
    "passes": {"en": "pass", "fr": "conforme"},
    "fails": {"en": "fail", "fr": "non conforme"},
    "open": {"en": "undecided", "fr": "indécis"},
    "untested": {"en": "not tested", "fr": "non testé"},
    "progress": {
        "en": "{done} of {runs} runs, {seconds}",
        "fr": "{done} simulations sur {runs}, {seconds}",
    },
    "pace": {"en": "{rate} runs/s, {left} left", "fr": "{rate} simulations/s, encore {left}"},
    "and": {"en": "{first}; {second}", "fr": "{first}\u202f; {second}"},
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
    "see_failed": {
        "en": "See the first of them fail:\n  {command}",
        "fr": "Pour voir échouer la première\u00a0:\n  {command}",
    },
    "replayed": {
        "en": "{title} – run {which} of {study} (seed {seed}, chance {chance})",
        "fr": "{title} – simulation {which} de {study} (graine {seed}, hasard {chance})",
    },
    "without_alliance": {"en": "without the alliance", "fr": "sans l’alliance"},
    "replay_equal": {
        "en": "Every outcome is what the study stored, to the bit.",
        "fr": "Chaque résultat est, au bit près, celui que l’étude a gardé.",
    },
    "replay_other": {
        "en": "Outcomes are not those that the study stored: code or versions are others.",
        "fr": "Les résultats ne sont pas ceux que l’étude a gardés\u202f: le code ou les versions ont changé.",
    },
    "replay_new": {
        "en": "The study has not stored this run yet.",
        "fr": "L’étude n’a pas encore gardé cette simulation.",
    },
    "replay_failed": {"en": "The run fails: {error}", "fr": "La simulation échoue\u00a0: {error}"},
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
    "would_run": {
        "en": "{points} points × {replicates} replicates = {runs} runs in {chunks} blocks",
        "fr": "{points} points × {replicates} répétitions = {runs} simulations en {chunks} blocs",
    },
    "would_take": {
        "en": "about {time} by a pilot of {pilot} runs, analysis and figures not counted; about {disk} MB of disk, "
        "{free} MB are free; nothing was run or written",
        "fr": "environ {time} d’après {pilot} simulations d’essai, sans l’analyse ni les figures\u202f; environ "
        "{disk} Mo sur le disque, {free} Mo sont libres\u202f; rien n’a été lancé ni écrit",
    },
    "held_replay": {"en": "see a failure again", "fr": "revoir un échec"},
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
    "searching": {
        "en": "Searching on one half of the situations, judging on the other: half a minute or so.",
        "fr": "Recherche sur une moitié des situations, jugement sur l’autre\u00a0: une demi-minute environ.",
    },
    "discovered": {
        "en": "{event}: in {rate} ({low} to {high}) of {runs} runs, {points} situations",
        "fr": "{event}\u00a0: dans {rate} (de {low} à {high}) de {runs} simulations, {points} situations",
    },
    "box": {"en": "Box", "fr": "Boîte"},
    "condition": {"en": "Condition", "fr": "Condition"},
    "quasi_p": {"en": "Chance?", "fr": "Hasard\u202f?"},
    "again": {"en": "Found again", "fr": "Retrouvée"},
    "confirmed": {"en": "Confirmed", "fr": "Confirmée"},
    "yes": {"en": "yes", "fr": "oui"},
    "no": {"en": "no", "fr": "non"},
    "score": {"en": "Score", "fr": "Score"},
    "useless_limit": {"en": "A useless one", "fr": "Un inutile"},
    "foretells": {"en": "foretells", "fr": "annonce"},
    "useless": {"en": "not told apart", "fr": "ne se distingue pas"},
    "held_reproduce": {"en": "to run it again and compare", "fr": "pour la refaire et comparer"},
    "compared_runs": {
        "en": "Run again and compared: {runs} of {planned} runs, in {chunks} blocks.",
        "fr": "Refait et comparé\u00a0: {runs} simulations sur {planned}, en {chunks} blocs.",
    },
    "compared_files": {
        "en": "Study, design, tables, figures and page compared: {files} files.",
        "fr": "Étude, plan, tableaux, figures et page comparés\u00a0: {files} fichiers.",
    },
    "compared_no_analyses": {
        "en": "Study and design compared; tables, figures and page only where all runs of a finished study are.",
        "fr": "Étude et plan comparés\u202f; tableaux, figures et page ne le sont que si toutes les simulations d’une "
        "étude terminée le sont.",
    },
    "code_differs": {"en": "no longer the same", "fr": "n’est plus pareil"},
    "reproduced": {
        "en": "Every byte that was compared came out again.",
        "fr": "Chaque octet comparé est ressorti à l’identique.",
    },
    "not_reproduced": {
        "en": "The same code gave other bytes: {differing} blocks of runs, {other} other files.",
        "fr": "Le même code a donné d’autres octets\u00a0: {differing} blocs de simulations, {other} autres fichiers.",
    },
    "not_reproduced_code": {
        "en": "Other code or versions gave other bytes: {differing} blocks of runs, {other} other files.",
        "fr": "Un autre code ou d’autres versions ont donné d’autres octets\u00a0: {differing} blocs de simulations, "
        "{other} autres fichiers.",
    },
    "rows_apart": {"en": "Runs that differ", "fr": "Simulations différentes"},
    "largest": {"en": "Largest difference", "fr": "Plus grand écart"},
    "other_bytes": {"en": "{name}: other bytes", "fr": "{name}\u00a0: d’autres octets"},
    "apart_row": {
        "en": "first in run {row}, {column}: {stored} then, {again} now",
        "fr": "d’abord dans la simulation {row}, {column}\u00a0: {stored} alors, {again} maintenant",
    },
    "apart_bytes": {"en": "the same numbers", "fr": "les mêmes nombres"},
    "apart_columns": {"en": "other columns", "fr": "d’autres colonnes"},
    "apart_unreadable": {
        "en": "the stored file was damaged since: no numbers to compare",
        "fr": "le fichier conservé a été abîmé depuis\u00a0: pas de nombres à comparer",
    },
    "no_events": {"en": "Nothing of note happens.", "fr": "Il ne se passe rien de notable."},
}  # fmt: skip


def say(key: str, lang: str, **parts: object) -> str:
    """A phrase in a language, its gaps filled."""
    return WORDS[key][lang].format(**parts)
