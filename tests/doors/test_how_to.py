"""The how-to for Mesa users, as somebody types it: every block of it runs, one after the other."""

from __future__ import annotations

import re
import warnings

from tests.support import ROOT

PAGE = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
MESA = PAGE[PAGE.index("## For Mesa users") :]


def typed():
    """What is known and what was printed after all blocks were typed into one session."""
    known, said = {"__name__": "typed"}, []
    known["print"] = lambda *words: said.append(words)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for block in re.findall(r"```python\n(.*?)```", MESA, flags=re.S):
            exec(compile(block, "docs/how-to.md", "exec"), known)  # noqa: S102
    return known, said


def test_what_the_how_to_says_can_be_typed():
    known, said = typed()
    assert said[0][:2] == (52, True)
    assert said[1][0].keys() >= {"NGO", "CSO", "Donor", "PowerHolder"}
    rows = known["rows"]
    assert [(row["meeting_interval"], row["rng"]) for row in rows] == [(1, 1), (4, 1), (1, 2), (4, 2)]
    attendance, adopted, ministers = said[-1]
    assert 0.0 <= attendance <= 1.0 and adopted == 0.0 and ministers == 1


def test_what_it_says_that_agents_show_exists():
    known, _ = typed()
    row = next(line for line in MESA.splitlines() if line.startswith("| what an agent shows"))
    names = re.findall(r"`([a-z_ ]+)` exist on every agent", row)[0].split()
    assert len(names) > 10
    assert all(hasattr(agent, name) for agent in known["model"].agents for name in names)
