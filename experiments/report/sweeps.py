"""The page of a sweep: how often and when policy changes, what the alliance adds, how outcomes spread."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from experiments.designs import ARM, ARMS, DRAWN, LISTED, Design
from experiments.report.page import factor_row, failed_sentence, picture, rendered
from experiments.report.phrases import phrase
from experiments.words import (
    count,
    factor_label,
    outcome_label,
    outcome_unit,
    percent,
    plain_number,
    short_number,
    signed_points,
    word,
)

SAID = (24, 48)


@dataclass(frozen=True, slots=True)
class Swept:
    """All that the page of a sweep tells.

    Parameters
    ----------
    tables : mapping
        "distribution", "rates", "hazards", "curve"; "uplift" where there is a twin.
    pictures : mapping
        PNG bytes by the name of the figure.
    facts : mapping
        points, replicates, runs, failed, weeks.
    provenance : sequence of pairs
        What to show at the end: label and text.
    """

    title: str
    design: Design
    outcomes: Sequence[str]
    tables: Mapping[str, pd.DataFrame]
    pictures: Mapping[str, bytes]
    facts: Mapping[str, int]
    provenance: Sequence[tuple[str, str]]


def sweep_page(told: Swept, lang: str = "en") -> str:
    """The page as HTML text: no link, no script, nothing from elsewhere."""
    numbers = {key: count(value, lang) for key, value in told.facts.items()}
    kind = phrase(f"kind_{told.design.kind}", lang)
    responses = next((name for name in told.pictures if name.startswith("responses-")), "")
    return rendered(
        "sweep.html",
        lang,
        title=phrase("title_sweep", lang, title=told.title),
        asked=phrase("asked_sweep_twin" if told.design.twin else "asked_sweep", lang, kind=kind, **numbers),
        twin=phrase("asked_twin", lang) if told.design.twin else "",
        factors=_factors(told.design, lang),
        failed=failed_sentence(told.facts["failed"], told.facts["runs"], lang),
        sentences=rate_sentences(told.tables, lang),
        rates=_rates(told.tables["rates"], "months", lang),
        hazards=_rates(told.tables["hazards"], "year", lang),
        uplift=_uplift(told.tables, lang),
        change=picture(told.pictures, "change", "figure_change", lang),
        survival=picture(told.pictures, "survival", "figure_survival", lang),
        hazard_figure=picture(told.pictures, "hazards", "figure_hazards", lang),
        spread=picture(told.pictures, "distribution", "figure_distribution", lang),
        rows=_spread(told, lang),
        along=picture(told.pictures, responses, "figure_responses", lang, outcome=_outcome_of(responses, lang)),
        noise=picture(told.pictures, "noise", "figure_noise", lang),
        limits=_limits(told.design, lang),
        provenance=told.provenance,
    )


def rate_sentences(tables: Mapping[str, pd.DataFrame], lang: str) -> list[str]:
    """What came out, in a few sentences: rates by month 24 and 48, and what the alliance adds."""
    rates = tables["rates"]
    kept = rates[(rates["clock"] == "start") & rates["months"].isin(SAID) & rates["share"].notna()]
    told = [_rate_sentence(row, lang) for row in kept.to_dict("records")]
    added = tables.get("uplift")
    if added is None:
        return told
    kept = added[(added["clock"] == "start") & added["uplift"].notna()]
    return told + [text for row in kept.to_dict("records") for text in _uplift_sentences(row, lang)]


def _rate_sentence(row: Mapping[Any, Any], lang: str) -> str:
    return phrase(
        "rate_said", lang, arm=phrase(f"arm_{row[ARM]}", lang), month=str(row["months"]), **_span(row, "share", lang)
    )


def _span(row: Mapping[Any, Any], name: str, lang: str) -> dict[str, str]:
    return {"share": percent(row[name], lang), "low": percent(row["low"], lang), "high": percent(row["high"], lang)}


def _uplift_sentences(row: Mapping[Any, Any], lang: str) -> list[str]:
    clear = row["low"] > 0.0 or row["high"] < 0.0
    low, high = signed_points(row["low"], lang), signed_points(row["high"], lang)
    words = {"low": low, "high": high, "month": str(row["months"]), "pairs": count(row["pairs"], lang)}
    said = phrase(
        "uplift_said" if clear else "uplift_unclear", lang, points=signed_points(row["uplift"], lang), **words
    )
    return [said, phrase("same_said", lang, share=percent(row["same"], lang), month=str(row["months"]))]


def _rates(table: pd.DataFrame, name: str, lang: str) -> list[dict[str, str]]:
    rows = table[table["share"].notna()].to_dict("records")
    return [
        {
            "clock": word(f"clock_{row['clock']}", lang),
            "arm": word(row[ARM], lang),
            "when": str(row[name]),
            "share": _exact_percent(row["share"], lang),
            "interval": phrase(
                "to", lang, low=_exact_percent(row["low"], lang), high=_exact_percent(row["high"], lang)
            ),
            "runs": count(row["runs"], lang),
        }
        for row in rows
    ]


def _exact_percent(share: float, lang: str) -> str:
    """A share in percent with one decimal: hazards of a few percent need it."""
    if not math.isfinite(share):
        return "–"
    text = f"{100.0 * share:.1f}"
    return f"{text.replace('.', ',')}\u202f%" if lang == "fr" else f"{text}%"


def _uplift(tables: Mapping[str, pd.DataFrame], lang: str) -> list[dict[str, str]]:
    if "uplift" not in tables:
        return []
    rows = tables["uplift"][tables["uplift"]["uplift"].notna()].to_dict("records")
    return [
        {
            "clock": word(f"clock_{row['clock']}", lang),
            "months": str(row["months"]),
            "uplift": signed_points(row["uplift"], lang, 1),
            "interval": phrase(
                "to", lang, low=signed_points(row["low"], lang, 1), high=signed_points(row["high"], lang, 1)
            ),
            "pairs": count(row["pairs"], lang),
        }
        for row in rows
    ]


def _spread(told: Swept, lang: str) -> list[dict[str, str]]:
    table = told.tables["distribution"]
    rows = []
    for name in told.outcomes:
        for arm in ARMS:
            kept = table[(table["outcome"] == name) & (table[ARM] == arm)]
            rows += [_spread_row(row, name, lang) for row in kept.to_dict("records")]
    return rows


def _spread_row(row: Mapping[Any, Any], name: str, lang: str) -> dict[str, str]:
    low, high, below, above = (_number(row[key], lang) for key in ("low", "high", "q05", "q95"))
    return {
        "label": outcome_label(name, lang),
        "arm": word(row[ARM], lang),
        "mean": _number(row["mean"], lang),
        "interval": phrase("to", lang, low=low, high=high),
        "median": _number(row["median"], lang),
        "nine": phrase("to", lang, low=below, high=above),
        "runs": count(row["runs"], lang),
        "unit": outcome_unit(name, lang),
    }


def _number(value: float, lang: str) -> str:
    return plain_number(value, lang) if math.isfinite(value) else "–"


def _factors(design: Design, lang: str) -> list[dict[str, str]]:
    rows = [factor_row(factor, lang) for factor in design.factors]
    if design.kind == LISTED:
        rows = [row | {"range": phrase("from_the_table", lang)} for row in rows]
    if design.composition is not None:
        made = design.composition
        low, high = short_number(made.low, lang), short_number(made.high, lang)
        label = factor_label(made.path, lang)
        rows.append({"label": label, "path": made.path, "range": phrase("sectors_drawn", lang, low=low, high=high)})
    return rows


def _outcome_of(figure: str, lang: str) -> str:
    return outcome_label(figure.removeprefix("responses-"), lang) if figure else ""


def _limits(design: Design, lang: str) -> list[str]:
    chosen = "limit_sweep" if design.kind in DRAWN else "limit_chosen"
    return [phrase(key, lang) for key in ("limit_one_model", chosen, "clock_note", "limit_fixed")]
