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
    "title_sweep": {"en": "What happens – {title}", "fr": "Ce qui se passe –\u00a0{title}"},
    "lead_sweep": {
        "en": "Many situations, each run several times with other chance: how often policy changes, when, and how far "
        "the outcomes spread.",
        "fr": "De nombreuses situations, chacune simulée plusieurs fois avec un autre hasard\u00a0: à quelle fréquence "
        "et quand la politique publique change, et jusqu’où vont les résultats.",
    },
    "asked_sweep": {
        "en": "{points} design points ({kind}), each run {replicates} times with other chance: {runs} runs of {weeks} "
        "weeks.",
        "fr": "{points} points ({kind}), avec {replicates} répétitions de chacun\u00a0: {runs} simulations de {weeks} "
        "semaines.",
    },
    "asked_sweep_twin": {
        "en": "{points} design points ({kind}), each run {replicates} times with other chance, with the alliance and "
        "without it: {runs} runs of {weeks} weeks.",
        "fr": "{points} points ({kind}), avec {replicates} répétitions de chacun, avec l’alliance et sans elle\u00a0: "
        "{runs} simulations de {weeks} semaines.",
    },
    "asked_twin": {
        "en": "The two runs of a pair stand on the same draws and the same chance: they differ by what the alliance "
        "does and by nothing else.",
        "fr": "Les deux simulations d’une paire reposent sur les mêmes tirages et le même hasard\u00a0: seule l’action "
        "de l’alliance les distingue.",
    },
    "kind_lhs": {"en": "a Latin hypercube", "fr": "hypercube latin"},
    "kind_sobol_sequence": {"en": "a Sobol sequence", "fr": "suite de Sobol"},
    "kind_random": {"en": "independent draws", "fr": "tirages indépendants"},
    "kind_grid": {"en": "a grid", "fr": "grille"},
    "kind_listed": {"en": "a table", "fr": "tableau"},
    "how_often": {"en": "How often policy changes", "fr": "À quelle fréquence la politique publique change"},
    "how_spread": {"en": "How outcomes spread", "fr": "L’étendue des résultats"},
    "along": {"en": "Along each factor", "fr": "Le long de chaque facteur"},
    "along_text": {
        "en": "Means over the runs with the alliance in which the factor lies in one part of its distribution, all "
        "others moving freely. What moves together with a factor moves the line too.",
        "fr": "Moyennes sur les simulations avec l’alliance où le facteur se trouve dans une partie de sa "
        "distribution, tous les autres variant librement. Ce qui varie avec un facteur déplace aussi la ligne.",
    },
    "rate_said": {
        "en": "{arm}, policy has changed by month {month} in {share} of the runs ({low} to {high}).",
        "fr": "{arm}, la politique publique a changé au bout de {month} mois dans {share} des simulations (de {low} à "
        "{high}).",
    },
    "arm_with": {"en": "With the alliance", "fr": "Avec l’alliance"},
    "arm_without": {"en": "Without it", "fr": "Sans elle"},
    "uplift_said": {
        "en": "The alliance adds {points} points by month {month} ({low} to {high}, {pairs} pairs of runs).",
        "fr": "L’alliance ajoute {points} points au bout de {month} mois (de {low} à {high}, {pairs} paires de "
        "simulations).",
    },
    "uplift_unclear": {
        "en": "By month {month} there is no clear difference between the runs with the alliance and those without it "
        "({low} to {high} points, {pairs} pairs of runs).",
        "fr": "Au bout de {month} mois, il n’y a pas d’écart net entre les simulations avec et sans l’alliance (de "
        "{low} à {high} points, {pairs} paires de simulations).",
    },
    "same_said": {
        "en": "In {share} of the design points no pair of runs ends differently by month {month}.",
        "fr": "En {share} des points, aucune paire de simulations ne diffère au bout de {month} mois.",
    },
    "clock": {"en": "Counted", "fr": "Décompte"},
    "arm": {"en": "Runs", "fr": "Simulations"},
    "months": {"en": "Months", "fr": "Mois"},
    "changed": {"en": "Policy changed", "fr": "Politique publique changée"},
    "counted": {"en": "Runs that count", "fr": "Simulations comptées"},
    "at_risk": {"en": "Runs at risk", "fr": "Simulations exposées"},
    "year": {"en": "Year", "fr": "Année"},
    "hazard": {"en": "Changes in the year", "fr": "Change dans l’année"},
    "uplift": {"en": "What the alliance adds, in points", "fr": "Ce que l’alliance ajoute, en points"},
    "pairs": {"en": "Pairs", "fr": "Paires"},
    "spread_5_95": {"en": "Nine runs in ten lie between", "fr": "Neuf simulations sur dix entre"},
    "clock_note": {
        "en": "Counted from the agreement on the aim are only runs that reached one, had not changed before, and are "
        "watched long enough after it; without the alliance, the week of agreement is that of the paired run with it.",
        "fr": "Depuis l’accord sur l’objectif, seules comptent les simulations qui en ont atteint un, n’avaient pas "
        "changé avant et sont suivies assez longtemps ensuite\u202f; sans l’alliance, la semaine de l’accord est "
        "celle de la simulation appariée.",
    },
    "limit_sweep": {
        "en": "The rates hold for the situations drawn above: other ranges give other rates. The intervals say how far "
        "they would move with other draws.",
        "fr": "Ces fréquences valent pour les situations tirées ci-dessus\u00a0: d’autres plages en donneraient "
        "d’autres. Les intervalles disent de combien elles bougeraient avec d’autres tirages.",
    },
    "limit_chosen": {
        "en": "The points were chosen, not drawn, and meet the same chance: the rates are means over these points, and "
        "the intervals say how far they would move with other chance.",
        "fr": "Les points ont été choisis et non tirés, et rencontrent le même hasard\u00a0: les fréquences sont des "
        "moyennes sur ces points, et les intervalles disent de combien elles bougeraient avec un autre hasard.",
    },
    "laid": {"en": "Design", "fr": "Plan"},
    "figure_change": {
        "en": "Share of runs in which policy has changed",
        "fr": "Part des simulations où la politique publique a changé",
    },
    "figure_survival": {
        "en": "How long policy stays as it is once the aim is agreed, in runs watched for different times",
        "fr": "Combien de temps la politique reste inchangée après l’accord sur l’objectif, pour des simulations "
        "suivies plus ou moins longtemps",
    },
    "figure_interactions": {
        "en": "Which factors act together on: {outcome}",
        "fr": "Quels facteurs agissent ensemble sur\u00a0: {outcome}",
    },
    "title_validation": {"en": "The model against the evidence", "fr": "Le modèle face aux faits établis"},
    "lead_validation": {
        "en": "Each row holds the model’s own figure, measured in runs made for this page, against a fact that others "
        "found.",
        "fr": "Chaque ligne confronte un chiffre du modèle, mesuré dans des simulations faites pour cette page, à un "
        "fait établi par d’autres.",
    },
    "validation_summary": {
        "en": "Of {patterns} patterns {pass} lie in their band, {fail} lie outside, {undecided} are undecided and "
        "{not_tested} cannot be tested.",
        "fr": "Sur {patterns} régularités, {pass} sont dans leur plage, {fail} en dehors, {undecided} restent "
        "indécises et {not_tested} ne peuvent pas être testées.",
    },
    "validation_quick": {
        "en": "This is the quick form: a fifth of the runs, so that more stays undecided.",
        "fr": "C’est la version rapide\u00a0: un cinquième des simulations, donc davantage de cas indécis.",
    },
    "validation_how": {
        "en": "In the band: the point lies in it (and, where a clear sign is asked, its whole interval). Undecided: "
        "only a part of that. Outside: neither. Intervals are 95 % bootstraps over draws.",
        "fr": "Dans la plage\u00a0: le point s’y trouve (et, si l’on demande un signe net, tout son intervalle). "
        "Indécis\u00a0: en partie seulement. En dehors\u00a0: ni l’un ni l’autre. Intervalles à 95\u202f% par "
        "rééchantillonnage des tirages.",
    },
    "figure_validation": {
        "en": "The model’s figure with its interval, each row on a scale of its own; shaded, what the fact allows",
        "fr": "Le chiffre du modèle et son intervalle, chaque ligne à sa propre échelle\u202f; en grisé, ce que le "
        "fait admet",
    },
    "validation_facts": {"en": "Fact by fact", "fr": "Fait par fait"},
    "validation_fact": {"en": "What was found out there", "fr": "Ce qui a été établi"},
    "validation_measured": {"en": "What is measured here", "fr": "Ce qui est mesuré ici"},
    "validation_value": {"en": "Here", "fr": "Ici"},
    "validation_band": {"en": "Band", "fr": "Plage"},
    "validation_limit_tuned": {
        "en": "Coefficients were chosen with some of these facts in view: a fact that was aimed at is no test of the "
        "model.",
        "fr": "Des coefficients ont été choisis en connaissant une partie de ces faits\u00a0: un fait visé n’éprouve "
        "pas le modèle.",
    },
    "validation_limit_stand_in": {
        "en": "Many statistics stand in for what the sources counted; each row says what was measured.",
        "fr": "Beaucoup de mesures remplacent ce que les sources ont compté\u202f; chaque ligne dit ce qui a été "
        "mesuré.",
    },
    "validation_limit_transfer": {
        "en": "Most facts come from the United States and Europe; signs and orders of size travel better than levels.",
        "fr": "La plupart des faits viennent des États-Unis et d’Europe\u202f; signes et ordres de grandeur se "
        "transposent mieux que les niveaux.",
    },
    "validation_limit_forecast": {
        "en": "No band licenses a forecast for a real country.",
        "fr": "Aucune plage n’autorise une prévision pour un pays réel.",
    },
    "figure_hazards": {"en": "Chance of change by year", "fr": "Chances de changement par année"},
    "figure_distribution": {"en": "Outcomes over all runs", "fr": "Résultats sur toutes les simulations"},
    "lognormal": {
        "en": "log-normal, median {median}, spread of the logarithm {sigma}, cut at {span}",
        "fr": "log-normale, médiane {median}, écart type du logarithme {sigma}, bornée à {span}",
    },
    "sets_drawn": {
        "en": "{sets} sets of {number} coefficients each ({name})",
        "fr": "{sets} jeux de {number} coefficients chacun ({name})",
    },
    "sectors_drawn": {
        "en": "{low} to {high}; which sectors, and which kinds within them, drawn by their weights",
        "fr": "{low} à {high}\u202f; les secteurs, et les types d’organisation en leur sein, sont tirés selon leur "
        "poids",
    },
    "from_the_table": {"en": "as the table lists it", "fr": "selon le tableau"},
    "title_discovery": {
        "en": "Under which conditions – {title}",
        "fr": "Dans quelles conditions –\u00a0{title}",
    },
    "lead_discovery": {
        "en": "In which situations does it happen: boxes of conditions, a small tree, and how far conditions foretell "
        "it at all. Everything is found on one half of the situations and judged on the other.",
        "fr": "Dans quelles situations cela arrive-t-il\u202f? Des boîtes de conditions, un petit arbre, et jusqu’où "
        "les conditions l’annoncent. Tout est trouvé sur une moitié des situations et jugé sur l’autre.",
    },
    "asked_discovery": {
        "en": "{event}: when? Looked for in {runs} runs of {points} situations. It happens in {share} of them ({low} "
        "to {high}).",
        "fr": "{event}\u00a0: quand\u202f? Recherche dans {runs} simulations de {points} situations. Cela arrive dans "
        "{share} des simulations (de {low} à {high}).",
    },
    "halves": {
        "en": "{finding} situations to find, {judging} others to judge; all runs of a situation are in the same half.",
        "fr": "{finding} situations pour trouver, {judging} autres pour juger\u202f; toutes les simulations d’une "
        "situation sont dans la même moitié.",
    },
    "event_changes": {"en": "Policy changes", "fr": "La politique publique change"},
    "event_changes_without": {
        "en": "Policy changes without the alliance",
        "fr": "La politique publique change sans l’alliance",
    },
    "event_changes_gain": {
        "en": "Policy changes with the alliance and not without it",
        "fr": "La politique publique change avec l’alliance et non sans elle",
    },
    "event_yes": {"en": "{label} is “yes”", "fr": "{label} vaut «\u00a0oui\u00a0»"},
    "event_above": {"en": "{label} is above {limit}", "fr": "{label} dépasse {limit}"},
    "event_below": {"en": "{label} is below {limit}", "fr": "{label} reste sous {limit}"},
    "event_without": {"en": "{event} without the alliance", "fr": "{event} sans l’alliance"},
    "event_gain": {
        "en": "{event} with the alliance and not without it",
        "fr": "{event} avec l’alliance et non sans elle",
    },
    "these_changes": {"en": "changes", "fr": "changements"},
    "these_runs": {"en": "runs in which it happens", "fr": "simulations où cela arrive"},
    "box_found": {
        "en": "{event} in {density} of the runs where {conditions} ({mass} of all situations; they hold {coverage} of "
        "all {things}).",
        "fr": "{event} dans {density} des simulations où {conditions} ({mass} de toutes les situations, qui réunissent "
        "{coverage} de tous les {things}).",
    },
    "box_found_these_runs": {
        "en": "{event} in {density} of the runs where {conditions} ({mass} of all situations; they hold {coverage} of "
        "all {things}).",
        "fr": "{event} dans {density} des simulations où {conditions} ({mass} de toutes les situations, qui réunissent "
        "{coverage} de toutes les {things}).",
    },
    "box_honest": {
        "en": "On points not used to find it: {density} ({low} to {high}), and {outside} elsewhere.",
        "fr": "Sur les points qui n’ont pas servi à la trouver\u00a0: {density} (de {low} à {high}), et {outside} "
        "ailleurs.",
    },
    "box_optimism": {
        "en": "The search made it look {points} points better than it is.",
        "fr": "La recherche l’embellissait de {points} points.",
    },
    "box_next": {
        "en": "Among the situations that are left: ",
        "fr": "Parmi les situations qui restent\u00a0: ",
    },
    "box_unsure": {
        "en": "This is not a finding: on points not used to find it, it happens inside ({density}, {low} to {high}) "
        "not clearly more often than elsewhere ({outside}).",
        "fr": "Ce n’est pas un résultat\u00a0: sur les points qui n’ont pas servi à la trouver, cela n’arrive pas "
        "nettement plus souvent dans la boîte ({density}, de {low} à {high}) qu’ailleurs ({outside}).",
    },
    "box_empty": {
        "en": "This is not a finding: no point that was not used to find it lies inside.",
        "fr": "Ce n’est pas un résultat\u00a0: aucun des points qui n’ont pas servi à la trouver ne s’y trouve.",
    },
    "box_again": {
        "en": "The same search on other halves of the situations limits again, in the same direction: {factors}.",
        "fr": "La même recherche sur d’autres moitiés des situations limite de nouveau, dans le même sens\u00a0: "
        "{factors}.",
    },
    "again_in": {"en": "{factor} in {share} of them", "fr": "{factor} dans {share} des cas"},
    "box_fragile": {
        "en": "Fragile, since fewer than half of them find it: the limit on {factors}.",
        "fr": "Fragile, car moins de la moitié la retrouvent\u00a0: la limite sur {factors}.",
    },
    "box_none": {
        "en": "No box of conditions was found in which it happens clearly more often than elsewhere.",
        "fr": "Aucune boîte de conditions n’a été trouvée où cela arrive nettement plus souvent qu’ailleurs.",
    },
    "box_none_yet": {
        "en": "Conditions do foretell it, though, if not as one box: see the tree and the scores.",
        "fr": "Des conditions l’annoncent pourtant, mais non comme une boîte\u00a0: voyez l’arbre et les scores.",
    },
    "few_points": {
        "en": "Only {groups} situations that stand by themselves were run, fewer than {need}: too few to find "
        "conditions on one half and judge them on the other.",
        "fr": "Seules {groups} situations indépendantes ont été simulées, moins de {need}\u00a0: trop peu pour "
        "trouver des conditions sur une moitié et les juger sur l’autre.",
    },
    "few_hits": {
        "en": "It happens in only {hits} of {runs} runs, in {places} situations: too few to say under which conditions "
        "({need} runs in {need_places} situations are needed).",
        "fr": "Cela n’arrive que dans {hits} simulations sur {runs}, en {places} situations\u00a0: trop peu pour dire "
        "dans quelles conditions (il en faut {need}, en {need_places} situations).",
    },
    "few_misses": {
        "en": "It fails to happen in only {hits} of {runs} runs, in {places} situations: too few to say under which "
        "conditions ({need} runs in {need_places} situations are needed).",
        "fr": "Cela ne manque que dans {hits} simulations sur {runs}, en {places} situations\u00a0: trop peu pour "
        "dire dans quelles conditions (il en faut {need}, en {need_places} situations).",
    },
    "skill_auc": {
        "en": "How far conditions foretell it: {word}. Of a run in which it happens and one in which it does not, "
        "conditions point to the right one in {auc} of the cases ({low} to {high}; a coin would in 50%).",
        "fr": "Jusqu’où les conditions l’annoncent\u00a0: {word}. D’une simulation où cela arrive et d’une autre où "
        "cela n’arrive pas, les conditions désignent la bonne dans {auc} des cas (de {low} à {high}\u202f; pile ou "
        "face le ferait dans 50\u202f%).",
    },
    "skill_error": {
        "en": "Knowing them takes {skill} ({low} to {high}) off the error of foretelling single runs.",
        "fr": "Les connaître retire {skill} (de {low} à {high}) de l’erreur faite en annonçant une simulation.",
    },
    "skill_worse": {
        "en": "Foretelling single runs from them is no better than saying the overall rate for every run.",
        "fr": "Annoncer une simulation d’après elles ne vaut pas mieux que d’annoncer la fréquence générale à chaque "
        "fois.",
    },
    "skill_most": {
        "en": "Nobody could take off more than about {most}: the rest is chance within one and the same situation.",
        "fr": "Nul ne pourrait en retirer plus d’environ {most}\u00a0: le reste est le hasard au sein d’une même "
        "situation.",
    },
    "skill_coin": {"en": "no better than a coin", "fr": "pas mieux que pile ou face"},
    "skill_hardly": {"en": "hardly", "fr": "à peine"},
    "skill_little": {"en": "a little", "fr": "un peu"},
    "skill_fairly": {"en": "fairly well", "fr": "assez bien"},
    "skill_well": {"en": "well", "fr": "bien"},
    "skill_very": {"en": "very well", "fr": "très bien"},
    "scores_count": {"en": "What foretells it: {factors}.", "fr": "Ce qui l’annonce\u00a0: {factors}."},
    "scores_useless": {
        "en": "Not told apart from a useless factor: {factors}.",
        "fr": "Ne se distinguent pas d’un facteur inutile\u00a0: {factors}.",
    },
    "scores_none": {
        "en": "No factor can be told apart from a useless one.",
        "fr": "Aucun facteur ne se distingue d’un facteur inutile.",
    },
    "boxes": {"en": "The conditions", "fr": "Les conditions"},
    "box_title": {"en": "Box {number}", "fr": "Boîte {number}"},
    "box_title_unsure": {"en": "Box {number}: not confirmed", "fr": "Boîte {number}\u00a0: non confirmée"},
    "tree": {"en": "A tree of questions", "fr": "Un arbre de questions"},
    "tree_text": {
        "en": "Grown and cut back on one half of the situations; the shares are those of the other half.",
        "fr": "Poussé et taillé sur une moitié des situations\u202f; les parts sont celles de l’autre moitié.",
    },
    "tree_bare": {
        "en": "No question parts the situations reliably: the best tree, by cross-validation, asks nothing.",
        "fr": "Aucune question ne sépare sûrement les situations\u00a0: le meilleur arbre, par validation croisée, "
        "n’en pose aucune.",
    },
    "how_far": {"en": "How far conditions foretell it", "fr": "Jusqu’où les conditions l’annoncent"},
    "condition": {"en": "Condition", "fr": "Condition"},
    "quasi_p": {"en": "Could be chance", "fr": "Hasard possible"},
    "reproduced": {"en": "Found again", "fr": "Retrouvée"},
    "role": {"en": "Who sets it", "fr": "Qui la fixe"},
    "role_lever": {"en": "the alliance (lever)", "fr": "l’alliance (levier)"},
    "role_context": {"en": "nobody here (context)", "fr": "personne ici (contexte)"},
    "role_coefficient": {"en": "a rule of the model (coefficient)", "fr": "une règle du modèle (coefficient)"},
    "finding_half": {"en": "Where it was found", "fr": "Là où elle fut trouvée"},
    "judging_half": {"en": "On other points", "fr": "Sur d’autres points"},
    "measure": {"en": "Measure", "fr": "Mesure"},
    "density_inside": {"en": "Density: how often it happens inside", "fr": "Densité\u00a0: fréquence à l’intérieur"},
    "density_outside": {"en": "How often it happens elsewhere", "fr": "Fréquence ailleurs"},
    "coverage_of": {"en": "Coverage: part of all {things}", "fr": "Couverture\u00a0: part de l’ensemble des {things}"},
    "mass_of": {"en": "Part of all situations", "fr": "Part de toutes les situations"},
    "lift": {"en": "Density over the rate of all", "fr": "Densité rapportée à la fréquence générale"},
    "leaf": {"en": "Situations", "fr": "Situations"},
    "all_situations": {"en": "all", "fr": "toutes"},
    "happens": {"en": "It happens in", "fr": "Cela arrive dans"},
    "score_of": {"en": "Score", "fr": "Score"},
    "score_limit_head": {"en": "A useless one: up to", "fr": "Un inutile\u00a0: jusqu’à"},
    "counts": {"en": "foretells", "fr": "annonce"},
    "counts_not": {"en": "not told apart", "fr": "ne se distingue pas"},
    "figure_box": {"en": "Where box {number} lies on each factor", "fr": "La boîte {number} sur chaque facteur"},
    "figure_path": {
        "en": "How box {number} was cut out, step by step: the more it covers, the less dense it is",
        "fr": "La boîte {number} taillée pas à pas\u00a0: plus elle couvre, moins elle est dense",
    },
    "figure_pair": {
        "en": "Every situation by two factors, with box {number}",
        "fr": "Chaque situation selon deux facteurs, avec la boîte {number}",
    },
    "figure_scores": {"en": "What each factor foretells", "fr": "Ce que chaque facteur annonce"},
    "figure_tree": {"en": "The tree of questions", "fr": "L’arbre de questions"},
    "limit_independent": {
        "en": "The factors were varied independently, so that no condition stands here in place of another; within "
        "this model it is the condition itself that acts, alone or with others.",
        "fr": "Les facteurs ont varié indépendamment\u00a0: aucune condition n’en cache une autre, et c’est bien elle "
        "qui agit dans ce modèle, seule ou avec d’autres.",
    },
    "limit_dependent": {
        "en": "The situations were listed, not drawn independently: a condition may stand here in place of another "
        "that moves with it.",
        "fr": "Les situations ont été listées et non tirées indépendamment\u00a0: une condition peut en cacher une "
        "autre qui varie avec elle.",
    },
    "limit_drawn": {
        "en": "Parts of situations are parts of those that were run, not of the world: other ranges give other parts, "
        "and a limit is no threshold beyond which everything turns.",
        "fr": "Les parts de situations sont celles des situations simulées, non du monde\u00a0: d’autres plages "
        "donneraient d’autres parts, et une limite n’est pas un seuil où tout bascule.",
    },
    "limit_inside": {
        "en": "Inside a box it does not always happen, nor never outside: the shares say how often.",
        "fr": "Dans une boîte, cela n’arrive pas toujours, ni jamais au-dehors\u00a0: les parts disent à quelle "
        "fréquence.",
    },
    "limit_shared_chance": {
        "en": "All situations of this study met the same {replicates} draws of chance: the intervals say how far the "
        "shares would move with other situations, not with other chance.",
        "fr": "Toutes les situations de cette étude ont rencontré les mêmes {replicates} tirages du hasard\u00a0: les "
        "intervalles disent de combien les parts bougeraient avec d’autres situations, non avec un autre hasard.",
    },
    "limit_open": {
        "en": "A factor that no box limits is not shown to be without effect: see the scores.",
        "fr": "Un facteur qu’aucune boîte ne limite n’est pas pour autant sans effet\u00a0: voyez les scores.",
    },
    "failed_named": {"en": "Each is named in {file}.", "fr": "Chacune est nommée dans {file}."},
    "left_out_missing": {
        "en": "{count} runs without a value of the outcome were {counted}.",
        "fr": "{count} simulations sans valeur pour ce résultat ont été {counted}.",
    },
    "counted_no": {"en": "counted as “it does not happen”", "fr": "comptées comme «\u00a0cela n’arrive pas\u00a0»"},
    "counted_yes": {"en": "counted as “it happens”", "fr": "comptées comme «\u00a0cela arrive\u00a0»"},
    "counted_out": {"en": "left out", "fr": "laissées de côté"},
    "source_runs": {"en": "Runs (SHA-256)", "fr": "Simulations (SHA-256)"},
    "source_study": {"en": "Study (SHA-256)", "fr": "Étude (SHA-256)"},
    "found_by": {"en": "Found by", "fr": "Trouvé par"},
    "title": {"en": "What matters – {title}", "fr": "Ce qui compte –\u00a0{title}"},
    "lead": {
        "en": "A global sensitivity analysis: which factors move the outcomes of this model, how sure that is, and "
        "what part is chance.",
        "fr": "Une analyse de sensibilité globale\u00a0: quels facteurs font varier les résultats de ce modèle, avec "
        "quelle certitude, et quelle part revient au hasard.",
    },
    "asked": {"en": "What was asked", "fr": "La question posée"},
    "asked_runs": {
        "en": "{factors} factors were varied over the ranges below, at {points} design points, each run {replicates} "
        "times with other chance: {runs} runs of {weeks} weeks.",
        "fr": "{factors} facteurs ont varié dans les plages ci-dessous, en {points} points, avec {replicates} "
        "répétitions de chacun\u00a0: {runs} simulations de {weeks} semaines.",
    },
    "way_sobol": {
        "en": "All moved together; Sobol indices share out the variance.",
        "fr": "Tous ont bougé ensemble\u202f; les indices de Sobol partagent la variance.",
    },
    "way_morris": {
        "en": "They moved one at a time from many starting places: a screening.",
        "fr": "Ils ont bougé un par un à partir de nombreux départs\u00a0: c’est un tri.",
    },
    "way_radial": {
        "en": "From each starting place every one of them moved once, alone: total indices and sizes of effects.",
        "fr": "De chaque départ, chacun a bougé une fois, seul\u00a0: indices totaux et tailles d’effet.",
    },
    "way_fast": {
        "en": "Each moved at a frequency of its own along curves through the space (extended FAST).",
        "fr": "Chacun a oscillé à sa propre fréquence le long de courbes à travers l’espace (FAST étendu).",
    },
    "way_shapley": {
        "en": "They moved one after the other in random orders; what each adds on average is its Shapley effect.",
        "fr": "Ils ont bougé l’un après l’autre dans des ordres tirés au sort\u202f; l’effet de Shapley est ce que "
        "chacun ajoute en moyenne.",
    },
    "way_shapley_dependent": {
        "en": "In random orders one more at a time was drawn anew, given all that were not; what each adds on average "
        "is its Shapley effect.",
        "fr": "Dans des ordres tirés au sort, un de plus à chaque fois a été tiré de nouveau, les autres étant "
        "connus\u202f; l’effet de Shapley est ce que chacun ajoute en moyenne.",
    },
    "drawn_together": {
        "en": "Not independent of each other: {pairs}.",
        "fr": "Ne sont pas indépendants\u00a0: {pairs}.",
    },
    "drawn_pair": {
        "en": "“{one}” and “{other}” (rank correlation {rho})",
        "fr": "«\u00a0{one}\u00a0» et «\u00a0{other}\u00a0» (corrélation de rang {rho})",
    },
    "way_rbd_fast": {
        "en": "They were drawn together; each is sorted into a wave, whose harmonics tell its part (RBD-FAST).",
        "fr": "Ils ont été tirés ensemble\u202f; chacun est rangé en une onde dont les harmoniques disent la part "
        "(RBD-FAST).",
    },
    "way_delta": {
        "en": "They were drawn together; delta measures how far knowing one shifts the whole distribution.",
        "fr": "Ils ont été tirés ensemble\u202f; delta mesure combien connaître l’un déplace toute la distribution.",
    },
    "way_pawn": {
        "en": "They were drawn together; PAWN compares the distribution in slices of each with that of all runs.",
        "fr": "Ils ont été tirés ensemble\u202f; PAWN compare la distribution, tranche par tranche, à celle de toutes "
        "les simulations.",
    },
    "way_hdmr": {
        "en": "They were drawn together; smooth curves and surfaces fitted to them share out the variance (HDMR).",
        "fr": "Ils ont été tirés ensemble\u202f; des courbes et surfaces régulières partagent la variance (HDMR).",
    },
    "way_rsa": {
        "en": "They were drawn together; where the outcome is high is compared with where it is not (regional).",
        "fr": "Ils ont été tirés ensemble\u202f; on compare là où le résultat est haut et là où il ne l’est pas "
        "(analyse régionale).",
    },
    "of_mean": {
        "en": "Explained is the mean over the runs of a point.",
        "fr": "Ce qui est expliqué est la moyenne des simulations d’un point.",
    },
    "of_probability": {
        "en": "Explained is a probability at each point: of yes, or of lying above the middle of all runs.",
        "fr": "Ce qui est expliqué est une probabilité en chaque point\u00a0: celle du oui, ou celle de dépasser la "
        "médiane de toutes les simulations.",
    },
    "of_dispersion": {
        "en": "Explained is how far chance scatters the runs of a point (standard deviation), not where they lie.",
        "fr": "Ce qui est expliqué est l’étalement dû au hasard en chaque point (l’écart type des simulations), et non "
        "leur niveau.",
    },
    "group": {"en": "Group", "fr": "Groupe"},
    "pairs_found": {"en": "Which factors act together", "fr": "Les facteurs qui agissent ensemble"},
    "pairs_text": {
        "en": "Pairs whose joint part in the variance is certain, beyond what each does alone, for the first outcome.",
        "fr": "Paires dont la part commune dans la variance est établie, au-delà de ce que chacun fait seul, pour le "
        "premier résultat.",
    },
    "pair": {"en": "Pair", "fr": "Paire"},
    "S2": {"en": "Together", "fr": "Ensemble"},
    "concluded": {
        "en": "“{outcome}”: of {parts} factors or groups, effect and rank are certain for {decided}, the effect alone "
        "for {place_open}; {negligible} have no visible effect; nothing can be said of {undecided}.",
        "fr": "«\u00a0{outcome}\u00a0»\u00a0: sur {parts} facteurs ou groupes, l’effet et le rang sont établis pour "
        "{decided}, l’effet seul pour {place_open}\u202f; {negligible} sont sans effet visible\u202f; on ne peut rien "
        "dire de {undecided}.",
    },
    "limit_sobol": {
        "en": "Shares of variance tell which factors matter, not in which direction, nor what would follow if one were "
        "fixed at a given value: the curves along each factor show that.",
        "fr": "Les parts de variance disent quels facteurs comptent, et non dans quel sens, ni ce qui suivrait si l’un "
        "d’eux était fixé\u00a0: les courbes le long de chaque facteur le montrent.",
    },
    "limit_morris": {
        "en": "A screening sorts factors; it does not share out the variance, and a large spread of an effect does not "
        "tell curvature from interaction.",
        "fr": "Un tri classe les facteurs sans partager la variance\u202f; un effet dispersé ne distingue pas une "
        "courbure d’une interaction.",
    },
    "limit_radial": {
        "en": "Total indices from few starting places have wide intervals; what a factor does alone is not told. "
        "Effects and their spread count long steps more than short ones, and the spread holds chance as well.",
        "fr": "Des indices totaux tirés de peu de départs ont des intervalles larges\u202f; ce qu’un facteur fait seul "
        "n’est pas dit. Les effets et leur dispersion comptent plus les grands pas que les petits, et la dispersion "
        "comprend aussi le hasard.",
    },
    "limit_fast": {
        "en": "FAST assumes a smooth response: of a step its index “alone” loses a tenth, of choices that jump up and "
        "down up to a third; steps and chance also raise the index “with interactions”, by 0.03 to 0.08 in tests, "
        "which its interval allows for. The intervals rest on few curves.",
        "fr": "FAST suppose une réponse régulière\u00a0: d’un palier, son indice «\u00a0à lui seul\u00a0» perd un "
        "dixième, et jusqu’à un tiers de choix en dents de scie\u202f; paliers et hasard relèvent aussi l’indice "
        "«\u00a0avec interactions\u00a0», de 0,03 à 0,08 dans nos essais, ce dont l’intervalle tient compte. Les "
        "intervalles reposent sur peu de courbes.",
    },
    "limit_shapley": {
        "en": "A Shapley effect divides what factors do together evenly among them: a share may be wholly joint work.",
        "fr": "L’effet de Shapley partage également ce que des facteurs font ensemble\u00a0: une part peut n’être que "
        "du travail commun.",
    },
    "limit_shapley_dependent": {
        "en": "These effects account for the dependence: what dependent factors tell together is divided among them, "
        "and the shares still sum to one. A factor that does nothing itself has a share where it goes with one that "
        "does. Sobol indices would not be meaningful here: they share out the variance of independent factors only.",
        "fr": "Ces effets tiennent compte de la dépendance\u00a0: ce que des facteurs liés disent ensemble est partagé "
        "entre eux, et la somme des parts vaut un. Un facteur sans action propre a une part s’il va de pair avec un "
        "autre qui agit. Des indices de Sobol n’auraient guère de sens ici\u00a0: ils ne partagent que la variance de "
        "facteurs indépendants.",
    },
    "limit_rbd_fast": {
        "en": "Only what a factor does alone is told: one that acts wholly in combination looks idle.",
        "fr": "Seul est dit ce qu’un facteur fait à lui seul\u00a0: celui qui n’agit qu’en combinaison paraît inactif.",
    },
    "limit_delta": {
        "en": "Delta needs no variance, and does not share anything out: deltas do not sum to one.",
        "fr": "Delta se passe de la variance et ne partage rien\u00a0: la somme des deltas ne vaut pas un.",
    },
    "limit_pawn": {
        "en": "A distance is a largest gap between distributions: it tells that a factor matters, not how.",
        "fr": "Une distance est un écart maximal entre distributions\u00a0: elle dit qu’un facteur compte, et non "
        "comment.",
    },
    "limit_hdmr": {
        "en": "What smooth curves and surfaces of pairs cannot follow, steps above all, counts as unexplained.",
        "fr": "Ce que des courbes et surfaces régulières ne suivent pas, les paliers surtout, reste inexpliqué.",
    },
    "limit_rsa": {
        "en": "Each factor is looked at alone: one that matters only together with another can stay hidden.",
        "fr": "Chaque facteur est regardé seul\u00a0: celui qui ne compte qu’avec un autre peut rester caché.",
    },
    "limit_groups": {
        "en": "A group is told apart as a whole: which of its factors does the work stays open.",
        "fr": "Un groupe est jugé en bloc\u00a0: on ne sait pas lequel de ses facteurs agit.",
    },
    "limit_probability": {
        "en": "A probability estimated from few replicates takes few values: its indices carry that graininess.",
        "fr": "Une probabilité estimée sur peu de répétitions prend peu de valeurs\u00a0: ses indices en portent la "
        "trace.",
    },
    "limit_dispersion": {
        "en": "What moves the scatter need not move the mean; and a scatter estimated from few replicates is itself "
        "uncertain, which the part of chance shows.",
        "fr": "Ce qui agit sur l’étalement n’agit pas forcément sur la moyenne\u202f; et un étalement estimé sur peu "
        "de répétitions est lui-même incertain, comme le montre la part du hasard.",
    },
    "found": {"en": "What came out", "fr": "Les résultats"},
    "settled": {"en": "Has it settled?", "fr": "Le classement est-il stable\u202f?"},
    "settled_text": {
        "en": "The measure that ranks as the study grows, with 95% intervals: lines that run level and apart can be "
        "trusted, lines that still move or cross cannot.",
        "fr": "La mesure qui classe, à mesure que l’étude grandit, avec intervalles à 95\u202f%\u00a0: les lignes "
        "plates et séparées sont fiables, celles qui bougent ou se croisent ne le sont pas encore.",
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
    "limit_range_dependent": {
        "en": "The measures hold for the ranges above and for the dependence that was asked. Other ranges, or another "
        "dependence, give other measures.",
        "fr": "Ces mesures valent pour les plages ci-dessus et pour la dépendance demandée. D’autres plages, ou une "
        "autre dépendance, en donneraient d’autres.",
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
    "figure_convergence": {"en": "Convergence of the ranking", "fr": "Convergence du classement"},
    "figure_noise": {"en": "Part of the variance that is chance", "fr": "Part de la variance due au hasard"},
}


def phrase(key: str, lang: str, **parts: str) -> str:
    """A phrase in a language, its gaps filled."""
    return PHRASES[key][lang].format(**parts)
