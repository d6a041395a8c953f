"""Random numbers by address: the published vectors, the right distributions, and no relation between neighbours.

Every statistical check has fixed addresses, so that it passes or fails for ever. A bound at the 1e-6 quantile of its
statistic lets about one in a million good generators fail, for each of the several dozen checks here.
"""

from __future__ import annotations

from statistics import NormalDist

import numba
import numpy as np
import pytest
from scipy import special, stats

from sim import draws
from sim.draws import entity_address
from sim.founding import GENERATED_PER_KIND, prepare
from sim.scenario import Scenario
from tests.support import plain

RARE = 1e-6
COUNT = 200_000
BLAKE_OF_INGO_1 = "0bbc4030"
AXES = ("key", "process", "week", "entity", "other")
VECTORS = (
    # counter, key, answer: kat_vectors of Random123 1.14 (Salmon, Moraes, Dror, Shaw), philox4x32 with 10 rounds
    ("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
)


def words(text):
    return [np.uint64(int(word, 16)) for word in text.split()]


@pytest.mark.parametrize(("counter", "key", "answer"), VECTORS)
def test_philox_gives_the_published_vectors(both, counter, key, answer):
    found = both(draws.philox)(*words(counter), *words(key))
    assert [f"{int(word):08x}" for word in found] == answer.split()


def philox_by_hand(counter, key):
    """Philox-4x32-10 in Python's own integers, from the paper's text."""
    c, k = list(counter), list(key)
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * c[0], 1 << 32)
        high1, low1 = divmod(0xCD9E8D57 * c[2], 1 << 32)
        c = [high1 ^ c[1] ^ k[0], low1, high0 ^ c[3] ^ k[1], low0]
        k = [(k[0] + 0x9E3779B9) % (1 << 32), (k[1] + 0xBB67AE85) % (1 << 32)]
    return c


def test_a_draw_is_the_top_53_bits_of_the_first_two_words_at_its_address(both):
    key, process, week, entity, other = 0x0123456789ABCDEF, 402, 17, 0xFEDCBA98, 3
    c = philox_by_hand((entity, other, week, process), (key & 0xFFFFFFFF, key >> 32))
    expected = (((c[1] << 32 | c[0]) >> 11) + 0.5) / 2.0**53
    assert both(draws.uniform)(np.uint64(key), process, week, entity, other) == expected


def test_the_key_of_a_run_is_philox_of_replicate_and_seed(both):
    c = philox_by_hand((5, 0, 0, 0xA11CE), (7, 0))
    assert int(both(draws.run_key)(np.uint64(7), 5)) == c[1] << 32 | c[0]


# Normals ------------------------------------------------------------------------------------------------------------


@numba.njit(error_model="numpy")
def _uniforms(key, process, week, entity, other, count, axis):
    found = np.empty(count)
    for n in range(count):
        k = np.uint64(n) if axis == 0 else np.uint64(0)
        found[n] = draws.uniform(
            key + k,
            process + (n if axis == 1 else 0),
            week + (n if axis == 2 else 0),
            entity + (n if axis == 3 else 0),
            other + (n if axis == 4 else 0),
        )
    return found


@numba.njit(error_model="numpy")
def _quantiles(shares):
    found = np.empty(len(shares))
    for n in range(len(shares)):
        found[n] = draws.normal_quantile(shares[n])
    return found


@numba.njit(error_model="numpy")
def _integers(key, limit, count):
    found = np.empty(count, np.int64)
    for n in range(count):
        found[n] = draws.integer(key, 508, 3, n, 0, limit)
    return found


@numba.njit(error_model="numpy")
def _choices(key, weights, count):
    found = np.empty(count, np.int64)
    for n in range(count):
        found[n] = draws.choice(key, 502, 3, n, 0, weights)
    return found


@pytest.mark.parametrize(
    ("share", "value"),
    # Wichura 1988, the check values printed with AS 241
    [(0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408)],
)
def test_normal_quantile_gives_the_published_points(both, share, value):
    assert both(draws.normal_quantile)(share) == pytest.approx(value, rel=1e-15)


def test_normal_quantile_is_that_of_scipy_over_the_whole_range():
    tail = np.logspace(-300, -1, 5000)
    shares = np.concatenate([tail, np.linspace(0.001, 0.999, 5000), 1 - np.logspace(-15, -1, 2000)])
    found = _quantiles(shares)
    # Both are good to about 1e-15; near one half the value itself goes to 0, hence the absolute part.
    assert np.allclose(found, special.ndtri(shares), rtol=4e-15, atol=1e-15)


def test_normal_quantile_is_odd_and_rises(both):
    quantile = both(draws.normal_quantile)
    assert quantile(0.5) == 0.0
    for share in (0.01, 0.07, 0.075, 0.3):
        assert quantile(1.0 - share) == pytest.approx(-quantile(share), rel=1e-14)
    assert (np.diff(_quantiles(np.linspace(1e-6, 1 - 1e-6, 20_001))) > 0).all()
    assert quantile(0.975) == pytest.approx(NormalDist().inv_cdf(0.975), rel=1e-14)


