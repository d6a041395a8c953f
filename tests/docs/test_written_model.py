"""Pages say what the model is: made parts are up to date, names exist, links lead somewhere, registers are complete."""

from __future__ import annotations

import ast
import re

import numpy as np
import pytest

import sim.state
from docs.making import numbers, source, traces
from docs.making.equations import equations, told
from docs.making.pages import BEGIN, DOCS, END, PAGES
from docs.making.parts import described
from sim.declare import FAMILIES, OFFICES
from sim.events import CODES
from sim.kinds import KINDS
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, SHORT_NAMES
from sim.rules import addresses, words
from sim.week import WEEK

ROOT = source.SIM.parent
RECORDS = [name for name, value in vars(sim.state).items() if isinstance(value, np.dtype) and name.isupper()]
RECORDS.remove("PARAMETER_DTYPE")
ODD = (DOCS / "odd.md").read_text(encoding="utf-8")
ASSUMPTIONS = (DOCS / "assumptions.md").read_text(encoding="utf-8")
WRITTEN = [path for path in sorted(DOCS.glob("*.md")) if path.name not in ("reference.md", "submodels.md", "rows.md")]


# Made parts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_what_the_model_says(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run python docs/make_reference.py"


# Links and names ----------------------------------------------------------------------------------------------------


def headings(text):
    """The names under which the headings of a page can be linked to, made as code hosts make them."""
    outside = re.sub(r"```.*?```", "", text, flags=re.S)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", outside, re.M)}


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_a_heading(path):
    text = path.read_text(encoding="utf-8")
    broken = []
    for target in set(re.findall(r"\]\(([^)\s]+)\)", text)):
        if "://" in target:
            continue
        name, _, heading = target.partition("#")
        page = path if not name else path.parent / name
        if not page.exists() or (heading and heading not in headings(page.read_text(encoding="utf-8"))):
            broken.append(target)
    assert not broken


def known_names():
    """Every name that a page may show in code marks."""
    names = {*SHORT_NAMES, *PARAMETERS, *OUTCOMES, *KINDS, *FAMILIES, *OFFICES, *CODES, *vars(addresses), *vars(words)}
    names |= {each.name for each in source.model()} | {phase.name for phase in WEEK} | {"live_block", "entity_address"}
    for record in RECORDS:
        names |= set(getattr(sim.state, record).names or ())
    return names


@pytest.mark.parametrize("name", ["odd.md", "assumptions.md"])
def test_every_name_in_code_marks_exists(name):
    """A rule, parameter, field or outcome that was renamed may not live on in prose."""
    made_or_typed = rf"```.*?```|{BEGIN}.*?{END}"
    text = re.sub(made_or_typed, "", (DOCS / name).read_text(encoding="utf-8"), flags=re.S)
    shown = set(re.findall(r"`([a-z]\w*_\w+)`", text))
    assert len(shown) > 10
    gone = shown - known_names()
    assert not gone


def test_the_index_names_every_page():
    text = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path.name != "README.md"]
    assert not [page for page in pages if f"]({page})" not in text]


# ODD+D --------------------------------------------------------------------------------------------------------------


def test_the_description_has_the_elements_of_the_protocol_in_their_order():
    """Grimm and others 2020, the seven elements; within the fourth the sections of Müller and others 2013."""
    elements = ["Purpose and patterns", "Entities, state variables, and scales", "Process overview and scheduling",
                "Design concepts", "Initialisation", "Input data", "Submodels"]  # fmt: skip
    assert re.findall(r"^## [1-7] (.+)$", ODD, re.M) == elements
    concepts = ["Theoretical and empirical background", "Individual decision making", "Learning", "Individual sensing",
                "Individual prediction", "Interaction", "Collectives", "Heterogeneity", "Stochasticity",
                "Emergence and observation"]  # fmt: skip
    assert re.findall(r"^### 4\.\d+ (.+)$", ODD, re.M) == concepts


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_of_the_state_is_described(record):
    said = described(record)
    silent = [field for field in getattr(sim.state, record).names or () if not said.get(field, ("", ""))[1]]
    assert not silent, "a comment on the field's own line in sim/state.py, or docs/state.yaml"


def test_no_field_is_described_that_is_not_there():
    table = numbers.table("state.yaml")
    assert set(table) <= set(RECORDS)
    assert not [f"{record}.{field}" for record, fields in table.items()
                for field in set(fields) - set(getattr(sim.state, record).names or ())]  # fmt: skip


def test_every_step_of_the_week_has_a_submodel():
    asked = {word for line in re.findall(r"begin phases (.+?) -->", ODD) for word in line.split()}
    assert asked == {str(phase.process) for phase in WEEK}


def test_every_file_of_rules_has_a_submodel_and_stands_in_full():
    files = {each.place.split(".")[0] for each in source.rules()} | {"founding", "outcomes"}
    asked = {word for line in re.findall(r"begin functions (.+?) -->", ODD) for word in line.split()}
    assert files - {"explaining"} == asked - {"tactics"}
    page = (DOCS / "submodels.md").read_text(encoding="utf-8")
    full = set(re.findall(r"^#### (\w+)$", page, re.M))
    assert {each.name for each in source.rules()} - full == source.tellers()
    assert not source.tellers() - set(re.findall(r"`(\w+)`", page[page.index("## Explaining a run") :]))


