"""Where studies live on disk: the only room that knows file names."""

from experiments.store.adding import Addition, add_to, must_be_whole
from experiments.store.folder import Asked, ResultFolder, open_study
from experiments.store.growing import settle_now
from experiments.store.results import Results, Verification, load, verify

__all__ = [
    "Addition", "Asked", "ResultFolder", "Results", "Verification", "add_to", "load", "must_be_whole", "open_study",
    "settle_now", "verify",
]  # fmt: skip
