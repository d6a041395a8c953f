"""Compiling ahead: every part once, by whoever comes first, and nothing that whole runs would compile again."""

from __future__ import annotations

import subprocess
import sys

import numba
import pytest

import sim
from sim import preparing
from sim.compiled import CACHE_DIRECTORY, COMPILING, KEPT, WITHOUT_ENTRY
from sim.draws import normal
from sim.rules.forms import half_full
from sim.scenario import Scenario
from tests.support import in_another_process

pytestmark = pytest.mark.skipif(not COMPILING, reason="plain Python compiles nothing")


def stored(function):
    """Files in which compiled versions of a function are kept, one a combination of types."""
    inside = function.py_func
    home = inside.__module__.rsplit(".", 1)[-1]
    return list(CACHE_DIRECTORY.rglob(f"{home}.{inside.__qualname__}-*.nbc"))


def test_a_run_finds_every_part_compiled_with_the_types_that_it_asks_for():
    """Were a type guessed wrongly, the run would compile the part a second time, and two versions would lie there."""
    sim.run(Scenario(weeks=1), seed=0)
    assert {function.__name__: len(stored(function)) for function, _ in preparing.parts()} == {
        function.__name__: 1 for function, _ in preparing.parts()
    }


def two_normals(key):
    """Draws twice, so that the generator is worth a function of its own."""
    return normal(key, 1, 2, 3, 4) + normal(key, 5, 6, 7, 8)


def named(options):
    """Rules that a compiled `two_normals` holds under a name: code compiled later can be bound to it."""
    compiled = numba.njit(**WITHOUT_ENTRY, **options)(two_normals)
    compiled.compile((numba.uint64,))
    library = next(iter(compiled.overloads.values())).library
    defined = [each for each in library._final_module.functions if not each.is_declaration]
    return [each.name for each in defined if each.linkage.name != "private"]


@pytest.mark.skipif("pipeline_class" not in KEPT, reason="this release of numba compiles the usual way")
def test_kept_code_hides_what_is_linked_into_it():
    """Visible code keeps arguments that nobody reads, and costs a third of the speed of runs; hidden code that left its
    name would be called with arguments that it no longer takes.
    """
    usual, whole = named({}), named({"pipeline_class": KEPT["pipeline_class"]})
    assert any("philox" in name for name in usual)
    assert whole and all("two_normals" in name for name in whole)


def test_no_part_is_compiled_by_two(tmp_path, monkeypatch):
    asked = []

    class Part:
        def __init__(self, name):
            self.name = name

        def compile(self, types):
            asked.append((self.name, types))
            if self.name == "b":  # another helper comes by while this one is busy
                preparing.compile_unclaimed(tmp_path)

    monkeypatch.setattr(preparing, "parts", lambda: [(Part(name), (number,)) for number, name in enumerate("abcd")])
    preparing.compile_unclaimed(tmp_path)
    assert sorted(asked) == [("a", (0,)), ("b", (1,)), ("c", (2,)), ("d", (3,))]


def test_it_is_done_once(tmp_path, monkeypatch):
    started = []

    def helper(claims):
        started.append(claims)
        return subprocess.Popen([sys.executable, "-c", ""])

    monkeypatch.setattr(preparing, "CACHE_DIRECTORY", tmp_path)
    monkeypatch.setattr(preparing, "READY", tmp_path / "ready")
    monkeypatch.setattr(preparing, "_helper", helper)
    preparing.compile_ahead()
    first = len(started)
    preparing.compile_ahead()
    assert 1 <= first == len(started) <= preparing.MOST_HELPERS and len(set(started)) == 1


def test_a_rule_can_be_tried_at_the_prompt():
    assert half_full(3.0) == 0.75


@pytest.mark.slow
def test_compiled_the_usual_way_a_run_is_the_same(tmp_path):
    """With a release of numba for which the short way was not written."""
    code = (
        "import numba; numba.__version__ = '0.0'\nimport sim\nfrom sim import compiled\n"
        "assert 'pipeline_class' not in compiled.INNER\n"
        "found = sim.run(sim.Scenario(weeks=60), seed=3).outcomes\n"
        "print(*(float(each).hex() for each in found.values()))"
    )
    usual = in_another_process(code, seconds=600, ALLIANCE_CACHE_DIR=str(tmp_path)).split()
    assert usual == [float(each).hex() for each in sim.run(Scenario(weeks=60), seed=3).outcomes.values()]
