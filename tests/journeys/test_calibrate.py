"""`alliance calibrate` on a stand-in for the model of which everything is known."""

from __future__ import annotations

import dataclasses
import functools
import json
import shutil

import numpy as np
import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.studies.calibrating as job
from alliance.cli import main
from experiments.analysis.fit import recovery
from experiments.analysis.matching import Aim
from experiments.designs import crossed, factor, lhs
from experiments.evidence import PATTERNS
from experiments.evidence.contract import Pattern, both
from experiments.evidence.measuring import mean
from experiments.studies.calibrating import Calibration, Waves, calibrate, settle
from experiments.studies.opening import Manner
from experiments.studies.placing import at_priors, place_of
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario import load_scenario

NAMES = list(OUTCOMES)
ACTS, HELPS, DEAD = "coefficient.trust_ratio", "coefficient.obstacle_mean", "coefficient.home_pull"


def place(points, path):
    """Where a coefficient lies in its declared range, 0 to 1."""
    declaration = PARAMETERS[path].declaration
    return (points[PARAMETERS[path].name] - declaration.low) / (declaration.high - declaration.low)


def known(blueprint, points, numbers, seed, out):
    """Attendance is one coefficient, participation another minus the first, each with luck; all else is nothing."""
    luck = np.array([np.random.default_rng([seed, int(number)]).random(2) for number in numbers]) - 0.5
    out[:] = 0.0
    out[:, NAMES.index("attendance")] = place(points, ACTS) + 0.1 * luck[:, 0]
    out[:, NAMES.index("participation")] = place(points, HELPS) + 0.1 * luck[:, 1]


def fact(name, outcome, low, high):
    """A fact about the mean of an outcome in the reference ensemble."""
    told = both("text", "texte")
    return Pattern(name, told, "s", "V", "reference", told, lambda arms: mean(arms["with"][outcome]), low, high)


@pytest.fixture(scope="module")
def stand_in():
    with pytest.MonkeyPatch.context() as patch:
        yield asked_of_stand_in(patch)


def asked_of_stand_in(monkeypatch):
    """What is asked of the stand-in, which takes the model's place."""
    monkeypatch.setattr(ensemble_room, "prepare", lambda *_, **__: None)
    monkeypatch.setattr(ensemble_room, "simulate", known)
    aimed = {
        "one": fact("one", "attendance", 0.3, 0.5),
        "two": fact("two", "participation", 0.6, 0.8),
        "far": fact("far", "attendance", 5.0, 6.0),
    }
    for name, pattern in aimed.items():
        monkeypatch.setitem(PATTERNS, name, pattern)
    monkeypatch.setattr(job, "AIMED", tuple(aimed))
    monkeypatch.setattr(job, "recovery", functools.partial(recovery, trials=40))  # each trial makes an emulator
    return Calibration(coefficients=(ACTS, HELPS, DEAD), chosen=3, places=128, draws=16, members=40)


@pytest.fixture(scope="module")
def fitted(stand_in, tmp_path_factory):
    """A finished calibration, its folder and what it said; a test that writes into it takes a copy."""
    root = tmp_path_factory.mktemp("calibrated") / "fit"
    return root, calibrate(stand_in, root)


def test_known_coefficients_are_found_and_what_nothing_tells_stays_open(fitted):
    root, data = fitted
    effects = pd.read_csv(root / "screening.csv")
    assert list(effects["coefficient"])[-1] == DEAD and effects["strength"].iloc[-1] < 0.05
    assert data["out_of_reach"] == ["far"], "a fact that no coefficient can bring about is said to be so"
    assert data["agree"] and set(data["constrained"]) == {ACTS, HELPS} and data["unconstrained"] == [DEAD]
    sets = pd.read_csv(root / "posterior.csv")
    for path, low, high in ((ACTS, 0.3, 0.5), (HELPS, 0.6, 0.8)):
        declaration = PARAMETERS[path].declaration
        places = (sets[path] - declaration.low) / (declaration.high - declaration.low)
        assert places.min() > low - 0.1 and places.max() < high + 0.1  # three errors of a mean over 32 lucks
    assert data["recovered"][ACTS] > 0.9 and abs(data["recovered"][DEAD]) < 0.5
    assert sets.iloc[0].to_dict() == data["medoid"], "the medoid is the first set"
    assert data["settled"] == data["settled_tried"] and data["medoid_outside"] == ["far"]
    assert data["medoid"][DEAD] == pytest.approx(PARAMETERS[DEAD].prior), "what nothing tells is left as it was held"


