"""What the README shows works; the pages themselves are held by tests/docs."""

import re

from sim.scenario import check_text
from tests.support import ROOT


def test_the_scenario_of_the_readme_is_fine():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (scenario,) = re.findall(r"```yaml\n(.*?)```", text, re.S)
    assert not check_text(scenario)
