"""The reference: one table for everything that is declared."""

from __future__ import annotations

from docs.making.parts import shown, span, table
from sim.declare import OFFICES, SKILLS
from sim.events import CAUSES, EVENT_KINDS, REASONS
from sim.kinds import KINDS
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.rules.words import PHASES, STAGES, TACTICS
from sim.week import printed_week

ROLES = {
    "lever": "Levers: what an alliance chooses",
    "context": "Contexts: what it meets",
    "coefficient": "Coefficients: how strongly each rule works",
}
GROUPS = {
    "policy": "Policy", "alliance": "The alliance and its members", "effort": "Effort",
    "context": "What was reached around it", "start": "Starting conditions as they turned out",
}  # fmt: skip
ENDLESS = 1e9


def parameter_tables() -> list[str]:
    """One table a role; coefficients without a meaning of their own show their name only."""
    lines = []
    for role, title in ROLES.items():
        chosen = [each for each in PARAMETERS.values() if each.role == role]
        lines += [f"## {title} ({len(chosen)})", ""]
        rows = [
            (f"`{p.path}`", shown(p.default), span(p), p.declaration.en, p.declaration.meaning, p.declaration.source)
            for p in chosen
        ]
        lines += table(("path", "default", "values", "label", "meaning", "source"), rows)
    return lines


def outcome_tables() -> list[str]:
    """One table a group."""
    lines = [f"## Outcomes ({len(OUTCOMES)})", ""]
    lines += ["Columns of every table of runs. *Missing* is an empty cell, never zero.", ""]
    for group, title in GROUPS.items():
        rows = [
            (
                f"`{each.name}`",
                f"{each.low:g} to {each.high:g}" if each.high < ENDLESS else f"from {each.low:g}",
                each.unit, "can be" if each.optional else "", each.en, each.meaning, each.source,
            )
            for each in OUTCOMES.values()
            if each.group == group
        ]  # fmt: skip
        lines += [f"### {title}", "", *table(("name", "values", "unit", "missing", "label", "meaning", "source"), rows)]
    return lines


def kind_tables() -> list[str]:
    """What each kind brings; one table for traits, one for skills, one for access."""
    lines = [f"## Kinds of organisation ({len(KINDS)})", ""]
    lines += ["Defaults of a kind; a scenario may set each for one body.", ""]
    traits = [
        (f"`{k.name}`", k.family, k.sector, k.scope, f"{k.hours_per_week:g}", f"{k.money_per_year:g}",
         f"{k.representativeness:g}", f"{k.credibility:g}", f"{k.unlikeliness:g}", k.meaning, k.source)
        for k in KINDS.values()
    ]  # fmt: skip
    heads = ("kind", "family", "sector", "scope", "hours a week", "money a year (thousand)", "representativeness",
             "credibility", "unlikeliness", "meaning", "source")  # fmt: skip
    lines += table(heads, traits)
    lines += ["Skills, 0 to 1:", ""]
    lines += table(("kind", *SKILLS), [(f"`{k.name}`", *(f"{x:g}" for x in k.skills)) for k in KINDS.values()])
    lines += ["Access by office, 0 to 1:", ""]
    return lines + table(("kind", *OFFICES), [(f"`{k.name}`", *(f"{x:g}" for x in k.access)) for k in KINDS.values()])


def event_tables() -> list[str]:
    """What a run's story is made of."""
    lines = ["## Events", ""]
    lines += ["Lines of a run's story; the weight says how much an event matters.", ""]
    rows = [(f"`{each.name}`", each.weight, each.en, each.fr) for each in EVENT_KINDS]
    lines += table(("name", "weight", "sentence", "phrase"), rows)
    lines += ["Causes that an event may name:", ""]
    lines += table(("name", "in words", "en mots"), [(f"`{c.name}`", c.en, c.fr) for c in CAUSES if c.en])
    lines += ["Reasons that `alliance run --explain` may give:", ""]
    rows = [(f"`{each.name}`", each.sort, each.en, each.fr) for each in REASONS]
    return lines + table(("name", "sort", "in words", "en mots"), rows)


def reference() -> str:
    """The whole page."""
    lines = [
        "# Reference", "",
        "Made from the declarations by `python docs/make_reference.py`; do not edit by hand. `alliance parameters` and",
        "`alliance outcomes` print the same on a terminal, also in French and as JSON. Sources: `S` is a row of the",
        "guide, `A` a published fact, `J` a numbered judgement ([assumptions.md](assumptions.md)).", "",
        "## The week", "", "```text", printed_week(), "```", "",
        f"Phases of an alliance: {', '.join(PHASES)}. Stages of a policy: {', '.join(STAGES)}.",
        f"Kinds of activity: {', '.join(TACTICS)}.", "",
        *parameter_tables(), *outcome_tables(), *kind_tables(), *event_tables(),
    ]  # fmt: skip
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"
