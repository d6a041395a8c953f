"""Study files that are wrong, and shipped files with seeded accidents: told or read, no traceback, no hang."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from alliance.cli import main

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parents[1] / "configs").rglob("*.yaml"))
CASES = YAML(typ="safe", pure=True).load(HERE / "bad_studies.yaml")
BYTES = [
    {"name": "a null character", "text": b"scenario: minimal\nname: a\0b\n", "line": 2, "says": ["U+0000"]},
    {"name": "not UTF-8", "text": "scenario: minimal\nname: été\n".encode("latin-1"), "line": 2, "says": ["UTF-8"]},
    {"name": "too long", "text": b"scenario: minimal\n" + b"#" * 10_000_000, "line": 0, "says": ["1000000 bytes"]},
    {"name": "too deep", "text": b"scenario: minimal\nname: " + b"[" * 2000, "line": 2, "says": ["20 deep"]},
    {"name": "five thousand digits", "text": b"scenario: minimal\nseed: " + b"9" * 5000, "line": 2,
     "says": ["expected a whole number"]},
    {"name": "an alias bomb", "text": b"scenario: minimal\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (k, k, b", ".join([b"*a%d" % (k - 1)] * 9 if k else [b"x"])) for k in range(9)),
     "line": 2, "says": ["anchors are not admitted"]},
]  # fmt: skip


@pytest.mark.parametrize("case", CASES + BYTES, ids=lambda case: case["name"])
def test_a_bad_study_is_refused_with_file_line_key_value_and_mend(tmp_path, monkeypatch, capsys, case):
    monkeypatch.chdir(tmp_path)
    text = case["text"]
    Path("study.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    started = time.monotonic()
    code = main(["check", "study.yaml"])
    told = capsys.readouterr().err
    assert code == 2 and "Traceback" not in told, (code, told)
    assert time.monotonic() - started < 10.0, "hangs"  # a tenth of a second where nothing else runs
    place = f"study.yaml:{case['line']}:" if case["line"] else ""
    key = f" {case.get('key', '')}" if case.get("key") else ""
    found = [line for line in told.splitlines() if place + key in line and all(str(w) in line for w in case["says"])]
    assert found, told
    assert main([case.get("command", "sensitivity"), "study.yaml", "-q"]) == 2  # what is checked is what would be run
    assert not Path("results").exists()
    capsys.readouterr()


def test_numbers_mean_what_they_say(tmp_path, monkeypatch, capsys):
    """`1e-3` is a number, as in YAML 1.2 (a text in 1.1), and a seed of 63 bits, which no float holds, is that seed."""
    from experiments.studies.asking import read_words, study_of

    path = tmp_path / "study.yaml"
    factors = "factors:\n  context.controversy: {low: 1e-3, high: 1e-1}\n  context.initial_trust:\n"
    path.write_text("scenario: minimal\nseed: 9223372036854775807\n" + factors)
    study = study_of(read_words(path))
    path.write_text(study.text())
    assert study_of(read_words(path)) == study
    assert study.seed == 2**63 - 1 and study.factors[0].describe()["low"] == 0.001


# --- seeded accidents

PIECES = ("", ":", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "#", "'", '"', "|", ">", "\t", "\n", "\n  ", "---\n",
          "\0", "\x1b", "\u202e", "\ufeff", "\u00a0", "é", "9" * 400, "1e999", ".nan", ".inf", "-1", "0x10", "1:30",
          "true", "no", "~", "2020-02-30", "../..", "<<: ", "? ", "%YAML 1.1\n", "{" * 30, "[" * 30, "0", "1", "-",
          "extends: georgia\n", "scenario: minimal\n", "members: []\n")  # fmt: skip


def accident(text, chance):
    """The text with one to four accidents: letters lost, pieces put in, lines lost, doubled, moved or indented."""
    for _ in range(chance.randint(1, 4)):
        lines, place = text.split("\n"), chance.randrange(len(text) + 1)
        line, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        kind = chance.randrange(8)
        if kind == 0:
            text = text[:place] + text[place + chance.randint(1, 12) :]
        elif kind in (1, 2, 3):
            text = text[:place] + chance.choice(PIECES) + text[place:]
        elif kind == 4:
            text = "\n".join(lines[:line] + lines[line + 1 :])
        elif kind == 5:
            text = "\n".join([*lines[:other], lines[line], *lines[other:]])
        elif kind == 6:
            text = "\n".join([*lines[:line], " " * chance.randint(1, 4) + lines[line], *lines[line + 1 :]])
        else:
            before, sign, _ = lines[line].partition(": ")
            lines[line] = before + sign + chance.choice(PIECES)
            text = "\n".join(lines)
    return text


def file_for(number, chance):
    """A shipped file: small ones most of the time, for the large ones take half a second to read."""
    small = [path for path in SHIPPED if path.stat().st_size < 4000]
    return chance.choice(SHIPPED if number % 25 == 0 else small)


@pytest.mark.parametrize("accidents", [120, pytest.param(20_000, marks=pytest.mark.slow)])
def test_a_shipped_file_with_accidents_is_read_or_refused(tmp_path, monkeypatch, capsys, accidents):
    monkeypatch.chdir(tmp_path)
    refused, slowest = 0, 0.0
    for number in range(accidents):
        chance = random.Random(number)
        source = file_for(number, chance)
        text = accident(source.read_text(encoding="utf-8"), chance)
        Path("mine.yaml").write_text(text, encoding="utf-8", newline="")
        started = time.monotonic()
        code = main(["check", "mine.yaml"])
        seconds = time.monotonic() - started
        told = capsys.readouterr()
        about = f"accident {number} to {source.name}: {told.err[:500]}"
        assert code in (0, 2) and "Traceback" not in told.err, about
        assert (code == 2) == bool(told.err) and seconds < 10.0, about
        refused, slowest = refused + (code == 2), max(slowest, seconds)
    print(f"{refused} of {accidents} refused, the slowest in {slowest:.2f} s")
    assert accidents * 0.3 < refused < accidents  # both are met: what is refused, and what can be read
