"""From factors to a table of design points; nothing here runs the model.

One file a way of laying points; each design carries its kind, and an analysis refuses a kind that is not its own.
"""

from experiments.designs.coefficients import COEFFICIENTS, CoefficientSets, checked_sets, read_sets
from experiments.designs.composition import COMPOSITION, Composition, checked_composition
from experiments.designs.crossed import crossed
from experiments.designs.design import ARM, ARMS, CHANCE, CROSSED, DRAWN, LISTED, Design, from_table, single
from experiments.designs.factors import Factor, checked_factors, factor
from experiments.designs.fast import fast
from experiments.designs.grid import grid, grid_size
from experiments.designs.listed import as_csv, from_frame, listed, stated
from experiments.designs.morris import morris
from experiments.designs.radial import radial
from experiments.designs.shapley import shapley, shapley_dependent
from experiments.designs.sobol import sobol
from experiments.designs.spread import lhs, random_points, sobol_sequence

__all__ = [
    "ARM",
    "ARMS",
    "CHANCE",
    "COEFFICIENTS",
    "COMPOSITION",
    "CROSSED",
    "DRAWN",
    "LISTED",
    "CoefficientSets",
    "Composition",
    "Design",
    "Factor",
    "as_csv",
    "checked_composition",
    "checked_factors",
    "checked_sets",
    "crossed",
    "factor",
    "fast",
    "from_frame",
    "from_table",
    "grid",
    "grid_size",
    "lhs",
    "listed",
    "morris",
    "radial",
    "random_points",
    "read_sets",
    "shapley",
    "shapley_dependent",
    "single",
    "sobol",
    "sobol_sequence",
    "stated",
]
