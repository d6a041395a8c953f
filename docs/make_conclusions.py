"""Which conclusions stand under other readings, and over the ensemble of coefficients: python docs/make_conclusions.py

Takes some ten minutes on two cores. `docs/conclusions.json` keeps the counts with the code that gave them; two tables
of docs/validation.md are made from it.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the model beside this folder, wherever one stands

from docs.making.evidence import CONCLUSIONS  # noqa: E402
from docs.making.pages import DOCS, filled  # noqa: E402
from experiments.designs.coefficients import read_sets  # noqa: E402
from experiments.studies.alternatives import (  # noqa: E402
    Alternative,
    across,
    headline_patterns,
    read_alternatives,
    sets_as_alternatives,
    stands,
)
from experiments.studies.demonstration import read_tradeoff, shipped_tradeoffs  # noqa: E402
from sim.compiled import CODE_HASH  # noqa: E402


def main() -> None:
    record = {"model": CODE_HASH, "date": dt.date.today().isoformat()}
    record |= {
        "alternatives": counted(read_alternatives()),
        "sets": counted(sets_as_alternatives(read_sets("posterior"))),
    }
    CONCLUSIONS.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (DOCS / "validation.md").write_text(filled("validation.md"), encoding="utf-8")
    print("docs/validation.md")


def counted(alternatives: tuple[Alternative, ...]) -> list[dict[str, Any]]:
    """Under how many of them each conclusion stands."""
    studies = [read_tradeoff(code) for code in shipped_tradeoffs()]
    table = across(studies, headline_patterns(), alternatives, say=print)
    rows: list[dict[str, Any]] = stands(table).to_dict("records")
    return rows


if __name__ == "__main__":
    main()
