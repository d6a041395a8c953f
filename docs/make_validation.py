"""Holds the model against every fact anew and writes docs/validation.md: python docs/make_validation.py

Takes some four minutes on two cores. `docs/verdicts.json` keeps the figures of that run with the code that gave them;
the table of the page is made from it. With a path, the verdicts of a validation that was just made are taken over:
`alliance validate --out DIR` leaves them in `DIR/verdicts.json`.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the model beside this folder, wherever one stands

from docs.making.pages import DOCS, filled  # noqa: E402
from experiments.studies.validating import Validation, answer, asked_patterns, validate  # noqa: E402
from sim.compiled import CODE_HASH  # noqa: E402

KEPT = ("id", "statistic", "interval", "runs", "verdict")


def main() -> None:
    found = json.loads(Path(sys.argv[1]).read_text("utf-8")) if sys.argv[1:] else answer(validate(asked()))
    verdicts = [{key: _short(each[key]) for key in KEPT} for each in found]
    record = {"model": CODE_HASH, "date": dt.date.today().isoformat(), "verdicts": verdicts}
    (DOCS / "verdicts.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    (DOCS / "validation.md").write_text(filled("validation.md"), encoding="utf-8")
    print("docs/validation.md")


def asked() -> Validation:
    """Every pattern in full size."""
    return Validation(asked_patterns([]))


def _short(value: object) -> object:
    """Numbers with as many digits as mean anything."""
    if isinstance(value, list):
        return [_short(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
