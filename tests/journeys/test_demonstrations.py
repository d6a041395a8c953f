"""Trade-off demonstrations: their files, their sentences, their pictures and the command."""

import dataclasses
import io
import json
import re

import matplotlib.image
import numpy as np
import pandas as pd
import pytest
from ruamel.yaml import YAML

import experiments.ensemble as ensemble_room
from alliance.cli import main
from experiments.figures import pictures, tradeoff_figure
from experiments.store import load
from experiments.studies.demonstration import read_tradeoff, shipped_tradeoffs
from experiments.studies.tradeoff import in_memory, shown, tradeoff
from sim.errors import BadInput
from sim.outcomes import OUTCOMES
from tests.journeys.test_commands import answer, complaint

CODES = list(shipped_tradeoffs())
WRONG_FRENCH = re.compile(r" [:;!?%»]|[^\u00a0\u202f:][:;!?%»](?!/)|«[^\u00a0]|'|\"")


def made_up(blueprint, points, numbers, seed, out):
    """A stand-in for the model: the outcome rises with every fourth replicate's luck and with the lever."""
    for row, point, replicate in zip(out, points, numbers, strict=True):
        luck = np.random.default_rng([seed, int(replicate)]).random(len(row))
        row[:] = np.clip(0.3 + 0.05 * point["meeting_interval"] + 0.1 * luck, 0, 1)


@pytest.fixture
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario: None)
    monkeypatch.setattr(ensemble_room, "simulate", made_up)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


# The files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_each_is_explained_in_two_sentences_of_either_language(code):
    study = read_tradeoff(code)
    for lang in ("en", "fr"):
        assert len(study.explanation[lang]) == 2
        for sentence in study.explanation[lang]:
            assert re.fullmatch(r"[A-ZÀÉÊŒ«“].*[^ ]\.", sentence), sentence
            assert not re.search(r"\. ", sentence), f"two sentences in one: {sentence}"
            assert len(sentence) <= 220, sentence


@pytest.mark.parametrize("code", CODES)
def test_the_french_is_set_as_the_french_set_it(code):
    study = read_tradeoff(code)
    said = [study.titles["fr"], study.axis["fr"], *study.explanation["fr"]]
    said += [study.label(each, "fr") for each in (*study.levels, *study.arms)]
    assert not [text for text in said if WRONG_FRENCH.search(text)]
    assert not set(said[:2]) & {study.titles["en"], study.axis["en"]}


@pytest.mark.parametrize("code", CODES)
def test_what_a_study_stores_is_its_file_again(code, tmp_path):
    study = read_tradeoff(code)
    file = tmp_path / "study.yaml"
    file.write_text(study.text(), encoding="utf-8")
    again = read_tradeoff(file)
    assert again.describe() == study.describe()
    assert again.design().fingerprint() == study.design().fingerprint()
    assert again.claims == study.claims


@pytest.mark.parametrize("code", CODES)
def test_every_claim_is_seen_in_the_picture_or_told_beside_it(code):
    study = read_tradeoff(code)
    assert {claim.outcome for claim in study.claims} <= set(study.measured) <= set(OUTCOMES)
    assert set(study.outcomes) & {claim.outcome for claim in study.claims}
    kinds = {claim.kind for claim in study.claims}
    both_ways = {"rises", "falls"} <= kinds or len(study.outcomes) == 2
    assert kinds & {"peak", "crossing"} or both_ways, "neither an interior optimum, nor a crossing, nor two sides"


def test_levels_meet_the_values_that_were_written():
    design = read_tradeoff("T3").design()
    assert design.values()["alliance.formality"].tolist() == [0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0]
    study = read_tradeoff("T1")
    points = study.design().points(study.scenario.parameters)
    assert points["founders"].tolist() == [8] * 7 + [40] * 7
    assert points["meeting_interval"].tolist() == [1, 2, 3, 4, 6, 9, 12] * 2


GOOD = """\
tradeoff: mine
title: {en: Mine, fr: Le mien}
explanation:
  en: [One., Two.]
  fr: [Un., Deux.]
axis: {en: Weeks, fr: Semaines}
scenario: {start: 2025-01-06, horizon: 26w}
lever: alliance.meeting_interval
levels: [1, 2, 4]
outcomes: [trust_mean]
claims:
  - {peak: trust_mean, levels: [1, 2, 4]}
"""


