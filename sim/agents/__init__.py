"""Agents that a Mesa user recognises: one class a family of organisations, and power-holders."""

from sim.agents.actor import Actor
from sim.agents.business import Business
from sim.agents.cso import CSO
from sim.agents.donor import Donor
from sim.agents.families import CLASSES
from sim.agents.government import Government
from sim.agents.knowledge import Knowledge
from sim.agents.media import Media
from sim.agents.ngo import NGO
from sim.agents.opponent import Opponent
from sim.agents.organisation import Organisation
from sim.agents.power_holder import PowerHolder

__all__ = ["CLASSES", "CSO", "NGO", "Actor", "Business", "Donor", "Government", "Knowledge", "Media", "Opponent",
           "Organisation", "PowerHolder"]  # fmt: skip
