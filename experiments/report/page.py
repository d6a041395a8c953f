"""The page of a sensitivity study: one HTML file with everything in it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from experiments.designs import CoefficientSets, Design, Factor
from experiments.methods import Method
from experiments.report.phrases import phrase
from experiments.report.sentences import conclusions, convergence_sentence, listed, outcome_sentences
from experiments.words import (
    choice_label,
    count,
    factor_label,
    factor_unit,
    measure_label,
    number,
    outcome_label,
    short_number,
)

MOST_PAIRS = 10


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page of a sensitivity study tells.

    Parameters
    ----------
    title : str
        Of the scenario.
    method : Method
    statistic : str
        What of the runs at a point is explained.
    design : Design
    outcomes : sequence of str
    tables : mapping
        "measures", "noise", "convergence", and others that the method has.
    pictures : mapping
        PNG bytes by the name of the figure.
    facts : mapping
        points, replicates, runs, failed, weeks, samples, seed.
    provenance : sequence of pairs
        What to show at the end: label and text.
    """

    title: str
    method: Method
    statistic: str
    design: Design
    outcomes: Sequence[str]
    tables: Mapping[str, pd.DataFrame]
    pictures: Mapping[str, bytes]
    facts: Mapping[str, int]
    provenance: Sequence[tuple[str, str]]


def sensitivity_page(told: Told, lang: str = "en") -> str:
    """The page as HTML text: no link, no script, nothing from elsewhere."""
    return rendered(
        "sensitivity.html",
        lang,
        title=phrase("title", lang, title=told.title),
        asked=_asked(told, lang),
        factors=factor_rows(told.design, lang),
        grouped=bool(told.design.groups),
        columns=[measure_label(name, lang) for name in told.method.shown],
        freed="ST_expected" in told.method.shown and told.facts["replicates"] > 1,
        sections=[_section(told, outcome, lang) for outcome in told.outcomes],
        convergence=picture(told.pictures, "convergence", "figure_convergence", lang),
        settled=_settled(told, lang),
        pairs=_pairs(told, lang),
        conclusions=conclusions(told.tables, told.outcomes, told.method, told.design, told.statistic, lang),
        noise=picture(told.pictures, "noise", "figure_noise", lang),
        failed=failed_sentence(told.facts["failed"], told.facts["runs"], lang),
        replicates=told.facts["replicates"],
        provenance=told.provenance,
    )


