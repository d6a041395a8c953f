"""What a person types, and sees: answers, exit codes, errors in a line, JSON of a stable shape."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import experiments.ensemble as ensemble_room
from alliance.cli import main
from alliance.cli.commands import app
from alliance.cli.showing import Pace, duration, progress, table
from experiments.store import load
from experiments.studies.asking import Study
from experiments.words import NAMES_ONLY
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

COMMANDS = [command.callback.__name__ for command in app.registered_commands]
FACTORS = "meeting_interval,member_hours,decision_rule"


def made_up(blueprint, points, numbers, seed, out):
    """A stand-in for the model: quick, and moved by two factors and by chance."""
    for row, point, replicate in zip(out, points, numbers, strict=True):
        luck = np.random.default_rng([seed, int(replicate)]).random(len(row))
        row[:] = np.clip(0.5 * point["member_hours"] / 3 + 0.04 * point["meeting_interval"] * luck, 0, 1)


@pytest.fixture
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario: None)
    monkeypatch.setattr(ensemble_room, "simulate", made_up)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(capsys, *words, code=0):
    """What a command prints on standard output, after checking its exit code."""
    assert main([str(word) for word in words]) == code
    return capsys.readouterr().out


def complaint(capsys, *words, code=2):
    """What a command that fails says on standard error."""
    assert main([str(word) for word in words]) == code
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return told.err


@pytest.mark.parametrize("name", COMMANDS)
def test_help_opens_with_an_example_that_is_a_command(capsys, name):
    lines = answer(capsys, name, "--help").splitlines()
    example = next(line.strip() for line in lines if line.strip() and not line.startswith("Usage"))
    assert example.startswith(f"Example: alliance {name}")


def test_no_command_shows_the_help(capsys):
    assert main([]) in (0, 2)
    assert "sensitivity" in "".join(capsys.readouterr())


def test_every_parameter_is_listed(capsys):
    listed = json.loads(answer(capsys, "parameters", "--json"))
    assert [each["path"] for each in listed] == list(PARAMETERS)
    wanted = {"path", "role", "type", "low", "high", "choices", "default", "unit", "en", "fr", "meaning", "source"}
    assert all(wanted <= set(each) for each in listed)
    levers = json.loads(answer(capsys, "parameters", "--role", "lever", "--json"))
    assert {each["role"] for each in levers} == {"lever"}
    assert "alliance.meeting_interval  [lever]" in answer(capsys, "parameters")


def test_listing_parameters_loads_nothing_heavy():
    code = (
        "import sys; from alliance.cli import main; main(['parameters']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numba", "pandas", "mesa", "matplotlib", "pyarrow", "scipy"} & set(done.stderr.split())


def test_every_outcome_is_listed(capsys):
    assert [each["name"] for each in json.loads(answer(capsys, "outcomes", "--json"))] == list(OUTCOMES)
    assert OUTCOMES["policy_changed"].fr in answer(capsys, "outcomes", "--lang", "fr")


def test_a_module_call_is_the_command():
    done = subprocess.run([sys.executable, "-m", "alliance", "--help"], capture_output=True, text=True)
    assert done.returncode == 0 and "alliance sensitivity georgia" in done.stdout


def test_shipped_files_are_fine(capsys):
    assert "georgia: fine" in answer(capsys, "check", "georgia", "minimal", "demo")
    assert json.loads(answer(capsys, "check", "demo", "--json")) == []


BAD_STUDY = """\
scenario: minimal
method: sobbol
samples: 100000000
replicates: 0
seeed: 4
factors:
  alliance.meeting_intervall:
  context.member_hours: {low: 9, high: 2}
  alliance.decision_rule: {low: 0}
  alliance.size_test: {choices: [a, b]}
