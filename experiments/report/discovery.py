"""The page of scenario discovery: under which conditions something happens, how sure that is, what cannot be said."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from experiments.analysis.boxes import Box, Found, Judged
from experiments.analysis.cases import Axis, Share
from experiments.analysis.rules import Node
from experiments.analysis.scores import Skill
from experiments.report.page import failed_sentence, picture, rendered
from experiments.report.phrases import phrase
from experiments.report.sentences import listed
from experiments.words import (
    conditions,
    count,
    factor_label,
    number,
    outcome_label,
    percent,
    plain_number,
    quoted,
    signed_points,
)
from sim.parameters import PARAMETERS

CHANGED = "policy_changed"
FRAGILE = 0.5
OPTIMISTIC = 0.02
# What an area under the curve is called: conventions (Hosmer, Lemeshow and Sturdivant 2013, doi 10.1002/9781118548387)
CALLED = ((0.6, "skill_hardly"), (0.7, "skill_little"), (0.8, "skill_fairly"), (0.9, "skill_well"))


@dataclass(frozen=True, slots=True)
class Event:
    """What is looked for: an outcome, a limit where it is a number, and in which arm ("with", "without", "gain")."""

    outcome: str
    above: float | None = None
    below: float | None = None
    arm: str = "with"

    @property
    def is_change(self) -> bool:
        """Whether it is the change of policy itself."""
        return self.outcome == CHANGED and self.above is None and self.below is None

    def said(self, lang: str) -> str:
        """The event as the beginning of a sentence."""
        if self.is_change:
            return phrase({"with": "event_changes"}.get(self.arm, f"event_changes_{self.arm}"), lang)
        label = quoted(outcome_label(self.outcome, lang), lang)
        limit = self.above if self.above is not None else self.below
        key = "event_yes" if limit is None else "event_above" if self.above is not None else "event_below"
        told = phrase(key, lang, label=label, limit=plain_number(limit, lang) if limit is not None else "")
        return told if self.arm == "with" else phrase(f"event_{self.arm}", lang, event=told)

    def things(self, lang: str) -> str:
        """What a box holds a part of."""
        return phrase("these_changes" if self.is_change else "these_runs", lang)


@dataclass(frozen=True, slots=True)
class Discovered:
    """All that the page of scenario discovery tells.

    Parameters
    ----------
    event : Event
    axes : sequence of Axis
    rate : Share
        How often it happens over all runs.
    facts : mapping
        points, runs, finding, judging, failed, looked_at (runs with those that failed), replicates, without_value.
    lack : (key, mapping) or None
        Why nothing was looked for: "few_points", "few_hits", "few_misses", with the numbers.
    boxes, tree, scores, skill
        What was found; empty or None where nothing was looked for.
    drawn, own_chance : bool
        Whether factors were varied independently, and whether each situation met chance of its own.
    missing : str
        How runs without a value count: "no", "yes", "out"; "" where there are none.
    failures : str
        The file of the folder that names the runs that failed.
    """

    title: str
    event: Event
    axes: Sequence[Axis]
    rate: Share
    facts: Mapping[str, int]
    lack: tuple[str, Mapping[str, int]] | None
    boxes: Sequence[Found]
    tree: Node | None
    scores: pd.DataFrame | None
    skill: Skill | None
    pictures: Mapping[str, bytes]
    provenance: Sequence[tuple[str, str]]
    drawn: bool = True
    own_chance: bool = True
    missing: str = ""
    failures: str = ""


def discovery_page(told: Discovered, lang: str = "en") -> str:
    """The page as HTML text: no link, no script, nothing from elsewhere."""
    return rendered(
        "discovery.html",
        lang,
        title=phrase("title_discovery", lang, title=told.title),
        asked=asked_sentence(told, lang),
        halves=_halves(told, lang),
        notes=_notes(told, lang),
        lack=lack_sentence(told.lack, lang),
        answers=answers(told, lang),
        no_box="" if told.boxes else no_box_sentence(told.skill, lang),
        boxes=[_box(told, k, lang) for k in range(len(told.boxes))],
        tree=_tree(told, lang),
        tree_figure=picture(told.pictures, "tree", "figure_tree", lang),
        skill=skill_sentences(told.skill, lang),
        scores=_scores(told.scores, lang),
        scores_figure=picture(told.pictures, "scores", "figure_scores", lang),
        limits=_limits(told, lang),
        provenance=told.provenance,
    )


def asked_sentence(told: Discovered, lang: str) -> str:
    """What was looked for, in how many runs, and how often it happens."""
    span = _span(told.rate, "share", lang)
    numbers = {name: count(told.facts[name], lang) for name in ("points", "runs")}
    return phrase("asked_discovery", lang, event=told.event.said(lang), **numbers, **span)


def _span(share: Share, name: str, lang: str) -> dict[str, str]:
    return {name: percent(share.estimate, lang), "low": percent(share.low, lang), "high": percent(share.high, lang)}


def _halves(told: Discovered, lang: str) -> str:
    if told.lack is not None:
        return ""
    return phrase("halves", lang, **{name: count(told.facts[name], lang) for name in ("finding", "judging")})


def _notes(told: Discovered, lang: str) -> list[str]:
    """What was left out, or counted one way or the other."""
    failed, without = told.facts["failed"], told.facts["without_value"]
    named = phrase("failed_named", lang, file=told.failures)
    notes = [f"{failed_sentence(failed, told.facts['looked_at'], lang)} {named}"] if failed else []
    if without:
        counted = phrase(f"counted_{told.missing}", lang)
        notes.append(phrase("left_out_missing", lang, count=count(without, lang), counted=counted))
    return notes


def lack_sentence(lack: tuple[str, Mapping[str, int]] | None, lang: str) -> str:
    """Why nothing was looked for; empty where something was."""
    if lack is None:
        return ""
    return phrase(lack[0], lang, **{name: count(value, lang) for name, value in lack[1].items()})


def answers(told: Discovered, lang: str) -> list[str]:
    """The answer in a few sentences: confirmed boxes, or that there is none, and how far conditions foretell it."""
    if told.lack is not None:
        return [lack_sentence(told.lack, lang)]
    sure = [k for k, each in enumerate(told.boxes) if each.confirmed]
    found = [" ".join(box_sentences(told, k, lang)[:2]) for k in sure] or [no_box_sentence(told.skill, lang)]
    return [*found, *skill_sentences(told.skill, lang)[:1]]


def no_box_sentence(skill: Skill | None, lang: str) -> str:
    """That there is no box; where conditions foretell it all the same (two parts may hide each other), that too."""
    none = phrase("box_none", lang)
    foretold = skill is not None and called(skill) != "skill_coin"
    return f"{none} {phrase('box_none_yet', lang)}" if foretold else none


def box_sentences(told: Discovered, k: int, lang: str) -> list[str]:
    """What is said of a box: where it was found, on other points, how over-optimistic the search was, how steady."""
    one = told.boxes[k]
    first = one.finding
    words = {
        "event": told.event.said(lang),
        "density": percent(first.density.estimate, lang),
        "conditions": listed(conditions(told.axes, one.box, lang), lang),
        "mass": percent(first.mass.estimate, lang),
        "coverage": percent(first.coverage.estimate, lang),
        "things": told.event.things(lang),
    }
    key = "box_found" if told.event.is_change else "box_found_these_runs"
    found = phrase(key, lang, **words)
    if k:
        found = phrase("box_next", lang) + found[0].lower() + found[1:]
    return [found, *_honest(one, lang), *_steady(told.axes, one, lang)]


def _honest(one: Found, lang: str) -> list[str]:
    density = one.judging.density
    if density.groups == 0:
        return [phrase("box_empty", lang)]
    words = _span(density, "density", lang) | {"outside": percent(one.judging.outside.estimate, lang)}
    if not one.confirmed:
        return [phrase("box_unsure", lang, **words)]
    more = one.finding.density.estimate - density.estimate
    told = [phrase("box_honest", lang, **words)]
    return told + [phrase("box_optimism", lang, points=signed_points(more, lang)[1:])] * (more >= OPTIMISTIC)


def _steady(axes: Sequence[Axis], one: Found, lang: str) -> list[str]:
    """How often other halves find the same limits; each by its condition, which tells both ends of a factor apart."""
    pairs = list(zip(single_conditions(axes, one.box, lang), one.reproduced, strict=True))
    told = [phrase("again_in", lang, factor=said, share=percent(share, lang)) for said, share in pairs]
    weak = [said for said, share in pairs if share < FRAGILE]
    return [phrase("box_again", lang, factors=listed(told, lang))] + (
        [phrase("box_fragile", lang, factors=listed(weak, lang))] if weak else []
    )


def single_conditions(axes: Sequence[Axis], box: Box, lang: str) -> list[str]:
    """Each restriction of a box by itself."""
    bare = Box.everything(len(axes))
    return [
        conditions(axes, bare.moved(each.axis, each.end, box.limit(each)), lang)[0] for each in box.restrictions
    ]


def _box(told: Discovered, k: int, lang: str) -> dict[str, Any]:
    one, place = told.boxes[k], str(k + 1)
    rows = [
        {"condition": said, "quasi_p": _chance(p, lang), "reproduced": percent(again, lang), "role": _role(path, lang)}
        for said, p, again, path in zip(
            single_conditions(told.axes, one.box, lang), one.quasi_p, one.reproduced,
            [told.axes[each.axis].path for each in one.box.restrictions], strict=True,
        )
    ]  # fmt: skip
    figures = [picture(told.pictures, f"{name}-{place}", f"figure_{name}", lang, number=place) for name in FIGURES]
    return {
        "title": phrase("box_title" if one.confirmed else "box_title_unsure", lang, number=place),
        "confirmed": one.confirmed,
        "sentences": box_sentences(told, k, lang),
        "conditions": rows,
        "measures": _measures(told, one, lang),
        "figures": [each for each in figures if each is not None],
    }


FIGURES = ("box", "pair", "path")


def _chance(p: float, lang: str) -> str:
    """A quasi-p value as people read it."""
    return f"< {number(0.001, lang, 3)}" if p < 0.001 else number(p, lang, 3)


def _role(path: str, lang: str) -> str:
    """Who sets a factor; founders drawn as a whole are the alliance's choice."""
    role = PARAMETERS[path].role if path in PARAMETERS else "lever"
    return phrase(f"role_{role}", lang)


