"""What is done with the model: designs, ensembles, analyses, figures, reports and studies.

Names are handed on when they are asked for, so that `import experiments` stays quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from experiments.ensemble import evaluate
    from experiments.store import load

__all__ = ["evaluate", "load"]

_HOMES = {"evaluate": "experiments.ensemble", "load": "experiments.store"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