outcomes: [policy_chnged, weeks_to_change]
"""


def test_a_bad_study_has_all_its_problems_told_by_line(capsys, here):
    Path("study.yaml").write_text(BAD_STUDY)
    found = json.loads(answer(capsys, "check", "study.yaml", "--json", code=2))
    named = [(each["line"], each["key"].rpartition("alliance.")[2]) for each in found]
    assert named == [
        (2, "method"),
        (3, "samples"),
        (4, "replicates"),
        (5, "seeed"),
        (7, "meeting_intervall"),
        (8, "factors.context.member_hours.low"),
        (9, "decision_rule.low"),
        (10, "size_test.choices"),
        (11, "outcomes"),
        (11, "outcomes"),
    ]
    assert all(set(each) == {"file", "line", "key", "value", "expected", "nearest"} for each in found)
    told = complaint(capsys, "check", "study.yaml")
    assert "study.yaml:2: method: sobbol; expected one of sobol, morris, radial, fast" in told
    assert "did you mean sobol?" in told
    assert "no such parameter; did you mean alliance.meeting_interval?" in told
    assert "study.yaml:11: outcomes: policy_chnged; no such outcome; did you mean policy_changed?" in told
    assert "study.yaml:11: outcomes: weeks_to_change; missing in some runs" in told


def test_a_study_of_no_scenario_is_told(capsys, here):
    Path("study.yaml").write_text("scenario: atlantis\nsamples: 8\n")
    assert "study.yaml:1: scenario: atlantis; expected the path of a scenario" in complaint(
        capsys, "check", "study.yaml"
    )
    assert "no such file" in complaint(capsys, "sensitivity", "nowhere.yaml")


def test_one_run_is_a_dated_story_with_outcomes(capsys):
    told = json.loads(answer(capsys, "run", "minimal", "--seed", 3, "--json"))
    assert told["runs"] == 1 and told["seed"] == 3 and list(told["outcomes"]) == list(OUTCOMES)
    assert all(set(each) == {"week", "date", "kind", "text"} for each in told["events"])
    text = answer(capsys, "run", "minimal", "--seed", 3, "--lang", "fr")
    assert OUTCOMES["legitimacy"].fr in text and told["events"][-1]["date"][:4] in text


def test_the_seed_and_a_setting_decide_the_run(capsys):
    def run(*words):
        return json.loads(answer(capsys, "run", "minimal", "--json", *words))["outcomes"]

    assert run("--seed", 3) == run("--seed", 3) != run("--seed", 4)
    assert run("--seed", 3) != run("--seed", 3, "--set", "alliance.meeting_interval=9")


def test_many_runs_have_means_with_intervals(capsys, quick_model):
    told = json.loads(answer(capsys, "run", "minimal", "--replicates", 70, "--json"))
    found = told["outcomes"]["legitimacy"]
    assert told["runs"] == 70 and found["interval"][0] < found["mean"] < found["interval"][1]
    assert "legitimacy" in answer(capsys, "run", "minimal", "--replicates", 70, "-q")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "alliance.meeting_intervall=4"], "did you mean alliance.meeting_interval?"),
        (["--set", "alliance.meeting_interval=99"], "expected a whole number from 1 to 12"),
        (["--set", "alliance.meeting_interval"], "expected PATH=VALUE"),
        (["--replicates", "0"], "--replicates"),
        (["--seed", "-1"], "--seed"),
        (["--sed", "1"], "No such option"),
    ],
)
def test_a_slip_on_the_command_line_is_told(capsys, words, told):
    assert told in complaint(capsys, "run", "minimal", *words)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("meeting_interval=6:1", "expected a number below high"),
        ("meeting_interval=0:6", "expected a whole number from 1 to 12"),
        ("meeting_interval,meeting_interval", "named more than once"),
        ("meeting_interval=a:b", "expected a number"),
        ("decision_rule=majority|consent", "consent"),
        ("nothing_like_it_at_all", "no such parameter"),
    ],
)
def test_a_slip_in_the_factors_is_told(capsys, here, named, told):
    assert told in complaint(capsys, "sensitivity", "minimal", "--factors", named)
    assert not Path("results").exists()


def test_a_factor_that_the_scenario_lists_is_refused_with_the_reason(capsys, here):
    assert "cannot be varied here" in complaint(capsys, "sensitivity", "georgia", "--factors", "founders")


ASKED = ["sensitivity", "minimal", "-n", "8", "-r", "3", "--factors", FACTORS, "--outcome", "legitimacy", "--json"]


def test_a_sensitivity_study_from_question_to_page(capsys, here, quick_model):
    told = json.loads(answer(capsys, *ASKED))
    found = told["outcomes"]["legitimacy"]["context.member_hours"]
    assert {"S1", "ST", "interval", "noise_share", "rank", "decided"} <= set(found)
    assert found["interval"][0] <= found["ST"] <= found["interval"][1] and found["rank"] == 1
    root = Path(told["folder"])
    assert root.as_posix() == "results/minimal-sobol" and told["runs"] == len(load(root).runs) == 8 * 5 * 3
    page = (root / "report.html").read_text()
    assert "<script" not in page and "http" not in page.replace("http-equiv", "") and 'src="data:image/png' in page
    names = {path.name for path in (root / "figures").iterdir()}
    assert {f"ranking-legitimacy.{suffix}" for suffix in ("png", "svg")} <= names and "convergence.svg" in names
    assert {path.name for path in (root / "analysis").iterdir()} >= {"measures.csv", "convergence.csv", "noise.csv"}
    assert str(here) not in page + (root / "manifest.json").read_text() + (root / "study.yaml").read_text()

    again = json.loads(answer(capsys, *ASKED))
    assert again["already_finished"] and again["outcomes"] == told["outcomes"]
    assert "another study" in complaint(capsys, *ASKED, "--seed", 9)
    before = {path.name: path.read_bytes() for path in (root / "figures").iterdir()}
    (root / "figures" / "noise.svg").unlink()
    assert "Rapport" in answer(capsys, "resume", root, "--lang", "fr")
    assert "Ce qui compte" in (root / "report.html").read_text()
    answer(capsys, "report", root)
    assert {path.name: path.read_bytes() for path in (root / "figures").iterdir()} == before
    held = json.loads(answer(capsys, "results", root, "--json"))
    assert held["runs"] == held["planned"] == 120 and held["damaged"] == [] and "model" in held["provenance"]
    (root / "report.html").write_text("other")
    assert "report.html" in complaint(capsys, "results", root, code=6)


def test_a_stored_study_file_asks_the_same_study(capsys, here, quick_model):
    first = json.loads(answer(capsys, *ASKED, "--out", "first"))
    second = json.loads(answer(capsys, "sensitivity", "first/study.yaml", "--json", "--out", "second"))
    assert second["outcomes"] == first["outcomes"]
    assert (here / "first/study.yaml").read_text() == (here / "second/study.yaml").read_text()


def test_a_screening(capsys, here, quick_model):
    words = [
        "sensitivity",
        "minimal",
        "-m",
        "morris",
        "-n",
        6,
        "-r",
        2,
        "--factors",
        FACTORS,
        "--outcome",
        "legitimacy",
    ]
    told = answer(capsys, *words)
    assert "Members’ hours" in told and "results/minimal-morris/report.html" in told


def test_failed_runs_end_with_their_own_exit_code(capsys, here, quick_model, monkeypatch):
    def sometimes(blueprint, points, numbers, seed, out):
        made_up(blueprint, points, numbers, seed, out)
        out[numbers == 2] = np.nan

    monkeypatch.setattr(ensemble_room, "simulate", sometimes)
    assert "40 runs failed" in complaint(capsys, *ASKED, code=3)
    told = json.loads(answer(capsys, *ASKED, code=3))
    assert told["failed"] == 40 and "40 of 120 runs failed" in Path("results/minimal-sobol/report.html").read_text()


def test_an_interruption_says_how_to_resume(capsys, here, quick_model, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    for words, folder in ((ASKED, "results/minimal-sobol"), ([*ASKED, "--out", "my own study"], "my own study")):
        monkeypatch.setattr(ensemble_room, "simulate", stop)
        command = complaint(capsys, *words, code=130).splitlines()[-1]
        monkeypatch.setattr(ensemble_room, "simulate", made_up)
        assert shlex.split(command) == ["alliance", "resume", folder]
        assert json.loads(answer(capsys, *shlex.split(command)[1:], "--json"))["runs"] == 120


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM")
def test_a_request_to_end_is_an_interruption(here):
    code = (
        "import os, signal, sys, experiments.ensemble as room; from alliance.cli import main;"
        "room.simulate = lambda *_: os.kill(os.getpid(), signal.SIGTERM); room.prepare = lambda *_: None;"
        f"sys.exit(main({ASKED!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"COLUMNS": "80"}
    )
    assert done.returncode == 143 and "alliance resume results/minimal-sobol" in done.stderr
    assert "Traceback" not in done.stderr


def test_our_own_mistakes_leave_a_log(capsys, monkeypatch, quick_model):
    def broken(*_):
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr("experiments.studies.replicates.in_memory", broken)
    told = complaint(capsys, "run", "minimal", "--replicates", 2, code=1)
    log = Path(told.split(" is in ")[1].split(";")[0])
    assert "a bug of ours" in told and "Traceback" in log.read_text()
    log.unlink()
    with pytest.raises(RuntimeError):
        main(["run", "minimal", "--replicates", "2", "--debug"])


def test_results_of_nothing_are_bad_input(capsys, here):
    assert "manifest.json" in complaint(capsys, "results", here)
    assert "manifest.json" in complaint(capsys, "resume", here / "gone")


# --- terminals, pipes and disks


def typed(*words, **settings):
    """A command in a process of its own, with other settings of the environment."""
    return subprocess.run(
        [sys.executable, "-m", "alliance", *words], capture_output=True, env=os.environ | settings, check=False
    )


@pytest.mark.parametrize(
    ("encoding", "label"), [("ascii", b"Etape atteinte"), ("latin-1", b"\xc9tape atteinte"), ("cp437", None)]
)
def test_a_terminal_without_utf_8_shows_the_nearest_letters(encoding, label):
    done = typed("outcomes", "--lang", "fr", PYTHONIOENCODING=encoding)
    assert done.returncode == 0 and done.stderr == b"" and (label is None or label in done.stdout)


def test_json_on_a_terminal_without_utf_8_loses_no_letter():
    plain, full = (typed("outcomes", "--json", PYTHONIOENCODING=name).stdout for name in ("ascii", "utf-8"))
    assert json.loads(plain.decode("ascii")) == json.loads(full.decode()) and plain != full


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_an_answer_for_which_the_disk_has_no_room_ends_with_7():
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "alliance", "parameters"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 7 and done.stderr == b"the answer: cannot be written: no space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of this kind")
def test_a_reader_that_goes_away_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "alliance", "parameters"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as command:
        assert command.stdout.readline().startswith(b"alliance.origin")
        command.stdout.close()
        assert command.stderr.read() == b"" and command.wait() == 0


class Terminal(io.StringIO):
    """A place to print to that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.mark.parametrize(("width", "heads"), [(60, ["Outcome", "Value"]), (30, ["Outcome", "Value"])])
