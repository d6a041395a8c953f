"""Opposing: how threatened opponents feel, what they put to work, and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Opposing:
    """Coefficients of opposing."""

    threat_adopted: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="J10",
        en="Threat after adoption",
        fr="Menace ressentie après l’adoption",
        meaning="Threat that opponents feel once the policy is adopted, 0 to 1; larger keeps them fighting.",
    )
    threat_stage: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="J10",
        en="Threat per policy stage",
        fr="Menace ressentie à chaque étape",
        meaning="Threat that each stage before adoption adds for opponents; larger wakes them on the way.",
    )
    threat_minister: float = coefficient(
        0.4,
        low=0.1,
        high=0.8,
        source="J10",
        en="Threat of a favourable minister",
        fr="Menace d’un ministère favorable",
        meaning="Threat that a fully favourable minister poses to opponents; larger wakes them sooner.",
    )
    threat_visible: float = coefficient(
        1.2,
        low=0.6,
        high=2.4,
        source="J10",
        en="Threat of a visible alliance",
        fr="Menace d’une alliance visible",
        meaning="Threat that visibility of the alliance poses to opponents; larger rewards quiet work.",
    )
    opposition_floor: float = coefficient(
        0.15,
        low=0.0,
        high=0.5,
        source="J10 A9",
        en="Opposition without a threat",
        fr="Opposition sans menace ressentie",
        meaning="Share of means that unthreatened opponents use at full controversy; larger never lets them rest.",
    )
    opposition_lag: float = coefficient(
        0.06,
        low=0.03,
        high=0.12,
        unit="a week",
        source="J10",
        en="Speed of opponents’ response",
        fr="Rapidité de réaction des opposants",
        meaning="Weekly share by which opponents' mobilisation follows the threat; larger answers faster.",
    )
    opposition_scale: float = coefficient(
        12.0,
        low=6.0,
        high=24.0,
        unit="hours a week",
        source="J10",
        en="Hours of telling opposition",
        fr="Volume d’opposition qui compte",
        meaning="Opposing hours that reach half their effect against an idle alliance; larger weakens opponents.",
    )
    opposition_relative: float = coefficient(
        0.5,
        low=0.15,
        high=1.0,
        source="J10",
        en="Opposition offset by own work",
        fr="Opposition compensée par l’alliance",
        meaning="How much the alliance's own hours dilute those of opponents; larger rewards hard work.",
    )
    opposition_bite: float = coefficient(
        0.39,
        prior=0.42,
        low=0.25,
        high=0.8,
        unit="times",
        source="J10 A10",
        en="Opponents’ persuasive strength",
        fr="Force de persuasion des opposants",
        meaning="Pull of opponents on power-holders, against the basic persuasion; larger blocks more.",
    )
    opponent_usual_access: float = coefficient(
        0.48,
        prior=0.45,
        low=0.2,
        high=0.7,
        source="J10",
        en="Usual access of opponents",
        fr="Accès habituel des opposants",
        meaning="Access to power-holders at which opponents weigh normally; larger makes a given access count less.",
    )
    contest_spill: float = coefficient(
        0.2,
        low=0.0,
        high=0.5,
        source="S03 J10",
        en="Spill-over of narrow opposition",
        fr="Débordement d’une opposition ciblée",
        meaning="Share of effort against single provisions that also weighs on the whole; "
        "larger makes narrow opponents general.",
    )
