"""Single values: what a written number, text, yes-or-no, choice or date is, and how to mend a wrong one."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sim.declare import Parameter

DIGITS = re.compile(r"[+-]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
LEADING_ZERO = re.compile(r"[-+]?0\d+", re.ASCII)
OTHER_BASE = re.compile(r"[-+]?0[oxb][0-9a-fA-F]+", re.ASCII)
NOT_FINITE = re.compile(r"[-+]?\.?(inf|infinity|nan)", re.IGNORECASE)
UNDERSCORES = re.compile(r"[-+]?\d[\d_]*_[\d_]*(\.\d+)?", re.ASCII)
COMMA = re.compile(r"[-+]?\d+,\d+", re.ASCII)
PERCENT = re.compile(r"[-+]?\d+(\.\d+)?\s*%", re.ASCII)
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
ALMOST_TRUE = ("yes", "on", "y", "1", "oui", "vrai")
ALMOST_FALSE = ("no", "off", "n", "0", "non", "faux")
EMPTY = ("", "~", "null", "Null", "NULL")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
MONTH_DAY = 15
WEEK = re.compile(r"w(\d{1,4})", re.ASCII)
SPAN = re.compile(r"(\d{1,4})\s*([ymw])", re.ASCII)
MOST_LIKELY_YEARS = 20
LONGEST_NUMBER = 40
LONGEST_TEXT = 200
LONGEST_NOTE = 4000


class Wrong(Exception):
    """A value that cannot be used: what was expected, and the nearest thing that could."""

    def __init__(self, expected: str, nearest: str = ""):
        super().__init__(expected)
        self.expected, self.nearest = expected, nearest


@dataclass(frozen=True, slots=True)
class Word:
    """A written value without its place."""

    text: str
    plain: bool


Reader = Callable[[Word], Any]


def number(low: float, high: float, unit: str = "", whole: bool = False) -> Reader:
    """A reader of numbers within a range, ends included."""
    kind = "a whole number" if whole else "a number"
    least, most = (str(int(end)) if whole else f"{end:.10g}" for end in (low, high))
    expected = f"expected {kind} from {least} to {most}{' ' + unit if unit else ''}"

    def read(word: Word) -> float:
        value = read_number(word, expected)
        if whole and DIGITS.fullmatch(word.text):
            value = int(word.text)  # a seed may have more digits than a float holds
        if (whole and value != int(value)) or not low <= value <= high:
            raise Wrong(expected)
        return int(value) if whole else value

    return read


def read_number(word: Word, expected: str) -> float:
    """A finite number written in the plain way: digits, a point, perhaps an exponent."""
    text = word.text
    if not word.plain:
        raise Wrong(f"{expected}, without quotes")
    if LEADING_ZERO.fullmatch(text) or OTHER_BASE.fullmatch(text):
        raise Wrong(f"{expected}, in ordinary digits without a leading zero")
    if len(text) > LONGEST_NUMBER or not DECIMAL.fullmatch(text):
        raise Wrong(expected + _number_mend(text))
    value = float(text)
    if not math.isfinite(value):
        raise Wrong(f"{expected}; this one is too large to compute with")
    return value


def _number_mend(text: str) -> str:
    """What to change in a text that was meant as a number; empty where it says nothing."""
    if NOT_FINITE.fullmatch(text):
        return "; it must be finite"
    if UNDERSCORES.fullmatch(text):
        return "; leave the underscores out"
    if COMMA.fullmatch(text):
        return "; write the decimals after a point"
    if PERCENT.fullmatch(text):
        return "; write a share, such as 0.5 for 50 %"
    return ""


def truth(word: Word) -> bool:
    """Reads true or false; nothing else stands for them."""
    if word.plain and word.text in TRUTHS:
        return TRUTHS[word.text]
    lowered = word.text.lower()
    if lowered in TRUTHS:
        raise Wrong("expected true or false, without quotes" if not word.plain else "expected true or false")
    mend = "true" if lowered in ALMOST_TRUE else "false" if lowered in ALMOST_FALSE else ""
    raise Wrong("expected true or false", mend)


def choice(names: Sequence[str]) -> Reader:
    """A reader of one name out of a list."""

    def read(word: Word) -> str:
        if word.text in names:
            return word.text
        raise Wrong("expected one of " + ", ".join(names), closest(word.text, names))

    return read


def closest(word: str, names: Iterable[str], cutoff: float = 0.6) -> str:
    """The name that a word most resembles, however it is capitalised; empty if none comes close."""
    lowered = {name.lower(): name for name in names}
    close = difflib.get_close_matches(word.lower(), list(lowered), n=1, cutoff=cutoff)
    return lowered[close[0]] if close else ""


def reads_as_another(text: str) -> str:
    """What a plain word reads as instead of a text, such as "a number"; empty where it is a text."""
    if text in EMPTY:
        return "nothing"
    if text in TRUTHS:
        return "true or false"
    looks = (DECIMAL, LEADING_ZERO, OTHER_BASE, NOT_FINITE)
    return "a number" if any(look.fullmatch(text) for look in looks) else ""


def text(longest: int = LONGEST_TEXT) -> Reader:
    """A reader of texts of one character at least."""

    def read(word: Word) -> str:
        other = reads_as_another(word.text) if word.plain else ""
        if other:
            raise Wrong(f"expected a text; without quotes this reads as {other}")
        content = word.text.strip()
        if not content or len(content) > longest:
            raise Wrong(f"expected a text of 1 to {longest} characters")
        return content

    return read


def line_of_text(word: Word) -> str:
    """Reads a text that stands on one line: a name or an id."""
    content: str = text()(word)
    if "\n" in content:
        raise Wrong("expected a text on one line")
    return content


def parameter(declared: Parameter) -> Reader:
    """A reader of the values that one declared parameter admits."""
    declaration = declared.declaration
    if declared.type == "choice":
        return choice(declared.choice_names)
    if declared.type == "boolean":
        return truth
    assert declaration.low is not None and declaration.high is not None
    return number(declaration.low, declaration.high, declaration.unit, whole=declared.type == "integer")


def day(word: Word) -> dt.date:
    """Reads a date; one known to the month only is taken as the 15th."""
    expected = "expected a date such as 2012-10-01, or 2012-10 where only the month is known"
    known = DAY.fullmatch(word.text)
    month = MONTH.fullmatch(word.text)
    parts = known.groups() if known else (*month.groups(), MONTH_DAY) if month else None
    if parts is None:
        raise Wrong(expected)
    try:
        return dt.date(*map(int, parts))
    except ValueError as error:
        raise Wrong(f"expected a date that exists: {error}") from error


def full_day(word: Word) -> dt.date:
    """Reads the day on which a scenario starts."""
    found = day(word)
    if not DAY.fullmatch(word.text) or not 1900 <= found.year <= 2200:
        raise Wrong("expected a full date from 1900 to 2200, such as 2010-01-04")
    return found


def week_number(word: Word) -> int | None:
    """The week in `w26`; None where the word is no week."""
    found = WEEK.fullmatch(word.text)
    return int(found.group(1)) if found else None


def span(low: int, high: int) -> Reader:
    """A reader of lengths of time in weeks, written `5y`, `24m` or `260w`; a year counts 52 weeks."""
    expected = f"expected a length of time such as 5y, 24m or 260w, from {low} to {high} weeks"

    def read(word: Word) -> int:
        found = SPAN.fullmatch(word.text)
        if found is None:
            raise Wrong(expected, _with_unit(word.text))
        weeks = _weeks(int(found.group(1)), found.group(2))
        if not low <= weeks <= high:
            raise Wrong(f"{expected}; this is {weeks}")
        return weeks

    return read


def _with_unit(text: str) -> str:
    """A bare number as a length of time: a small one meant years, a large one weeks; else empty."""
    if not (text.isascii() and text.isdigit()):
        return ""
    return f"{text}y" if int(text) <= MOST_LIKELY_YEARS else f"{text}w"


def _weeks(count: int, unit: str) -> int:
    return {"y": count * 52, "m": (count * 52 + 6) // 12, "w": count}[unit]
