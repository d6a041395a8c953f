"""`alliance validate`: fresh runs, every pattern measured as it says, from the runs that it keeps."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest

import experiments.studies.validating as job
from alliance.cli import main
from experiments.evidence import PATTERNS, Pattern, Sample, judge, samples_of
from experiments.evidence.contract import STATUSES, both
from experiments.evidence.modules import MODULES
from experiments.store import load
from experiments.studies.arms import read_experiment
from experiments.studies.validating import Validation, asked_patterns, validate
from sim.errors import BadInput

KEYS = {"id", "fact", "source", "status", "statistic", "interval", "band", "verdict"}


def test_every_pattern_says_all_of_itself_in_both_languages():
    for pattern in PATTERNS.values():
        assert pattern.status in STATUSES and pattern.source, pattern.id
        for text in (pattern.fact, pattern.statistic, *([pattern.reason] if pattern.reason else [])):
            assert set(text) == {"en", "fr"} and all(text.values()), pattern.id
        assert pattern.low <= pattern.high
        assert pattern.measure is not None or pattern.reason, f"{pattern.id}: not tested, without a reason"


def test_every_fact_of_the_evidence_has_a_pattern():
    """A1 to A49 but A22, which does not exist, and the three cases."""
    facts = {key.split(" ")[0] for key in PATTERNS}
    assert {f"A{k}" for k in range(1, 50)} - {"A22", "A43"} <= facts
    assert "A3b" in facts and {"GE", "PE", "ZM"} <= facts  # A43 asks for the sign of A42


@pytest.mark.parametrize("name", sorted({pattern.experiment for pattern in PATTERNS.values()} - set(MODULES)))
def test_arms_of_an_experiment_meet_the_same_draws_and_chance(name):
    """Only what an arm says differs: shared factors have the same values, run by run."""
    designs = [study.design() for study in read_experiment(name).arms.values()]
    first = designs[0]
    for other in designs[1:]:
        assert (len(other), other.kind, other.own_chance) == (len(first), first.kind, first.own_chance)
        np.testing.assert_array_equal(first.unit, other.unit)


def pattern(measure, low=-math.inf, high=math.inf, clear=False):
    return Pattern("X", both("f", "f"), "s", "V", "none", both("m", "m"), measure, low, high, clear)


def normal(mean, draws=400, seed=3):
    """One arm whose column has this mean and standard deviation one: its mean is known to 0.05."""
    values = np.random.default_rng(seed).standard_normal((draws, 1))
    return {"all": Sample({"y": values - values.mean() + mean})}


@pytest.mark.parametrize(
    ("low", "high", "clear", "verdict"),
    [
        (-1.0, 1.0, False, "pass"),
        (0.0, 1.0, False, "pass"),  # the point on the edge
        (0.02, 1.0, False, "undecided"),  # the interval of half-width 0.1 reaches the band, the point does not
        (0.5, 1.0, False, "fail"),
        (-0.02, 1.0, True, "undecided"),  # the whole interval is asked for and leaves the band
        (-0.5, 1.0, True, "pass"),
    ],
)
def test_verdicts_follow_the_point_and_the_interval(low, high, clear, verdict):
    found = judge(pattern(lambda arms: float(arms["all"]["y"].mean()), low, high, clear), normal(0.0))
    assert found.verdict == verdict
    assert found.high - found.low == pytest.approx(2 * 1.96 / 20, rel=0.15)  # theory: sd 1, 400 draws


def test_replicates_of_a_draw_hang_together_in_the_interval():
    """Ten copies of each draw add nothing: the interval is that of the draws alone."""
    one = normal(0.0, 100)["all"]["y"]
    many = {"all": Sample({"y": np.repeat(one, 10, axis=1)})}
    measure = pattern(lambda arms: float(arms["all"]["y"].mean()))
    alone, copied = judge(measure, {"all": Sample({"y": one})}), judge(measure, many)
    assert (alone.low, alone.high) == pytest.approx((copied.low, copied.high), abs=1e-12)


def test_what_cannot_be_measured_is_not_tested():
    assert judge(pattern(None), {}).verdict == "not tested"
    found = judge(pattern(lambda arms: math.nan, 0.0, 1.0), normal(0.0))
    assert found.verdict == "not tested" and found.unmeasured == 200


def test_a_failed_run_is_no_run_without_change():
    runs = pd.DataFrame({"design_point": [0, 0, 1, 1], "replicate": [0, 1, 0, 1], "seed": 1})
    runs = runs.assign(status=["ok", "failed"] * 2, error=["", "x"] * 2, policy_changed=[1.0, 0.0, 0.0, 0.0])
    sample = samples_of(runs, 2)["with"]
    np.testing.assert_array_equal(sample["policy_changed"], [[1.0, np.nan], [0.0, np.nan]])


@pytest.fixture
def few(monkeypatch):
    """Three patterns of two experiments and a module, in few draws."""
    monkeypatch.setattr(job, "FEWEST", 12)
    monkeypatch.setattr(job, "QUICK", 50)
    return Validation(asked_patterns(["A1", "A33", "A47"]), quick=True)


def test_a_verdict_can_be_measured_again_from_the_runs_that_are_kept(few, tmp_path):
    """Independent code: pandas alone, from the stored runs of A1, and from the table of the module."""
    root = tmp_path / "kept"
    found = {verdict.pattern.id: verdict for verdict in validate(few, root)}
    runs = load(root / "reference" / "all").runs
    with_it = runs[runs["arm"] == "with"]
    clock, change = with_it["agreement_week"], with_it["weeks_to_change"]
    counted = clock.notna() & ~(change < clock)
    share = ((change - clock) <= 208)[counted].mean()
    assert found["A1"].value == pytest.approx(share, abs=1e-12)
    moved = pd.read_csv(root / "modules" / "advice-anywhere.csv")["moved"]
    assert found["A33 weight"].value == pytest.approx(moved.mean(), abs=1e-12)
    told = json.loads((root / "verdicts.json").read_text(encoding="utf-8"))
    assert KEYS <= set(told[0]) and [each["id"] for each in told] == [each.id for each in few.patterns]
    page = (root / "report.html").read_text(encoding="utf-8")
    assert "60 % of campaigns" in page and page.count("data:image/png") == 1
    with pytest.raises(BadInput, match="holds a validation already"):
        validate(few, root)


def test_it_reruns_and_an_interrupted_one_goes_on(few, tmp_path, monkeypatch):
    """Verdicts of a second call come from new runs; a folder without verdicts keeps its chunks."""
    first = [verdict.value for verdict in validate(few)]
    assert first == [verdict.value for verdict in validate(few)]
    root, real, seen = tmp_path / "cut", job.judge, []

    def once(*words, **more):
        seen.append(1)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return real(*words, **more)

    monkeypatch.setattr(job, "judge", once)
    with pytest.raises(KeyboardInterrupt):
        validate(few, root)
    before = {path: path.stat().st_mtime_ns for path in (root / "reference").rglob("*.parquet")}
    assert before and not (root / "verdicts.json").exists()
    monkeypatch.setattr(job, "judge", real)
    assert [verdict.value for verdict in validate(few, root)] == first
    assert before == {path: path.stat().st_mtime_ns for path in (root / "reference").rglob("*.parquet")}


def test_the_command_shows_and_tells_as_json(few, monkeypatch, capsys):
    assert main(["validate", "A33", "--quick", "-q", "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "A33 weight" in told and "Plage attendue" in told
    assert main(["validate", "A33", "--quick", "-q", "--json"]) == 0
    assert {each["verdict"] for each in json.loads(capsys.readouterr().out)} <= {"pass", "fail", "undecided"}
    assert main(["validate", "A133", "A33 wait", "-q"]) == 2
    told = capsys.readouterr().err
    assert "A133; no such pattern" in told and "did you mean A33 weight" in told
