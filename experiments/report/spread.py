"""The page of a scenario that was run many times, or once: how its outcomes are spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from experiments.report.page import failed_sentence, rendered
from experiments.report.phrases import phrase
from experiments.words import (
    NAMES_ONLY,
    YES_OR_NO,
    count,
    outcome_label,
    outcome_unit,
    percent,
    plain_number,
    step_shares,
)
from sim.outcomes import OUTCOMES


def replicates_page(
    title: str, weeks: int, data: Mapping[str, Any], provenance: Sequence[tuple[str, str]], lang: str = "en"
) -> str:
    """The page as HTML text, from what `alliance run --replicates --json` prints."""
    single = data["runs"] == 1
    lead = phrase(
        "lead_single" if single else "lead_replicates", lang, runs=count(data["runs"], lang), weeks=count(weeks, lang)
    )
    return rendered(
        "replicates.html",
        lang,
        title=title,
        lead=lead,
        failed=failed_sentence(data["failed"], data["runs"], lang),
        sentences=[] if single else _sentences(data["outcomes"], lang),
        groups=[_group(name, data["outcomes"], lang) for name in _groups()],
        provenance=provenance,
    )


def _groups() -> list[str]:
    return list(dict.fromkeys(outcome.group for outcome in OUTCOMES.values()))


def _sentences(found: Mapping[str, Any], lang: str) -> list[str]:
    chances = [_chance(name, found[name], lang) for name in YES_OR_NO]
    shares = {name: step_shares(name, found[name]["shares"], lang) for name in NAMES_ONLY}
    return chances + [
        phrase("shares_of", lang, outcome=outcome_label(name, lang), shares=text) for name, text in shares.items()
    ]


def _chance(name: str, found: Mapping[str, Any], lang: str) -> str:
    share, (low, high) = found["mean"], found["interval"]
    parts = {"share": _share(share, lang), "low": _share(low, lang), "high": _share(high, lang)}
    return phrase("chance_of", lang, outcome=outcome_label(name, lang), **parts)


def _share(value: float | None, lang: str) -> str:
    return "–" if value is None else percent(value, lang)


def _group(group: str, found: Mapping[str, Any], lang: str) -> dict[str, Any]:
    names = [name for name, outcome in OUTCOMES.items() if outcome.group == group and name not in NAMES_ONLY]
    rows = [_row(name, found[name], lang) for name in names]
    return {"name": phrase(f"group_{group}", lang), "rows": rows}


def _row(name: str, found: Mapping[str, Any], lang: str) -> dict[str, str]:
    low, high = (_number(value, lang) for value in found["interval"])
    return {
        "label": outcome_label(name, lang),
        "mean": _number(found["mean"], lang),
        "interval": phrase("to", lang, low=low, high=high),
        "median": _number(found["median"], lang),
        "runs": count(found["runs"], lang),
        "unit": outcome_unit(name, lang),
    }


def _number(value: float | None, lang: str) -> str:
    return "–" if value is None else plain_number(value, lang)