LEVELS, CLAIM = "[1, 2, 4]\noutcomes", "levels: [1, 2, 4]}"
LISTED = "horizon: 26w, members: [{name: A, kind: ingo}, {name: B, kind: faith}]}\n"
SLIPS = [
    (
        "interval\n",
        "intervall\n",
        "8: lever: alliance.meeting_intervall; no such parameter; did you mean alliance.meeting",
    ),
    (LEVELS, "[1, 2, 40]\noutcomes", "9: levels[2]: 40; expected a whole number from 1 to 12 weeks"),
    (LEVELS, "[1, 1, 2, 4]\noutcomes", "9: levels: a list of 4; expected two levels or more, each of its own name"),
    ("lever: alliance.meeting_interval\n", "", "8: levels[0]: 1; a bare value needs a `lever:`"),
    ("[trust_mean]", "[trust_meen]", "10: outcomes[0]: trust_meen; no such outcome; did you mean trust_mean?"),
    (CLAIM, "levels: [1, 3, 4]}", "12: claims[0].levels[1]: 3; no such level"),
    (CLAIM, "levels: [1, 2]}", "12: claims[0].levels: expected 3 levels"),
    ("peak: trust_mean", "peek: trust_mean", "12: claims[0].peek: no such key; did you mean peak?"),
    ("{peak: trust_mean,", "{crossing: trust_mean,", "12: claims[0].rises_in: missing; expected `rises_in:` here"),
    ("{peak: trust_mean,", "{peak: trust_mean, arm: large,", "12: claims[0].arm: large; no such arm"),
    ("[One., Two.]", "[One.]", "4: explanation.en: a list of 1; expected a list of two sentences"),
    ("title: {en: Mine, fr: Le mien}", "title: {en: Mine}", "2: title.fr: missing; expected `fr:` here"),
    ("axis: {en: Weeks, fr: Semaines}\n", "", "1: axis: missing; expected `axis:` here"),
    ("horizon: 26w", "horizon: 26", "7: horizon: 26; expected a length of time"),
    ("horizon: 26w", "horizn: 26w", "7: horizn: no such key; did you mean horizon?"),
    (
        "outcomes: [",
        "arms: {a: {en: A, fr: A, set: {context.controversi: 0.1}}}\noutcomes: [",
        "10: arms.a.set.context.controversi: no such parameter; did you mean context.controversy?",
    ),
    (
        "horizon: 26w}\n",
        LISTED + "arms: {a: {en: A, fr: A, set: {alliance.founders: 5}}}\n",
        "8: arms.a.set.alliance.founders: alliance.founders; cannot be varied here",
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), SLIPS, ids=[told.partition(";")[0] for _, _, told in SLIPS])
def test_a_slip_in_a_file_is_told_with_its_line(tmp_path, old, new, told):
    assert old in GOOD
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        read_tradeoff(file)
    assert f"mine.yaml:{told}" in str(refused.value)


def test_all_slips_are_told_at_once_and_by_check(capsys, here):
    bad = GOOD.replace("[trust_mean]", "[trust_meen]").replace("fr: Semaines", "fr: 3").replace("[One.,", "[")
    (here / "mine.yaml").write_text(bad, encoding="utf-8")
    told = complaint(capsys, "check", "mine.yaml").splitlines()
    assert [line.split(":")[1] for line in told] == ["4", "6", "10"]
    (here / "mine.yaml").write_text(GOOD, encoding="utf-8")
    assert "fine" in answer(capsys, "check", "mine.yaml", "T1", "t12")


# The picture ----------------------------------------------------------------------------------------------------


def figure_texts(figure):
    """All that is written in a figure that has been laid out."""
    found = [text.get_text() for text in figure.texts]
    found += [text.get_text() for legend in figure.legends for text in legend.get_texts()]
    for axis in figure.axes:
        found += [axis.get_xlabel(), axis.get_ylabel()]
        found += [tick.get_text() for tick in (*axis.get_xticklabels(), *axis.get_yticklabels())]
    return [text for text in found if text]


def flat_tables(study):
    """Tables of means and differences for a picture, without running anything."""
    rows, steps = [], []
    for outcome in study.measured:
        high = 1.0 if OUTCOMES[outcome].high == 1 else 4000.0
        for arm in study.arms:
            names = [level.name for level in study.levels]
            for k, name in enumerate(names):
                middle = high * (0.3 + 0.05 * k)
                rows.append((outcome, arm.name, name, middle, 0.95 * middle, 1.05 * middle, 100))
            pairs = zip(names, names[1:], strict=False)
            steps += [(outcome, arm.name, a, b, 0.05 * high, 0.01 * high, 0.09 * high, 100) for a, b in pairs]
    levels = pd.DataFrame(rows, columns=["outcome", "arm", "level", "mean", "low", "high", "runs"])
    heads = ["outcome", "arm", "start", "end", "difference", "low", "high", "pairs"]
    return {"levels": levels, "effects": levels, "differences": pd.DataFrame(steps, columns=heads)}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("code", CODES)
def test_every_word_of_a_picture_is_inside_it_and_in_the_language(code, lang):
    study = read_tradeoff(code)
    figure = tradeoff_figure(flat_tables(study), shown(study, lang), lang)
    files = pictures(figure)
    texts = figure_texts(figure)
    joined = re.sub(r"[ \n]+", " ", " ".join(texts))
    for said in (study.titles[lang], study.axis[lang], *study.explanation[lang]):
        assert said in joined
    if lang == "fr":
        assert not [text for text in texts if WRONG_FRENCH.search(text.replace("\n", " "))]
    width, height = figure.get_size_inches() * figure.dpi
    for axis in figure.axes:
        box = axis.get_tightbbox()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height
    panels = [axis.get_tightbbox() for axis in figure.axes]
    for text in (*figure.texts, *figure.legends):
        box = text.get_window_extent()
        assert not any(box.overlaps(panel) for panel in panels), "words over a panel"
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height
    assert files["svg"].startswith(b"<?xml") and matplotlib.image.imread(io.BytesIO(files["png"])).shape[1] > 1000


