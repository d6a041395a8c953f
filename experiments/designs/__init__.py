"""From factors to a table of design points; nothing here runs the model."""

from experiments.designs.design import Design, from_table, single
from experiments.designs.factors import Factor, checked_factors, factor
from experiments.designs.morris import morris
from experiments.designs.sobol import sobol
from experiments.designs.stated import Stated, stated

__all__ = [
    "Design",
    "Factor",
    "Stated",
    "checked_factors",
    "factor",
    "from_table",
    "morris",
    "single",
    "sobol",
    "stated",
]
