"""Whom to invite, in sentences, tables and a page that prints, in English and French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from experiments.report.comparing import inline_picture
from experiments.report.page import rendered
from experiments.report.sentences import listed
from experiments.words import count, number, percent, plain_number, signed_points, word

Data = Mapping[str, Any]
PARTS = ("presence", "access", "skills", "legitimacy", "hours")
MOST_NAMED = 3

WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "Whom to invite – {title}", "fr": "Qui inviter –\u00a0{title}"},
    "asked": {
        "en": "{candidates} candidates beside {core} who are there in any case; the chance that policy changes "
        "within {weeks} weeks.",
        "fr": "{candidates} organisations possibles, à côté de {core} présentes dans tous les cas\u202f; les "
        "chances que la politique publique change en {weeks} semaines.",
    },
    "asked_alone": {
        "en": "{candidates} candidates, and nobody who is there in any case; the chance that policy changes within "
        "{weeks} weeks.",
        "fr": "{candidates} organisations possibles, sans aucune qui soit présente dans tous les cas\u202f; les "
        "chances que la politique publique change en {weeks} semaines.",
    },
    "total": {
        "en": "Without any candidate policy changes in {none} of the futures, with all of them in {whole}: together "
        "they add {points} points ({low} to {high}).",
        "fr": "Sans aucune d’elles, la politique publique change dans {none} des futurs, avec toutes dans "
        "{whole}\u00a0: ensemble, elles apportent {points} points (de {low} à {high}).",
    },
    "adds": {
        "en": "{names} clearly add to the chance: the first by {points} points ({low} to {high}), most of it by "
        "{part}.",
        "fr": "{names} ajoutent nettement aux chances\u00a0: la première de {points} points (de {low} à {high}), "
        "surtout par {part}.",
    },
    "adds_one": {
        "en": "{names} clearly adds to the chance: {points} points ({low} to {high}), most of it by {part}.",
        "fr": "{names} ajoute nettement aux chances\u00a0: {points} points (de {low} à {high}), surtout par {part}.",
    },
    "adds_none": {
        "en": "No candidate is told apart from adding nothing: more permutations are needed, or they matter little "
        "one by one.",
        "fr": "Aucune organisation ne se distingue d’un apport nul\u00a0: il faut plus de permutations, ou bien "
        "chacune compte peu à elle seule.",
    },
    "costs": {"en": "{names} clearly take away from it.", "fr": "{names} les réduisent nettement."},
    "costs_one": {"en": "{names} clearly takes away from it.", "fr": "{names} les réduit nettement."},
    "best": {
        "en": "The best composition found brings change in {chance} of fresh futures ({low} to {high}) with {size} "
        "invited; {equal} of the {finalists} finalists are not told apart from it.",
        "fr": "La meilleure composition trouvée apporte le changement dans {chance} de futurs nouveaux (de {low} à "
        "{high}), avec {size} organisations invitées\u202f; {equal} des {finalists} finalistes ne s’en distinguent "
        "pas.",
    },
    "always": {"en": "In all of these: {names}.", "fr": "Présentes dans toutes\u00a0: {names}."},
    "fresh": {
        "en": "Searched on some futures, selected on others, told on {replicates} others again: no composition is "
        "shown for its luck.",
        "fr": "Cherchées sur certains futurs, retenues sur d’autres, présentées sur {replicates} autres "
        "encore\u00a0: aucune composition n’est montrée pour sa chance.",
    },
    "split": {
        "en": "The parts are measured over fewer orders than the whole; presence is what a member does without "
        "access, skills, legitimacy or hours of its own.",
        "fr": "Les parts sont mesurées sur moins d’ordres que le tout\u202f; la présence est ce que fait un membre "
        "sans accès, savoir-faire, légitimité ni heures qui lui soient propres.",
    },
    "limit_size": {"en": "at most {value} candidates", "fr": "au plus {value} organisations"},
    "limit_budget": {"en": "a budget of {value} thousand", "fr": "un budget de {value} milliers"},
    "limit_must": {"en": "with {names}", "fr": "avec {names}"},
    "limit_never": {"en": "without {names}", "fr": "sans {names}"},
    "limits": {"en": "Limits: {parts}.", "fr": "Limites\u00a0: {parts}."},
    "no_limits": {"en": "No limits were set.", "fr": "Aucune limite n’a été fixée."},
    "h_answer": {"en": "Question and answer", "fr": "La question et la réponse"},
    "h_members": {"en": "What each candidate adds", "fr": "Ce que chaque organisation apporte"},
    "h_front": {"en": "The best compositions", "fr": "Les meilleures compositions"},
    "h_limits": {"en": "What this cannot say", "fr": "Ce que cela ne peut pas dire"},
    "member": {"en": "Candidate", "fr": "Organisation"},
    "points": {"en": "Adds (points)", "fr": "Apport (points)"},
    "span": {"en": "{value} [{low} to {high}]", "fr": "{value} [{low} à {high}]"},
    "number": {"en": "No.", "fr": "Nº"},
    "chance": {"en": "Chance of change", "fr": "Chances de changement"},
    "cost": {"en": "Cost (thousand)", "fr": "Coût (milliers)"},
    "voice": {"en": "Voice of local bodies", "fr": "Parole des organisations locales"},
    "behind": {"en": "Behind the best (points)", "fr": "Retard sur la meilleure (points)"},
    "members": {"en": "Invited", "fr": "Invitées"},
    "nobody": {"en": "nobody", "fr": "personne"},
    "figure_contributions": {
        "en": "Above: the whole contribution with its 95% interval; below: its parts.",
        "fr": "En haut\u00a0: l’apport entier et son intervalle à 95\u202f%\u202f; en bas\u00a0: ses parts.",
    },
    "figure_front": {
        "en": "Circles are not told apart from the best; numbered compositions are in the table and in best-1.yaml, "
        "best-2.yaml …",
        "fr": "Les ronds ne se distinguent pas de la meilleure\u202f; les compositions numérotées sont dans le "
        "tableau et dans best-1.yaml, best-2.yaml…",
    },
    "not_forecast": {
        "en": "It is no forecast: it says what follows from the rules of this model for inputs that somebody chose.",
        "fr": "Ce n’est pas une prévision\u00a0: cela dit ce qui découle des règles du modèle pour des entrées "
        "choisies par quelqu’un.",
    },
    "one_context": {
        "en": "One context: take the best few through alliance compare, which varies it and says what would turn "
        "the answer.",
        "fr": "Un seul contexte\u00a0: soumettez les meilleures à alliance compare, qui le fait varier et dit ce "
        "qui inverserait la réponse.",
    },
    "people": {
        "en": "A contribution is no verdict on an organisation: it holds for this pool, this core and these numbers.",
        "fr": "Un apport n’est pas un jugement sur une organisation\u00a0: il vaut pour cette liste, ce noyau et "
        "ces nombres.",
    },
    "command": {"en": "Reproduced by", "fr": "Se reproduit par"},
    "seed": {"en": "Seed", "fr": "Graine"},
    "model": {"en": "Model", "fr": "Modèle"},
    "versions": {"en": "Versions", "fr": "Versions"},
}


def _say(key: str, lang: str, **parts: str) -> str:
    return WORDS[key][lang].format(**parts)


def answer_sentences(data: Data, lang: str) -> list[str]:
    """Who clearly adds, who takes away, and what the best composition brings."""
    total, rows = data["total"], data["members"]
    low, high = (_points(end, lang) for end in total["interval"])
    said = [_say("total", lang, none=percent(total["without"], lang), whole=percent(total["with_all"], lang),
                 points=_points(total["shapley"], lang), low=low, high=high)]  # fmt: skip
    clear = [row for row in rows if (row["interval"][0] or 0.0) > 0.0]
    against = [row for row in rows if row["interval"][1] is not None and row["interval"][1] < 0.0]
    if clear:
        names = listed([row["name"] for row in clear[:MOST_NAMED]], lang)
        low, high = (_points(end, lang) for end in clear[0]["interval"])
        part = max(PARTS, key=lambda each: clear[0]["pathways"][each]["mean"])
        said.append(_say("adds" if len(clear) > 1 else "adds_one", lang, names=names, low=low, high=high,
                         points=_points(clear[0]["shapley"], lang), part=word(f"pathway_{part}", lang)))  # fmt: skip
    else:
        said.append(_say("adds_none", lang))
    if against:
        names = listed([row["name"] for row in against[:MOST_NAMED]], lang)
        said.append(_say("costs" if len(against) > 1 else "costs_one", lang, names=names))
    return said + _best(data, lang)


def _best(data: Data, lang: str) -> list[str]:
    best = data["front"][0]
    equal = [row for row in data["finalists"] if row["as_good_as_best"]]
    low, high = (percent(end, lang) for end in best["interval"])
    said = [_say("best", lang, chance=percent(best["chance"], lang), low=low, high=high,
                 size=count(len(best["members"]), lang), equal=count(len(equal) - 1, lang),
                 finalists=count(len(data["finalists"]), lang))]  # fmt: skip
    common = [name for name in data["candidates"] if all(name in row["members"] for row in equal)]
    if common and len(equal) > 1:
        said.append(_say("always", lang, names=listed(common, lang)))
    return [*said, _say("fresh", lang, replicates=count(data["replicates"], lang))]


def _points(value: float | None, lang: str) -> str:
    return "–" if value is None else signed_points(value, lang, 1)


def limits_sentence(data: Data, lang: str) -> str:
    """Which limits a choice keeps to."""
    limits = data["limits"]
    parts = []
    if limits["size"] is not None:
        parts.append(_say("limit_size", lang, value=count(limits["size"], lang)))
    if limits["budget"] is not None:
        parts.append(_say("limit_budget", lang, value=plain_number(limits["budget"], lang)))
    parts += [_say(f"limit_{key}", lang, names=listed(limits[key], lang)) for key in ("must", "never") if limits[key]]
    return _say("limits", lang, parts=listed(parts, lang)) if parts else _say("no_limits", lang)


def member_table(data: Data, lang: str) -> dict[str, Any]:
    """Each candidate's contribution with its interval, and its parts by pathway."""
    heads = [_say("member", lang), _say("points", lang), *(word(f"pathway_{part}", lang) for part in PARTS)]
    rows = [[row["name"], _span(row["shapley"], row["interval"], lang),
             *(_points(row["pathways"][part]["mean"], lang) for part in PARTS)] for row in data["members"]]  # fmt: skip
    return {"heads": heads, "rows": rows}


