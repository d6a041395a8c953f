"""Tables to figures; a figure computes nothing."""

from experiments.figures.comparison import comparison_figures
from experiments.figures.composition import composition_figures
from experiments.figures.convergence import convergence_figure
from experiments.figures.discovery import box_figure, pair_figure, path_figure, scores_figure, tree_figure
from experiments.figures.interactions import interactions_figure
from experiments.figures.noise import noise_figure
from experiments.figures.ranking import ranking_figure
from experiments.figures.responses import responses_figure
from experiments.figures.style import pictures
from experiments.figures.survival import survival_figure
from experiments.figures.sweeps import curve_figure, distribution_figure, hazards_figure
from experiments.figures.tradeoff import tradeoff_figure
from experiments.figures.validation import validation_figures

__all__ = [
    "box_figure",
    "comparison_figures",
    "composition_figures",
    "convergence_figure",
    "curve_figure",
    "distribution_figure",
    "hazards_figure",
    "interactions_figure",
    "noise_figure",
    "pair_figure",
    "path_figure",
    "pictures",
    "ranking_figure",
    "responses_figure",
    "scores_figure",
    "survival_figure",
    "tradeoff_figure",
    "tree_figure",
    "validation_figures",
]
