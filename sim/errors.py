"""The few errors that users meet; each knows its exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what a user gave: where, what, what was expected, and the nearest name.

    `line` counts from 1 and is 0 where a file has none (a missing file, a value given on the command line).
    """

    file: str
    line: int
    key: str
    value: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f"{place}: {self.key}" if self.key else place
        said = f"{self.value}; " if self.value else ""
        mend = f"; did you mean {self.nearest}?" if self.nearest else ""
        return f"{where}: {said}{self.expected}{mend}"

    def describe(self) -> dict[str, Any]:
        """The stable record that `alliance check --json` prints."""
        return asdict(self)


class AllianceError(Exception):
    """What a user can mend; `exit_code` is the contract's."""

    exit_code = 1


class BadInput(AllianceError):
    """Something given by the user cannot be used; carries every problem found, not the first only."""

    exit_code = 2

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ProvenanceMismatch(AllianceError):
    """A stored study was made by other code, another scenario or another environment."""

    exit_code = 4


class ResultsInUse(AllianceError):
    """Another process is writing to this results directory."""

    exit_code = 5


class IntegrityAlarm(AllianceError):
    """Stored bytes differ from what was written, or a repeated run gave other numbers."""

    exit_code = 6


class StorageTrouble(AllianceError):
    """The disk is full, read-only or refuses a file."""

    exit_code = 7
