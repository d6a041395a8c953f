"""The tables of docs/validation.md: what the facts say, and how the model stood when it was last held against them."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.designs.coefficients import COEFFICIENTS, SHIPPED
from experiments.evidence import PATTERNS
from sim.parameters import PARAMETERS
from sim.scenario.finding import shipped_folder

RECORD = Path(__file__).resolve().parents[1] / "verdicts.json"
CONCLUSIONS = RECORD.with_name("conclusions.json")
CALIBRATION = shipped_folder() / COEFFICIENTS / f"{SHIPPED}.json"
SAID = {"pass": "in the band", "fail": "**outside**", "undecided": "undecided", "not tested": "not tested"}


def record() -> dict[str, Any]:
    """What `make_validation.py` kept of the last full run."""
    found: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found


def verdicts() -> list[str]:
    """One row a pattern: fact, source, figure with interval, band, verdict."""
    found = {each["id"]: each for each in record()["verdicts"]}
    lines = ["| fact | out there | measured here | here | band | |", "|---|---|---|---|---|---|"]
    for key, pattern in PATTERNS.items():
        each = found.get(key)
        here = _figure(each) if each else "new, not yet run"
        said = SAID[each["verdict"]] if each else ""
        source = f"{pattern.source} ({pattern.status})"
        reason = f" {pattern.reason['en']}" if pattern.reason else ""
        cells = (key, f"{pattern.fact['en']} *{source}*", pattern.statistic["en"] + reason, here, _band(pattern), said)
        lines.append("| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |")
    return lines


def verdict_counts() -> list[str]:
    """How many patterns lie where, when, and by which code."""
    kept = record()
    counts = Counter(each["verdict"] for each in kept["verdicts"])
    told = ", ".join(f"{counts[key]} {SAID[key].strip('*')}" for key in SAID if counts[key])
    runs = f"Run on {kept['date']} with the model `{kept['model']}`"
    return [f"{runs}: of {len(kept['verdicts'])} patterns {told}."]


def _figure(each: dict[str, Any]) -> str:
    if each["statistic"] is None:
        return "–"
    low, high = each["interval"]
    span = "" if low is None or high is None else f" ({low:.2f} to {high:.2f})"
    return f"{each['statistic']:.2f}{span}".replace("-", "−")


def _band(pattern: Any) -> str:
    low, high = pattern.low, pattern.high
    if math.isinf(low) and math.isinf(high):
        return "–"
    said = f"{low:.2f} to {high:.2f}" if math.isfinite(low) and math.isfinite(high) else (
        f"≥ {low:.2f}" if math.isfinite(low) else f"≤ {high:.2f}"
    )  # fmt: skip
    return said.replace("-", "−") + (", clear of chance" if pattern.clear else "")


def _calibration() -> dict[str, Any]:
    return json.loads(CALIBRATION.read_text(encoding="utf-8")) if CALIBRATION.exists() else {}


def calibration_counts() -> list[str]:
    """One sentence: how many sets agree, and what stayed out of reach."""
    found = _calibration()
    if not found:
        return ["Not yet calibrated."]
    beyond = ", ".join(found["out_of_reach"]) or "none"
    noisy = ", ".join(found["not_emulated"]) or "none"
    return [
        f"{found['places']} places of {len(found['coefficients'])} coefficients, then {found['tried']} in waves, "
        f"{found['draws']} situations each: {found['plausible']} agree with every fact in reach, "
        f"{found['sets']} sets are kept. With all but {len(found['moved'])} coefficients put back to what was held "
        f"before, {found['settled']} of {found['settled_tried']} still agree; the medoid of the best quarter is the "
        "first set, and the default.",
        f"The medoid lies outside the band of: {', '.join(found['medoid_outside']) or 'none'}.",
        f"Out of reach of every coefficient: {beyond}. Too noisy to rule places out: {noisy}. Model of these runs: "
        f"`{found['must_match']['model']}`.",
    ]


def calibration() -> list[str]:
    """One row a coefficient: range, default, what the ensemble leaves of the range, whether it would be found again."""
    found = _calibration()
    heads = ("coefficient", "range", "before", "default", "9 in 10 sets lie in", "width left", "found again", "")
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    sets = pd.read_csv(CALIBRATION.with_suffix(".csv")) if found else pd.DataFrame()
    for path in found.get("coefficients", []):
        each = PARAMETERS[path]
        low, high = (_number(value) for value in (each.declaration.low, each.declaration.high))
        inner = [_number(value) for value in sets[path].quantile([0.05, 0.95])]
        said = "constrained" if path in found["constrained"] else "open, moved" if path in found["moved"] else "open"
        numbers = (f"{low} to {high}", _number(each.prior), _number(each.default), " to ".join(inner),
                   f"{found['width'][path]:.2f}",
                   f"{found['recovered'][path]:.2f}".replace("-", "−"))  # fmt: skip
        lines.append(f"| `{path}` | " + " | ".join(numbers) + f" | {said} |")
    return lines


def calibration_bands() -> list[str]:
    """One row a fact that was aimed at: in how many sets it lies in its band."""
    found = _calibration()
    lines = ["| fact | sets in the band |", "|---|---|"]
    return lines + [f"| {name} | {100.0 * share:.0f} % |" for name, share in found.get("in_band", {}).items()]


def _number(value: float) -> str:
    return f"{float(value):.2g}".replace("-", "−") if abs(value) < 100 else f"{float(value):.0f}"


def _stand(which: str) -> list[str]:
    """One row a claim: under how many it stands."""
    rows = json.loads(CONCLUSIONS.read_text(encoding="utf-8"))[which] if CONCLUSIONS.exists() else []
    lines = ["| conclusion | claim | stands | undecided | fails | fails under |", "|---|---|---|---|---|---|"]
    for row in rows:
        claim = "in its band" if row["kind"] == "fact" else f"`{row['outcome']}` {row['kind']}"
        counts = " | ".join(str(row[key]) for key in ("pass", "undecided", "fail"))
        lines.append(f"| {row['conclusion']} | {claim} | {counts} | {row['fails_under'] or '–'} |")
    return lines


def alternatives() -> list[str]:
    """Conclusions under other readings of what is open."""
    return _stand("alternatives")


def sets() -> list[str]:
    """Conclusions over the ensemble of coefficients."""
    return _stand("sets")


MAKERS = {
    "calibration": calibration,
    "calibration_bands": calibration_bands,
    "calibration_counts": calibration_counts,
    "verdicts": verdicts, "verdict_counts": verdict_counts, "conclusions_alternatives": alternatives,
    "conclusions_sets": sets,
}  # fmt: skip
