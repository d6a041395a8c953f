"""The fixed phrases of reports, in English and French."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "lead_replicates": {
        "en": "The same situation computed {runs} times with other chance, over {weeks} weeks: what recurs, and how "
        "far outcomes spread.",
        "fr": "La même situation calculée {runs} fois avec un autre hasard, sur {weeks} semaines\u00a0: ce qui "
        "revient, et l’étendue des résultats.",
    },
    "lead_single": {
        "en": "One run over {weeks} weeks: one possible course, of which chance is a large part.",
        "fr": "Une simulation sur {weeks} semaines\u00a0: un cours possible, où le hasard tient une grande place.",
    },
    "chance_of": {
        "en": "{outcome}: in {share} of the runs ({low} to {high}).",
        "fr": "{outcome}\u00a0: dans {share} des simulations (de {low} à {high}).",
    },
    "shares_of": {"en": "{outcome}: {shares}.", "fr": "{outcome}\u00a0: {shares}."},
    "outcome": {"en": "Outcome", "fr": "Résultat"},
    "mean": {"en": "Mean", "fr": "Moyenne"},
    "median": {"en": "Median", "fr": "Médiane"},
    "with_value": {"en": "Runs with a value", "fr": "Simulations avec valeur"},
    "unit": {"en": "Unit", "fr": "Unité"},
    "group_policy": {"en": "Policy", "fr": "Politique publique"},
    "group_alliance": {"en": "Alliance", "fr": "Alliance"},
    "group_effort": {"en": "Effort", "fr": "Effort"},
    "group_context": {"en": "Context reached", "fr": "Contexte atteint"},
    "group_start": {"en": "Starting conditions", "fr": "Conditions de départ"},
    "limit_one_model": {
        "en": "Every number here speaks of this model, not of a country: it is no forecast.",
        "fr": "Chaque nombre parle de ce modèle et non d’un pays\u00a0: ce n’est pas une prévision.",
    },
    "limit_situation": {
        "en": "The intervals say how far the mean over more runs of this very situation would move; they say nothing "
        "of another situation, nor of why.",
        "fr": "Les intervalles disent de combien bougerait la moyenne avec plus de simulations de cette même "
        "situation\u202f; ils ne disent rien d’une autre situation, ni des causes.",
    },
    "title": {"en": "What matters – {title}", "fr": "Ce qui compte –\u00a0{title}"},
    "lead": {
        "en": "A global sensitivity analysis: which factors move the outcomes of this model, how sure that is, and "
        "what part is chance.",
        "fr": "Une analyse de sensibilité globale\u00a0: quels facteurs font varier les résultats de ce modèle, avec "
        "quelle certitude, et quelle part revient au hasard.",
    },
    "asked": {"en": "What was asked", "fr": "La question posée"},
    "asked_sobol": {
        "en": "{factors} factors were varied together over the ranges below, at {points} design points, each run "
        "{replicates} times with other chance: {runs} runs of {weeks} weeks.",
        "fr": "{factors} facteurs ont varié ensemble dans les plages ci-dessous, en {points} points, avec {replicates} "
        "répétitions de chacun\u00a0: {runs} simulations de {weeks} semaines.",
    },
    "asked_morris": {
        "en": "{factors} factors were moved one at a time from many starting places, at {points} design points, each "
        "run {replicates} times with other chance: {runs} runs of {weeks} weeks. This is a screening: it sorts "
        "factors, it does not share out the variance.",
        "fr": "{factors} facteurs ont bougé un par un à partir de nombreux départs, en {points} points, avec "
        "{replicates} répétitions de chacun\u00a0: {runs} simulations de {weeks} semaines. C’est un tri\u00a0: il "
        "classe les facteurs sans partager la variance.",
    },
    "found": {"en": "What came out", "fr": "Les résultats"},
    "settled": {"en": "Has it settled?", "fr": "Le classement est-il stable\u202f?"},
    "settled_text": {
        "en": "Total indices as the study grows, with 95% intervals: lines that run level and apart can be trusted, "
        "lines that still move or cross cannot.",
        "fr": "Indices totaux à mesure que l’étude grandit, avec intervalles à 95\u202f%\u00a0: les lignes plates et "
        "séparées sont fiables, celles qui bougent ou se croisent ne le sont pas encore.",
    },
    "chance": {"en": "What part is chance", "fr": "La part du hasard"},
    "chance_text": {
        "en": "The same plan in the same situation does not always end the same way. The hatched and the light part of "
        "each bar are differences that no factor explains.",
        "fr": "Le même plan dans la même situation ne finit pas toujours de la même façon. La partie claire et la "
        "partie hachurée de chaque barre sont des écarts qu’aucun facteur n’explique.",
    },
    "conclude": {
        "en": "What can be concluded, and what cannot",
        "fr": "Ce que l’on peut conclure, et ce que l’on ne peut pas",
    },
    "provenance": {"en": "How to check and repeat this", "fr": "Vérifier et refaire ce travail"},
    "factor": {"en": "Factor", "fr": "Facteur"},
    "path": {"en": "Name", "fr": "Nom"},
    "range": {"en": "Range", "fr": "Plage"},
    "rank": {"en": "Rank", "fr": "Rang"},
    "S1": {"en": "Alone", "fr": "À lui seul"},
    "ST": {"en": "With interactions", "fr": "Avec interactions"},
    "ST_expected": {"en": "Without noise", "fr": "Sans le bruit"},
    "mu_star": {"en": "Size of effect", "fr": "Taille de l’effet"},
    "mu": {"en": "Effect", "fr": "Effet"},
    "sigma": {"en": "Spread", "fr": "Dispersion"},
    "verdict": {"en": "Verdict", "fr": "Verdict"},
    "decided": {"en": "effect certain, rank within one place", "fr": "effet établi, rang à une place près"},
    "undecided": {"en": "no certain effect", "fr": "effet non établi"},
    "place_open": {"en": "effect certain, rank open", "fr": "effet établi, rang indécis"},
    "negligible": {"en": "no visible effect", "fr": "sans effet visible"},
    "interval": {"en": "(95% interval)", "fr": "(intervalle à 95\u202f%)"},
    "to": {"en": "{low} to {high}", "fr": "{low} à {high}"},
    "log": {"en": "{span}, on a log scale", "fr": "{span}, échelle log"},
    "yes_or_no": {"en": "yes or no", "fr": "oui ou non"},
    "expected_note": {
        "en": "“Without noise” is the total index of the expected outcome, corrected for the chance that is left in a "
        "mean of {replicates} runs.",
        "fr": "«\u00a0Sans le bruit\u00a0»\u00a0: indice total du résultat attendu, corrigé du hasard qui reste dans "
        "une moyenne de {replicates} simulations.",
    },
    "limit_model": {
        "en": "Every sentence here speaks of this model, not of a country: it says which factors move the model’s "
        "outcomes, not what will happen.",
        "fr": "Chaque phrase parle de ce modèle et non d’un pays\u00a0: elle dit quels facteurs font varier ses "
        "résultats, et non ce qui arrivera.",
    },
    "limit_range": {
        "en": "The shares hold for the ranges above, taken as independent of each other. Wider or narrower ranges give "
        "other shares.",
        "fr": "Ces parts valent pour les plages ci-dessus, supposées indépendantes. Des plages plus larges ou plus "
        "étroites donneraient d’autres parts.",
    },
    "limit_fixed": {
        "en": "All that was not varied stayed as the scenario says: a factor that is missing here was not tested.",
        "fr": "Tout ce qui n’a pas varié est resté comme dans le scénario\u00a0: un facteur absent d’ici n’a pas été "
        "testé.",
    },
    "repeat": {"en": "Repeat with", "fr": "Pour refaire"},
    "study": {"en": "Study", "fr": "Étude"},
    "scenario": {"en": "Scenario", "fr": "Scénario"},
    "method": {"en": "Method", "fr": "Méthode"},
    "replicates": {"en": "Replicates", "fr": "Répétitions"},
    "seed": {"en": "Seed", "fr": "Graine"},
    "code": {"en": "Model code", "fr": "Code du modèle"},
    "versions": {"en": "Versions", "fr": "Versions"},
    "design": {"en": "Design (SHA-256)", "fr": "Plan d’expériences (SHA-256)"},
    "started": {"en": "Started", "fr": "Début"},
    "figure_ranking": {
        "en": "Ranking of factors for: {outcome}",
        "fr": "Classement des facteurs pour\u00a0: {outcome}",
    },
    "figure_responses": {"en": "{outcome} along each factor", "fr": "{outcome} le long de chaque facteur"},
    "figure_convergence": {"en": "Convergence of the total indices", "fr": "Convergence des indices totaux"},
    "figure_noise": {"en": "Part of the variance that is chance", "fr": "Part de la variance due au hasard"},
}


def phrase(key: str, lang: str, **parts: str) -> str:
    """A phrase in a language, its gaps filled."""
    return PHRASES[key][lang].format(**parts)
