"""What a table of indices says, in plain sentences; nothing is said beyond the numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from experiments.designs import Design
from experiments.methods import Method
from experiments.report.phrases import phrase
from experiments.words import factor_label, number, outcome_label, percent

NEGLIGIBLE, NOISY, MOVING = 0.01, 0.05, 0.05


def listed(names: list[str], lang: str) -> str:
    """Names joined as in a sentence; semicolons keep them apart where one holds a comma itself."""
    last = " et " if lang == "fr" else " and "
    apart = ", "
    if any("," in name for name in names):
        apart = "\u202f; " if lang == "fr" else "; "
    return names[0] if len(names) == 1 else apart.join(names[:-1]) + last + names[-1]


def _named(paths: pd.Series, lang: str) -> str:
    quote = ("«\u00a0", "\u00a0»") if lang == "fr" else ("“", "”")
    return listed([quote[0] + factor_label(path, lang) + quote[1] for path in paths], lang)


def outcome_sentences(
    measures: pd.DataFrame, noise: pd.DataFrame, outcome: str, method: Method, lang: str
) -> list[str]:
    """What the measures of one outcome say: what matters, what is open, what does not matter, and chance."""
    table = measures[measures["outcome"] == outcome].sort_values("rank")
    row = noise[noise["outcome"] == outcome].iloc[0]
    if not (table[method.ranked_by] > 0.0).any():
        return [_constant(outcome, row["mean"], lang)]
    sentences = [_leaders(table, outcome, method, lang), _open(table, lang), _idle(table, method, lang)]
    if {"S1", "ST"} <= set(table.columns):
        sentences.append(_interactions(table, lang))
    return [text for text in [*sentences, *_chance(row, outcome, lang)] if text]


def _constant(outcome: str, mean: float, lang: str) -> str:
    if lang == "fr":
        return f"Ce résultat ne varie jamais dans cette étude (il vaut {number(mean, lang)})\u00a0: rien à classer."
    return f"This outcome never varies in this study (it is {number(mean, lang)}): there is nothing to rank."


def _leaders(table: pd.DataFrame, outcome: str, method: Method, lang: str) -> str:
    sure = table[table["verdict"].isin(("decided", "place_open"))].head(3)
    if sure.empty:
        if lang == "fr":
            return "Aucun facteur ne se détache avec certitude\u00a0: il faut plus de simulations."
        return "No factor stands out with certainty: more runs are needed."
    label, names = outcome_label(outcome, lang), _named(sure["factor"], lang)
    if lang == "fr":
        text = f"Ce qui compte le plus pour «\u00a0{label}\u00a0» dans ce modèle\u00a0: {names}."
    else:
        text = f"What matters most for “{label}” in this model: {names}."
    return text + _first(sure.iloc[0], method, lang) + _order(sure, lang)


def _first(row: pd.Series, method: Method, lang: str) -> str:
    """How much the leading factor does, in the terms of the method."""
    value, low, high = (row[method.ranked_by + end] for end in ("", "_low", "_high"))
    if method.speaks == "variance":
        share, low, high = percent(value, lang), percent(max(0.0, low), lang), percent(min(1.0, high), lang)
        if lang == "fr":
            return f" Le premier intervient dans {share} de la variance (de {low} à {high})."
        return f" The first has a part in {share} of the variance ({low} to {high})."
    size, low, high = (number(each, lang) for each in (value, low, high))
    if lang == "fr":
        what = "Le premier déplace le résultat de" if method.speaks == "effect" else "Distance du premier\u00a0:"
        return f" {what} {size} (de {low} à {high})."
    what = "The first moves the outcome by" if method.speaks == "effect" else "The distance of the first is"
    return f" {what} {size} ({low} to {high})."


def _order(sure: pd.DataFrame, lang: str) -> str:
    """Whether the order of the leaders is itself sure; nothing where it is."""
    if len(sure) < 2 or sure["separated"].iloc[:-1].all():
        return ""
    return " Leur ordre n’est pas établi." if lang == "fr" else " Their order is not certain."


def _open(table: pd.DataFrame, lang: str) -> str:
    unsure = table[table["verdict"] == "undecided"]
    if unsure.empty:
        return ""
    if lang == "fr":
        return f"Effet non établi avec ce nombre de simulations\u00a0: {_named(unsure['factor'], lang)}."
    return f"No certain effect with this many runs: {_named(unsure['factor'], lang)}."


def _idle(table: pd.DataFrame, method: Method, lang: str) -> str:
    idle = table[table["verdict"] == "negligible"]
    if idle.empty:
        return ""
    names = _named(idle["factor"], lang)
    if method.speaks != "variance":
        return f"Sans effet visible ici\u00a0: {names}." if lang == "fr" else f"Without visible effect here: {names}."
    limit = percent(NEGLIGIBLE, lang)
    if lang == "fr":
        return f"Sans effet visible ici (moins de {limit} de la variance)\u00a0: {names}."
    return f"Without visible effect here (less than {limit} of the variance): {names}."


def _interactions(table: pd.DataFrame, lang: str) -> str:
    alone = float(table["S1"].clip(lower=0.0).sum())
    if not math.isfinite(alone):
        return ""
    share = percent(min(alone, 1.0), lang)
    if lang == "fr":
        text = f"Pris un par un, les facteurs expliquent {share} de la variance des moyennes"
        return text + "\u202f; le reste tient à leurs combinaisons."
    return (
        f"Taken one by one the factors explain {share} of the variance of the means; the rest is in their combinations."
    )


def _chance(row: pd.Series, outcome: str, lang: str) -> list[str]:
    if not math.isfinite(row["noise_share"]):
        single = {
            "en": "With a single replicate, chance cannot be told from the factors: the indices hold both.",
            "fr": "Avec une seule répétition, hasard et facteurs se confondent dans les indices.",
        }
        return [single[lang]]
    share, left = percent(row["noise_share"], lang), percent(row["residual_share"], lang)
    count = str(int(row["replicates"]))
    if lang == "fr":
        told = [f"Le hasard fait {share} de la variance d’une simulation prise seule."]
        more = f"Les moyennes de {count} répétitions gardent {left} de bruit\u00a0: "
        more += "davantage de répétitions préciseraient les indices."
    else:
        told = [f"Chance makes up {share} of the variance of single runs."]
        more = f"Means over {count} replicates still hold {left} noise: more replicates would sharpen the indices."
    return told + ([more] if row["residual_share"] > NOISY else [])


def convergence_sentence(convergence: pd.DataFrame, outcome: str, method: Method, lang: str) -> str:
    """By how much the ranking measure moved when the samples were last doubled; empty without such a doubling."""
    table = convergence[(convergence["axis"] == "samples") & (convergence["outcome"] == outcome)]
    counts, main = sorted(table["samples"].unique()), method.ranked_by
    if len(counts) < 2 or table[main].isna().all():
        return ""
    wide = table.pivot(index="factor", columns="samples", values=main)
    moved = float((wide[counts[-1]] - wide[counts[-2]]).abs().max())
    scale = float(wide[counts[-1]].max()) if method.speaks == "effect" else 1.0
    size, half, whole = number(moved, lang), str(counts[-2]), str(counts[-1])
    settled = moved <= MOVING * scale
    if lang == "fr":
        end = "le classement peut être lu tel quel" if settled else "doubler encore N serait prudent"
        return f"De N = {half} à N = {whole}, aucune mesure n’a bougé de plus de {size}\u00a0: {end}."
    end = "the ranking can be read as it stands" if settled else "doubling N once more would be prudent"
    return f"From N = {half} to N = {whole} no measure moved by more than {size}: {end}."


def conclusions(
    tables: Mapping[str, pd.DataFrame],
    outcomes: Sequence[str],
    method: Method,
    design: Design,
    statistic: str,
    lang: str,
) -> list[str]:
    """What can be concluded from a study, and what cannot: from its tables, and by the nature of its method."""
    measures = tables["measures"]
    said = [_concluded(measures[measures["outcome"] == name], name, lang) for name in outcomes]
    linked = "_dependent" if design.settings.get("dependence") else ""
    limits = [f"limit_{method.name}", f"limit_{statistic}", f"limit_range{linked}", "limit_fixed", "limit_model"]
    if design.groups:
        limits.insert(1, "limit_groups")
    if design.kind == "shapley_dependent":
        limits.insert(1, "limit_shapley_dependent")
    return said + [phrase(key, lang) for key in limits if key != "limit_mean"]


def _concluded(table: pd.DataFrame, outcome: str, lang: str) -> str:
    """How many parts of one outcome's ranking are settled, and how many are not."""
    counts = table["verdict"].value_counts()
    words = {key: str(int(counts.get(key, 0))) for key in ("decided", "place_open", "negligible", "undecided")}
    return phrase("concluded", lang, outcome=outcome_label(outcome, lang), parts=str(len(table)), **words)