@pytest.mark.parametrize("function", source.rules(), ids=lambda function: function.place)
def test_what_only_tells_decides_nothing(function):
    """A function that writes nothing but fields of telling is left out of the equations, and no other is.

    By hand, what may be written only to tell: the log, sums of what moved holders, what was waited for, why a
    provision is not in the bill.
    """
    written = {field for each in source.reached(function) for field in each.writes}
    other = {field for field in written if not source.TOLD_FIELDS.fullmatch(field)}
    if function.only_tells:
        assert not other
    else:
        assert other or not written


def test_no_rule_reads_what_was_only_written_to_tell():
    """Else it would be part of the model, and would have to stand in the equations."""
    for function in source.model():
        if not function.only_tells:
            read = {field for field in function.reads if source.TOLD_FIELDS.fullmatch(field)}
            assert not read - {"events.shape"}, function.place  # whether there is a log


DECIDING = [each for each in source.rules() if not each.only_tells]


@pytest.mark.parametrize("function", DECIDING, ids=lambda function: function.place)
def test_no_parameter_draw_or_written_field_is_lost_on_the_way_to_the_page(function):
    text = "\n".join(equations(function))
    assert not {each for each in function.writes if not re.search(rf"\b{each.rpartition('.')[2]}\b[^\n]* ← ", text)}
    assert set(re.findall(r"\bp\.(\w+)", text)) == function.parameters
    drawn = set(re.findall(r"[UN]·([A-Z_]+)|\bat\.([A-Z_]+)", text))
    assert {name for pair in drawn for name in pair if name} - {"NONE"} == function.draws


BACK = ((" · ", " * "), ("^", " ** "), ("−", "-"), (" ≤ ", " <= "), (" ≥ ", " >= "), (" ≠ ", " != "), (" = ", " == "))


