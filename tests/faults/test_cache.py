"""Compiled code on disk: damaged files are compiled again, a home where nothing can be written stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.compiled import COMPILING
from tests.support import in_another_process

pytestmark = pytest.mark.skipif(not COMPILING, reason="plain Python keeps nothing")
# A part of an ordinary rule with a door: a second to compile, where the model takes half a minute.
CODE = """
from sim.compiled import CACHE_DIRECTORY, door
from sim.rules import forms
import sim.keeping
made = door(forms.half_full)
print(made(3.0), sum(made.stats.cache_hits.values()), sum(made.stats.cache_misses.values()), CACHE_DIRECTORY)
"""


def asked(**settings):
    """The formula's answer, how often kept code was found and missed, and where it is kept."""
    answer, hits, misses, place = in_another_process(CODE, **settings).split()
    return answer, int(hits), int(misses), Path(place)


DAMAGE = {
    "cut in half": lambda data: data[: len(data) // 2],
    "cut by a byte": lambda data: data[:-1],
    "emptied": lambda data: b"",
    "a flipped bit": lambda data: data[:99] + bytes([data[99] ^ 16]) + data[100:],
    "other bytes": lambda data: b"no pickle at all",
}


def test_damaged_code_is_compiled_again_and_kept_again(tmp_path):
    """numba alone ends with EOFError or UnpicklingError at every start, or runs what a flipped bit made of the code."""
    settings = {"ALLIANCE_CACHE_DIR": str(tmp_path / "cache")}
    assert asked(**settings)[:3] == ("0.75", 0, 1)
    assert asked(**settings)[:3] == ("0.75", 1, 0)
    kept = sorted((tmp_path / "cache").rglob("*.nb[ci]"))
    assert {path.suffix for path in kept} == {".nbi", ".nbc"}
    cases = [(path, damage) for path in kept for damage in ("cut in half", "a flipped bit")]
    cases += [(kept[1], "emptied"), (kept[0], "other bytes"), (kept[1], "cut by a byte")]
    for path, damage in cases:
        whole = path.read_bytes()
        path.write_bytes(DAMAGE[damage](whole))
        assert path.read_bytes() != whole
        assert asked(**settings)[:3] == ("0.75", 0, 1), (path.name, damage)
    assert asked(**settings)[:3] == ("0.75", 1, 0)


def test_a_home_where_nothing_can_be_written_stops_nobody(tmp_path):
    """A file stands where the folder should: this holds for an administrator too, whom no permission stops."""
    (tmp_path / "home").write_text("a file")
    for settings in (
        {"ALLIANCE_CACHE_DIR": str(tmp_path / "home" / "cache")},
        {"ALLIANCE_CACHE_DIR": "", "XDG_CACHE_HOME": "", "HOME": str(tmp_path / "home")},
    ):
        answer, hits, misses, place = asked(TMPDIR=str(tmp_path), **settings)
        assert (answer, hits, misses) == ("0.75", 0, 1) and place.parent == tmp_path
    assert (tmp_path / "home").read_text() == "a file"


def test_where_compiled_code_cannot_be_kept_it_runs(tmp_path):
    """The disk fills up between the choice of the folder and the first compilation."""
    code = "import numba.core.caching as c\ndef full(*_): raise OSError(28, 'No space left on device')\n" \
        "c.os.replace = full\n" + CODE  # fmt: skip
    answer, _, _, place = in_another_process(code, ALLIANCE_CACHE_DIR=str(tmp_path / "cache")).split()
    assert answer == "0.75" and not list(Path(place).rglob("*.nbc"))
