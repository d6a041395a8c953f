"""Influencing: how both sides, the public and peers move power-holders, and how attention and support rise and fall."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Influencing:
    """Coefficients of influencing."""

    # Moving power-holders
    persuasion: float = coefficient(
        0.075,
        low=0.04,
        high=0.12,
        unit="a week",
        source="J9",
        en="Basic pull of persuasion",
        fr="Force de persuasion de base",
        meaning="Weekly pull of either side on power-holders' positions; larger moves them faster.",
    )
    inside_strength: float = coefficient(
        6.0,
        low=2.0,
        high=8.0,
        unit="times",
        source="J9",
        en="Strength of insider work",
        fr="Force de la pression en coulisses",
        meaning="Strength of work with power-holders, against the basic pull; larger favours insider tactics.",
    )
    outside_strength: float = coefficient(
        6.0,
        low=2.0,
        high=8.0,
        unit="times",
        source="J9",
        en="Strength of public work",
        fr="Force de la mobilisation publique",
        meaning="Strength of work in public, against the basic pull; larger favours outsider tactics.",
    )
    anchor_pull: float = coefficient(
        0.02,
        low=0.01,
        high=0.04,
        unit="a week",
        source="J9",
        en="Return to own leaning",
        fr="Retour aux convictions propres",
        meaning="Weekly share by which power-holders return to their own leaning; larger undoes persuasion faster.",
    )
    persuasion_scale: float = coefficient(
        1.8,
        low=1.0,
        high=3.0,
        source="A33",
        en="Reach of persuasion",
        fr="Portée de la persuasion",
        meaning="Distance in position beyond which arguments are heard much less; "
        "larger reaches distant power-holders.",
    )
    quiet_public: float = coefficient(
        0.03,
        low=0.0,
        high=0.15,
        source="A16",
        en="Hearing in a quiet public",
        fr="Écoute d’un public indifférent",
        meaning="Share of public strength left when nobody minds the issue; larger needs less attention.",
    )
    inside_hush: float = coefficient(
        0.7,
        low=0.3,
        high=1.0,
        source="A16",
        en="Insider work hushed by attention",
        fr="Pression en coulisses freinée par l’attention",
        meaning="Share of insider strength that an alliance without legitimacy loses when the issue is in all eyes; "
        "larger makes quiet, or standing, matter.",
    )
    inside_standing: float = coefficient(
        1.0,
        low=0.0,
        high=1.0,
        source="A16 A18",
        en="Standing against the hush",
        fr="Légitimité contre le frein de l’attention",
        meaning="How far legitimacy keeps insider work audible when the issue is in all eyes; larger makes breadth "
        "count where people look, 0 is a world without a diversity signal inside.",
    )
    strongest_in_public: float = coefficient(
        0.65,
        low=0.4,
        high=0.9,
        source="S28",
        en="Public weight of one messenger",
        fr="Poids public d’un seul porte-parole",
        meaning="Share of public strength left when the strongest member speaks for all; "
        "larger makes unity less needed.",
    )
    partisan_distrust: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="S35",
        en="Distrust across party lines",
        fr="Méfiance envers l’autre camp",
        meaning="Share of trust lost with power-holders of the other side under full polarisation; "
        "larger rewards balance.",
    )
    partisan_favour: float = coefficient(
        0.15,
        low=0.0,
        high=0.6,
        source="S35",
        en="Favour within party lines",
        fr="Faveur envers son camp",
        meaning="Share of trust gained with power-holders of the same side under full polarisation; "
        "larger rewards partisanship.",
    )
    donor_pull: float = coefficient(
        0.3,
        low=0.1,
        high=0.8,
        source="S09",
        en="Weight lent by donors",
        fr="Poids apporté par les bailleurs",
        meaning="How much committed donors strengthen insider work with receptive power-holders; "
        "larger makes donors matter.",
    )
    public_pull: float = coefficient(
        0.01,
        low=0.002,
        high=0.012,
        unit="a week",
        source="S46",
        en="Pull of public opinion",
        fr="Influence de l’opinion publique",
        meaning="Weekly pull of public support on power-holders at full attention; larger makes opinion matter.",
    )
    peer_pull: float = coefficient(
        0.014,
        low=0.005,
        high=0.03,
        unit="a week",
        source="S25",
        en="Pull of fellow power-holders",
        fr="Influence entre détenteurs du pouvoir",
        meaning="Weekly pull of peers, by real influence, on each power-holder; larger makes views converge.",
    )
    position_noise: float = coefficient(
        0.015,
        low=0.005,
        high=0.03,
        source="J9",
        en="Chance in positions",
        fr="Hasard dans les positions",
        meaning="Spread of chance weekly moves of a power-holder's position; larger is less predictable.",
    )

    # Trust of power-holders, and what fades
    trust_return: float = coefficient(
        0.006,
        low=0.002,
        high=0.015,
        unit="a week",
        source="S27",
        en="Return of government trust",
        fr="Retour de la confiance gouvernementale",
        meaning="Weekly share by which power-holders' trust returns to its initial level; larger forgets sooner.",
    )
    engagement_trust: float = coefficient(
        0.005,
        low=0.002,
        high=0.012,
        unit="a week",
        source="S27",
        en="Trust from engaging government",
        fr="Confiance née du dialogue gouvernemental",
        meaning="Weekly share of missing trust gained by fully engaging government; larger rewards engagement.",
    )
    member_trust: float = coefficient(
        0.6,
        low=0.2,
        high=1.5,
        source="S27 S54",
        en="Trust from government as member",
        fr="Confiance d’un gouvernement membre",
        meaning="How much a government member speeds the trust gained by engagement; larger makes its membership pay.",
    )
    stock_fades: float = coefficient(
        0.07,
        low=0.04,
        high=0.12,
        unit="a week",
        source="J8",
        en="Fading of contact and pressure",
        fr="Érosion des contacts et pressions",
        meaning="Share of contact and public pressure lost each week; larger demands steadier work.",
    )
    evidence_fades: float = coefficient(
        0.003,
        low=0.001,
        high=0.008,
        unit="a week",
        source="J8",
        en="Ageing of evidence",
        fr="Vieillissement des données probantes",
        meaning="Share of common evidence outdated each week; larger demands new studies.",
    )

    # Attention and support
    attention_noise: float = coefficient(
        0.033,
        low=0.01,
        high=0.08,
        source="S45",
        en="Chance in public attention",
        fr="Hasard dans l’attention publique",
        meaning="Mean size of weekly chance news at full salience volatility; larger makes attention jump.",
    )
    dispute_buzz: float = coefficient(
        0.008,
        low=0.0,
        high=0.025,
        source="S03",
        en="Talk raised by opponents",
        fr="Échos suscités par l’opposition",
        meaning="Talk about the issue that opponents' effort raises at full controversy; larger draws attention.",
    )
    buzz_fades: float = coefficient(
        0.5,
        low=0.3,
        high=0.8,
        unit="a week",
        source="A28",
        en="Fading of talk",
        fr="Retombée des échos publics",
        meaning="Share of talk about the issue that dies down each week; larger makes news short-lived.",
    )
    salience_gain: float = coefficient(
        0.3,
        low=0.08,
        high=0.4,
        source="A28",
        en="Attention raised by talk",
        fr="Attention suscitée par les échos",
        meaning="Share of missing attention that one unit of talk raises weekly; larger makes news matter.",
    )
    salience_fades: float = coefficient(
        0.08,
        low=0.02,
        high=0.2,
        unit="a week",
        source="A4 E5",
        en="Fading of attention",
        fr="Baisse naturelle de l’attention",
        meaning="Weekly share by which attention returns to its usual level; larger forgets sooner.",
    )
    salience_lasting: float = coefficient(
        0.4,
        low=0.2,
        high=0.7,
        source="A4",
        en="Attention that lasts",
        fr="Attention qui demeure",
        meaning="Share of the initial attention that stays the usual level; larger keeps issues of the day alive.",
    )
    support_gain: float = coefficient(
        0.004,
        low=0.001,
        high=0.01,
        source="A24",
        en="Support won by public work",
        fr="Soutien gagné dans l’opinion",
        meaning="Share of missing public support that public work by a legitimate alliance wins; "
        "larger persuades more.",
    )
    support_lost: float = coefficient(
        0.0012,
        low=0.0003,
        high=0.003,
        source="S03",
        en="Support lost to opponents",
        fr="Soutien perdu face aux opposants",
        meaning="Share of public support lost weekly to opponents' effort; larger makes opponents persuasive.",
    )
    support_return: float = coefficient(
        0.01,
        low=0.003,
        high=0.03,
        unit="a week",
        source="S46",
        en="Return of public support",
        fr="Retour du soutien de l’opinion",
        meaning="Weekly share by which public support returns to its starting level; larger undoes campaigns sooner.",
    )
    usual_access: float = coefficient(
        0.55,
        low=0.35,
        high=0.75,
        source="S09 E5",
        en="Usual access of a messenger",
        fr="Accès habituel d’un porte-parole",
        meaning="Access, 0 to 1, at which a messenger's word weighs as much as its arguments; "
        "larger makes good access rarer.",
    )
