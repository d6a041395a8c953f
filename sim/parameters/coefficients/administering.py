"""Administering: what notices, minutes and accounts cost, who carries them, and what happens when they pile up."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Administering:
    """Coefficients of administering."""

    accountability_slope: float = coefficient(
        4.0,
        low=2.0,
        high=8.0,
        source="S15",
        en="Accountability gained from formality",
        fr="Redevabilité tirée du cadre formel",
        meaning="How quickly accountability rises with formality; larger makes a little form enough.",
    )
    admin_base: float = coefficient(
        0.6,
        low=0.3,
        high=1.2,
        unit="hours a week",
        source="S18",
        en="Basic administration",
        fr="Administration de base",
        meaning="Hours of administration that any alliance needs; larger costs every alliance more.",
    )
    admin_member: float = coefficient(
        0.08,
        low=0.04,
        high=0.16,
        unit="hours a week",
        source="S18",
        en="Administration per member",
        fr="Administration par membre",
        meaning="Hours of administration that each member adds; larger burdens big alliances.",
    )
    admin_form: float = coefficient(
        2.6,
        low=1.0,
        high=5.0,
        unit="hours a week",
        source="S15",
        en="Administration due to formality",
        fr="Administration due à la formalité",
        meaning="Hours that full formality adds, more with more members; larger makes form costlier.",
    )
    admin_meeting: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        unit="hours",
        source="S18",
        en="Administration per meeting",
        fr="Administration par réunion",
        meaning="Hours of administration that each meeting takes; larger makes frequent meetings costlier.",
    )
    admin_accounts: float = coefficient(
        1.0,
        low=0.3,
        high=2.0,
        unit="hours a week",
        source="S36 S51",
        en="Accounts of support and fund",
        fr="Comptes des appuis et du fonds",
        meaning="Hours for accounts of full participation support, and as much for pooled money; larger costs more.",
    )
    admin_goodwill: float = coefficient(
        0.25,
        low=0.1,
        high=0.5,
        source="S18",
        en="Administration done from goodwill",
        fr="Administration faite par bonne volonté",
        meaning="Share of needed administration done where nobody is in charge; larger makes carriers less needed.",
    )
    secretariat_cost: float = coefficient(
        20.0,
        low=8.0,
        high=40.0,
        unit="thousand a year",
        source="S18",
        en="Cost of a paid secretariat",
        fr="Coût d’un secrétariat payé",
        meaning="Money that a paid secretariat takes; larger empties the fund sooner.",
    )
    rotation_weeks: int = coefficient(
        13,
        low=4,
        high=52,
        unit="weeks",
        source="S18",
        en="Turn of administration",
        fr="Tour d’administration",
        meaning="Weeks for which one member carries the papers where they rotate; larger lets fewer have their turn.",
    )
    rotation_known: float = coefficient(
        0.8,
        low=0.3,
        high=1.2,
        source="A46; J21",
        en="Ease of sharing papers among few",
        fr="Facilité à partager les tâches à peu",
        meaning="Share of the administration that the fewest members do on top by knowing each other\'s part where "
        "papers rotate; larger makes shared governance better for small alliances.",
    )
    rotation_size: float = coefficient(
        12.0,
        low=6.0,
        high=24.0,
        unit="members",
        source="A46",
        en="Size that shared papers suit",
        fr="Taille adaptée à des tâches partagées",
        meaning="Members at which the ease of sharing papers has fallen to a third; larger suits bigger alliances.",
    )
    rotation_voice: float = coefficient(
        0.003,
        low=0.0,
        high=0.01,
        unit="a week",
        source="S18",
        en="Voice from rotating administration",
        fr="Écoute gagnée par l’administration tournante",
        meaning="Weekly rise of voice among members who carry administration in turn; larger favours rotation.",
    )
    backlog_forgotten: float = coefficient(
        0.005,
        low=0.0,
        high=0.02,
        unit="a week",
        source="S18",
        en="Backlog forgotten",
        fr="Arriéré administratif oublié",
        meaning="Share of undone administration forgotten each week; larger lets a backlog vanish.",
    )
    backlog_scale: float = coefficient(
        40.0,
        low=20.0,
        high=80.0,
        unit="hours",
        source="S18",
        en="Backlog that halves good order",
        fr="Arriéré qui désorganise l’alliance",
        meaning="Hours of undone administration at which good order is halved; larger tolerates more mess.",
    )
    broken_support: float = coefficient(
        6.0,
        low=1.0,
        high=12.0,
        unit="times",
        source="S36",
        en="Distrust over missing support",
        fr="Méfiance après un appui manquant",
        meaning="Trust lost a quarter over wholly undelivered support, against one broken word; larger wounds deeper.",
    )
    support_cost: float = coefficient(
        2.0,
        low=0.5,
        high=5.0,
        unit="thousand a year",
        source="S36",
        en="Cost of supporting a member",
        fr="Coût de l’appui par membre",
        meaning="Money that full support of one small member takes; larger drains members with means.",
    )