def _measures(told: Discovered, one: Found, lang: str) -> list[dict[str, str]]:
    """Density, coverage, mass and lift on both halves; a measure a row."""
    names = {
        "density": phrase("density_inside", lang),
        "outside": phrase("density_outside", lang),
        "coverage": phrase("coverage_of", lang, things=told.event.things(lang)),
        "mass": phrase("mass_of", lang),
    }
    rows = [
        {"name": label} | {half: _cell(getattr(part, key), lang) for half, part in _both(one)}
        for key, label in names.items()
    ]
    lifts = {half: number(part.lift, lang) for half, part in _both(one)}
    return [*rows, {"name": phrase("lift", lang)} | lifts]


def _both(one: Found) -> list[tuple[str, Judged]]:
    return [("finding", one.finding), ("judging", one.judging)]


def _cell(share: Share, lang: str) -> str:
    if not math.isfinite(share.estimate):
        return "–"
    span = phrase("to", lang, low=percent(share.low, lang), high=percent(share.high, lang))
    return f"{percent(share.estimate, lang)} ({span})"


def _tree(told: Discovered, lang: str) -> dict[str, Any] | None:
    if told.tree is None:
        return None
    everything = phrase("all_situations", lang)
    rows = [
        {
            "said": listed(conditions(told.axes, leaf.box, lang), lang) if leaf.box.axes else everything,
            "finding": percent(leaf.finding, lang),
            "judging": _cell(leaf.judging, lang),
            "mass": percent(leaf.mass, lang),
        }
        for leaf in told.tree.leaves()
    ]
    return {"rows": rows, "text": phrase("tree_text" if told.tree.branches else "tree_bare", lang)}


