"""One run of a stored study by itself: the same bits, its story, or its failure once more."""

from __future__ import annotations

import json

import numpy as np
import pytest

import experiments.ensemble as ensemble_room
from alliance.cli import main
from experiments.store import load
from sim.outcomes import OUTCOMES

SWEEP = """
scenario: minimal
design: lhs
samples: 6
replicates: 2
twin: true
factors: {context.controversy: {}, alliance.messenger: {}, composition.sectors: {low: 2, high: 5}}
outcomes: [trust_mean]
"""


@pytest.fixture
def swept(tmp_path, capsys):
    path, root = tmp_path / "study.yaml", tmp_path / "swept"
    path.write_text(SWEEP, encoding="utf-8")
    assert main(["sweep", str(path), "--out", str(root), "-q"]) == 0
    capsys.readouterr()
    return root


def test_any_run_of_a_study_comes_again_to_the_bit(swept, capsys):
    """Runs of both arms, with a composition, a choice and chance of their own, beside the stored rows."""
    stored = load(swept).runs.set_index(["design_point", "replicate"])
    for point, replicate in ((0, 0), (5, 1), (8, 1)):
        assert main(["replay", str(swept), f"{point}.{replicate}", "--json"]) == 0
        data = json.loads(capsys.readouterr().out)
        row = stored.loc[(point, replicate)]
        assert data["equal"] is True and data["alliance"] is (point % 2 == 0)
        assert data["values"]["alliance.messenger"] == row["alliance.messenger"]
        found = [np.nan if data["outcomes"][name] is None else data["outcomes"][name] for name in OUTCOMES]
        np.testing.assert_array_equal(found, row[list(OUTCOMES)].to_numpy(float))


def test_a_run_is_told_as_a_story(swept, capsys):
    assert main(["replay", str(swept), "2.1", "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "simulation 2.1" in told and "context.controversy" in told and "au bit près" in told
    assert sum(line[:2] == "20" for line in told.splitlines()) > 3, "no dated story"


@pytest.mark.parametrize("which", ["12.0", "0.2", "3", "a.b", "-1.0", "1.2.3"])
def test_a_run_that_is_not_there_is_refused(swept, capsys, which):
    assert main(["replay", str(swept), "--", which]) == 2
    assert "from 0.0 to 11.1" in capsys.readouterr().err


def test_a_study_of_other_code_is_refused_unless_accepted(swept, capsys, monkeypatch):
    import experiments.studies.opening as opening_room

    now = opening_room.must_match()
    monkeypatch.setattr(opening_room, "must_match", lambda: now | {"model": "another"})
    assert main(["replay", str(swept), "0.0"]) == 4
    assert "model was" in capsys.readouterr().err
    assert main(["replay", str(swept), "0.0", "--accept-code-change"]) == 0
    capsys.readouterr()


def test_a_failed_run_is_named_with_the_command_that_shows_it_fail_again(tmp_path, capsys, monkeypatch):
    """The model divides by nothing in one run: the row says so, and the printed command fails alike, with exit 3."""
    real = ensemble_room.simulate

    def once(blueprint, points, numbers, seed, out):
        if (np.asarray(numbers) == 5).any() and len(numbers) == 1:
            raise ZeroDivisionError("division by zero")
        if (np.asarray(numbers) == 5).any():
            raise ValueError("one of these")
        real(blueprint, points, numbers, seed, out)

    monkeypatch.setattr(ensemble_room, "simulate", once)
    root = tmp_path / "failing"
    assert main(["run", "minimal", "-r", "8", "--out", str(root), "-q"]) == 3
    command = capsys.readouterr().err.splitlines()[-1].split()
    assert command[:2] == ["alliance", "replay"] and command[-1] == "0.5"
    assert main(["results", str(root)]) == 0
    assert " ".join(command) in capsys.readouterr().out
    assert main(command[1:]) == 3
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err
    assert main(["replay", str(root), "0.4"]) == 0
    capsys.readouterr()