def test_a_table_leaves_spare_columns_out_where_the_terminal_is_narrow(monkeypatch, width, heads):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    columns = [("Outcome", "left"), ("Value", "right"), ("Name", "left")]
    table(
        columns, [("Output per hour", "0.27", "a_name_that_takes_a_good_deal_of_room_and_more")], "Effort", spare=(2,)
    )
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in screen.getvalue().splitlines()]
    assert lines[1].split() == heads and lines[2].split() == ["Output", "per", "hour", "0.27"]
    assert all(len(line) <= width for line in lines)


def test_a_table_in_a_file_has_all_columns_and_no_blanks_at_the_ends(capsys):
    lines = answer(capsys, "run", "minimal", "--seed", 3).splitlines()
    assert not [line for line in lines if line != line.rstrip()]
    assert "stage_reached" in " ".join(lines) and "Stage reached" in " ".join(lines)


def test_progress_is_told_in_the_language_that_was_asked_for(capsys, quick_model):
    answered = main(["run", "minimal", "--replicates", "64", "--lang", "fr"])
    told = capsys.readouterr()
    assert answered == 0 and "simulations sur 64" in told.err and " of " not in told.err
    assert main(["run", "minimal", "--replicates", "64", "-q"]) == 0 and capsys.readouterr().err == ""


