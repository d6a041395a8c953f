"""Methods of sensitivity analysis by name: how each lays its points, what it measures, what it can tell apart.

A new method is one file here (a `METHOD`), its design and its analysis below, and its test on models with known
answers.
"""

from experiments.methods import delta, fast, hdmr, morris, pawn, radial, rbd_fast, rsa, shapley, sobol
from experiments.methods.contract import Method, Wish

FOUND = (sobol, morris, radial, fast, shapley, rbd_fast, delta, pawn, hdmr, rsa)
METHODS: dict[str, Method] = {each.METHOD.name: each.METHOD for each in FOUND}

__all__ = ["METHODS", "Method", "Wish"]
