"""Agreeing: how the aim is settled, how far members stand apart, and what was never settled."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Agreeing:
    """Coefficients of agreeing."""

    # Before the aim is agreed
    setup_form: float = coefficient(
        3.0,
        low=1.0,
        high=6.0,
        unit="items",
        source="S15",
        en="Set-up work for formality",
        fr="Points à régler pour la formalité",
        meaning="Items to settle before the start, in proportion to formality; larger delays formal alliances.",
    )
    setup_entity: float = coefficient(
        9.0,
        low=4.0,
        high=16.0,
        unit="items",
        source="S15",
        en="Set-up work for statutes",
        fr="Points à régler pour les statuts",
        meaning="Items to settle before the start, growing with formality squared; larger delays legal entities most.",
    )
    setup_negotiation: float = coefficient(
        4.0,
        low=1.0,
        high=8.0,
        unit="items",
        source="S14",
        en="Set-up work for negotiating",
        fr="Points à régler pour la négociation",
        meaning="Items to settle when the aim is negotiated, reopened or renewed; larger takes more meetings.",
    )

    # Standing close enough
    approach_weight: float = coefficient(
        0.15,
        low=0.0,
        high=0.4,
        source="S06",
        en="Disagreement over the approach",
        fr="Désaccord dû à la méthode",
        meaning="How much different wishes for inside or outside work count as disagreement; "
        "larger makes agreement rarer.",
    )
    agreement_tolerance: float = coefficient(
        0.165,
        low=0.1,
        high=0.22,
        source="J6",
        en="Tolerance in agreeing",
        fr="Tolérance aux écarts de vues",
        meaning="Distance from the middle within which a member accepts the joint text; larger makes agreement easier.",
    )
    coherence_scale: float = coefficient(
        0.23,
        low=0.2,
        high=0.4,
        source="J6",
        en="Disagreement that blurs the message",
        fr="Désaccord qui brouille le message",
        meaning="Disagreement at which coherence falls to 0.37; larger keeps one message despite differences.",
    )

    # Conflict
    conflict_negotiated: float = coefficient(
        1.2,
        low=0.6,
        high=2.4,
        source="J7",
        en="Latent conflict after negotiation",
        fr="Conflit latent après négociation",
        meaning="Latent conflict left per unit of disagreement after negotiating; larger leaves more to break out.",
    )
    conflict_skipped: float = coefficient(
        2.5,
        low=1.2,
        high=5.0,
        source="J7",
        en="Latent conflict without negotiation",
        fr="Conflit latent sans négociation",
        meaning="Latent conflict left per unit of disagreement where negotiation was skipped; "
        "larger punishes skipping it.",
    )
    eruption_rate: float = coefficient(
        0.03,
        low=0.01,
        high=0.06,
        unit="a week",
        source="J7",
        en="Rate of quarrels",
        fr="Fréquence des conflits ouverts",
        meaning="Weekly rate at which one unit of latent conflict breaks out; larger means more quarrels.",
    )
    quarrel_distrust: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="J7",
        en="Trust lost in a quarrel",
        fr="Confiance perdue dans un conflit",
        meaning="Share of trust that a quarrel at full conflict costs half of all pairs; larger wounds more.",
    )
    quarrel_disheartens: float = coefficient(
        0.05,
        low=0.02,
        high=0.15,
        source="J7",
        en="Discouragement by a quarrel",
        fr="Découragement après un conflit",
        meaning="Share of enthusiasm that every member loses in a quarrel; larger discourages more.",
    )
    quarrel_clears: float = coefficient(
        0.3,
        low=0.05,
        high=0.8,
        source="J7",
        en="Conflict cleared by a quarrel",
        fr="Apaisement après un conflit",
        meaning="Share of latent conflict that a quarrel settles; larger clears the air.",
    )
    reopening_ratio: float = coefficient(
        1.6,
        low=1.2,
        high=2.5,
        unit="times",
        source="S06",
        en="Drift that reopens the aim",
        fr="Dérive qui rouvre l’objectif",
        meaning="Growth of disagreement since agreement that reopens a negotiated aim; larger tolerates more drift.",
    )

    # Negotiating, and members' own red lines
    line_rejects: float = coefficient(
        0.2,
        low=0.0,
        high=0.35,
        source="S14 J16",
        en="Own red line against a provision",
        fr="Ligne rouge contre une disposition",
        meaning="Position, 0 to 1, below which an organisation cannot accept a provision in the joint aim; "
        "larger makes more of them object.",
    )
    line_demands: float = coefficient(
        0.95,
        low=0.85,
        high=1.0,
        source="S14 J16",
        en="Own red line for a provision",
        fr="Ligne rouge pour une disposition",
        meaning="Position, 0 to 1, above which an organisation cannot do without a provision; "
        "smaller makes more of them object when it is given up.",
    )
    talk_pull: float = coefficient(
        0.35,
        low=0.05,
        high=0.8,
        source="E5 A33",
        en="Concession in a talk",
        fr="Concession lors d’une négociation",
        meaning="Share of the way to the middle that those present go in a round on one provision, at a trust of 0.5; "
        "larger settles more by talk.",
    )
    talk_items: float = coefficient(
        1.5,
        low=0.5,
        high=4.0,
        unit="items",
        source="S14 J16",
        en="Agenda taken by a negotiation",
        fr="Points d’ordre du jour par négociation",
        meaning="Items that a round of negotiation on one provision puts on the agenda; larger delays agreement.",
    )
    soften_step: float = coefficient(
        0.5,
        low=0.2,
        high=0.8,
        source="S14 J16",
        en="Compromise on a divisive provision",
        fr="Compromis sur une disposition clivante",
        meaning="How far towards indifference the joint text goes when it is softened; "
        "larger settles more and leaves less to win.",
    )
    soften_eases: float = coefficient(
        0.2,
        low=0.0,
        high=0.8,
        source="S14 J16",
        en="Ease of a softened provision",
        fr="Facilité d’une disposition adoucie",
        meaning="Difficulty for decision-makers that a wholly softened provision loses; larger helps compromise win.",
    )
    objection_conflict: float = coefficient(
        0.5,
        low=0.2,
        high=1.0,
        source="S14 J16",
        en="Conflict from crossed red lines",
        fr="Conflit né des lignes rouges franchies",
        meaning="Latent conflict that is left where the aim crosses a red line of every member; "
        "larger makes overruling costlier.",
    )
    objection_leaving: float = coefficient(
        0.006,
        low=0.001,
        high=0.015,
        unit="a week",
        source="S14 E5 J16",
        en="Leaving over a red line",
        fr="Départs pour une ligne rouge",
        meaning="Weekly rate at which a member leaves whose red line the aim has crossed for long; "
        "larger loses those who were overruled.",
    )
    objection_weeks: float = coefficient(
        26.0,
        low=8.0,
        high=52.0,
        unit="weeks",
        source="S14 E5 J16",
        en="Voice before exit",
        fr="Protestation avant le départ",
        meaning="Weeks over which an objecting member speaks up before it is ready to leave; longer keeps it in.",
    )

    # A vague aim
    vague_drift: float = coefficient(
        1.0,
        low=0.0,
        high=2.0,
        source="S02 J17",
        en="Drift under a vague aim",
        fr="Dérive sous un objectif flou",
        meaning="How much faster positions return to what each came for where the agreed aim is vague, slower where it "
        "is precise; larger makes precision hold members together.",
    )

    # The first list must have been asked
    list_quorum: float = coefficient(
        0.6,
        low=0.3,
        high=0.9,
        source="S11 J18",
        en="First list asked before agreeing",
        fr="Part invitée avant tout accord",
        meaning="Share of the first list that must have been asked before the aim can be agreed; "
        "larger waits for more of them.",
    )