def paced(*reports, runs=1000):
    """A pace by hand: (seconds on the clock, runs that are done more by then)."""
    now = [0.0]
    pace = Pace(runs, clock=lambda: now[0])
    for seconds, count in reports:
        now[0] = seconds
        pace.advance(count)
    return pace


def test_the_pace_counts_from_the_first_report_and_by_the_last_minute():
    assert paced().left is None and paced((30.0, 16)).left is None  # half a minute to compile is no pace
    steady = paced((30.0, 16), (31.0, 100), (32.0, 100))
    assert steady.rate == 100.0 and steady.left == pytest.approx((1000 - 216) / 100.0)
    resumed = paced((1.0, 600), (3.0, 20))  # 600 were kept from before: they say nothing of the pace
    assert resumed.rate == 10.0 and resumed.left == 38.0
    slower = paced((0.0, 0), *((second, 10) for second in range(1, 101)), *((second, 1) for second in range(101, 201)),
                   runs=2000)  # fmt: skip
    assert slower.rate == pytest.approx(1.0) and slower.seconds == 200.0  # of the last minute, not of the whole
    assert paced((1.0, 16), (2.0, 984)).left is None  # nothing is left


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.2, "1 s"), (99, "99 s"), (100, "2 min"), (3600, "60 min"), (12_000, "3 h 20 min")]
)
def test_time_is_told_as_people_say_it(seconds, told):
    assert duration(seconds).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", r"; [\d.]+ runs/s, \d+ s left$"), ("fr", r" ; [\d,]+ simulations/s, encore \d+ s$")],
)
def test_lines_of_progress_tell_pace_and_time_left(capsys, quick_model, monkeypatch, lang, words):
    def slowly(*arguments):
        time.sleep(0.02)
        made_up(*arguments)

    monkeypatch.setattr(ensemble_room, "simulate", slowly)
    assert main(["run", "minimal", "--replicates", "400", "--lang", lang, "-w", "1"]) == 0
    lines = re.sub("[\u00a0\u202f]", " ", capsys.readouterr().err).splitlines()
    assert len(lines) == 10 and re.search(words, lines[4]), lines
    assert "400" in lines[-1] and "left" not in lines[-1] and "encore" not in lines[-1]


