"""What a parameter, an outcome, a kind and an event *are*: the words, never the values.

Every number that a user can meet is declared once with these words. Validation, factor distributions, sliders, the
documentation tables and the messages for a wrong value are all read from the declaration.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROLES = ("lever", "context", "coefficient")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a parameter that is chosen from a list: its name in files and its two labels."""

    name: str
    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """All that is said of one parameter except where it lives.

    Parameters
    ----------
    role : "lever", "context" or "coefficient"
        What the alliance chooses, what it meets, or how strongly a rule works.
    low, high : float or None
        The admitted range, ends included; None for choices and yes-or-no.
    scale : "linear" or "log"
        How a factor spreads over the range: uniform in the value, or in its logarithm.
    dated : bool
        Whether a calendar may change it on a date: rules ask for it every week.
    prior : float or None
        What was held before the calibration, where that moved it; None where the default is what was held.
    measured : bool
        Whether somebody measured it itself, so that no calibration may move it.
    """

    role: str
    low: float | None
    high: float | None
    choices: tuple[Choice, ...]
    unit: str
    en: str
    fr: str
    meaning: str
    source: str
    scale: str
    dated: bool
    prior: float | None = None
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared number or choice, found by its dotted path."""

    path: str
    name: str
    type: str
    default: Any
    declaration: Declaration

    @property
    def role(self) -> str:
        """Lever, context or coefficient."""
        return self.declaration.role

    @property
    def prior(self) -> Any:
        """What was held of it before the calibration: the default, unless that moved it."""
        return self.default if self.declaration.prior is None else self.declaration.prior

    @property
    def choice_names(self) -> tuple[str, ...]:
        """Names admitted in a file, in code order; empty for numbers."""
        return tuple(choice.name for choice in self.declaration.choices)

    def expected(self) -> str:
        """What a value must be, in words fit for an error message."""
        declaration = self.declaration
        if self.type == "choice":
            return "one of " + ", ".join(self.choice_names)
        if self.type == "boolean":
            return "true or false"
        word = "a whole number" if self.type == "integer" else "a number"
        unit = f" {declaration.unit}" if declaration.unit else ""
        return f"{word} from {declaration.low:g} to {declaration.high:g}{unit}"

    def problem(self, value: Any) -> str | None:
        """None if `value` is admitted; otherwise what was expected."""
        return None if self._admits(value) else self.expected()

    def _admits(self, value: Any) -> bool:
        if self.type == "choice":
            return isinstance(value, str) and value in self.choice_names
        if self.type == "boolean":
            return isinstance(value, bool)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        if self.type == "integer" and value != int_or_nan(value):
            return False
        low, high = self.declaration.low, self.declaration.high
        return low is not None and high is not None and low <= value <= high

    def code(self, value: Any) -> float:
        """The number under which rules meet `value`: the place of a choice, 0 or 1, or the number itself."""
        if self.type == "choice":
            return self.choice_names.index(value)
        return int(value) if self.type in ("boolean", "integer") else float(value)

    def value(self, code: float) -> Any:
        """The value that stands behind a number: the inverse of `code`."""
        if self.type == "choice":
            return self.choice_names[int(code)]
        if self.type == "boolean":
            return bool(code)
        return int(code) if self.type == "integer" else float(code)

    def describe(self) -> dict[str, Any]:
        """The stable record that `alliance parameters --json` prints."""
        declaration = self.declaration
        return {
            "path": self.path,
            "role": declaration.role,
            "type": self.type,
            "low": declaration.low,
            "high": declaration.high,
            "choices": list(self.choice_names),
            "default": self.default,
            "unit": declaration.unit,
            "scale": declaration.scale,
            "en": declaration.en,
            "fr": declaration.fr,
            "meaning": declaration.meaning,
            "source": declaration.source,
        }


def int_or_nan(value: float) -> float:
    """The whole part of a finite number, and NaN for the rest, so that comparing never raises."""
    return int(value) if value - value == 0 else float("nan")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A measure of a finished run: one column of the runs table."""

    name: str
    group: str
    unit: str
    low: float
    high: float
    en: str
    fr: str
    meaning: str
    source: str
    optional: bool

    def describe(self) -> dict[str, Any]:
        """The stable record that `alliance outcomes --json` prints."""
        return dataclasses.asdict(self)


