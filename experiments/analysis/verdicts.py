"""What may be said of a factor: a word for effect and place."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

RANK_LEEWAY = 1


def verdicts(decided: pd.Series, real: pd.Series, negligible: pd.Series) -> NDArray[np.object_]:
    """One word a factor.

    "decided": its effect and its place in the ranking are sure; "place_open": the effect is sure, the place is not;
    "negligible": even the upper end of its interval is next to nothing; "undecided": none of these.
    """
    words = np.select([decided, negligible, real], ["decided", "negligible", "place_open"], "undecided")
    return words.astype(object)
