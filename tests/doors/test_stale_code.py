"""An edit to any rule is another model: never the old science from the cache (ENGINE, trap 1)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sim import compiled
from tests.support import ROOT, in_another_process

HASH = "from sim import compiled; print(compiled.CODE_HASH, compiled.CACHE_DIRECTORY)"


@pytest.fixture
def copy(tmp_path):
    """A copy of `sim`, to be edited."""
    shutil.copytree(ROOT / "sim", tmp_path / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def asked(root, code=HASH):
    return in_another_process(code, root=root, ALLIANCE_CACHE_DIR=str(root / "cache")).split()


def edit(root, name, old, new):
    path = root / "sim" / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} no longer says {old!r}: choose another number for this test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy_is_the_same_model_and_an_edit_another(copy):
    name, directory = asked(copy)
    assert name == compiled.CODE_HASH
    for file, old, new in (
        ("rules/agreeing.py", "return 0.4", "return 0.41"),
        ("rules/forms.py", "stock / (1.0 + stock)", "stock / (1.1 + stock)"),
        ("draws.py", "DISCARD = np.uint64(11)", "DISCARD = np.uint64(12)"),
        ("parameters/context.py", "        30.0,", "        31.0,"),
        ("kinds/faith.py", "representativeness=0.6", "representativeness=0.61"),
        ("events.py", "EVENT_KINDS", "# an edit\nEVENT_KINDS"),
    ):
        edit(copy, file, old, new)
        before = name
        name, other = asked(copy)
        assert name != before and other != directory, file


def test_two_checkouts_of_one_model_keep_their_compiled_code_apart(copy):
    """numba stores code by the place of its source: in one folder each part would lie there twice, and a mark that all
    is compiled would speak for the other checkout."""
    name, directory = asked(copy)
    here = in_another_process(HASH, ALLIANCE_CACHE_DIR=str(copy / "cache")).split()
    assert here[0] == name and here[1] != directory


def test_an_edit_that_rules_do_not_see_keeps_the_compiled_code(copy):
    before = asked(copy)
    (copy / "sim" / "scenario" / "policy.py").write_text("# nothing\n", encoding="utf-8")
    assert asked(copy) == before


def test_an_edited_formula_gives_its_new_answer_with_a_warm_cache(copy):
    """The whole way for one formula: compiled, stored, edited in a module of its own, and answered anew."""
    code = "from sim.compiled import door\nfrom sim.rules import forms\nprint(door(forms.half_full)(3.0))"
    assert asked(copy, code) == asked(copy, code) == ["0.75"]
    stored = {path.name for path in (copy / "cache").rglob("*.nbc")}
    assert stored
    edit(copy, "rules/forms.py", "stock / (1.0 + stock)", "stock / (3.0 + stock)")
    assert asked(copy, code) == ["0.5"]


@pytest.mark.slow
def test_a_called_formula_in_another_file_is_not_stale_either(copy):
    """`opposition_weight` is stored by its own file and contains `half_full` of another: numba alone
    would not see it.
    """
    code = (
        "from sim.compiled import door\nfrom sim.rules.opposing import opposition_weight\n"
        "from sim.parameters import Parameters, pack\n"
        "p = pack(Parameters().with_values({'coefficient.persuasion': 1.0, 'coefficient.opposition_bite': 1.0,"
        " 'coefficient.opponent_usual_access': 1.0}))[0]\n"
        "print(door(opposition_weight)(3.0, 1.0, True, p))"
    )
    assert asked(copy, code) == ["0.75"]
    edit(copy, "rules/forms.py", "stock / (1.0 + stock)", "stock / (3.0 + stock)")
    assert asked(copy, code) == ["0.5"]


def test_a_cache_that_others_can_write_is_not_used(copy):
    shared = copy / "cache"
    shared.mkdir()
    shared.chmod(0o777)
    directory = Path(asked(copy)[1])
    assert shared not in directory.parents and os.stat(directory).st_mode & 0o077 == 0
    shutil.rmtree(directory)


def test_a_damaged_cache_can_be_forgotten(copy):
    code = (
        "from sim import compiled\nfrom sim.compiled import door\nfrom sim.rules import forms\n"
        "door(forms.half_full)(3.0)\ncompiled.forget_compiled()\n"
        "print(len(list(compiled.CACHE_DIRECTORY.rglob('*.nbc'))), compiled.CACHE_DIRECTORY.exists())"
    )
    assert asked(copy, code) == ["0", "True"]
