"""What a trade-off demonstration says: read from its file, checked at once, and said back as plain data."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments.analysis.contrasts import Claim
from experiments.designs import Design, stated
from experiments.studies.asking import (
    MOST_REPLICATES,
    MOST_SEED,
    SCHEMA_VERSION,
    Study,
    settings_by_path,
    told_scenario,
)
from experiments.words import choice_label, short_number
from sim.errors import BadInput, Problem
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, full_path, nearest
from sim.scenario import Scenario, refused_factor, resolved
from sim.scenario.finding import shipped_folder
from sim.scenario.levers import READERS
from sim.scenario.nodes import Node, Scalar, Table, brief, join, read_nodes
from sim.scenario.reading import NodeReader, Reading, by_name, listing, read_entries, scalar, table
from sim.scenario.values import DECIMAL, Word, Wrong, choice, closest, number, text

FOLDER = "tradeoffs"
JOB = "tradeoff"
MOST_LEVELS, MOST_ARMS, MOST_OUTCOMES, MOST_CLAIMS = 12, 4, 2, 12
SENTENCES = 2
REPLICATES = 1000
ONLY_ARM = "all"
LONGEST_SENTENCE = 400
NAME = re.compile(r"[Tt]0*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Option:
    """A level of the lever, or an arm in which all levels are tried: its name, its words, what it sets."""

    name: str
    words: Mapping[str, str]
    values: Mapping[str, Any]

    def describe(self) -> dict[str, Any]:
        """The option as a file says it, without its name."""
        return {**self.words, "set": dict(self.values)}


ONLY = Option(ONLY_ARM, {"en": "", "fr": ""}, {})


@dataclass(frozen=True, slots=True)
class Tradeoff(Study):
    """A demonstration: one lever at several levels, in one context or two, and what is claimed to be seen.

    Parameters
    ----------
    code : str
        "T1" to "T12", or a word of one's own.
    titles, axis : mapping
        Texts by language: the name of the demonstration; what stands under the picture.
    explanation : mapping
        Two sentences by language.
    lever : str
        Dotted path of the parameter whose values the levels are; "" where each level says what it sets.
    levels, arms : tuple of Option
        What is compared, and in which contexts.
    claims : tuple of Claim
        What the runs must show.
    against : str
        The level from which paired differences are drawn; "" where the means themselves are drawn.
    """

    code: str = ""
    titles: Mapping[str, str] = ()  # type: ignore[assignment]
    explanation: Mapping[str, tuple[str, ...]] = ()  # type: ignore[assignment]
    axis: Mapping[str, str] = ()  # type: ignore[assignment]
    lever: str = ""
    levels: tuple[Option, ...] = ()
    arms: tuple[Option, ...] = ()
    claims: tuple[Claim, ...] = ()
    against: str = ""

    @property
    def measured(self) -> tuple[str, ...]:
        """The outcomes that are drawn, and those that only a claim speaks of."""
        return tuple(dict.fromkeys([*self.outcomes, *(claim.outcome for claim in self.claims)]))

    def design(self) -> Design:
        """Every level in every arm, arm by arm."""
        rows = [{**arm.values, **level.values} for arm in self.arms for level in self.levels]
        return stated(rows, self.scenario.parameters)

    def describe(self) -> dict[str, Any]:
        """The demonstration as plain data that says everything; written as YAML it is its file again."""
        levels: list[Any] = [level.describe() | {"name": level.name} for level in self.levels]
        if self.lever:
            levels = [level.values[self.lever] for level in self.levels]
        data = {"schema_version": SCHEMA_VERSION, "job": JOB, "tradeoff": self.code, "name": self.name}
        data |= {"title": dict(self.titles), "axis": dict(self.axis)}
        data["explanation"] = {lang: list(sentences) for lang, sentences in self.explanation.items()}
        data |= {"replicates": self.replicates, "seed": self.seed}
        data |= {"lever": self.lever} if self.lever else {}
        data |= {"levels": levels} | ({"against": self.against} if self.against else {})
        if self.arms != (ONLY,):
            data["arms"] = {arm.name: arm.describe() for arm in self.arms}
        data |= {"outcomes": list(self.outcomes), "claims": [_claim_said(claim) for claim in self.claims]}
        return data | {"scenario": resolved(self.scenario)}

    def label(self, option: Option, lang: str) -> str:
        """What a reader sees of a level or an arm: its words, or its value."""
        if option.words:
            return option.words[lang]
        value = option.values[self.lever]
        if PARAMETERS[self.lever].type in ("boolean", "choice"):
            return choice_label(self.lever, str(value), lang)
        return short_number(float(value), lang)


def shipped_tradeoffs() -> dict[str, Path]:
    """The demonstrations that travel with the program, by code, T1 first."""
    found = {}
    for path in sorted((shipped_folder() / FOLDER).glob("t*.yaml")):
        code = NAME.match(path.stem)
        if code:
            found[f"T{int(code.group(1))}"] = path
    return found


def find_tradeoff(said: str | os.PathLike[str]) -> Path | None:
    """The file behind a path, a code in any spelling (T1, t01), or the name of a shipped one; None if there is none."""
    path, shipped = Path(said), shipped_tradeoffs()
    if path.is_file():
        return path if is_tradeoff(path) else None
    code = NAME.fullmatch(os.fspath(said))
    if code:
        return shipped.get(f"T{int(code.group(1))}")
    return next((each for each in shipped.values() if each.stem == os.fspath(said)), None)


def is_tradeoff(path: Path) -> bool:
    """A demonstration is told from other studies by its key `tradeoff`."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return any(line.startswith("tradeoff:") for line in lines)