@pytest.mark.parametrize(("lang", "words"), [("en", "runs/s, "), ("fr", "simulations/s, encore ")])
def test_a_terminal_shows_pace_and_time_left_beside_the_bar(quick_model, monkeypatch, lang, words):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    with progress(1000, lang) as advance:
        for _ in range(8):
            advance(50)
            time.sleep(0.1)
    assert words in screen.getvalue() and "400/1000" in screen.getvalue()


def test_a_resumed_study_counts_what_was_kept(capsys, here, quick_model, monkeypatch):
    assert main(["run", "minimal", "-r", "640", "--out", "study", "-q"]) == 0
    for path in sorted(Path("study/chunks").rglob("*.parquet"))[:2]:
        path.unlink()
    capsys.readouterr()
    assert main(["resume", "study"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("512 of 640 runs") and lines[-1].startswith("640 of 640 runs")


def test_the_first_time_is_announced(capsys, monkeypatch, tmp_path, quick_model):
    import sim.compiled

    monkeypatch.setattr(sim.compiled, "CACHE_DIRECTORY", tmp_path)
    monkeypatch.setattr(sim.compiled, "COMPILING", True)
    main(["run", "minimal", "--replicates", "2"])
    assert "compiled first" in capsys.readouterr().err


def test_the_version_is_said(capsys):
    assert re.fullmatch(r"alliance-lab \d+\.\d+\.\d+\S*\n", answer(capsys, "--version"))


# --- slips of the hand


def test_all_mistakes_in_the_settings_are_told_at_once(capsys):
    words = ["--set", "controversy", "--set", "civic_space=7", "--set", "meeting_intervall=3"]
    lines = complaint(capsys, "run", "minimal", *words).splitlines()
    assert len(lines) == 3 and "expected PATH=VALUE" in lines[0] and "civic_space: 7" in lines[1]
    assert lines[2].endswith("did you mean alliance.meeting_interval?")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "minimal", "--lang", "de"], "--lang: de; not one of 'en', 'fr'"),
        (["run", "minimal", "--seed=x"], "--seed: x; input should be a valid integer"),
        (["run", "minimal", "-w", "0"], "-w: 0; input should be greater than or equal to 1"),
        (["sensitivity", "minimal", "-m", "mooris"], "did you mean morris?"),
        (
            ["sensitivity", "minimal", "--factors", "levrs"],
            "--factors: levrs; no such group or parameter; did you mean",
        ),
        (["sensitivity", "minimal", "--factors", ""], "--factors: expected at least one factor"),
        (["sensitivity", "minimal", "--outcome", "policy"], "--outcome: policy; no such outcome; did you mean policy_"),
        (["rum"], "Did you mean 'run'"),
    ],
)
def test_a_wrong_word_is_told_with_its_option_its_value_and_the_mend(capsys, here, words, told):
    assert told in complaint(capsys, *words)
    assert not list(here.iterdir())


# --- folders


