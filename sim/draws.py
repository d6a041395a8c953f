"""Random numbers by address: a draw is a pure function of where it is used.

There is no generator to carry, share or reset, and no order to keep. The counter of Philox-4x32-10 (Salmon, Moraes,
Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3") holds the address: entity, other entity, week and
process, 32 bits each; its key holds the 64 bits of the run. One more member, or another lever, leaves every other draw
where it was, so that comparisons are paired by construction.
"""

from __future__ import annotations

import hashlib
import math

import numpy as np

from sim.compiled import rule

MASK = np.uint64(0xFFFFFFFF)
SHIFT = np.uint64(32)
MULTIPLIER_A = np.uint64(0xD2511F53)
MULTIPLIER_B = np.uint64(0xCD9E8D57)
WEYL_A = np.uint64(0x9E3779B9)
WEYL_B = np.uint64(0xBB67AE85)
DISCARD = np.uint64(11)
TO_UNIT = 1.0 / 9007199254740992.0


@rule
def philox(c0, c1, c2, c3, k0, k1):
    """Philox-4x32 with ten rounds: four 32-bit words out of a counter of four words and a key of two, all uint64.

    Source: Salmon et al. 2011; checked against the vectors published with Random123.
    """
    for _ in range(10):
        product_a = MULTIPLIER_A * c0
        product_b = MULTIPLIER_B * c2
        c0, c1, c2, c3 = (
            (product_b >> SHIFT) ^ c1 ^ k0,
            product_b & MASK,
            (product_a >> SHIFT) ^ c3 ^ k1,
            product_a & MASK,
        )
        k0 = (k0 + WEYL_A) & MASK
        k1 = (k1 + WEYL_B) & MASK
    return c0, c1, c2, c3


@rule
def uniform(key, process, week, entity, other):
    """A number strictly between 0 and 1 for one address.

    Parameters
    ----------
    key : uint64
        The run.
    process, week, entity, other : int
        What is decided, when, by whom and towards whom (0 for nobody): each below 2**32.
    """
    c0, c1, _, _ = philox(
        np.uint64(entity), np.uint64(other), np.uint64(week), np.uint64(process), key & MASK, key >> SHIFT
    )
    bits = (c1 << SHIFT) | c0
    return (np.float64(bits >> DISCARD) + 0.5) * TO_UNIT


@rule
def normal_quantile(p):
    """Standard normal value below which the share `p` of the distribution lies, 0 < p < 1.

    Source: Wichura 1988, algorithm AS 241 (PPND16), about 16 digits.
    """
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return q * (
            (
                (
                    (
                        (
                            (
                                ((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                + 45921.953931549871457
                            )
                            * r
                            + 13731.693765509461125
                        )
                        * r
                        + 1971.5909503065514427
                    )
                    * r
                    + 133.14166789178437745
                )
                * r
                + 3.387132872796366608
            )
            / (
                (
                    (
                        (
                            (
                                ((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                + 21213.794301586595867
                            )
                            * r
                            + 5394.1960214247511077
                        )
                        * r
                        + 687.1870074920579083
                    )
                    * r
                    + 42.313330701600911252
                )
                * r
                + 1.0
            )
        )
    r = p if q < 0.0 else 1.0 - p
    r = math.sqrt(-math.log(r))
    if r <= 5.0:
        r -= 1.6
        value = (
            (
                (
                    (
                        (
                            ((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                            + 1.27045825245236838258
                        )
                        * r
                        + 3.64784832476320460504
                    )
                    * r
                    + 5.7694972214606914055
                )
                * r
                + 4.6303378461565452959
            )
            * r
            + 1.42343711074968357734
        ) / (
            (
                (
                    (
                        (
                            ((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966)
                            * r
                            + 0.14810397642748007459
                        )
                        * r
                        + 0.68976733498510000455
                    )
                    * r
                    + 1.6763848301838038494
                )
                * r
                + 2.05319162663775882187
            )
            * r
            + 1.0
        )
    else:
        r -= 5.0
        value = (
            (
                (
                    (
                        (
                            ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386)
                            * r
                            + 0.026532189526576123093
                        )
                        * r
                        + 0.29656057182850489123
                    )
                    * r
                    + 1.7848265399172913358
                )
                * r
                + 5.4637849111641143699
            )
            * r
            + 6.6579046435011037772
        ) / (
            (
                (
                    (
                        (
                            ((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5)
                            * r
                            + 7.868691311456132591e-4
                        )
                        * r
                        + 0.0148753612908506148525
                    )
                    * r
                    + 0.13692988092273580531
                )
                * r
                + 0.59983220655588793769
            )
            * r
            + 1.0
        )
    return -value if q < 0.0 else value


@rule
def normal(key, process, week, entity, other):
    """A standard normal number for one address, by the inverse distribution function: one uniform each, monotone."""
    return normal_quantile(uniform(key, process, week, entity, other))


@rule
def integer(key, process, week, entity, other, n):
    """A whole number from 0 to n - 1 for one address."""
    return min(n - 1, int(uniform(key, process, week, entity, other) * n))


@rule
def choice(key, process, week, entity, other, weights):
    """The place drawn from non-negative `weights` for one address; -1 if they are all zero."""
    total = 0.0
    for k in range(weights.shape[0]):
        total += weights[k]
    if total <= 0.0:
        return -1
    left = uniform(key, process, week, entity, other) * total
    last = -1
    for k in range(weights.shape[0]):
        if weights[k] > 0.0:
            last = k
            left -= weights[k]
            if left < 0.0:
                return k
    return last


@rule
def run_key(seed, replicate):
    """The 64 bits that fix one run: a study's seed (0 to 2**63 - 1) and the number of the replicate."""
    word = np.uint64(seed)
    c0, c1, _, _ = philox(
        np.uint64(replicate), np.uint64(0), np.uint64(0), np.uint64(0xA11CE), word & MASK, word >> SHIFT
    )
    return (c1 << SHIFT) | c0


def entity_address(identity: str) -> int:
    """The permanent number of an entity: 32 bits of its name's hash, never its place in a file.

    Zero is kept for "nobody"; two names that meet on one number are refused where entities are gathered.
    """
    digest = hashlib.blake2b(identity.encode("utf-8"), digest_size=4).digest()
    return int.from_bytes(digest, "little") or 1
