"""Mesa's own page for one alliance, stepped week by week: `solara run alliance/mesa_view.py` (extra `viz`).

A door for researchers who expect it. Trainers and strategists use `alliance app`, which shows thousands of runs; this
page steps one, and a moved slider takes effect on Reset.
"""

from __future__ import annotations

import os
from typing import Any

import networkx as nx
import solara
from matplotlib.figure import Figure
from mesa.visualization import SolaraViz, make_plot_component
from mesa.visualization.utils import update_counter

from sim.model import AllianceModel
from sim.parameters import PARAMETERS

SCENARIO = os.environ.get("ALLIANCE_SCENARIO", "water")  # a shipped name, or a path
SLIDERS = (
    "alliance.meeting_interval", "alliance.insider_share", "alliance.goal_ambition", "alliance.formality",
    "context.controversy", "context.government_openness", "context.public_support",
)  # fmt: skip
SEED = {"type": "SliderInt", "value": 1, "label": "Seed", "min": 1, "max": 100, "step": 1}
PLOTS = (("trust_mean", "enthusiasm_mean", "legitimacy"), ("salience", "public_support"), ("members",))


def slider(path: str) -> dict[str, Any]:
    """What Mesa's page needs to know of a parameter, from its declaration."""
    parameter, whole = PARAMETERS[path], PARAMETERS[path].type == "integer"
    words = parameter.declaration
    value = AllianceModel(SCENARIO, rng=1).situation.parameters.value(path)
    return {"type": "SliderInt" if whole else "SliderFloat", "value": value, "label": words.en, "min": words.low,
            "max": words.high, "step": 1 if whole else 0.05}  # fmt: skip


@solara.component
def trust_network(model: AllianceModel) -> None:
    """Who trusts whom: ties as thick as the trust between two members."""
    update_counter.get()
    graph = model.network()
    figure = Figure(figsize=(6, 5))
    axis = figure.subplots()
    places = nx.circular_layout(sorted(graph.nodes))
    ties = list(graph.edges(data="trust"))
    widths = [2.0 * trust**2 for *_, trust in ties]
    nx.draw_networkx_edges(graph, places, ax=axis, arrows=False, width=widths, alpha=0.4)
    nx.draw_networkx_nodes(graph, places, ax=axis, node_size=160)
    nx.draw_networkx_labels(graph, places, ax=axis, font_size=8, verticalalignment="bottom")
    axis.set_title(f"Week {model.week}: trust between members")
    axis.set_axis_off()
    solara.FigureMatplotlib(figure)


model = AllianceModel(SCENARIO, rng=1)
page = SolaraViz(
    model,
    components=[(trust_network, 0), *(make_plot_component(list(names)) for names in PLOTS)],
    model_params={"scenario": SCENARIO, "rng": SEED} | {path.split(".")[1]: slider(path) for path in SLIDERS},
    name=f"Alliance Lab: {model.situation.title}",
)  # fmt: skip
