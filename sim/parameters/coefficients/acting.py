"""Acting: what finished work does to evidence, power-holders, the public and the policy."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Acting:
    """Coefficients of acting."""

    # Being received
    grant_scale: float = coefficient(
        1.2,
        low=0.7,
        high=2.0,
        source="A25",
        en="Ease of being received",
        fr="Facilité à obtenir un rendez-vous",
        meaning="How readily power-holders receive the alliance, given access, openness and trust; "
        "larger gets more meetings.",
    )
    grant_floor: float = coefficient(
        0.1,
        low=0.03,
        high=0.3,
        source="A25",
        en="Reception by closed governments",
        fr="Accueil d’un gouvernement fermé",
        meaning="Readiness to receive the alliance even where government is closed; larger keeps doors ajar.",
    )
    one_voice_best: float = coefficient(
        0.35,
        low=0.1,
        high=0.6,
        source="S28",
        en="Best access in one voice",
        fr="Meilleur accès dans la voix commune",
        meaning="Weight of the best member's access, against the mean, in one voice; larger makes unity cheaper.",
    )
    contact_trust: float = coefficient(
        0.04,
        low=0.01,
        high=0.1,
        source="S27 A32",
        en="Trust from being received",
        fr="Confiance née d’un entretien",
        meaning="Share of missing trust that a power-holder gains per effective contact; "
        "larger builds relations faster.",
    )
    surprise: float = coefficient(
        0.08,
        low=0.0,
        high=0.2,
        source="S27",
        en="Trust lost by surprise",
        fr="Confiance perdue par surprise",
        meaning="Share of trust lost when government, never engaged, first meets the alliance; "
        "larger rewards engaging it.",
    )
    visibility_contact: float = coefficient(
        0.008,
        low=0.002,
        high=0.02,
        source="J10",
        en="Visibility from requests",
        fr="Visibilité due aux demandes",
        meaning="How much each request to a power-holder shows opponents the alliance; larger alerts them sooner.",
    )
    visibility_public: float = coefficient(
        0.06,
        low=0.02,
        high=0.12,
        source="J10",
        en="Visibility from public work",
        fr="Visibilité due à l’action publique",
        meaning="How much finished public work shows opponents the alliance; larger alerts them sooner.",
    )
    visibility_memory: float = coefficient(
        0.05,
        low=0.02,
        high=0.1,
        unit="a week",
        source="J10",
        en="Fading of visibility",
        fr="Érosion de la visibilité",
        meaning="Share of visibility lost each week; larger lets opponents forget sooner.",
    )

    # Evidence
    evidence_contact: float = coefficient(
        0.17,
        low=0.05,
        high=0.5,
        source="S43",
        en="Reach of findings",
        fr="Portée des études diffusées",
        meaning="Contact that findings make with power-holders who heed evidence, in a fully open government; "
        "larger makes studies open doors.",
    )
    research_gain: float = coefficient(
        0.22,
        low=0.1,
        high=0.4,
        source="A23",
        en="Evidence from research",
        fr="Données probantes d’une recherche",
        meaning="Share of missing evidence that good research supplies; larger fills the stock faster.",
    )
    brief_gain: float = coefficient(
        0.12,
        low=0.05,
        high=0.25,
        source="A23",
        en="Evidence from briefs",
        fr="Données probantes d’une note d’orientation",
        meaning="Share of missing evidence that a good brief or budget analysis supplies; "
        "larger fills the stock faster.",
    )

    # In public
    press_pressure: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S45",
        en="Pressure from media work",
        fr="Pression par les médias",
        meaning="Pressure on power-holders from good media work in a free press; larger makes media work stronger.",
    )
    crowd_pressure: float = coefficient(
        1.4,
        low=0.7,
        high=2.5,
        source="A24",
        en="Pressure from mobilisation",
        fr="Pression par la mobilisation",
        meaning="Pressure on power-holders from good mobilisation in full civic space; larger makes crowds stronger.",
    )
    press_buzz: float = coefficient(
        0.12,
        low=0.06,
        high=0.4,
        source="A28",
        en="Talk raised by media work",
        fr="Échos suscités par les médias",
        meaning="Talk about the issue that good media work raises in a free press; larger draws attention.",
    )
    crowd_buzz: float = coefficient(
        0.24,
        low=0.1,
        high=0.6,
        source="A28",
        en="Talk raised by mobilisation",
        fr="Échos suscités par la mobilisation",
        meaning="Talk about the issue that good mobilisation raises in full civic space; larger draws attention.",
    )
    day_attention: float = coefficient(
        0.5,
        low=0.0,
        high=1.0,
        source="S46 J19",
        en="Attention on celebrated days",
        fr="Attention les jours de fête",
        meaning="How much more notice public work gets about a day that people celebrate, as a share of the usual; "
        "larger rewards timing.",
    )
    day_patience: float = coefficient(
        8.0,
        low=2.0,
        high=16.0,
        unit="weeks",
        source="S46 J19",
        en="Longest wait for a celebrated day",
        fr="Attente maximale d’un jour de fête",
        meaning="Weeks that finished public work is kept where all campaigns are tied to celebrated days; "
        "larger times more of them, later.",
    )
    mobilisation_strain: float = coefficient(
        0.06,
        low=0.02,
        high=0.12,
        source="S24",
        en="Trust strained by mobilisation",
        fr="Confiance entamée par la mobilisation",
        meaning="Share of power-holders' trust lost at each mobilisation; larger makes crowds costlier.",
    )

    # Confrontation
    confrontation_threshold: float = coefficient(
        0.55,
        low=0.3,
        high=0.9,
        source="S29",
        en="Threshold of confrontation",
        fr="Seuil d’opposition ouverte",
        meaning="Tension above which mobilisation becomes open confrontation; larger makes confrontation rarer.",
    )
    confrontation_strain: float = coefficient(
        0.1,
        low=0.04,
        high=0.2,
        source="S29",
        en="Trust lost in confrontation",
        fr="Confiance perdue en opposition ouverte",
        meaning="Share of power-holders' trust lost in a confrontation; larger closes doors.",
    )
    confrontation_exit: float = coefficient(
        0.08,
        low=0.02,
        high=0.2,
        source="J7",
        en="Exits at a confrontation",
        fr="Départs lors d’une opposition ouverte",
        meaning="Chance that a member fully tied to the minister leaves at a confrontation; larger loses more members.",
    )
    confrontation_conflict: float = coefficient(
        0.25,
        low=0.05,
        high=0.5,
        source="J7",
        en="Exits added by latent conflict",
        fr="Départs dus au conflit latent",
        meaning="How much latent conflict adds to exits at a confrontation; larger punishes unsettled quarrels.",
    )
    confrontation_disheartens: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="S29",
        en="Discouragement by confrontation",
        fr="Découragement par l’opposition ouverte",
        meaning="Share of enthusiasm that members tied to the minister lose at a confrontation; "
        "larger discourages more.",
    )
    pact_protection: float = coefficient(
        0.25,
        low=0.1,
        high=0.6,
        source="S29",
        en="Exits despite a silence pact",
        fr="Départs malgré l’accord de réserve",
        meaning="Share of exits at a confrontation that remain under a silence pact; larger means less protection.",
    )

    # Pledges
    sign_base: float = coefficient(
        -0.6,
        low=-1.5,
        high=0.5,
        source="A27",
        en="Candidates’ readiness to sign",
        fr="Inclination de base à signer",
        meaning="Basic inclination of a candidate to sign a pledge, in log-odds; larger gets more signatures.",
    )
    sign_position: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="A27",
        en="Weight of conviction in signing",
        fr="Poids des convictions dans la signature",
        meaning="How strongly a candidate's own view decides on signing; larger leaves pledges to friends.",
    )
    sign_salience: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="A27",
        en="Weight of attention in signing",
        fr="Poids de l’attention dans la signature",
        meaning="How strongly public attention makes candidates sign; larger rewards raising the issue.",
    )
    sign_legitimacy: float = coefficient(
        1.5,
        low=0.5,
        high=3.0,
        source="A27",
        en="Weight of legitimacy in signing",
        fr="Poids de la légitimité à signer",
        meaning="How strongly the alliance's legitimacy makes candidates sign; larger rewards a weighty alliance.",
    )
    pledge_force: float = coefficient(
        0.9,
        low=0.3,
        high=1.5,
        source="A27",
        en="Force of a pledge",
        fr="Force d’un engagement signé",
        meaning="How far a pledge binds at full attention, before legitimacy; larger moves winners more.",
    )
    pledge_limit: float = coefficient(
        0.6,
        low=0.3,
        high=0.9,
        source="A27",
        en="Limit of a pledge’s force",
        fr="Limite d’un engagement signé",
        meaning="Most by which a pledge can move a winner's leaning; larger allows stronger promises.",
    )

    # Pilots, conferences, visits
    pilot_fit: float = coefficient(
        0.35,
        low=0.15,
        high=0.6,
        source="A26",
        en="Fit shown by a pilot",
        fr="Faisabilité montrée par un projet pilote",
        meaning="Share of missing fit on the ground that a good pilot supplies; larger eases implementation.",
    )
    pilot_evidence: float = coefficient(
        0.12,
        low=0.05,
        high=0.3,
        source="S47",
        en="Evidence from a pilot",
        fr="Données probantes d’un projet pilote",
        meaning="Share of missing evidence that a good pilot supplies; larger fills the stock faster.",
    )
    pilot_contact: float = coefficient(
        0.6,
        low=0.2,
        high=1.2,
        source="S47",
        en="Contact made by a pilot",
        fr="Contacts créés par un projet pilote",
        meaning="Contact with officials and local authorities that a good pilot makes; larger wins implementers.",
    )
    visit_strength: float = coefficient(
        1.6,
        low=1.0,
        high=2.5,
        unit="times",
        source="S48",
        en="Strength of conferences and visits",
        fr="Force des conférences et visites",
        meaning="Strength of conferences and field visits against ordinary meetings; larger favours them.",
    )

    # Ready for a window
    preparation_limit: float = coefficient(
        4.0,
        low=2.0,
        high=8.0,
        source="S41",
        en="Most preparation stored",
        fr="Préparation maximale en réserve",
        meaning="Most effect that can be kept for a window, in good finished activities; larger allows longer waiting.",
    )
    preparation_spoils: float = coefficient(
        0.008,
        low=0.002,
        high=0.03,
        unit="a week",
        source="S41",
        en="Spoiling of preparation",
        fr="Érosion de la préparation",
        meaning="Share of stored preparation lost each week; larger punishes waiting.",
    )
    preparation_contact: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S41",
        en="Contact from preparation",
        fr="Contacts tirés de la préparation",
        meaning="Contact with power-holders per unit of preparation released; larger makes readiness pay.",
    )
