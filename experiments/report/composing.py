"""Whom to invite, in sentences, tables and a page that prints, in English and French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from experiments.report.comparing import behind_text, inline_picture
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
    "robust": {
        "en": "Over {contexts} sampled contexts no. {number} falls least behind the others: {behind} in its worst "
        "context; its chance is {enough} or more in {reached} of them.",
        "fr": "Sur {contexts} contextes tirés, la nº\u00a0{number} est celle qui prend le moins de retard\u00a0: "
        "{behind} dans son pire contexte\u202f; ses chances sont d’au moins {enough} dans {reached} d’entre eux.",
    },
    "robust_best": {
        "en": "No. 1, the best here, falls {behind} behind in its worst context; its chance is {enough} or more in "
        "{reached} of them.",
        "fr": "Pour la nº\u00a01, la meilleure ici\u00a0: {behind} de retard dans son pire contexte, et des chances "
        "d’au moins {enough} dans {reached} d’entre eux.",
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
    "h_contexts": {"en": "The best in other contexts", "fr": "Les meilleures dans d’autres contextes"},
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
    "mean": {"en": "Chance on average", "fr": "Chances en moyenne"},
    "worst": {"en": "In its worst context", "fr": "Dans son pire contexte"},
    "regret_mean": {"en": "Behind on average (points)", "fr": "Retard moyen (points)"},
    "regret_worst": {"en": "Behind at worst (points)", "fr": "Retard au pire (points)"},
    "best_in": {"en": "Best or equal in", "fr": "Meilleure ou à égalité dans"},
    "enough_in": {"en": "{enough} or more in", "fr": "Au moins {enough} dans"},
    "contexts": {
        "en": "{number} contexts around the one of the file, each number within half of its range, {runs} futures in "
        "each. Who is best in a context is chosen by half of them, and how far others are behind told by the "
        "other half.",
        "fr": "{number} contextes autour de celui du fichier, chaque nombre dans la moitié de son étendue, "
        "{runs} futurs "
        "dans chacun. La moitié d’entre eux désigne la meilleure d’un contexte, l’autre moitié dit le retard "
        "des autres.",
    },
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
    "some_contexts": {
        "en": "What each candidate adds holds for one context; alliance compare says what would turn the answer "
        "between "
        "the best few.",
        "fr": "Ce que chaque organisation apporte vaut pour un seul contexte\u202f; alliance compare dit ce qui "
        "inverserait la réponse entre les meilleures.",
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
    said.append(_say("fresh", lang, replicates=count(data["replicates"], lang)))
    return said + (_robust(data["contexts"], lang) if "contexts" in data else [])


def _robust(found: Data, lang: str) -> list[str]:
    """Which composition falls least behind over contexts, and how the best one does where that is another."""
    steady = min(found["rows"], key=lambda row: row["regret_worst"])
    told = [("robust", steady)]
    if steady["alternative"] != 1 and len(found["rows"]) > 1:
        told.append(("robust_best", found["rows"][0]))
    return [_say(key, lang, contexts=count(row["contexts"], lang), number=str(row["alternative"]),
                 behind=behind_text(row["regret_worst"], lang), enough=percent(found["enough"], lang),
                 reached=percent(row["enough_in"], lang)) for key, row in told]  # fmt: skip


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


def context_table(data: Data, lang: str) -> dict[str, Any]:
    """How the compositions of the front do over sampled contexts."""
    found = data["contexts"]
    keys = ("number", "mean", "worst", "regret_mean", "regret_worst", "best_in", "enough_in")
    rows = []
    for row in found["rows"]:
        points = (number(100.0 * row[key], lang, 1) for key in ("regret_mean", "regret_worst"))
        shares = (percent(row[key], lang) for key in ("best_in", "enough_in"))
        chances = (percent(row[key], lang) for key in ("mean", "worst"))
        rows.append([str(row["alternative"]), *chances, *points, *shares])
    return {"heads": [_say(key, lang, enough=percent(found["enough"], lang)) for key in keys], "rows": rows}


def _contexts_said(data: Data, lang: str) -> dict[str, Any] | None:
    """What the page says of contexts; None where none were asked for."""
    if "contexts" not in data:
        return None
    found = data["contexts"]
    said = _say("contexts", lang, number=count(found["number"], lang), runs=count(found["runs_each"], lang))
    return {"said": said, "table": context_table(data, lang)}


def composition_page(data: Data, figures: Mapping[str, bytes], lang: str = "en") -> str:
    """The page as HTML text, from the record of a composition and its figures as SVG."""
    stamp = dict(data["stamp"])
    model = stamp.pop("model")
    tried = data["contexts"]["number"] if "contexts" in data else 0
    numbers = {"candidates": len(data["candidates"]), "core": len(data["core"]), "weeks": data["weeks"]}
    said = {key: count(value, lang) for key, value in numbers.items()}
    held = "some_contexts" if "contexts" in data else "one_context"
    return rendered(
        "composition.html",
        lang,
        title=_say("title", lang, title=data["title"]),
        heads={key: _say(f"h_{key}", lang) for key in ("answer", "members", "front", "contexts", "limits")},
        asked=_say("asked" if data["core"] else "asked_alone", lang, **said),
        limit=limits_sentence(data, lang), answers=answer_sentences(data, lang), split=_say("split", lang),
        members=member_table(data, lang), front=front_table(data, lang),
        figures={name: Markup(inline_picture(svg, name)) for name, svg in figures.items()},
        captions={name: _say(f"figure_{name}", lang) for name in ("contributions", "front")},
        contexts=_contexts_said(data, lang), limits=[_say(key, lang) for key in ("not_forecast", held, "people")],
        provenance=[
            (_say("command", lang), f"alliance compose --permutations {data['permutations']} --trials {data['trials']} "
                                    f"--replicates {data['replicates']} --contexts {tried} "
                                    f"--seed {data['seed']}"),
            (_say("seed", lang), str(data["seed"])), (_say("model", lang), model),
            (_say("versions", lang), ", ".join(f"{name} {value}" for name, value in stamp.items())),
        ],
    )  # fmt: skip