def missing_tradeoff(said: str) -> Problem:
    """What to say where a name leads to no demonstration."""
    codes = list(shipped_tradeoffs())
    expected = f"no such trade-off; expected one of {', '.join(codes)}, or the path of a file with `tradeoff:`"
    return Problem(said, 0, "", "", expected, closest(said.upper(), codes))


def read_tradeoff(said: str | os.PathLike[str]) -> Tradeoff:
    """The demonstration of a code, a name or a path; BadInput with every problem, each at its line."""
    path = find_tradeoff(said)
    if path is None:
        raise BadInput(missing_tradeoff(os.fspath(said)))
    shown = os.fspath(said) if Path(said) == path else path.name
    tree, problems = read_nodes(path.read_bytes(), shown)
    if tree is None:
        raise BadInput(problems)
    reading = Reading(problems=problems)
    made = _made(tree, path, reading)
    if reading.problems or made is None:
        raise BadInput(sorted(reading.problems, key=lambda problem: problem.line))
    return made


# What a file says, value by value ---------------------------------------------------------------------------------


def level_name(said: str) -> str:
    """The name of a level: a number without needless digits, else the word as it stands."""
    return f"{float(said):.12g}" if DECIMAL.fullmatch(said) else said


def _plain_word(word: Word) -> str:
    if not word.text.strip() or "\n" in word.text:
        raise Wrong("expected a name or a number")
    return level_name(word.text.strip())


_NAMED = scalar(_plain_word)
_SENTENCE = scalar(text(LONGEST_SENTENCE))
_TEXT = scalar(text())
_IN_BOTH = table({"en": _TEXT, "fr": _TEXT}, required=("en", "fr"))