def outcome(
    name: str,
    group: str,
    *,
    en: str,
    fr: str,
    meaning: str,
    source: str,
    unit: str = "",
    low: float = 0.0,
    high: float = 1.0,
    optional: bool = False,
) -> Outcome:
    """Declare an outcome; `optional` ones are missing (NaN) where the run gives no answer."""
    return Outcome(name, group, unit, low, high, en, fr, meaning, source, optional)


def _field(role: str, default: Any, words: Mapping[str, Any]) -> Any:
    choices = tuple(Choice(*each) for each in words.get("choices", ()))
    declaration = Declaration(
        role=role,
        low=words.get("low"),
        high=words.get("high"),
        choices=choices,
        unit=words.get("unit", ""),
        en=words["en"],
        fr=words["fr"],
        meaning=words["meaning"],
        source=words["source"],
        scale=words.get("scale", "linear"),
        dated=words.get("dated", False),
        prior=words.get("prior"),
        measured=words.get("measured", False),
    )
    return dataclasses.field(default=default, metadata={"declaration": declaration})


def lever(default: Any, **words: Any) -> Any:
    """Declare what an alliance can choose; the words are those of `Declaration`."""
    return _field("lever", default, words)


def context(default: Any, **words: Any) -> Any:
    """Declare what an alliance meets."""
    return _field("context", default, words)


def coefficient(default: Any, **words: Any) -> Any:
    """Declare how strongly a rule works."""
    return _field("coefficient", default, words)


def type_of(default: Any, declaration: Declaration) -> str:
    """The type of a parameter, read from its default and its list of choices."""
    if declaration.choices:
        return "choice"
    if isinstance(default, bool):
        return "boolean"
    return "integer" if isinstance(default, int) else "real"


def declared(section: str, holder: type) -> list[Parameter]:
    """The parameters that a dataclass declares, in order, under the dotted path of its section."""
    found = []
    for field in dataclasses.fields(holder):
        declaration = field.metadata["declaration"]
        kind = type_of(field.default, declaration)
        found.append(Parameter(f"{section}.{field.name}", field.name, kind, field.default, declaration))
    return found


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organisation: what it brings unless a scenario says otherwise.

    Hours a week and thousands of money a year are what one body can spare for an alliance; the rest are shares, 0 to 1.
    `skills` and `access` follow the orders `SKILLS` and `OFFICES`.
    """

    name: str
    family: str
    sector: str
    scope: str
    en: str
    fr: str
    hours_per_week: float
    money_per_year: float
    representativeness: float
    credibility: float
    unlikeliness: float
    small: bool
    skills: tuple[float, ...]
    access: tuple[float, ...]
    meaning: str
    source: str


FAMILIES = ("NGO", "CSO", "Donor", "Government", "Knowledge", "Business", "Media", "Opponent")
SECTORS = ("civil", "people", "donors", "knowledge", "faith", "business", "state", "media")
SCOPES = ("international", "national", "local")
SKILLS = ("evidence", "policy", "convening", "media", "mobilisation", "delivery", "fundraising", "administration")
OFFICES = ("executive", "minister", "official", "legislator", "local_authority", "candidate")


def kind(name: str, *, skills: Mapping[str, float], access: Sequence[float], **words: Any) -> Kind:
    """Declare a kind of organisation; skills not named are those of an ordinary office, 0.25.

    `access` gives the chance-like ease of reaching executive, minister, official, legislator and local authority;
    a candidate is reached as easily as a legislator.
    """
    unknown = set(skills) - set(SKILLS)
    if unknown:
        raise ValueError(f"kind {name}: no such skill: {', '.join(sorted(unknown))}")
    ordered = tuple(float(skills.get(each, 0.25)) for each in SKILLS)
    reach = (*map(float, access), float(access[3]))
    words.setdefault("small", words["money_per_year"] < 3.0)
    return Kind(name=name, skills=ordered, access=reach, **words)
