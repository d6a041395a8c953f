"""The class of every family of organisations, by name."""

from __future__ import annotations

from sim.agents.business import Business
from sim.agents.cso import CSO
from sim.agents.donor import Donor
from sim.agents.government import Government
from sim.agents.knowledge import Knowledge
from sim.agents.media import Media
from sim.agents.ngo import NGO
from sim.agents.opponent import Opponent
from sim.agents.organisation import Organisation

CLASSES: dict[str, type[Organisation]] = {
    each.__name__: each for each in (NGO, CSO, Donor, Government, Knowledge, Business, Media, Opponent)
}