@pytest.mark.parametrize("replicates", [1, 40])
def test_many_runs_in_a_folder_have_a_page_in_either_language(capsys, here, quick_model, replicates):
    answer(capsys, "run", "minimal", "--replicates", replicates, "--out", "study")
    page = Path("study/report.html").read_text(encoding="utf-8")
    assert "<script" not in page and "http" not in page.replace("http-equiv", "") and str(here) not in page
    named = [each.en for name, each in OUTCOMES.items() if replicates > 1 or name not in NAMES_ONLY]
    assert all(label in page.replace("&#39;", "'") for label in named)
    assert ("The same situation computed 40 times" in page) == (replicates > 1)
    assert "Rapport" in answer(capsys, "report", "study", "--lang", "fr")
    told = Path("study/report.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in told and OUTCOMES["votes_held"].fr in told and "{" not in told.partition("</style>")[2]
    assert json.loads(answer(capsys, "results", "study", "--json"))["damaged"] == []


def test_the_page_says_the_chance_that_the_runs_have(capsys, here, quick_model, monkeypatch):
    def always(blueprint, points, numbers, seed, out):
        out[:] = 1.0

    monkeypatch.setattr(ensemble_room, "simulate", always)
    answer(capsys, "run", "minimal", "--replicates", 50, "--out", "study")
    page = Path("study/report.html").read_text(encoding="utf-8")
    assert "Policy changed: in 100% of the runs (93% to 100%)." in page  # Wilson 1927: 50 / (50 + 1.96²) = 0.929


def test_an_outcome_whose_numbers_are_names_has_shares_and_no_mean(capsys, here, quick_model, monkeypatch):
    def some(blueprint, points, numbers, seed, out):
        out[:] = 0.0
        out[:, list(OUTCOMES).index("phase")] = np.where(numbers % 4 == 0, 6.0, 2.0)

    monkeypatch.setattr(ensemble_room, "simulate", some)
    words = ["run", "minimal", "--replicates", 40, "-q"]
    told = answer(capsys, *words, "--lang", "fr").splitlines()
    assert "Phase\u00a0: action 75\u202f%, dissolution 25\u202f%" in told
    assert not [line for line in told if line.endswith(" phase")]
    found = json.loads(answer(capsys, *words, "--json"))["outcomes"]["phase"]
    assert found["shares"] == {"acting": 0.75, "dissolved": 0.25}
    answer(capsys, *words, "--out", "study")
    assert "Phase: acting 75%, dissolved 25%." in Path("study/report.html").read_text(encoding="utf-8")


def test_a_folder_of_an_earlier_version_is_told_again_and_resumed_knowingly_only(
    capsys, here, quick_model, monkeypatch
):
    answer(capsys, *ASKED, "--out", "study")
    before = Study.describe
    monkeypatch.setattr(Study, "describe", lambda study: before(study) | {"a_new_word": True})
    assert "Rapport" in answer(capsys, "report", "study", "--lang", "fr")
    next(Path("study/chunks").rglob("*.parquet")).unlink()
    assert "the study is read in another way" in complaint(capsys, "resume", "study", code=4)
    assert "another study" in complaint(capsys, *ASKED, "--out", "study")
    told = json.loads(answer(capsys, "resume", "study", "--accept-code-change", "--json"))
    assert told["runs"] == 120
    held = json.loads(answer(capsys, "results", "study", "--json"))
    assert held["damaged"] == [] and len(held["accepted_changes"]) == 1  # said once, though accepted twice


def test_a_study_that_is_not_finished_has_no_page_yet(capsys, here, quick_model, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(ensemble_room, "simulate", stop)
    complaint(capsys, *ASKED, "--out", "study", code=130)
    assert "not finished yet; finish it with `alliance resume`" in complaint(capsys, "report", "study")


def test_one_run_into_a_folder_says_where_it_is(capsys, here):
    told = answer(capsys, "run", "minimal", "--seed", 3, "--out", "one")
    assert told.endswith("Data:    one\n") and len(load(Path("one")).runs) == 1
    assert "another study" in complaint(capsys, "run", "minimal", "--seed", 4, "--out", "one")


def test_a_way_round_does_not_lead_into_a_folder_of_other_things(capsys, here, quick_model):
    (here / "diary.txt").write_text("mine")
    assert "diary.txt" in complaint(capsys, *ASKED, "--out", "gone/..")
    assert [path.name for path in here.iterdir()] == ["diary.txt"]


def test_a_changed_receipt_or_a_file_too_many_is_told(capsys, here, quick_model):
    answer(capsys, *ASKED, "--out", "study")
    assert "every file is as it was written" in answer(capsys, "results", "study")
    receipt = next(Path("study/receipts").iterdir())
    whole = receipt.read_bytes()
    receipt.write_bytes(whole.replace(b'"seconds": ', b'"seconds": 9'))
    told = complaint(capsys, "results", "study", code=6)
    assert told == f"{receipt.as_posix()}: missing or changed after it was written\n"
    receipt.write_bytes(whole)
    Path("study/chunks/mine.parquet").write_text("other")
    told = complaint(capsys, "results", "study", "--lang", "fr", code=6)
    assert told == "study/chunks/mine.parquet: n’a pas été écrit par cette étude\n"
    assert json.loads(answer(capsys, "results", "study", "--json", code=6))["foreign"] == ["chunks/mine.parquet"]
