"""The page of a validation: how the model stands against each published fact."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from experiments.evidence import FAIL, NOT_TESTED, PASS, UNDECIDED, Verdict
from experiments.report.page import picture, rendered
from experiments.report.phrases import phrase
from experiments.words import number, word

KEYS = {PASS: "pass", FAIL: "fail", UNDECIDED: "undecided", NOT_TESTED: "not_tested"}


def validation_page(
    verdicts: Sequence[Verdict],
    pictures: Mapping[str, bytes],
    quick: bool,
    provenance: Sequence[tuple[str, str]],
    lang: str = "en",
) -> str:
    """The page as HTML text: no link, no script, nothing from elsewhere."""
    return rendered(
        "validation.html",
        lang,
        title=phrase("title_validation", lang),
        summary=summary(verdicts, quick, lang),
        figures=[picture(pictures, name, "figure_validation", lang) for name in pictures],
        rows=[row(each, lang) for each in verdicts],
        failed="",
        provenance=provenance,
    )


def summary(verdicts: Sequence[Verdict], quick: bool, lang: str) -> str:
    """How many patterns pass, fail, stay open and are not tested."""
    counts = {key: str(sum(each.verdict == verdict for each in verdicts)) for verdict, key in KEYS.items()}
    said = phrase("validation_summary", lang, **counts, patterns=str(len(verdicts)))
    return f"{said} {phrase('validation_quick', lang)}" if quick else said


def row(verdict: Verdict, lang: str) -> dict[str, Any]:
    """One pattern as a row of the table."""
    pattern = verdict.pattern
    tested = math.isfinite(verdict.value)
    low, high = number(verdict.low, lang), number(verdict.high, lang)
    return {
        "id": pattern.id, "fact": pattern.fact[lang], "source": pattern.source, "status": pattern.status,
        "measured": pattern.statistic[lang], "reason": (pattern.reason or {}).get(lang, ""),
        "experiment": pattern.experiment if pattern.measure else "", "value": number(verdict.value, lang),
        "interval": phrase("to", lang, low=low, high=high) if tested else "",
        "band": band(pattern.low, pattern.high, lang),
        "verdict": word(f"verdict_{KEYS[verdict.verdict]}", lang), "sure": verdict.verdict == PASS,
    }  # fmt: skip


def band(low: float, high: float, lang: str) -> str:
    """A band in words: from, up to, or between."""
    if math.isinf(low) and math.isinf(high):
        return "–"
    if math.isinf(high):
        return f"≥ {number(low, lang)}"
    if math.isinf(low):
        return f"≤ {number(high, lang)}"
    return phrase("to", lang, low=number(low, lang), high=number(high, lang))
