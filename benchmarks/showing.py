"""Figures as lines of a readable table, one function a measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def number(x: float) -> str:
    """Three digits that count."""
    return f"{x:,.0f}" if x >= 100 else f"{x:.3g}"


def spread(found: dict[str, Any], unit: str = "") -> str:
    """Median and extremes of repeated timings."""
    return f"{number(found['median']):>7} {unit} ({number(found['low'])} to {number(found['high'])})"


def speed(found: Any) -> list[str]:
    return [f"{each['members']:4d} members  {spread(each, 'runs/s')}" for each in found]


def plain(found: Any) -> list[str]:
    return [
        f"{found['members']} members, 260 weeks, five kinds",
        f"ours        {spread(found['ours'], 'runs/s')}",
        f"plain Mesa  {spread(found['plain'], 'runs/s')}   (fewer rules than ours)",
        f"ratio       {spread(found['ratio'])}",
    ]


def oracle(found: Any) -> list[str]:
    def side(each: dict[str, float]) -> str:
        return f"{each['mean']:8.3f} [{each['low']:.3f}, {each['high']:.3f}] of {each['runs']}"

    lines = [f"{'':14s} {'ours':<34s} plain version"]
    return lines + [f"{each['outcome']:14s} {side(each['ours']):<34s} {side(each['plain'])}" for each in found]


def doors(found: Any) -> list[str]:
    return [
        f"{found['members']} founders, 260 weeks",
        f"compiled        {spread(found['compiled'], 'ms a run')}",
        f"by Mesa agents  {spread(found['agents'], 'ms a run')}",
        f"ratio           {spread(found['ratio'])}",
    ]


def memory(found: Any) -> list[str]:
    if found is None:
        return ["not told by this system"]
    return [
        f"after the first block  {number(found['after_one_block'])} MiB",
        f"after {found['runs']:,} runs     {number(found['after_all'])} MiB",
    ]


def app(found: Any) -> list[str]:
    def line(name: str, each: dict[str, float]) -> str:
        median, most, worst = (number(each[key]) for key in ("median", "p95", "worst"))
        return f"{name:<28s} median {median} ms, 95 % {most}, worst {worst}"

    room = found["room"]
    return [
        line("alone, first preview", found["alone"]["preview"]), line("alone, 1,000 futures", found["alone"]["all"]),
        line(f"{room['laptops']} laptops, first preview", room["preview"]),
        f"{room['laptops']} × {room['moves']} questions, every {room['pause']:g} s: {room['finished']:.0%} to the end",
    ]  # fmt: skip


def bootstrap(found: Any) -> list[str]:
    lines = [f"{found['factors']} factors, N = {found['samples']}, {found['resamples']} resamples, "
             f"{found['outcomes']} outcomes"]  # fmt: skip
    for name in ("first and total", "with pairs"):
        each = found[name]
        lines += [
            f"{name:16s} ours   {spread(each['ours'], 's')}",
            f"{'':16s} SALib  {spread(each['salib'], 's')}",
            f"{'':16s} ratio  {spread(each['ratio'])}",
            f"{'':16s} estimates apart by {each['furthest']:.1e}, half-widths by {each['furthest_half_width']:.1e}",
        ]
    return lines


def start(found: Any) -> list[str]:
    def line(name: str, each: dict[str, float]) -> str:
        return f"{name}  {number(each['clock'])} s on the clock, {number(each['processor'])} s of the processor"

    return [line("cold", found["cold"]), *(line("warm", each) for each in found["warm"])]


SHOWN: dict[str, Callable[[Any], list[str]]] = {
    "speed": speed, "plain": plain, "oracle": oracle, "doors": doors, "memory": memory, "start": start,
    "bootstrap": bootstrap, "app": app,
}  # fmt: skip