def rendered(template: str, lang: str, **parts: Any) -> str:
    """A page out of its template: texts are escaped, and a part that is missing is an error."""
    environment = Environment(
        loader=PackageLoader("experiments.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template(template)
    css = files("experiments.report").joinpath("page.css").read_text("utf-8").strip()
    return page.render(lang=lang, css=css, say=lambda key, **words: phrase(key, lang, **words), **parts)


def _asked(told: Told, lang: str) -> str:
    numbers = {key: count(value, lang) for key, value in told.facts.items()}
    asked = phrase("asked_runs", lang, **numbers | {"factors": str(len(factor_rows(told.design, lang)))})
    way = f"way_{told.method.name}" + "_dependent" * (told.design.kind == "shapley_dependent")
    said = [asked, phrase(way, lang), _together(told.design, lang), phrase(f"of_{told.statistic}", lang)]
    return " ".join(text for text in said if text)


def _together(design: Design, lang: str) -> str:
    """Which factors were drawn together, and how closely; empty where none were."""
    pairs = [
        phrase("drawn_pair", lang, one=factor_label(a, lang), other=factor_label(b, lang), rho=number(rho, lang))
        for a, b, rho in design.settings.get("dependence", [])
    ]
    return phrase("drawn_together", lang, pairs=listed(pairs, lang)) if pairs else ""


def factor_rows(design: Design, lang: str) -> list[dict[str, str]]:
    """Every factor of a design with its range and, where there are groups, the group that it moves with."""
    rows = [factor_row(factor, lang) for factor in design.factors]
    if design.composition is not None:
        span = phrase("to", lang, low=str(design.composition.low), high=str(design.composition.high))
        label = factor_label(design.composition.path, lang)
        rows.append({"label": label, "path": design.composition.path, "range": span})
    group_of = {path: name for name, paths in design.groups for path in paths}
    for row in rows:
        row["group"] = group_of.get(row["path"], "")
    return rows


def factor_row(factor: Factor, lang: str) -> dict[str, str]:
    """A factor with its range, as a row of the table of factors."""
    return {"label": factor_label(factor.path, lang), "path": factor.path, "range": _range(factor, lang)}


def _range(factor: Factor, lang: str) -> str:
    if isinstance(factor, CoefficientSets):
        words = {"sets": str(len(factor.sets)), "number": str(len(factor.paths)), "name": factor.name}
        return phrase("sets_drawn", lang, **words)
    if factor.low is None or factor.high is None:
        named = ", ".join(choice_label(factor.path, name, lang) for name in factor.choices)
        return named or phrase("yes_or_no", lang)
    low, high = short_number(factor.low, lang), short_number(factor.high, lang)
    span = phrase("to", lang, low=low, high=high)
    unit = factor_unit(factor.path, lang)
    span = f"{span} {unit}" if unit else span
    if factor.median is not None and factor.sigma is not None:
        shape = {"median": short_number(factor.median, lang), "sigma": short_number(factor.sigma, lang)}
        return phrase("lognormal", lang, span=span, **shape)
    return phrase("log", lang, span=span) if factor.distribution == "log" else span


def _section(told: Told, outcome: str, lang: str) -> dict[str, Any]:
    table = told.tables["measures"]
    rows = table[table["outcome"] == outcome].sort_values("rank")
    label = outcome_label(outcome, lang)
    return {
        "outcome": label,
        "sentences": outcome_sentences(table, told.tables["noise"], outcome, told.method, lang),
        "rows": [_row(row, told.method, lang) for _, row in rows.iterrows()],
        "ranking": picture(told.pictures, f"ranking-{outcome}", "figure_ranking", lang, outcome=label),
        "responses": picture(told.pictures, f"responses-{outcome}", "figure_responses", lang, outcome=label),
        "matrix": picture(told.pictures, f"interactions-{outcome}", "figure_interactions", lang, outcome=label),
    }


def _row(row: pd.Series, method: Method, lang: str) -> dict[str, Any]:
    cells = [_cell(row, name, lang) for name in method.shown]
    return {
        "rank": int(row["rank"]),
        "label": factor_label(row["factor"], lang),
        "cells": cells,
        "verdict": phrase(row["verdict"], lang),
        "sure": row["verdict"] in ("decided", "place_open"),
    }


def _cell(row: pd.Series, name: str, lang: str) -> tuple[str, str]:
    low, high = number(row[f"{name}_low"], lang), number(row[f"{name}_high"], lang)
    return number(row[name], lang), phrase("to", lang, low=low, high=high)


def picture(pictures: Mapping[str, bytes], name: str, key: str, lang: str, **parts: str) -> dict[str, str] | None:
    """A figure as it stands inside a page, with its caption; None where there is none."""
    data = pictures.get(name)
    if data is None:
        return None
    source = "data:image/png;base64," + base64.b64encode(data).decode()
    return {"source": source, "text": phrase(key, lang, **parts)}


def _settled(told: Told, lang: str) -> str:
    if "convergence" not in told.tables:
        return ""
    return convergence_sentence(told.tables["convergence"], told.outcomes[0], told.method, lang)


def _pairs(told: Told, lang: str) -> list[dict[str, str]]:
    """The pairs of factors that act together most on the first outcome, where the method tells pairs apart."""
    if "second_order" not in told.tables:
        return []
    table = told.tables["second_order"]
    table = table[(table["outcome"] == told.outcomes[0]) & table["certain"]]
    rows = table.sort_values("S2", ascending=False).head(MOST_PAIRS)
    return [
        {
            "pair": " × ".join(factor_label(row[key], lang) for key in ("factor", "other")),
            "value": number(row["S2"], lang),
            "interval": phrase("to", lang, low=number(row["S2_low"], lang), high=number(row["S2_high"], lang)),
        }
        for _, row in rows.iterrows()
    ]


def failed_sentence(failed: int, runs: int, lang: str) -> str:
    """How many runs failed; empty where none did."""
    if not failed:
        return ""
    if lang == "fr":
        text = f"{count(failed, lang)} simulations sur {count(runs, lang)} ont échoué"
        return text + "\u202f; elles sont comptées et laissées de côté."
    return f"{count(failed, lang)} of {count(runs, lang)} runs failed; they are counted and left out."
