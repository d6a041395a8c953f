"""The situations that are timed: alliances of several sizes, and the one that the plain version also knows."""

from __future__ import annotations

from types import SimpleNamespace

from benchmarks.plain_mesa import KINDS
from sim.parameters import PARAMETERS
from sim.scenario import Scenario, load_text, with_settings

ALL_KINDS = (
    "ingo", "local_ngo", "grassroots", "membership_body", "womens_rights", "multilateral_donor", "bilateral_donor",
    "foundation", "university", "think_tank", "faith", "private_sector", "local_authority", "media",
)  # fmt: skip
MOST_FOUNDERS = 60
SWITCHED_OFF = {
    "coefficient.outsiders": 0, "open_door": 0.0, "staff_turnover": 0.0, "funding_volatility": 0.0, "shock_rate": 0.0,
    "evaluation": "none", "feedback_surveys": 0, "pooled_fund": 0.0, "window_readiness": 0.0, "tactic_pilot": 0.0,
    "tactic_pledge_campaign": 0.0, "size_test": False, "partisan_balance": 0.0, "partisan_polarisation": 0.0,
}  # fmt: skip


def of_size(members: int) -> Scenario:
    """An alliance with so many invited organisations and nobody else: generated up to sixty, listed beyond."""
    if members <= MOST_FOUNDERS:
        return with_settings(Scenario(name=f"{members} founders"), {"founders": members, "coefficient.outsiders": 0})
    share, more = divmod(members, len(ALL_KINDS))
    lines = [
        f"  - {{name: {kind}, kind: {kind}, count: {share + (place < more)}}}" for place, kind in enumerate(ALL_KINDS)
    ]
    text = "\n".join([f"title: {members} listed members", "members:", *lines])
    return load_text(text, f"{members} members.yaml")


def five_kinds(members: int) -> Scenario:
    """What the plain version plays too: five kinds in equal numbers; what it lacks is switched off where possible."""
    weights = {path: 0.0 for path in PARAMETERS if path.startswith("alliance.weight_")}
    weights |= {f"alliance.weight_{kind}": 1.0 for kind in KINDS}
    return with_settings(Scenario(name=f"{members} of five kinds"), {"founders": members} | weights | SWITCHED_OFF)


def settings_of(scenario: Scenario) -> SimpleNamespace:
    """The levers and contexts of a scenario by their short names: input that both versions share."""
    chosen = {p.name: scenario.parameters.value(p.path) for p in PARAMETERS.values() if p.role != "coefficient"}
    return SimpleNamespace(**chosen)
