"""What a trade-off demonstration found, in sentences, tables and a page, in English and French."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from experiments.report.page import failed_sentence, rendered
from experiments.report.phrases import phrase
from experiments.words import count, is_share, number, outcome_label, outcome_unit, plain_number

Data = Mapping[str, Any]

WORDS: dict[str, dict[str, str]] = {
    "peak": {
        "en": "{outcome}{where}: higher at {middle} than at {low} (by {up}) and than at {high} (by {down}).",
        "fr": "{outcome}{where}\u00a0: plus haut à {middle} qu’à {low} (écart de {up}) et qu’à {high} (écart de "
        "{down}).",
    },
    "step": {
        "en": "{outcome}{where}: {up} from {low} to {high}.",
        "fr": "{outcome}{where}\u00a0: {up} de {low} à {high}.",
    },
    "crossing": {
        "en": "{outcome}, from {low} to {high}: {up} with “{first}”, {down} with “{second}”.",
        "fr": "{outcome}, de {low} à {high}\u00a0: {up} avec «\u00a0{first}\u00a0», {down} avec "
        "«\u00a0{second}\u00a0».",
    },
    "stronger": {
        "en": "{outcome}, from {low} to {high}: the effect with “{first}” exceeds that with “{second}” by {up}.",
        "fr": "{outcome}, de {low} à {high}\u00a0: l’effet avec «\u00a0{first}\u00a0» dépasse l’effet avec "
        "«\u00a0{second}\u00a0» de {up}.",
    },
    "pass": {"en": "shown", "fr": "établi"},
    "undecided": {"en": "undecided", "fr": "indécis"},
    "fail": {"en": "contradicted", "fr": "contredit"},
    "told": {"en": "{sentence} [{verdict}]", "fr": "{sentence} [{verdict}]"},
    "span": {"en": "{value} [{low} to {high}]", "fr": "{value} [{low} à {high}]"},
    "level": {"en": "Level", "fr": "Niveau"},
    "next": {"en": "to the next{unit}", "fr": "vers le suivant{unit}"},
    "mean": {"en": "Mean", "fr": "Moyenne"},
    "points": {"en": "points", "fr": "points"},
    "found": {
        "en": "What {runs} runs show ({replicates} at each point, 95% intervals)",
        "fr": "Ce que montrent {runs} simulations ({replicates} par point, intervalles à 95\u202f%)",
    },
    "alternative": {
        "en": "Curve of each outcome along the levels, with intervals; the tables below hold the same numbers.",
        "fr": "Courbe de chaque résultat selon les niveaux, avec intervalles\u202f; les tableaux ci-dessous donnent "
        "les mêmes nombres.",
    },
}


def _say(key: str, lang: str, **parts: str) -> str:
    return WORDS[key][lang].format(**parts)


def value_text(outcome: str, value: float | None, lang: str) -> str:
    """A mean as people read it: shares as percentages with one decimal."""
    if value is None:
        return "–"
    if is_share(outcome):
        return number(100.0 * value, lang, 1) + ("\u202f%" if lang == "fr" else "%")
    return plain_number(value, lang)


def difference_text(outcome: str, value: float | None, lang: str) -> str:
    """A difference with its sign, without its unit; shares differ by points."""
    if value is None:
        return "–"
    size = 100.0 * value if is_share(outcome) else value
    text = number(size, lang, 1) if is_share(outcome) or abs(size) >= 10.0 else number(size, lang, 2)
    return f"+{text}" if text.strip("0,.") and size > 0.0 else text


def _difference(outcome: str, found: Data, lang: str, *, unit: bool = True) -> str:
    low, high = (difference_text(outcome, each, lang) for each in found["interval"])
    value = difference_text(outcome, found["difference"], lang)
    word = _unit(outcome, lang) if unit else ""
    return _say("span", lang, value=f"{value}\u00a0{word}" if word else value, low=low, high=high)


def _unit(outcome: str, lang: str) -> str:
    """What differences of an outcome are counted in; empty where they are bare numbers."""
    return _say("points", lang) if is_share(outcome) else outcome_unit(outcome, lang)


def _size(outcome: str, found: Data, lang: str, sign: int) -> str:
    """A difference counted in the direction in which it is told."""
    low, high = (_turned(each, sign) for each in found["interval"])
    span = [low, high] if sign > 0 else [high, low]
    return _difference(outcome, {"difference": _turned(found["difference"], sign), "interval": span}, lang)


def _turned(value: float | None, sign: int) -> float | None:
    return None if value is None else sign * value


def claim_sentence(claim: Data, data: Data, lang: str) -> str:
    """What the runs say of one claim, with intervals and the verdict."""
    first, last = claim["contrasts"][0], claim["contrasts"][-1]
    outcome, kind = claim["outcome"], claim["kind"]
    words = {"outcome": outcome_label(outcome, lang), "where": "", "up": _difference(outcome, first, lang)}
    words |= {"low": _level(data, first["start"], lang), "high": _level(data, last["end"], lang)}
    if kind in ("crossing", "stronger"):
        names = [name for part in claim["contrasts"] for name in part["arms"].split(" − ")]
        words |= {"first": data["arms"][names[0]][lang], "second": data["arms"][names[1]][lang]}
        words["down"] = _difference(outcome, last, lang)
    else:
        arm = data["arms"][first["arms"]][lang]
        words["where"] = f" ({arm})" if arm else ""
    if kind == "peak":
        words |= {"middle": _level(data, first["end"], lang), "down": _size(outcome, last, lang, -1)}
    sentence = _say(kind if kind in WORDS else "step", lang, **words)
    return _say("told", lang, sentence=sentence, verdict=_say(claim["verdict"], lang))


def _level(data: Data, name: str, lang: str) -> str:
    """A level as a sentence names it: a number as it stands, words in quotes."""
    label = str(data["levels"][name][lang])
    if label[:1].isdigit():
        return label
    return f"«\u00a0{label}\u00a0»" if lang == "fr" else f"“{label}”"


def found_sentences(data: Data, lang: str) -> list[str]:
    """One sentence a claim."""
    return [claim_sentence(claim, data, lang) for claim in data["claims"]]


def found_heading(data: Data, lang: str) -> str:
    """How many runs speak."""
    return _say("found", lang, runs=count(data["runs"], lang), replicates=count(data["replicates"], lang))


def outcome_table(outcome: str, data: Data, lang: str) -> tuple[list[str], list[list[str]]]:
    """Heads and rows: each level with its mean, and what going to the next one does, arm by arm."""
    found, unit = data["outcomes"][outcome], _unit(outcome, lang)
    unit = f" ({unit})" if unit else ""
    heads, columns = [_say("level", lang)], [[labels[lang] for labels in data["levels"].values()]]
    for arm, parts in found.items():
        label = data["arms"][arm][lang]
        heads += [label or _say("mean", lang), _say("next", lang, unit=unit)]
        columns.append([_mean(outcome, each, lang) for each in parts["levels"]])
        columns.append([*(_difference(outcome, each, lang, unit=False) for each in parts["differences"]), ""])
    return heads, [list(row) for row in zip(*columns, strict=True)]


def _mean(outcome: str, found: Data, lang: str) -> str:
    low, high = (value_text(outcome, each, lang) for each in found["interval"])
    return _say("span", lang, value=value_text(outcome, found["mean"], lang), low=low, high=high)


def tradeoff_page(data: Data, png: bytes, facts: Mapping[str, str], lang: str = "en") -> str:
    """The page as HTML text, from what `alliance tradeoff --json` prints and the picture."""
    order = ("study", "scenario", "replicates", "seed", "code", "versions", "started")
    return rendered(
        "tradeoff.html",
        lang,
        title=f"{data['tradeoff']} – {data['title'][lang]}",
        explanation=data["explanation"][lang],
        failed=failed_sentence(data["failed"], data["runs"], lang),
        picture="data:image/png;base64," + base64.b64encode(png).decode(),
        alternative=_say("alternative", lang),
        found=found_heading(data, lang),
        sentences=found_sentences(data, lang),
        tables=[_section(outcome, data, lang) for outcome in data["outcomes"]],
        provenance=[(phrase(key, lang), facts[key]) for key in order],
    )


def _section(outcome: str, data: Data, lang: str) -> dict[str, Any]:
    heads, rows = outcome_table(outcome, data, lang)
    return {"outcome": outcome_label(outcome, lang), "heads": heads, "rows": rows}