def test_a_normal_is_the_quantile_of_the_uniform_at_its_address(both):
    at = (np.uint64(11), 703, 8, 4, 0)
    assert both(draws.normal)(*at) == plain(draws.normal_quantile)(plain(draws.uniform)(*at))


# Uniformity ---------------------------------------------------------------------------------------------------------


def line(axis, key=1, start=1):
    """Draws at `COUNT` neighbouring addresses along one axis."""
    return _uniforms(np.uint64(key), start, start, start, start, COUNT, axis)


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_draws_are_uniform_along_every_axis(axis):
    found = line(axis)
    assert (found > 0.0).all() and (found < 1.0).all() and len(np.unique(found)) == COUNT
    assert stats.kstest(found, "uniform").pvalue > RARE
    assert stats.chisquare(np.bincount((found * 1000).astype(int), minlength=1000)).pvalue > RARE


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_normals_are_normal_along_every_axis(axis):
    found = _quantiles(line(axis, key=3))
    assert stats.kstest(found, "norm").pvalue > RARE
    # Means of powers over n draws have standard errors of sqrt(var / n); five of them leave RARE.
    for power, mean, variance in ((1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)):
        assert abs(np.mean(found**power) - mean) < 5 * np.sqrt(variance / COUNT)


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_neighbours_along_an_axis_are_unrelated(axis):
    found = line(axis, key=5) - 0.5
    for lag in (1, 2, 3, 4, 16, 52, 64, 1024):
        correlation = np.mean(found[:-lag] * found[lag:]) * 12
        assert abs(correlation) < 5 / np.sqrt(COUNT - lag)


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_pairs_of_neighbours_fill_the_square_evenly(axis):
    found = line(axis, key=7)
    cells = (found[0::2] * 32).astype(int) * 32 + (found[1::2] * 32).astype(int)
    assert stats.chisquare(np.bincount(cells, minlength=1024)).pvalue > RARE


@pytest.mark.parametrize("axis", range(5), ids=AXES)
def test_two_lines_side_by_side_are_unrelated(axis):
    """The same entities in the next week, the next process, towards the next one, in the next run."""
    rows = 3 if axis != 3 else 2
    step = [0, 0, 0, 0, 0]
    step[axis] = 1
    at = [9, 402, 30, 1000, 0]
    one = _uniforms(np.uint64(at[0]), *at[1:], COUNT, rows)
    shifted = [a + s for a, s in zip(at, step, strict=True)]
    other = _uniforms(np.uint64(shifted[0]), *shifted[1:], COUNT, rows)
    assert abs(np.corrcoef(one, other)[0, 1]) < 5 / np.sqrt(COUNT)
    cells = (one * 32).astype(int) * 32 + (other * 32).astype(int)
    assert stats.chisquare(np.bincount(cells, minlength=1024)).pvalue > RARE


def test_an_address_is_not_symmetric_in_entity_and_other(both):
    draw = both(draws.uniform)
    assert draw(np.uint64(1), 302, 5, 10, 20) != draw(np.uint64(1), 302, 5, 20, 10)


def test_keys_of_runs_are_all_different_and_evenly_spread():
    key_of = numba.njit(error_model="numpy")(getattr(draws.run_key, "py_func", draws.run_key))
    keys = np.array([key_of(np.uint64(seed), n) for seed in range(20) for n in range(2000)], dtype=np.uint64)
    assert len(np.unique(keys)) == len(keys)
    assert stats.kstest(keys.astype(float) / 2.0**64, "uniform").pvalue > RARE


# Whole numbers and choices ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 2, 7, 100])
def test_whole_numbers_are_equally_frequent(limit):
    found = np.bincount(_integers(np.uint64(13), limit, COUNT), minlength=limit)
    assert len(found) == limit
    assert limit == 1 or stats.chisquare(found).pvalue > RARE


def test_choices_are_as_frequent_as_their_weights():
    weights = np.array([0.0, 1.0, 0.5, 0.0, 3.5, 0.0])
    found = np.bincount(_choices(np.uint64(17), weights, COUNT), minlength=6)
    assert found[weights == 0.0].sum() == 0
    assert stats.chisquare(found[weights > 0.0], COUNT * weights[weights > 0.0] / 5.0).pvalue > RARE


def test_there_is_no_choice_among_nothing(both):
    assert both(draws.choice)(np.uint64(1), 502, 3, 0, 0, np.zeros(4)) == -1


# Addresses of entities ----------------------------------------------------------------------------------------------


def test_an_address_is_that_of_the_name_for_ever():
    """blake2b of the name, four bytes, lowest first: worked out with b2sum -l 32."""
    assert entity_address("ingo-1") == int.from_bytes(bytes.fromhex(BLAKE_OF_INGO_1), "little")


def test_no_two_generated_organisations_share_an_address():
    blueprint = prepare(Scenario())
    found = np.concatenate([blueprint.founder_address.ravel(), blueprint.outsider_address.ravel()])
    assert len(found) == 2 * GENERATED_PER_KIND * len(blueprint.kind_record)
    assert len(np.unique(found)) == len(found) and (found > 0).all()
