"""Coefficients: how strongly each rule works, one file a process.

Ranges are the priors of the evidence, or judgements with a number (J..). The files are plain dataclasses, for several
bases with slots cannot be joined; the last base comes first among the fields, so they stand in reverse.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.parameters.coefficients.acting import Acting
from sim.parameters.coefficients.administering import Administering
from sim.parameters.coefficients.agreeing import Agreeing
from sim.parameters.coefficients.calendar import Calendar
from sim.parameters.coefficients.deciding import Deciding
from sim.parameters.coefficients.founding import Founding
from sim.parameters.coefficients.influencing import Influencing
from sim.parameters.coefficients.joining import Joining
from sim.parameters.coefficients.meeting import Meeting
from sim.parameters.coefficients.opposing import Opposing
from sim.parameters.coefficients.reflecting import Reflecting
from sim.parameters.coefficients.relating import Relating
from sim.parameters.coefficients.working import Working


@dataclass(frozen=True, slots=True)
class Coefficients(
    Reflecting, Deciding, Influencing, Opposing, Relating, Acting, Working,
    Administering, Meeting, Agreeing, Joining, Calendar, Founding,
):  # fmt: skip
    """How strongly each rule works: calibrated, never chosen by an alliance."""