def skill_sentences(skill: Skill | None, lang: str) -> list[str]:
    """How far conditions foretell it at all, in plain words."""
    if skill is None or not math.isfinite(skill.auc[0]):
        return []
    area, low, high = (percent(value, lang) for value in skill.auc)
    told = [phrase("skill_auc", lang, word=phrase(called(skill), lang), auc=area, low=low, high=high)]
    if skill.skill[1] > 0.0:
        less, least, most = (percent(value, lang) for value in skill.skill)
        told.append(phrase("skill_error", lang, skill=less, low=least, high=most))
    else:
        told.append(phrase("skill_worse", lang))
    if math.isfinite(skill.most):
        told.append(phrase("skill_most", lang, most=percent(skill.most, lang)))
    return told


def called(skill: Skill) -> str:
    """The key of the word for how far conditions foretell it: by the area, once its interval leaves out a coin."""
    if skill.auc[1] <= 0.5:
        return "skill_coin"
    return next((key for limit, key in CALLED if skill.auc[0] < limit), "skill_very")


def score_sentences(scores: pd.DataFrame, lang: str) -> list[str]:
    """Which factors foretell it, and which cannot be told apart from useless ones."""
    named = {
        counts: [quoted(factor_label(path, lang), lang) for path in part["factor"]]
        for counts, part in ((flag, scores[scores["counts"] == flag]) for flag in (True, False))
    }
    if not named[True]:
        return [phrase("scores_none", lang)]
    told = [phrase("scores_count", lang, factors=listed(named[True], lang))]
    return told + [phrase("scores_useless", lang, factors=listed(named[False], lang))] * bool(named[False])


def _scores(scores: pd.DataFrame | None, lang: str) -> dict[str, Any] | None:
    if scores is None:
        return None
    rows = [
        {
            "label": factor_label(row["factor"], lang),
            "role": _role(row["factor"], lang),
            "score": number(row["score"], lang, 3),
            "interval": phrase("to", lang, low=number(row["low"], lang, 3), high=number(row["high"], lang, 3)),
            "limit": number(row["limit"], lang, 3),
            "verdict": phrase("counts" if row["counts"] else "counts_not", lang),
            "sure": bool(row["counts"]),
        }
        for row in scores.to_dict("records")
    ]
    return {"rows": rows, "sentences": score_sentences(scores, lang)}


def _limits(told: Discovered, lang: str) -> list[str]:
    keys = ["limit_one_model", "limit_independent" if told.drawn else "limit_dependent", "limit_drawn"]
    if told.boxes:
        keys += ["limit_inside", "limit_open"]
    said = [phrase(key, lang) for key in keys]
    if not told.own_chance:
        said.append(phrase("limit_shared_chance", lang, replicates=count(told.facts["replicates"], lang)))
    return [*said, phrase("limit_fixed", lang)]
