"""Where studies live on disk: the only room that knows file names."""

from experiments.store.folder import Asked, ResultFolder, open_study
from experiments.store.growing import settle_now
from experiments.store.results import Results, Verification, load, verify

__all__ = ["Asked", "ResultFolder", "Results", "Verification", "load", "open_study", "settle_now", "verify"]