def _two_sentences(node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
    said: tuple[str, ...] | None = listing(_SENTENCE, SENTENCES, "write two sentences")(node, key, reading)
    if said is not None and len(said) != SENTENCES:
        reading.refuse(node, key, "expected a list of two sentences")
        return None
    return said


_ARM = table({"en": _TEXT, "fr": _TEXT, "set": settings_by_path}, required=("en", "fr", "set"))
_LEVEL = table(
    {"name": _NAMED, "en": _TEXT, "fr": _TEXT, "set": settings_by_path}, required=("name", "en", "fr", "set")
)


def _level(node: Node, key: str, reading: Reading) -> Node | dict[str, Any] | None:
    """A level that says what it sets, or the bare value of the lever, read once the lever is known."""
    if isinstance(node, Scalar):
        return node
    found: dict[str, Any] | None = _LEVEL(node, key, reading)
    return found


def _outcome(node: Node, key: str, reading: Reading) -> str | None:
    name: str | None = _TEXT(node, key, reading)
    if name is not None and name not in OUTCOMES:
        reading.refuse(node, key, "no such outcome", closest(name, OUTCOMES))
        return None
    return name


def _reference(group: str, reader: NodeReader) -> NodeReader:
    def read(node: Node, key: str, reading: Reading) -> str | None:
        name: str | None = reader(node, key, reading)
        if name is not None:
            reading.refer(group, name, node.place, key)
        return name

    return read


_ARM_NAME = _reference("arm", _TEXT)
_LEVELS_NAMED = listing(_reference("level", _NAMED), 3, "name two levels, or three for a peak")
ARM_KEYS = {
    "peak": ("arm",), "rises": ("arm",), "falls": ("arm",),
    "crossing": ("rises_in", "falls_in"), "stronger": ("in", "than_in"),
}  # fmt: skip
_CLAIM: dict[str, NodeReader] = dict.fromkeys(ARM_KEYS, _outcome)
_CLAIM |= {key: _ARM_NAME for keys in ARM_KEYS.values() for key in keys} | {"levels": _LEVELS_NAMED}


def _claim(node: Node, key: str, reading: Reading) -> Claim | None:
    """One claim: its kind with the outcome, the arms that this kind needs, the levels."""
    said: dict[str, Any] | None = table(_CLAIM, required=("levels",))(node, key, reading)
    if said is None or not isinstance(node, Table):
        return None
    kinds = [kind for kind in ARM_KEYS if kind in node.entries]
    if len(kinds) != 1:
        reading.report(node.place, key, ", ".join(kinds), f"expected one of {', '.join(ARM_KEYS)} with an outcome")
        return None
    kind, needed = kinds[0], ARM_KEYS[kinds[0]]
    for name, entry in node.entries.items():
        if name in _CLAIM and name not in (kind, *needed, "levels"):
            reading.report(entry.place, join(key, name), "", f"{kind} has no such key; expected {', '.join(needed)}")
    if needed != ("arm",):
        for name in (each for each in needed if each not in node.entries):
            reading.report(node.place, join(key, name), "", f"missing; expected `{name}:` here")
    wanted = 3 if kind == "peak" else 2
    if "levels" in said and len(said["levels"]) != wanted:
        reading.report(node.entries["levels"].place, join(key, "levels"), "", f"expected {wanted} levels")
    arms = tuple(said.get(name, ONLY_ARM) for name in needed)
    return Claim(kind, said.get(kind, ""), arms, said.get("levels", ()))


def _claim_said(claim: Claim) -> dict[str, Any]:
    """A claim as a file says it."""
    arms = dict(zip(ARM_KEYS[claim.kind], claim.arms, strict=True))
    return {claim.kind: claim.outcome, **arms, "levels": list(claim.levels)}


FIELDS: dict[str, NodeReader] = {
    "schema_version": scalar(number(SCHEMA_VERSION, SCHEMA_VERSION, whole=True)),
    "job": scalar(choice((JOB,))),
    "tradeoff": _NAMED,
    "name": _TEXT,
    "title": _IN_BOTH,
    "axis": _IN_BOTH,
    "explanation": table({"en": _two_sentences, "fr": _two_sentences}, required=("en", "fr")),
    "replicates": scalar(number(2, MOST_REPLICATES, whole=True)),
    "seed": scalar(number(0, MOST_SEED, whole=True)),
    "lever": _TEXT,
    "levels": listing(_level, MOST_LEVELS, "name two levels or more"),
    "against": _reference("level", _NAMED),
    "arms": by_name(_TEXT, _ARM),
    "outcomes": listing(_outcome, MOST_OUTCOMES, "name one outcome or two"),
    "claims": listing(_claim, MOST_CLAIMS, "say what the runs must show"),
}
REQUIRED = ("tradeoff", "title", "axis", "explanation", "levels", "outcomes", "claims", "scenario")


# What the values say of one another -------------------------------------------------------------------------------


def _made(tree: Table, path: Path, reading: Reading) -> Tradeoff | None:
    for name in (each for each in REQUIRED if each not in tree.entries):
        reading.report(tree.place, name, "", f"missing; expected `{name}:` here")
    entry = tree.entries.pop("scenario", None)
    said = read_entries(tree, "", FIELDS, reading)
    scenario, found = (None, []) if entry is None else told_scenario(entry.node, path)
    reading.problems += found
    if any(name not in said for name in REQUIRED if name != "scenario"):
        return None
    lever = _lever(tree, said, reading)
    levels, arms = _levels(tree, said["levels"], lever, reading), _arms(tree, said.get("arms"), reading)
    reading.settle("level", [each.name for each in levels], "no such level")
    reading.settle("arm", [each.name for each in arms], "no such arm; expected a name from `arms`")
    if scenario is None or reading.problems:
        return None
    _settle_parameters(scenario, tree, lever, reading)
    return Tradeoff(
        name=said.get("name", path.stem), scenario=scenario, job=JOB, method="", samples=1,
        replicates=said.get("replicates", REPLICATES), seed=said.get("seed", 1), outcomes=said["outcomes"],
        code=said["tradeoff"], titles=said["title"], explanation=said["explanation"], axis=said["axis"], lever=lever,
        levels=levels, arms=arms, claims=said["claims"], against=said.get("against", ""),
    )  # fmt: skip


def _lever(tree: Table, said: Mapping[str, Any], reading: Reading) -> str:
    """The dotted path of the lever whose bare values the levels are; empty where there is none."""
    if "lever" not in said:
        return ""
    path = full_path(said["lever"])
    if path is None:
        reading.refuse(tree.entries["lever"].node, "lever", "no such parameter", nearest(said["lever"]))
    return path or ""


def _levels(tree: Table, said: tuple[Any, ...], lever: str, reading: Reading) -> tuple[Option, ...]:
    found = [_option(each, f"levels[{number}]", lever, reading) for number, each in enumerate(said)]
    levels = tuple(each for each in found if each is not None)
    names = [each.name for each in levels]
    if len(names) < 2 or len(set(names)) < len(names):
        _refuse(tree, "levels", "expected two levels or more, each of its own name", reading)
    return levels


def _option(said: Node | dict[str, Any], key: str, lever: str, reading: Reading) -> Option | None:
    if isinstance(said, dict):
        whole = all(word in said for word in ("name", "en", "fr", "set"))
        return Option(said["name"], {"en": said["en"], "fr": said["fr"]}, said["set"]) if whole else None
    assert isinstance(said, Scalar)
    if not lever:
        reading.refuse(said, key, "a bare value needs a `lever:`; else say name, en, fr and set")
        return None
    value = READERS[lever](said, key, reading)
    return None if value is None else Option(level_name(said.text.strip()), {}, {lever: value})


def _arms(tree: Table, said: Mapping[str, dict[str, Any]] | None, reading: Reading) -> tuple[Option, ...]:
    """The arms of a file; one that changes nothing where it names none."""
    if said is None:
        return (ONLY,)
    if not 0 < len(said) <= MOST_ARMS:
        _refuse(tree, "arms", f"expected 1 to {MOST_ARMS} arms; leave the key out where there is one only", reading)
    whole = {name: arm for name, arm in said.items() if all(word in arm for word in ("en", "fr", "set"))}
    return tuple(Option(name, {"en": arm["en"], "fr": arm["fr"]}, arm["set"]) for name, arm in whole.items())


def _refuse(tree: Table, key: str, expected: str, reading: Reading) -> None:
    entry = tree.entries[key]
    reading.report(entry.place, key, brief(entry.node), expected)


def _settle_parameters(scenario: Scenario, tree: Table, lever: str, reading: Reading) -> None:
    """Refuse parameters that the scenario makes idle."""
    places = {each.name: (each.place, each.key) for each in reading.references if each.group == "parameter"}
    if lever:
        places[lever] = (tree.entries["lever"].place, "lever")
    for path, (place, key) in places.items():
        reason = refused_factor(scenario, path)
        if reason:
            reading.report(place, key, path, f"cannot be varied here: {reason}")


def check_tradeoff(said: str | os.PathLike[str]) -> list[Problem]:
    """Everything that is wrong with the file of a demonstration, by line; empty where it can be used."""
    try:
        read_tradeoff(said)
        return []
    except BadInput as error:
        return error.problems