def _span(value: float, interval: Sequence[float | None], lang: str) -> str:
    low, high = (_points(end, lang) for end in interval)
    return _say("span", lang, value=_points(value, lang), low=low, high=high)


def front_table(data: Data, lang: str) -> dict[str, Any]:
    """The compositions that are told, the highest chance first."""
    heads = [_say(key, lang) for key in ("number", "chance", "cost", "voice", "behind", "members")]
    rows = []
    for place, row in enumerate(data["front"], start=1):
        low, high = (percent(end, lang) for end in row["interval"])
        chance = _say("span", lang, value=percent(row["chance"], lang), low=low, high=high)
        behind = "–" if place == 1 else number(100.0 * row["behind"], lang, 1)
        members = listed(row["members"], lang) if row["members"] else _say("nobody", lang)
        cost = plain_number(round(row["cost"], 1), lang)
        rows.append([str(place), chance, cost, percent(row["voice"], lang), behind, members])
    return {"heads": heads, "rows": rows}


def composition_page(data: Data, figures: Mapping[str, bytes], lang: str = "en") -> str:
    """The page as HTML text, from the record of a composition and its figures as SVG."""
    stamp = dict(data["stamp"])
    model = stamp.pop("model")
    numbers = {"candidates": len(data["candidates"]), "core": len(data["core"]), "weeks": data["weeks"]}
    said = {key: count(value, lang) for key, value in numbers.items()}
    return rendered(
        "composition.html",
        lang,
        title=_say("title", lang, title=data["title"]),
        heads={key: _say(f"h_{key}", lang) for key in ("answer", "members", "front", "limits")},
        asked=_say("asked" if data["core"] else "asked_alone", lang, **said),
        limit=limits_sentence(data, lang), answers=answer_sentences(data, lang), split=_say("split", lang),
        members=member_table(data, lang), front=front_table(data, lang),
        figures={name: Markup(inline_picture(svg, name)) for name, svg in figures.items()},
        captions={name: _say(f"figure_{name}", lang) for name in ("contributions", "front")},
        limits=[_say(key, lang) for key in ("not_forecast", "one_context", "people")],
        provenance=[
            (_say("command", lang), f"alliance compose --permutations {data['permutations']} --trials {data['trials']} "
                                    f"--replicates {data['replicates']} --seed {data['seed']}"),
            (_say("seed", lang), str(data["seed"])), (_say("model", lang), model),
            (_say("versions", lang), ", ".join(f"{name} {value}" for name, value in stamp.items())),
        ],
    )  # fmt: skip