def meaning(text):
    """The syntax tree of an expression, numbers as real ones, without what printing leaves out on purpose."""
    for sign in ("math.", "float"):
        text = re.sub(rf"\b{re.escape(sign)}", "", text)
    tree = ast.parse(text, mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
            node.value = float(node.value)
    return ast.dump(tree)


def test_printed_signs_lose_no_bracket_and_no_operator():
    """Every expression of every rule, printed and read back, is the same tree."""
    different, seen = [], 0
    for function in source.model():
        for node in ast.walk(function.node):
            if isinstance(node, ast.expr) and not isinstance(node, ast.Constant | ast.Name | ast.Starred):
                written = ast.unparse(node)
                if re.search(r"""[:'"]|(?<![<>=!])=(?!=)""", written):  # slices, texts, named arguments
                    continue
                read_back = told(written)
                for sign, instead in BACK:
                    read_back = read_back.replace(sign, instead)
                seen += 1
                if meaning(read_back) != meaning(written):
                    different.append((function.place, written, told(written)))
    assert seen > 5000
    assert not different, different[:5]


def test_an_equation_is_the_rule_in_other_signs():
    """By hand, from the text of the rules, one of each shape."""
    by_name = {each.place: each for each in source.rules()}
    assert equations(by_name["forms.near"]) == [
        "near(distance, scale)", "  z ← distance / scale", "  result: 1 / ((1 + z · z) · (1 + z · z))",
    ]  # fmt: skip
    assert equations(by_name["leaving.leaving_hazard"])[-1] == "  result: 0.5 · hazard if is_dormant, else hazard"
    assert "      rows[n] ← i" in equations(by_name["joining.gather_members"]), "a list that is written stays a list"
    assert "  j ← rows[k]" in equations(by_name["families.accompany"]), "a place that is drawn is no row yet"
    red = "\n".join(equations(by_name["agreeing.choose_red_lines"]))
    assert "if free and (best = NOBODY or provisions[q].liking > provisions[best].liking):" in red
    assert "  U·" not in red and "stop" not in red
    pledges = "\n".join(equations(by_name["acting.ask_for_pledges"]))
    assert pledges.endswith("policy.pledges ← policy.pledges + 1"), "the log and its reasons are left out"
    assert "before" not in "\n".join(equations(by_name["calendar.take_office"])), "so is a name that only they need"


def test_reading_follows_local_names_to_the_state():
    by_name = {each.place: each for each in source.rules()}
    bond = by_name["meeting.bond"]
    assert bond.writes == {"trust"} and {"alliance.purpose", "organisations.attending", "trust"} <= bond.reads
    assert "trust" not in by_name["relating.drive_of"].reads, "there it is a number"
    assert by_name["forms.happens"].reads == by_name["forms.happens"].writes == frozenset()


# Facts and disagreements --------------------------------------------------------------------------------------------


def facts_on_the_page():
    return {mark for named, *_ in numbers.table("facts.yaml") for mark in named.split()}


def test_every_published_fact_that_the_model_cites_is_on_the_page():
    text = "\n".join(path.read_text(encoding="utf-8") for path in source.SIM.rglob("*.py"))
    cited = set(re.findall(r"\bA\d+\b", text))
    for first, last in re.findall(r"\bA(\d+) to A(\d+)\b", text):
        cited |= {f"A{number}" for number in range(int(first), int(last) + 1)}
    assert len(cited) > 20
    assert not cited - facts_on_the_page() - {"A1CE"}


@pytest.mark.parametrize("conflict", numbers.table("conflicts.yaml"), ids=lambda each: each["about"][:40])
def test_a_reading_of_the_evidence_can_be_set(conflict):
    readings = conflict["readings"]
    assert len(readings) != 1, "a disagreement has two readings, or none and the reason"
    assert readings or conflict["note"]
    for name, values in readings.items():
        for path, value in values.items():
            assert path in PARAMETERS and PARAMETERS[path].problem(value) is None, (name, path)
            if name.startswith("default"):
                assert value == PARAMETERS[path].default, (name, path)
    assert len({tuple(values.items()) for values in readings.values()}) == len(readings)


def test_seven_disagreements_stay_visible():
    assert len(numbers.table("conflicts.yaml")) == 7


# Assumptions --------------------------------------------------------------------------------------------------------


def listed(letter):
    return re.findall(rf"^\| ({letter}\d+) \|", ASSUMPTIONS[: ASSUMPTIONS.index("## Values and ranges")], re.M)


@pytest.mark.parametrize("letter", ["F", "J"])
def test_assumptions_are_cited_and_cited_ones_are_listed(letter):
    said = [each.said for each in source.model()] + [source.head(path.stem) for path in source.RULE_FILES]
    declared = [p.declaration.source for p in PARAMETERS.values()]
    cited = set(re.findall(rf"\b{letter}\d+\b", " ".join(said + declared)))
    cited |= {entry.by for entry in numbers.register() if entry.by.startswith(letter)}
    assert set(listed(letter)) == cited
    assert len(listed(letter)) == len(set(listed(letter)))


def test_places_named_on_the_page_of_assumptions_exist():
    rows = [line.split("|")[3] for line in ASSUMPTIONS.splitlines() if re.match(r"\| [FJ]\d+ \| [A-Z]", line)]
    assert len(rows) > 20
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert not named - {each.name for each in source.model()}
    assert all((ROOT / path).exists() for row in rows for path in re.findall(r"`(sim/[\w/.]+)`", row))


def test_every_number_in_a_rule_is_a_coefficient_or_covered():
    """Neither 0 nor 1 nor mathematics nor a numbered assumption: then it belongs among the coefficients."""
    covered = numbers.covered()
    bare = {place: found - covered.get(place, set()) for place, found in numbers.found().items()}
    assert not {place: sorted(left) for place, left in bare.items() if left}, "docs/fixed_numbers.yaml"


def test_the_register_of_numbers_lists_none_that_is_gone():
    found = numbers.found()
    gone = {place: covered - found.get(place, set()) for place, covered in numbers.covered().items()}
    assert not {place: sorted(left) for place, left in gone.items() if left}, "docs/fixed_numbers.yaml"


def test_every_entry_of_the_register_says_what_it_stands_for():
    known = {*listed("F"), *listed("J"), "mathematics"}
    assert not [entry for entry in numbers.register() if entry.by not in known or not entry.what or not entry.numbers]


def test_a_bare_number_would_be_found(tmp_path):
    """The walk sees numbers in expressions, defaults and tables, and no names, strings or truth values."""
    path = tmp_path / "odd_rule.py"
    path.write_text(
        'LIMIT = 0.7\n\ndef rule(x, most=3):\n    """Two words, 9."""\n    return -2.5 * x + 1.0 if True else 0\n'
    )
    assert {place: numbers.literals(node) for place, node in numbers.places(path)} == {
        "odd_rule.LIMIT": {0.7}, "odd_rule.rule": {3.0, 2.5},
    }  # fmt: skip


# Rows of the mission ------------------------------------------------------------------------------------------------


def test_every_row_has_a_title_and_a_section():
    assert list(traces.titles()) == source.ROWS
    text = (DOCS / "rows.md").read_text(encoding="utf-8")
    assert re.findall(r"^### ([ST]\d+) ", text, re.M) == source.ROWS


@pytest.mark.parametrize("row", [f"S{number:02d}" for number in range(1, 53)])
def test_a_rule_answers_to_every_row(row):
    """A function, not only the head of a file: there a reader finds what the row became."""
    assert traces.ruled()[row]


def test_ranges_of_rows_are_written_out():
    assert source.cited("S24 to S27, T9 and S02") == ["S02", "S24", "S25", "S26", "S27", "T9"]


def test_effect_tests_are_found_by_their_names():
    found = traces.effect_tests()
    assert any("test_controversy_diverts_hours" in link for link in found["S03"]), "by the name of its file"
    assert any("test_t12_some_red_lines" in link for link in found["T12"]), "by its own name"
    assert any("test_controversy_costs_change" in link for link in found["S03"]), "by what its docstring cites"