def test_what_was_run_is_not_run_again_and_gives_the_same(stand_in, fitted, tmp_path, monkeypatch):
    shutil.copytree(fitted[0], tmp_path / "fit")
    first = fitted[1]
    kept = {path: path.read_bytes() for path in (tmp_path / "fit").glob("*.csv")}

    def never(*_):
        raise AssertionError("run again")

    monkeypatch.setattr(ensemble_room, "simulate", never)
    assert calibrate(stand_in, tmp_path / "fit") == first
    assert kept == {path: path.read_bytes() for path in (tmp_path / "fit").glob("*.csv")}


def test_the_ensemble_serves_as_coefficients_of_a_study(fitted, capsys):
    sets = str(fitted[0] / "posterior.csv")
    assert main(["run", "minimal", "-r", "16", "--coefficients", sets, "--json", "-q"]) == 0
    assert json.loads(capsys.readouterr().out)["coefficients"]["sets"] == 4


def test_the_command_tells_it(stand_in, fitted, tmp_path, monkeypatch, capsys):
    shutil.copytree(fitted[0], tmp_path / "told")
    monkeypatch.setattr(job, "Calibration", lambda *words, **more: dataclasses.replace(stand_in))
    assert main(["calibrate", "--out", str(tmp_path / "told"), "-q", "--lang", "fr"]) == 0
    said = capsys.readouterr().out
    assert "Hors de portée de tout coefficient" in said and "ouvert" in said and DEAD in said
    assert main(["calibrate", "gorgia", "--out", str(tmp_path / "none")]) == 2
    assert "did you mean georgia" in capsys.readouterr().err and not (tmp_path / "none").exists()


def test_every_place_meets_every_draw_on_the_same_chance():
    draws = lhs([factor("context.controversy")], 5, seed=1).with_twin()
    found = crossed(draws, [factor(ACTS)], np.array([[0.0], [0.5], [1.0]]))
    assert (found.draws, len(found), found.own_chance) == (15, 30, True)
    chance = found.chance(np.arange(30), np.zeros(30, dtype=int), 1)
    assert [list(arm[:, 0]) for arm in found.by_arm(chance)] == [list(range(5)) * 3] * 2
    codes = [found.by_arm(column)[:, :, 0] for column in found.codes().T]  # (arms, draws)
    np.testing.assert_array_equal(codes[0][:, :5], codes[0][:, 10:])
    declaration = PARAMETERS[ACTS].declaration
    assert set(codes[1][0, :5]) == {declaration.low} and set(codes[1][0, 10:]) == {declaration.high}
    np.testing.assert_array_equal(codes[0][0], codes[0][1])


def test_a_calibration_starts_from_what_was_held_before_and_not_from_its_own_result(monkeypatch):
    one = PARAMETERS[ACTS]
    moved = dataclasses.replace(one, declaration=dataclasses.replace(one.declaration, prior=2.25))
    monkeypatch.setitem(PARAMETERS, ACTS, moved)
    scenario = load_scenario("minimal")
    assert at_priors(scenario, []).parameters.as_dict()[ACTS] == 2.25 != scenario.parameters.as_dict()[ACTS]
    moved_too = at_priors(scenario, [factor(ACTS)]).parameters.as_dict()
    assert moved_too[ACTS] == scenario.parameters.as_dict()[ACTS], "what is moved is left to the places"


def test_what_was_measured_itself_is_not_calibrated():
    assert PARAMETERS["coefficient.estimate_optimism"].declaration.measured
    assert "coefficient.estimate_optimism" not in Calibration().coefficients


@pytest.mark.parametrize("path", [ACTS, "coefficient.pause_before_amendment", HELPS])
def test_the_declared_value_is_found_in_its_range(path):
    one = factor(path)
    assert one.codes(np.array([place_of(one)]))[0] == pytest.approx(PARAMETERS[path].default)


def test_what_agreement_needs_keeps_its_place_and_all_else_goes_back(monkeypatch, tmp_path):
    """A fact needs the second and third of three coefficients where they were found: both are let go, in the order in
    which they would be found again, and the first, that no fact needs, is put back."""
    factors = [factor(path) for path in (DEAD, ACTS, HELPS)]
    asked = Calibration(coefficients=(ACTS, HELPS, DEAD), places=40)
    places = np.random.default_rng(1).random((30, 3))
    prior = np.array([place_of(one) for one in factors])
    one = np.ones(1)
    aim = Aim(0.9 * one, np.inf * one, 0.01 * one, one > 0.0, one > 0.0)

    def measured(patterns, factors, places, root, manner, draws):
        kept = np.all(places[:, 1:] != prior[1:], axis=1)
        return kept[:, None].astype(float), 0.01 * one

    monkeypatch.setattr(job, "measure", measured)
    found = Waves(places, np.ones((30, 1)), np.zeros((30, 1)))
    settled, moved = settle(asked, factors, aim, found, [1, 2, 0], 1, tmp_path, Manner())
    assert moved == [1, 2] and settled.kept.all() and (settled.places[:, 0] == prior[0]).all()
