"""Small exact runs: no change of results goes unnoticed or unsaid."""

from __future__ import annotations

import pytest

from tests.fingerprints.refresh import moved
from tests.fingerprints.taking import SCENARIOS, kept, taken

MEND = """{name} gives other results than on file: {moved}.
If that is meant, run `python -m tests.fingerprints.refresh` and add an entry under "Results change" in CHANGELOG.md;
if it is not, the last edit changed the science by mistake."""


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_run_is_bit_for_bit_that_on_file(name):
    before, now = kept().get(name), taken(name)
    assert now == before, MEND.format(name=name, moved=moved(before, now))