def test_the_same_numbers_make_the_same_bytes():
    study = read_tradeoff("T5")
    first, second = (pictures(tradeoff_figure(flat_tables(study), shown(study, "fr"), "fr")) for _ in range(2))
    assert first == second


# The command ----------------------------------------------------------------------------------------------------


def test_without_a_name_the_twelve_are_listed(capsys):
    lines = answer(capsys, "tradeoff", "--lang", "fr").splitlines()
    assert [line.split()[0] for line in lines] == [f"T{k}" for k in range(1, 13)]
    assert "Se réunir souvent ou rarement" in lines[0]
    listed = json.loads(answer(capsys, "tradeoff", "--json"))
    assert listed[11]["tradeoff"] == "T12" and set(listed[0]) == {"tradeoff", "name", "en", "fr"}


def test_an_unknown_name_is_told_with_the_twelve(capsys):
    told = complaint(capsys, "tradeoff", "T13").splitlines()
    assert told[0].startswith("T13: no such trade-off; expected one of T1, T2") and len(told) == 13


def test_a_demonstration_from_name_to_picture(capsys, here, quick_model):
    said = answer(capsys, "tradeoff", "T1", "-q", "--replicates", 20)
    study = read_tradeoff("T1")
    assert all(sentence in said for sentence in study.explanation["en"])
    root = here / "results" / "tradeoff-t01_meet_often_or_rarely-r20"
    for lang in ("en", "fr"):
        for suffix in ("png", "svg"):
            assert (root / "figures" / f"tradeoff-{lang}.{suffix}").stat().st_size > 10_000
    assert "figures/tradeoff-en.png" in said
    runs = load(root).runs
    assert len(runs) == 14 * 20 and runs["alliance.meeting_interval"].nunique() == 7
    # by the stand-in every week more adds 0.05, whatever the luck: the peak is contradicted
    assert "[contradicted]" in said and "+5.0 [+5.0 to +5.0]" in said
    again = answer(capsys, "tradeoff", "t01", "-q", "--replicates", 20, "--lang", "fr")
    assert "déjà terminé" in again and "tradeoff-fr.png" in again and "[contredit]" in again
    assert "[contredit]" in answer(capsys, "resume", root, "-q", "--lang", "fr")
    assert "report.html" in answer(capsys, "report", root, "--lang", "fr")
    page = (root / "report.html").read_text(encoding="utf-8")
    assert 'lang="fr"' in page and "data:image/png" in page and study.explanation["fr"][0] in page
    assert answer(capsys, "results", root)


def test_json_holds_levels_differences_and_verdicts(capsys, here, quick_model):
    data = json.loads(answer(capsys, "tradeoff", "T1", "--json", "-q", "-r", 12, "--seed", 3, "--out", "there"))
    assert data["tradeoff"] == "T1" and data["seed"] == 3 and data["runs"] == 14 * 12 and data["folder"] == "there"
    small = data["outcomes"]["policy_changed"]["small"]
    assert [each["level"] for each in small["levels"]] == ["1", "2", "3", "4", "6", "9", "12"]
    assert small["differences"][3] | {"difference": None, "interval": None} == {
        "start": "4", "end": "6", "difference": None, "pairs": 12, "interval": None
    }  # fmt: skip
    assert small["differences"][3]["difference"] == pytest.approx(0.1)
    assert data["verdict"] == "fail" and data["claims"][0]["kind"] == "peak"
    assert len(data["figures"]["fr"]) == 2


def test_other_numbers_do_not_touch_the_folder_of_the_default(capsys, here, quick_model):
    answer(capsys, "tradeoff", "T1", "-q", "-r", 4)
    answer(capsys, "tradeoff", "T1", "-q", "-r", 4, "--seed", 9)
    assert sorted(path.name for path in (here / "results").iterdir()) == [
        "tradeoff-t01_meet_often_or_rarely-r4", "tradeoff-t01_meet_often_or_rarely-r4-s9"
    ]  # fmt: skip


def test_one_run_a_point_is_refused(capsys, here):
    assert "expected 2 or more" in complaint(capsys, "tradeoff", "T1", "-r", 1)


def test_a_file_of_ones_own(capsys, here, quick_model):
    (here / "mine.yaml").write_text(GOOD, encoding="utf-8")
    said = answer(capsys, "tradeoff", "mine.yaml", "-q", "-r", 5)
    assert "mine – Mine" in said and (here / "results" / "tradeoff-mine-r5").is_dir()


def test_any_number_of_workers_finds_the_same(tmp_path):
    study = dataclasses.replace(read_tradeoff("T8"), replicates=6)
    one, two = in_memory(study, workers=1), in_memory(study, workers=2)
    assert one == two
    assert tradeoff(study, tmp_path / "there").data == one


def test_shipped_files_are_plain_yaml():
    for path in shipped_tradeoffs().values():
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        assert {"tradeoff", "explanation", "levels", "claims"} <= set(data)
    assert main(["check", *CODES]) == 0
