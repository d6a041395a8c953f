"""What a comparison found, in sentences, tables and a page that prints, in English and French.

Every sentence comes from a rule: an effect word stands for a range of points, and where the interval holds zero the
page says that there is no clear difference. Words and ranges: GLOSSARY, "effect words".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from experiments.figures.comparison import strongest
from experiments.report.page import failed_sentence, rendered
from experiments.report.sentences import listed
from experiments.report.tradeoff import difference_text, value_text
from experiments.words import (
    choice_label,
    count,
    factor_label,
    factor_unit,
    number,
    outcome_label,
    outcome_unit,
    percent,
    short_number,
    signed_points,
    word,
)
from sim.kinds import KINDS
from sim.parameters import PARAMETERS

Data = Mapping[str, Any]
CHANGE, UNTIL = "policy_changed", "weeks_until_change"
SLIGHT, CLEAR = 0.05, 0.15  # points of a hundred at which an advantage is called clear, and strong
LIKELY = ((0.05, "very_unlikely"), (0.33, "unlikely"), (0.66, "uncertain"), (0.95, "likely"), (2.0, "very_likely"))
FIRST_PAGE = ("policy_changed", "provisions_won", UNTIL)
COSTS = ("money_total", "hours_total", "fatigue_mean", "exits", "alive", "quarrels", "local_voice_share",
         "transparency_gap", "legitimacy", "veto_position", "change_worth")  # fmt: skip
MOST_INPUTS, MOST_ASSUMPTIONS = 24, 8

WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "{names}: which alliance?", "fr": "{names}\u00a0: quelle alliance\u202f?"},
    "question": {
        "en": "The same problem, government and calendar for each alternative, over {weeks} weeks from {start}; "
        "{futures} paired futures: the same draws for all.",
        "fr": "Même problème, même gouvernement et même calendrier pour chaque option, sur {weeks} semaines à "
        "partir du "
        "{start}\u202f; {futures} futurs appariés\u00a0: les mêmes tirages pour toutes.",
    },
    "chance": {
        "en": "With “{name}” policy changes in {share} of the futures ({low} to {high}): {likely} in this model.",
        "fr": "Avec «\u00a0{name}\u00a0», la politique publique change dans {share} des futurs (de {low} à "
        "{high})\u00a0: {likely} dans "
        "ce modèle.",
    },
    "very_unlikely": {"en": "very unlikely", "fr": "très improbable"},
    "unlikely": {"en": "unlikely", "fr": "improbable"},
    "uncertain": {"en": "uncertain", "fr": "incertain"},
    "likely": {"en": "likely", "fr": "probable"},
    "very_likely": {"en": "very likely", "fr": "très probable"},
    "ahead": {
        "en": "“{first}” has a {size} advantage over “{second}”: {points} points ({low} to {high}).",
        "fr": "«\u00a0{first}\u00a0» a un avantage {size} sur «\u00a0{second}\u00a0»\u00a0: {points} points (de "
        "{low} à {high}).",
    },
    "slight": {"en": "slight", "fr": "léger"},
    "clear": {"en": "clear", "fr": "net"},
    "strong": {"en": "strong", "fr": "fort"},
    "no_clear": {
        "en": "“{first}” and “{second}” are not distinguishable: no clear difference in {pairs} paired futures "
        "({points} points, {low} to {high}).",
        "fr": "«\u00a0{first}\u00a0» et «\u00a0{second}\u00a0» ne se distinguent pas\u00a0: pas d’écart net sur "
        "{pairs} futurs appariés ({points} "
        "points, de {low} à {high}).",
    },
    "one_best": {
        "en": "On the chance of change alone, the answer is “{name}”.",
        "fr": "Sur les seules chances de changement, la réponse est «\u00a0{name}\u00a0».",
    },
    "some_best": {
        "en": "On the chance of change alone there is no single answer: {names} are not told apart.",
        "fr": "Sur les seules chances de changement, pas de réponse unique\u00a0: {names} ne se départagent pas.",
    },
    "simultaneous": {
        "en": "Intervals of several pairs hold together with 95% (each at {each}).",
        "fr": "Les intervalles des différentes paires valent ensemble à 95\u202f% (chacun à {each}).",
    },
    "ends": {
        "en": "“{first}” against “{second}”: of 100 paired futures {higher} bring change only with the first, "
        "{lower} only "
        "with the second, {equal} end alike.",
        "fr": "«\u00a0{first}\u00a0» face à «\u00a0{second}\u00a0»\u00a0: sur 100 futurs appariés, {higher} "
        "n’apportent le changement qu’avec la "
        "première, {lower} qu’avec la seconde, {equal} finissent de même.",
    },
    "saved": {
        "en": "Pairing took away {share} of the variance of the difference: as if {times} times as many runs had been "
        "made.",
        "fr": "L’appariement a retiré {share} de la variance de l’écart\u00a0: comme si l’on avait fait {times} "
        "fois plus de "
        "simulations.",
    },
    "not_saved": {
        "en": "Pairing saved nothing here: the two alternatives meet the same chance and fare too differently.",
        "fr": "L’appariement n’a rien épargné ici\u00a0: face au même hasard, les deux options évoluent trop "
        "différemment.",
    },
    "half": {
        "en": "“{name}”: half of the futures have changed policy by month {month}.",
        "fr": "«\u00a0{name}\u00a0»\u00a0: la moitié des futurs ont changé la politique publique au mois {month}.",
    },
    "no_half": {
        "en": "“{name}”: fewer than half of the futures change policy within the {months} months that are watched.",
        "fr": "«\u00a0{name}\u00a0»\u00a0: moins de la moitié des futurs changent la politique publique dans les "
        "{months} mois suivis.",
    },
    "robust": {
        "en": "“{name}”: best, or no worse than any, in {best} of {contexts} sampled contexts; in its worst "
        "one {behind} behind the best; a chance of {enough} or more in {reached} of them.",
        "fr": "«\u00a0{name}\u00a0»\u00a0: la meilleure, ou aussi bonne que toute autre, dans {best} des {contexts} "
        "contextes tirés\u202f; dans le pire, {behind} de retard sur la meilleure\u202f; des "
        "chances d’au moins {enough} dans {reached} "
        "d’entre eux.",
    },
    "no_point": {"en": "less than a point", "fr": "moins d’un point"},
    "one_point": {"en": "about a point", "fr": "environ un point"},
    "some_points": {"en": "some {points} points", "fr": "environ {points} points"},
    "turns": {
        "en": "The answer turns with “{label}”: at {value} instead of {usual} the difference is {points} points "
        "({low} to "
        "{high}); on a straight line it meets zero at {at}.",
        "fr": "La réponse s’inverse avec «\u00a0{label}\u00a0»\u00a0: à {value} au lieu de {usual}, l’écart est de "
        "{points} points (de "
        "{low} à {high})\u202f; en ligne droite, il s’annule à {at}.",
    },
    "no_turn": {
        "en": "No single assumption that was moved turns the difference between “{first}” and “{second}” clearly.",
        "fr": "Aucune hypothèse déplacée seule n’inverse nettement l’écart entre «\u00a0{first}\u00a0» et "
        "«\u00a0{second}\u00a0».",
    },
    "may_turn": {
        "en": "It may turn, within what {runs} futures tell, with: {names}.",
        "fr": "Il pourrait s’inverser, autant que {runs} futurs le disent, avec\u00a0: {names}.",
    },
    "at_value": {"en": "“{label}” near {at}", "fr": "«\u00a0{label}\u00a0» vers {at}"},
    "part": {
        "en": "In {pairs} of {read} pairs the first difference was this, with “{name}” only, around month {month}: "
        "{text}",
        "fr": "Dans {pairs} paires sur {read}, la première différence, avec «\u00a0{name}\u00a0» seule, vers le "
        "mois {month}\u00a0: {text}",
    },
    "alike": {
        "en": "{alike} of {read} pairs tell the same story from beginning to end.",
        "fr": "{alike} paires sur {read} racontent la même histoire du début à la fin.",
    },
    "part_head": {"en": "“{first}” against “{second}”", "fr": "«\u00a0{first}\u00a0» face à «\u00a0{second}\u00a0»"},
    "story_of": {"en": "Three futures of “{name}”", "fr": "Trois futurs de «\u00a0{name}\u00a0»"},
    "usual": {"en": "A usual one", "fr": "Un futur ordinaire"},
    "lucky": {"en": "A lucky one", "fr": "Un futur chanceux"},
    "unlucky": {"en": "An unlucky one", "fr": "Un futur malchanceux"},
    "changed": {"en": "policy changes", "fr": "la politique publique change"},
    "unchanged": {"en": "policy does not change", "fr": "la politique publique ne change pas"},
    "h_answer": {"en": "Question and answer", "fr": "La question et la réponse"},
    "h_inputs": {"en": "What differs between the alternatives", "fr": "Ce qui distingue les options"},
    "h_time": {"en": "Chance over time", "fr": "Les chances au fil du temps"},
    "h_pairs": {"en": "Pair by pair", "fr": "Paire par paire"},
    "h_costs": {"en": "What it takes, and how the alliance fares", "fr": "Ce qu’il en coûte, et l’état de l’alliance"},
    "h_why": {"en": "Why", "fr": "Pourquoi"},
    "h_turn": {"en": "What would change this answer", "fr": "Ce qui changerait cette réponse"},
    "h_assumed": {"en": "Assumptions and sources", "fr": "Hypothèses et sources"},
    "h_limits": {"en": "What this cannot say", "fr": "Ce que cela ne peut pas dire"},
    "input": {"en": "Input", "fr": "Entrée"},
    "alternative": {"en": "Alternative", "fr": "Option"},
    "month": {"en": "Month", "fr": "Mois"},
    "outcome": {"en": "Outcome", "fr": "Résultat"},
    "difference": {"en": "Difference", "fr": "Écart"},
    "only_first": {"en": "Only the first", "fr": "La première seule"},
    "both": {"en": "Alike", "fr": "Égalité"},
    "only_second": {"en": "Only the second", "fr": "La seconde seule"},
    "pair": {"en": "Pair", "fr": "Paire"},
    "until": {"en": "Weeks until change (or the horizon)", "fr": "Semaines avant le changement (ou l’horizon)"},
    "assumption": {"en": "Assumption", "fr": "Hypothèse"},
    "moved_to": {"en": "Moved from, to", "fr": "De, à"},
    "meets_zero": {"en": "Meets zero at", "fr": "S’annule à"},
    "span": {"en": "{value} [{low} to {high}]", "fr": "{value} [{low} à {high}]"},
    "to_pair": {"en": "{low} → {high}", "fr": "{low} → {high}"},
    "absent": {"en": "not a member", "fr": "pas membre"},
    "unsaid": {"en": "–", "fr": "–"},
    "member": {"en": "Member: {name}", "fr": "Membre\u00a0: {name}"},
    "of_member": {"en": "{name}: {what}", "fr": "{name}\u00a0: {what}"},
    "more_inputs": {"en": "{count} more differences are in comparison.json.", "fr": "{count} autres écarts figurent "
    "dans "
                    "comparison.json."},
    "same_inputs": {"en": "The alternatives say the same.", "fr": "Les options disent la même chose."},
    "chance_kind": {
        "en": "Chance: single futures differ widely; the percentages are shares of futures, not certainties.",
        "fr": "Le hasard\u00a0: d’un futur à l’autre, tout varie beaucoup\u202f; les pourcentages sont des parts de "
        "futurs, non "
        "des certitudes.",
    },
    "finite_kind": {
        "en": "Finite runs: the intervals say how far {futures} futures pin the model’s own answer down.",
        "fr": "Le nombre de simulations\u00a0: les intervalles disent avec quelle précision {futures} futurs "
        "cernent la réponse "
        "du modèle.",
    },
    "assumed_kind": {
        "en": "Assumptions: {contexts} contexts were drawn around this one, each number within half of its range.",
        "fr": "Les hypothèses\u00a0: {contexts} contextes ont été tirés autour de celui-ci, chaque nombre sur la "
        "moitié de sa "
        "plage.",
    },
    "no_contexts": {
        "en": "Assumptions: contexts were not varied here (--contexts 0).",
        "fr": "Les hypothèses\u00a0: les contextes n’ont pas varié ici (--contexts 0).",
    },
    "sets_kind": {
        "en": "The model: {sets} sets of coefficients that agree with the evidence were drawn; intervals hold what "
        "is not "
        "known of them.",
        "fr": "Le modèle\u00a0: {sets} jeux de coefficients compatibles avec les faits ont été tirés\u202f; les "
        "intervalles "
        "contiennent ce qu’on en ignore.",
    },
    "one_model": {
        "en": "The model: one set of coefficients; --coefficients posterior draws those that agree with the evidence.",
        "fr": "Le modèle\u00a0: un seul jeu de coefficients\u202f; --coefficients posterior tire ceux que les faits "
        "admettent.",
    },
    "origins": {
        "en": "Of the listed members, offices and dates {V} are verified by documents, {S} come from the source that "
        "describes the alliance, {A} are assumed.",
        "fr": "Parmi les membres, fonctions et dates de la liste, {V} sont vérifiés par des documents, {S} viennent "
        "de la "
        "source qui décrit l’alliance, {A} sont supposés.",
    },
    "unlisted": {
        "en": "Members and power-holders are drawn by the model: nobody is named.",
        "fr": "Les membres et les détenteurs du pouvoir sont tirés par le modèle\u00a0: personne n’est nommé.",
    },
    "coefficients_from": {
        "en": "Rules and coefficients: from literature where it tells, else our guess; each with its source in the "
        "reference, and what the facts leave open on the validation page.",
        "fr": "Règles et coefficients\u00a0: tirés de la littérature quand elle tranche, sinon supposés par "
        "nous\u202f; chacun avec sa "
        "source dans la référence, et ce que les faits laissent ouvert dans la page de validation.",
    },
    "not_forecast": {
        "en": "It is no forecast: it says what follows from the rules of this model for inputs that somebody chose.",
        "fr": "Ce n’est pas une prévision\u00a0: cela dit ce qui découle des règles du modèle pour des entrées "
        "choisies par "
        "quelqu’un.",
    },
    "not_calibrated": {
        "en": "The model was held against facts about many alliances, not calibrated to this country.",
        "fr": "Le modèle a été confronté à des faits sur de nombreuses alliances\u202f; il n’est pas calé sur ce pays.",
    },
    "not_one": {
        "en": "An advantage in the chance of change is no reason by itself: look at cost, fatigue and voice too.",
        "fr": "Un avantage sur les chances de changement n’est pas une raison à lui seul\u00a0: regardez aussi le "
        "coût, la "
        "fatigue et la parole de chacun.",
    },
    "figure_chance": {
        "en": "Share of futures in which policy has changed, with 95% bands; the table holds the same numbers.",
        "fr": "Part des futurs où la politique publique a changé, avec bandes à 95\u202f%\u202f; le tableau donne "
        "les mêmes nombres.",
    },
    "figure_pairs": {
        "en": "Paired futures by who brings change.",
        "fr": "Futurs appariés, selon l’option qui apporte le changement.",
    },
    "figure_turning": {
        "en": "“{first}” minus “{second}” with one assumption moved to either end (circle low, square high); "
        "dashed: as "
        "things stand; at zero the answer turns.",
        "fr": "«\u00a0{first}\u00a0» moins «\u00a0{second}\u00a0» quand une hypothèse est poussée à un bout "
        "(rond\u00a0: bas, carré\u00a0: haut)\u202f; "
        "pointillé\u00a0: en l’état\u202f; à zéro la réponse s’inverse.",
    },
    "command": {"en": "Reproduced by", "fr": "Se reproduit par"},
    "versions": {"en": "Versions", "fr": "Versions"},
    "model": {"en": "Model", "fr": "Modèle"},
    "seed": {"en": "Seed", "fr": "Graine"},
}


def _say(key: str, lang: str, **parts: str) -> str:
    return WORDS[key][lang].format(**parts)


def answer_sentences(data: Data, lang: str) -> list[str]:
    """The answer: the chance of each alternative, each pair, and whether there is one that is best."""
    means = data["outcomes"][CHANGE]
    said = []
    for name in data["alternatives"]:
        low, high = means[name]["interval"]
        parts = {"share": percent(means[name]["mean"], lang), "low": percent(low, lang), "high": percent(high, lang)}
        said.append(_say("chance", lang, name=name, likely=_say(likelihood(means[name]["mean"]), lang), **parts))
    said += [pair_sentence(row, lang) for row in _pairs(data)]
    if len(data["alternatives"]) > 2:
        each = f"{number(100.0 * data['confidence'], lang, 1)}{chr(0x202f) + '%' if lang == 'fr' else '%'}"
        said.append(_say("simultaneous", lang, each=each))
        best = data["best"]
        said.append(
            _say("one_best", lang, name=best[0]) if len(best) == 1
            else _say("some_best", lang, names=listed(list(best), lang))
        )  # fmt: skip
    return said


def likelihood(share: float) -> str:
    """The word for a chance."""
    return next(name for end, name in LIKELY if share < end or end > 1.0)


def advantage(difference: float) -> str:
    """The word for a difference of chances whose interval leaves zero out."""
    size = abs(difference)
    return "slight" if size < SLIGHT else "clear" if size <= CLEAR else "strong"


def _pairs(data: Data, outcome: str = CHANGE) -> list[Data]:
    return [row for row in data["pairs"] if row["outcome"] == outcome]


def pair_sentence(row: Data, lang: str) -> str:
    """Which of two alternatives is ahead, by how much, or that they are not told apart."""
    difference, (low, high) = row["difference"], row["interval"]
    first, second = row["first"], row["second"]
    if row["distinguishable"] and difference < 0.0:
        first, second, difference, low, high = second, first, -difference, -high, -low
    points = {"points": signed_points(difference, lang, 1), "low": signed_points(low, lang, 1),
              "high": signed_points(high, lang, 1)}  # fmt: skip
    if not row["distinguishable"]:
        return _say("no_clear", lang, first=first, second=second, pairs=count(row["pairs"], lang), **points)
    return _say("ahead", lang, first=first, second=second, size=_say(advantage(difference), lang), **points)


def pairing_sentences(data: Data, lang: str) -> list[str]:
    """Wins, ties and losses of each pair, and what pairing saved."""
    said = []
    for row in _pairs(data):
        ends = {key: number(row[key], lang, 0) for key in ("higher", "equal", "lower")}
        said.append(_say("ends", lang, first=row["first"], second=row["second"], **ends))
        saved = row["saved"]
        if saved is not None and saved > 0.0:
            times = number(1.0 / (1.0 - saved), lang, 1) if saved < 1.0 else "∞"
            said.append(_say("saved", lang, share=percent(saved, lang), times=times))
        elif saved is not None:
            said.append(_say("not_saved", lang))
    return said


def time_sentences(data: Data, lang: str) -> list[str]:
    """By when half of the futures have changed policy."""
    months = count(data["weeks"] * 12 / 52, lang)
    return [
        _say("no_half", lang, name=name, months=months) if week is None
        else _say("half", lang, name=name, month=_month(week, lang))
        for name, week in data["half_by"].items()
    ]  # fmt: skip


def _month(week: float, lang: str) -> str:
    return count(round(week * 12 / 52), lang)


def behind_text(regret: float, lang: str) -> str:
    """How many points an alternative is behind."""
    if round(100.0 * regret) < 1:
        return _say("no_point", lang)
    points = round(100.0 * regret)
    return _say("one_point" if points == 1 else "some_points", lang, points=number(points, lang, 0))


def context_sentences(data: Data, lang: str) -> list[str]:
    """How each alternative does over sampled contexts."""
    found = data.get("contexts")
    if not found:
        return []
    return [
        _say("robust", lang, name=row["alternative"], best=percent(row["best_in"], lang),
             contexts=count(row["contexts"], lang), behind=behind_text(row["regret_worst"], lang),
             enough=percent(found["enough"], lang), reached=percent(row["enough_in"], lang))
        for row in found["rows"]
    ]  # fmt: skip


def turning_sentences(data: Data, lang: str) -> list[str]:
    """Which assumption, moved alone, turns an answer, and at which value."""
    said = []
    for part in data.get("turning", []):
        turned = [row for row in part["rows"] if row["turns"]]
        said += [_turn(row, lang) for row in turned]
        if not turned:
            said.append(_say("no_turn", lang, first=part["first"], second=part["second"]))
            near = [row for row in part["rows"] if row["at"] is not None]
            near.sort(key=lambda row: abs(row["difference"]), reverse=True)
            if near:
                names = [_near(row, lang) for row in near[:4]]
                said.append(_say("may_turn", lang, runs=count(part["runs_each"], lang), names=listed(names, lang)))
    return said


def _near(row: Data, lang: str) -> str:
    return _say("at_value", lang, label=factor_label(row["path"], lang), at=_value(row["path"], row["at"], lang))


def _turn(row: Data, lang: str) -> str:
    low, high = (signed_points(end, lang, 1) for end in row["interval"])
    return _say("turns", lang, label=factor_label(row["path"], lang), value=_value(row["path"], row["value"], lang),
                usual=_value(row["path"], row["usual"], lang), points=signed_points(row["difference"], lang, 1),
                low=low, high=high, at=_value(row["path"], row["at"], lang))  # fmt: skip


def _value(path: str, value: Any, lang: str) -> str:
    """A value of a parameter as people read it."""
    each = PARAMETERS.get(path)
    if each is not None and each.type == "choice":
        return choice_label(path, value, lang)
    if isinstance(value, bool):
        return word("yes" if value else "no", lang)
    if isinstance(value, int | float):
        unit = factor_unit(path, lang) if each is not None else ""
        return f"{short_number(float(f'{value:.3g}'), lang)}\u00a0{unit}".strip("\u00a0")
    return str(value)


def why_parts(data: Data, lang: str) -> list[dict[str, Any]]:
    """For each pair of alternatives where their futures first part."""
    found = []
    for part in data["why"]["pairs"]:
        read = count(part["read"], lang)
        said = [_say("part", lang, pairs=count(row["pairs"], lang), read=read, name=row["only_with"],
                     month=_month(row["week"], lang), text=row["text"][lang]) for row in part["rows"]]  # fmt: skip
        said += [_say("alike", lang, alike=count(part["alike"], lang), read=read)] if part["alike"] else []
        found.append({"head": _say("part_head", lang, first=part["first"], second=part["second"]), "sentences": said})
    return found


def stories(data: Data, lang: str) -> list[dict[str, Any]]:
    """The three futures in dated lines."""
    told = data["why"]["stories"]
    return [
        {"head": f"{_say(sort, lang)} ({_say('changed' if told[sort]['changed'] else 'unchanged', lang)})",
         "lines": told[sort]["lines"][lang]}
        for sort in ("usual", "lucky", "unlucky")
    ]  # fmt: skip


# Tables -----------------------------------------------------------------------------------------------------------


def input_table(data: Data, lang: str) -> dict[str, Any]:
    """What the alternatives say differently."""
    names = list(data["alternatives"])
    rows = [[_input_label(row, lang), *(_input_value(row["path"], row["values"][name], lang) for name in names)]
            for row in data["inputs"][:MOST_INPUTS]]  # fmt: skip
    return {"heads": [_say("input", lang), *names], "rows": rows}


def _input_label(row: Data, lang: str) -> str:
    path = row["path"]
    if path in PARAMETERS:
        return factor_label(path, lang)
    section, _, name = path.partition(".")
    if section != "members":
        return str(path)
    whole = any(isinstance(value, Mapping) for value in row["values"].values())
    who, _, key = name.rpartition(".")
    return _say("member", lang, name=name) if whole or not who else _say("of_member", lang, name=who, what=key)


def _input_value(path: str, value: Any, lang: str) -> str:
    if value is None:
        whole = path.startswith("members.")
        return _say("absent" if whole else "unsaid", lang)
    if isinstance(value, Mapping):
        kind = KINDS.get(str(value.get("kind", "")))
        return getattr(kind, lang) if kind is not None else ", ".join(f"{k} {v}" for k, v in value.items())
    if path not in PARAMETERS and path.endswith(".kind") and str(value) in KINDS:
        return str(getattr(KINDS[str(value)], lang))
    return _value(path, value, lang)


def outcome_table(data: Data, outcomes: Sequence[str], lang: str) -> dict[str, Any]:
    """Means with intervals, an alternative a column, and the difference of the first two."""
    names = list(data["alternatives"])
    first = {row["outcome"]: row for row in data["pairs"] if [row["first"], row["second"]] == names[:2]}
    rows = [
        [_outcome_label(outcome, lang), *(_mean(outcome, data["outcomes"][outcome][name], lang) for name in names),
         _difference(outcome, first[outcome], lang)]
        for outcome in outcomes
    ]  # fmt: skip
    apart = f"{_say('difference', lang)} ({names[0]} − {names[1]})"
    return {"heads": [_say("outcome", lang), *names, apart], "rows": rows}


def _outcome_label(outcome: str, lang: str) -> str:
    if outcome == UNTIL:
        return _say("until", lang)
    unit = outcome_unit(outcome, lang)
    return f"{outcome_label(outcome, lang)}{f' ({unit})' if unit else ''}"


def _mean(outcome: str, found: Data, lang: str) -> str:
    return _span([_number(outcome, value, lang) for value in (found["mean"], *found["interval"])], lang)


def _number(outcome: str, value: float | None, lang: str) -> str:
    if outcome == UNTIL:
        return "–" if value is None else number(value, lang, 0)
    return value_text(outcome, value, lang)


def _difference(outcome: str, row: Data, lang: str) -> str:
    shown = "weeks_to_change" if outcome == UNTIL else outcome
    return _span([difference_text(shown, value, lang) for value in (row["difference"], *row["interval"])], lang)


def _span(parts: Sequence[str], lang: str) -> str:
    value, low, high = parts
    return _say("span", lang, value=value, low=low, high=high)


def time_table(data: Data, lang: str) -> dict[str, Any]:
    """Share of futures changed by year, an alternative a column."""
    names = list(data["times"])
    weeks = [row["week"] for row in data["times"][names[0]]]
    shown = [place for place, week in enumerate(weeks) if week % 52 == 0 or place == len(weeks) - 1]
    rows = []
    for place in shown:
        cells = [data["times"][name][place] for name in names]
        spans = [_span([percent(each, lang) for each in (cell["share"], *cell["interval"])], lang) for cell in cells]
        rows.append([_month(weeks[place], lang), *spans])
    return {"heads": [_say("month", lang), *names], "rows": rows}


def pair_table(data: Data, lang: str) -> dict[str, Any]:
    """Wins, ties and losses of each pair, and the difference."""
    heads = [_say(key, lang) for key in ("pair", "only_first", "both", "only_second", "difference")]
    rows = []
    for row in _pairs(data):
        points = _span([signed_points(each, lang, 1) for each in (row["difference"], *row["interval"])], lang)
        ends = [number(row[key], lang, 0) for key in ("higher", "equal", "lower")]
        rows.append([f"{row['first']} − {row['second']}", *ends, points])
    return {"heads": heads, "rows": rows}


def turning_table(data: Data, lang: str) -> dict[str, Any] | None:
    """The assumptions that move the first difference most, at both ends."""
    if not data.get("turning"):
        return None
    part = data["turning"][0]
    paths = strongest(part["rows"])
    rows = []
    for path in paths:
        for row in (each for each in part["rows"] if each["path"] == path):
            span = _say("to_pair", lang, low=_value(path, row["usual"], lang), high=_value(path, row["value"], lang))
            points = _span([signed_points(each, lang, 1) for each in (row["difference"], *row["interval"])], lang)
            at = "–" if row["at"] is None else _value(path, row["at"], lang)
            rows.append([factor_label(path, lang), span, points, at])
    return {"heads": [_say(key, lang) for key in ("assumption", "moved_to", "difference", "meets_zero")], "rows": rows}


# The page ---------------------------------------------------------------------------------------------------------


def comparison_page(data: Data, figures: Mapping[str, bytes], lang: str = "en") -> str:
    """The page as HTML text, from the record of a comparison and its figures as SVG."""
    names = list(data["alternatives"])
    start = dt.date.fromisoformat(data["start"])
    more = len(data["inputs"]) - MOST_INPUTS
    turning = data.get("turning") or []
    return rendered(
        "comparison.html",
        lang,
        title=_say("title", lang, names=listed(names, lang)),
        heads={key: _say(f"h_{key}", lang) for key in ("answer", "inputs", "time", "pairs", "costs", "why", "turn",
                                                       "assumed", "limits")},
        question=_say("question", lang, weeks=count(data["weeks"], lang), futures=count(data["futures"], lang),
                      start=start.isoformat()),
        alternatives=[(name, title) for name, title in data["alternatives"].items()],
        failed=failed_sentence(sum(data["failed"].values()), data["futures"] * len(names), lang),
        answers=answer_sentences(data, lang),
        inputs=input_table(data, lang) if data["inputs"] else None,
        same=_say("same_inputs", lang),
        more=_say("more_inputs", lang, count=count(more, lang)) if more > 0 else "",
        figures={name: Markup(inline_picture(svg, name)) for name, svg in figures.items()},
        captions={"chance": _say("figure_chance", lang), "pairs": _say("figure_pairs", lang),
                  "turning": _say("figure_turning", lang, first=turning[0]["first"], second=turning[0]["second"])
                  if turning else ""},
        times=time_sentences(data, lang), time_table=time_table(data, lang),
        pairing=pairing_sentences(data, lang), pair_table=pair_table(data, lang),
        main=outcome_table(data, FIRST_PAGE, lang), costs=outcome_table(data, COSTS, lang),
        why=why_parts(data, lang), story_head=_say("story_of", lang, name=data["why"]["stories"]["alternative"]),
        stories=stories(data, lang),
        contexts=context_sentences(data, lang), turns=turning_sentences(data, lang), turning=turning_table(data, lang),
        kinds=_kinds(data, lang), assumed=_assumed(data, lang),
        limits=[_say(key, lang) for key in ("not_forecast", "not_calibrated", "not_one")],
        provenance=_stamp(data, lang),
    )  # fmt: skip


def inline_picture(svg: bytes, name: str) -> str:
    """A picture as part of a page: without the head of a file, and with names of its own, since a page has several."""
    text = svg.decode("utf-8")
    text = re.sub(r"<metadata>.*?</metadata>", "", text[text.index("<svg") :], flags=re.DOTALL)
    return text.replace('id="', f'id="{name}-').replace('href="#', f'href="#{name}-').replace("url(#", f"url(#{name}-")


def _kinds(data: Data, lang: str) -> list[str]:
    """Honest uncertainty of each kind: chance, finite runs, assumptions, the model."""
    contexts = data.get("contexts")
    drawn_contexts = count(contexts["number"] if contexts else 0, lang)
    assumed = _say("assumed_kind" if contexts else "no_contexts", lang, contexts=drawn_contexts)
    drawn = data["coefficients"]
    model = _say("sets_kind", lang, sets=count(drawn["sets"], lang)) if drawn else _say("one_model", lang)
    return [_say("chance_kind", lang), _say("finite_kind", lang, futures=count(data["futures"], lang)), assumed, model]


def _assumed(data: Data, lang: str) -> list[str]:
    """Where inputs come from."""
    marks = data["marks"]
    whole = sum(marks.values())
    listed_part = _say("origins", lang, **{key: count(value, lang) for key, value in marks.items()})
    return [listed_part if whole else _say("unlisted", lang), _say("coefficients_from", lang)]


def _stamp(data: Data, lang: str) -> list[tuple[str, str]]:
    """What reproduces the page."""
    stamp = dict(data["stamp"])
    model = stamp.pop("model")
    words = ["alliance compare", *data["alternatives"], f"--replicates {data['replicates']}", f"--seed {data['seed']}"]
    words += [f"--contexts {data['contexts']['number'] if data.get('contexts') else 0}"]
    words += [f"--coefficients {data['coefficients']['name']}"] if data["coefficients"] else []
    return [
        (_say("command", lang), " ".join(words)), (_say("seed", lang), str(data["seed"])), (_say("model", lang), model),
        (_say("versions", lang), ", ".join(f"{name} {value}" for name, value in stamp.items())),
    ]  # fmt: skip

