"""What is known of alliances elsewhere, and how the model's own runs stand beside it."""

from experiments.evidence.contract import (
    FAIL,
    NOT_TESTED,
    PASS,
    UNDECIDED,
    VERDICTS,
    Arms,
    Pattern,
    Sample,
    Verdict,
    experiments_of,
    judge,
    samples_of,
)
from experiments.evidence.patterns import PATTERNS

__all__ = [
    "FAIL", "NOT_TESTED", "PASS", "PATTERNS", "UNDECIDED", "VERDICTS", "Arms", "Pattern", "Sample", "Verdict",
    "experiments_of", "judge", "samples_of",
]  # fmt: skip
