"""Public attention after one piece of media work, by the model's own rule; nothing else happens."""

from __future__ import annotations

import numpy as np

from experiments.evidence.contract import Sample
from sim.parameters import Parameters, full_path, pack
from sim.rules import acting, influencing
from sim.state import CALENDAR, TERM, empty_world, records

WEEKS, DAYS = 104, 7
LEGITIMACY = 0.5


def media_push(draws: int, seed: int) -> dict[str, Sample]:
    """One piece of media work of full effect by an alliance of middling legitimacy, on issues of any salience.

    One arm, "all": `rise`, the highest salience over that before, less one; `half_life`, days from the peak of the talk
    until half of it is gone, between weeks along the rule's own exponential; `left`, salience two years later over that
    before, less one.
    """
    quiet = {str(full_path(name)): 0.0 for name in ("salience_volatility", "controversy")}
    p = pack(Parameters().with_values(quiet))[0]
    salience = np.random.default_rng(seed).uniform(0.05, 0.95, draws)
    rise, half, left = (np.empty((draws, 1)) for _ in range(3))
    for k in range(draws):
        w, _ = empty_world(1, 1, records(0, CALENDAR), records(0, TERM), events=1)
        s, a = w.public, w.alliance
        s.salience = s.base_salience = salience[k]
        a.legitimacy = LEGITIMACY
        acting.address_public(w, p, 1.0, 1.0, 0.0)
        talk, path = [float(s.buzz)], []
        for week in range(WEEKS):
            influencing.move_public(w, p, np.uint64(seed), week)
            talk.append(float(s.buzz))
            path.append(float(s.salience))
        rise[k, 0], left[k, 0] = max(path) / salience[k] - 1.0, path[-1] / salience[k] - 1.0
        half[k, 0] = DAYS * np.log(2.0) / np.log(talk[0] / talk[1])
    return {"all": Sample({"rise": rise, "half_life": half, "left": left})}
