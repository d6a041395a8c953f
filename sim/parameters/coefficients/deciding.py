"""Deciding: agenda, commitment, vote, implementation and reversal, and what counts as change."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declare import coefficient


@dataclass(frozen=True)
class Deciding:
    """Coefficients of deciding."""

    # Agenda and commitment
    agenda_rate: float = coefficient(
        0.06,
        low=0.03,
        high=0.12,
        unit="a week",
        source="J11",
        en="Fastest rise to the agenda",
        fr="Rythme maximal de mise à l’agenda",
        meaning="Weekly chance of reaching the agenda under the best conditions; larger opens the way sooner.",
    )
    agenda_base: float = coefficient(
        -5.0,
        low=-7.0,
        high=-3.0,
        source="J11",
        en="Basic ease of the agenda",
        fr="Facilité de mise à l’agenda",
        meaning="Log-odds of reaching the agenda without attention or support; larger makes it easier.",
    )
    agenda_salience: float = coefficient(
        8.0,
        low=4.0,
        high=12.0,
        source="J11 A4",
        en="Agenda access from attention",
        fr="Mise à l’agenda par l’attention",
        meaning="How strongly public attention helps the issue onto the agenda; larger rewards raising it.",
    )
    agenda_position: float = coefficient(
        1.6,
        low=0.8,
        high=3.0,
        source="J11",
        en="Agenda access from positions",
        fr="Mise à l’agenda par les positions",
        meaning="How strongly power-holders' mean position helps the issue onto the agenda; "
        "larger rewards insider work.",
    )
    agenda_sponsor: float = coefficient(
        1.0,
        low=0.3,
        high=2.0,
        source="J11",
        en="Agenda access from a sponsor",
        fr="Mise à l’agenda par le ministère",
        meaning="How strongly a favourable minister or executive helps the issue onto the agenda; "
        "larger rewards winning one.",
    )
    endorsement: float = coefficient(
        0.05,
        low=0.0,
        high=0.12,
        source="A17; J20",
        en="Breadth shown to the sponsor",
        fr="Largeur du soutien montrée au porteur",
        meaning="What full legitimacy, in full contact with the sponsor, adds to the alliance's voice on the agenda, "
        "in the unit of its strength in public; larger lets broad alliances set the agenda.",
    )
    agenda_outside: float = coefficient(
        40.0,
        low=10.0,
        high=80.0,
        source="A17; J20",
        en="Agenda access from public strength",
        fr="Mise à l’agenda par le public",
        meaning="How strongly the alliance's strength in public helps the issue onto the agenda; "
        "larger rewards campaigns.",
    )
    commitment_rate_policy: float = coefficient(
        0.072,
        low=0.036,
        high=0.144,
        unit="a week",
        source="J11",
        en="Fastest political commitment",
        fr="Rythme maximal de l’engagement politique",
        meaning="Weekly chance of political commitment under the best conditions; larger commits sooner.",
    )
    commitment_base: float = coefficient(
        -0.3,
        low=-1.5,
        high=0.5,
        source="J11",
        en="Basic ease of commitment",
        fr="Facilité de l’engagement politique",
        meaning="Log-odds of political commitment by a neutral sponsor without attention; larger makes it easier.",
    )
    commitment_sponsor: float = coefficient(
        4.0,
        low=2.0,
        high=7.0,
        source="J11",
        en="Commitment from a sponsor",
        fr="Poids du ministère dans l’engagement politique",
        meaning="How strongly the sponsor's position decides on political commitment; "
        "larger makes the minister decisive.",
    )
    commitment_salience: float = coefficient(
        1.0,
        low=0.3,
        high=2.0,
        source="J11",
        en="Commitment from attention",
        fr="Poids de l’attention dans l’engagement politique",
        meaning="How strongly public attention speeds political commitment; larger rewards raising the issue.",
    )
    off_agenda_rate: float = coefficient(
        0.01,
        low=0.002,
        high=0.04,
        unit="a week",
        source="J11",
        en="Rate of falling off agenda",
        fr="Fréquence des abandons du sujet",
        meaning="Weekly rate at which an unnoticed issue falls off the agenda; larger forgets sooner.",
    )

    # Pauses and sessions
    pause_before_amendment: int = coefficient(
        104,
        low=52,
        high=208,
        unit="weeks",
        source="S41; J11",
        en="Pause before an amendment",
        fr="Pause avant une modification",
        meaning="Weeks before an adopted policy can be amended with what it left out; larger makes thin wins last.",
    )
    pause_after_vote: int = coefficient(
        26,
        low=13.0,
        high=52.0,
        unit="weeks",
        source="J11",
        en="Pause after a lost vote",
        fr="Pause après un vote perdu",
        meaning="Weeks before another attempt after a lost vote, half as many as after a reversal; "
        "larger makes losing costlier.",
    )
    vote_interval: int = coefficient(
        26,
        low=13.0,
        high=52.0,
        unit="weeks",
        source="J11",
        en="Weeks between sessions",
        fr="Semaines entre deux sessions",
        meaning="Weeks between regular occasions to vote; larger makes decisions rarer.",
    )
    extra_vote: float = coefficient(
        0.04,
        low=0.0,
        high=0.2,
        unit="a week",
        source="J11",
        en="Chance of an extra vote",
        fr="Probabilité d’un vote exceptionnel",
        meaning="Weekly chance that an open window brings the vote forward; larger rewards windows.",
    )

    # The bill and the vote
    inertia: float = coefficient(
        0.12,
        low=0.0,
        high=0.3,
        source="J12 A6",
        en="Inertia of existing policy",
        fr="Inertie de l’existant",
        meaning="How far above indifference a power-holder must stand to change anything; larger makes change harder.",
    )
    inertia_harmful: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="A6",
        en="Inertia of harmful policies",
        fr="Inertie des règles néfastes",
        meaning="Inertia added where a harmful policy has owners; larger makes repeal harder.",
    )
    own_initiative: float = coefficient(
        0.65,
        low=0.3,
        high=0.95,
        source="S14 S43; J15; CASES 1.7 and 3.7",
        en="Provisions of the government's own accord",
        fr="Dispositions portées par le gouvernement lui-même",
        meaning="Chance that a government would put a provision forward without any alliance; larger makes alliances "
        "less needed for what a policy contains.",
    )
    tabling_contact: float = coefficient(
        4.0,
        low=1.0,
        high=8.0,
        source="S43 S44; J15",
        en="Contact that brings a text to the table",
        fr="Contact qui fait retenir un texte",
        meaning="How strongly recent contact with the sponsor brings the alliance's provisions into its draft; larger "
        "rewards inside work.",
    )
    tabling_public: float = coefficient(
        40.0,
        low=10.0,
        high=80.0,
        source="S45 S46; J15 J20",
        en="Public voice that brings a text to the table",
        fr="Voix publique qui fait retenir un texte",
        meaning="How strongly the alliance's public voice brings its provisions into the draft; larger rewards work in "
        "public.",
    )
    vote_noise: float = coefficient(
        0.38,
        low=0.25,
        high=0.5,
        source="J12",
        en="Chance in votes",
        fr="Hasard lors des votes",
        meaning="Spread of the luck of the day in a vote; larger makes votes less predictable.",
    )
    vote_common: float = coefficient(
        0.8,
        low=0.4,
        high=0.95,
        source="J12",
        en="Luck shared by voters",
        fr="Hasard commun aux votants",
        meaning="Part of the luck that all voters share, 0 to 1; larger makes vetoes fall together.",
    )
    comfort: float = coefficient(
        0.45,
        low=0.2,
        high=0.7,
        source="J13",
        en="Sponsor’s wish for safety",
        fr="Prudence avant le vote",
        meaning="Chance of winning that a sponsor wants before calling a vote; larger drops more provisions.",
    )
    bold_share: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="J1",
        en="Boldness of a full bill",
        fr="Audace d’un texte complet",
        meaning="How much a bill that keeps more of the aim asks of voters; larger favours small bills.",
    )
    red_binds: float = coefficient(
        1.0,
        low=0.0,
        high=2.0,
        source="S14; F11",
        en="Force of red lines",
        fr="Force des points non négociables",
        meaning="How firmly a sponsor keeps the alliance's non-negotiables, against the form in the register; "
        "0 never, larger protects the aim.",
    )
    yardstick: float = coefficient(
        0.4,
        low=0.2,
        high=0.6,
        source="J13",
        en="Share of aim that counts",
        fr="Part de l’objectif exigée",
        meaning="Share of the aim that must stand for policy to count as changed; larger is stricter.",
    )
    contest_difficulty: float = coefficient(
        0.25,
        low=0.1,
        high=0.5,
        source="S03 J10",
        en="Difficulty of contested provisions",
        fr="Difficulté des dispositions contestées",
        meaning="Difficulty that full opposition to a single provision adds; larger drops contested ones first.",
    )

    # What a vote does to the alliance
    dropped_line_conflict: float = coefficient(
        0.3,
        low=0.1,
        high=0.8,
        source="S14",
        en="Conflict over dropped red lines",
        fr="Conflit après un point sacrifié",
        meaning="Latent conflict added when an adopted bill lacks a non-negotiable; larger divides more.",
    )
    dropped_line_disheartens: float = coefficient(
        0.1,
        low=0.0,
        high=0.3,
        source="S14",
        en="Discouragement by dropped red lines",
        fr="Découragement après un point sacrifié",
        meaning="Share of enthusiasm lost when an adopted bill lacks a non-negotiable; larger discourages more.",
    )
    lost_vote_disheartens: float = coefficient(
        0.2,
        low=0.05,
        high=0.4,
        source="S14",
        en="Discouragement by a lost vote",
        fr="Découragement après un vote perdu",
        meaning="Share of belief in the alliance lost with a vote; larger discourages more.",
    )
    win_lift: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="A45",
        en="Belief gained by a win",
        fr="Efficacité ressentie après une victoire",
        meaning="Share of missing belief in the alliance gained at adoption; larger encourages more.",
    )

    # Implementation
    implementation_start: float = coefficient(
        0.05,
        low=0.0,
        high=0.15,
        source="J13",
        en="Implementation at adoption",
        fr="Mise en œuvre dès l’adoption",
        meaning="Level of implementation on the day of adoption, 0 to 1; larger starts further on.",
    )
    implementation_rate: float = coefficient(
        0.02,
        low=0.008,
        high=0.032,
        unit="a week",
        source="J13",
        en="Speed of implementation",
        fr="Rapidité de la mise en œuvre",
        meaning="Weekly share of what is missing that a willing, able administration carries out; larger is faster.",
    )
    implementation_decay: float = coefficient(
        0.01,
        low=0.005,
        high=0.02,
        unit="a week",
        source="J13",
        en="Decay of implementation",
        fr="Érosion de la mise en œuvre",
        meaning="Weekly share of implementation lost where will is absent; larger hollows policies out.",
    )
    implementation_blocked: float = coefficient(
        0.003,
        low=0.001,
        high=0.008,
        unit="a week",
        source="J13",
        en="Implementation blocked by opponents",
        fr="Mise en œuvre freinée par l’opposition",
        meaning="Weekly share of implementation lost to opponents at full effort; larger hollows policies out.",
    )
    implementation_threshold: float = coefficient(
        0.6,
        low=0.4,
        high=0.8,
        source="S04",
        en="Implementation that counts",
        fr="Niveau de mise en œuvre exigé",
        meaning="Level of implementation that counts as change, 0 to 1; larger is stricter.",
    )
    implementation_weeks: int = coefficient(
        26,
        low=13.0,
        high=52.0,
        unit="weeks",
        source="S04",
        en="Weeks that implementation must hold",
        fr="Durée de mise en œuvre exigée",
        meaning="Weeks above the threshold that count as change; larger is stricter.",
    )
    implementation_before: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="S04",
        en="Implementation before the alliance",
        fr="Mise en œuvre avant l’alliance",
        meaning="Level at the start of a badly implemented or underfunded policy, 0 to 1; larger starts further on.",
    )
    budget_raise: float = coefficient(
        0.3,
        low=0.1,
        high=0.5,
        source="S04",
        en="Raise in means that counts",
        fr="Hausse des moyens exigée",
        meaning="Raise above the starting level that counts as change, more with ambition; larger is stricter.",
    )
    budget_weeks: int = coefficient(
        52,
        low=26.0,
        high=104.0,
        unit="weeks",
        source="S04",
        en="Weeks that means must hold",
        fr="Durée de la hausse exigée",
        meaning="Weeks for which raised means must last to count as change; larger is stricter.",
    )

    # Will to implement
    will_base: float = coefficient(
        0.4,
        low=0.2,
        high=0.6,
        source="J13",
        en="Basic will to implement",
        fr="Volonté de base de l’administration",
        meaning="Will of a neutral administration to carry a policy out, 0 to 1; larger implements more.",
    )
    will_position: float = coefficient(
        0.45,
        low=0.2,
        high=0.7,
        source="J13",
        en="Will due to positions",
        fr="Volonté due aux positions",
        meaning="How strongly positions of ministers, officials and local authorities move the will to implement; "
        "larger rewards advocacy.",
    )
    will_minister: float = coefficient(
        0.6,
        low=0.2,
        high=0.9,
        source="S25",
        en="Will due to ministers",
        fr="Volonté due aux ministres",
        meaning="Share of ministers' positions in the national will to implement, the rest is officials'; "
        "larger makes ministers decisive.",
    )
    will_fit: float = coefficient(
        0.15,
        low=0.05,
        high=0.4,
        source="A26",
        en="Will due to proven fit",
        fr="Volonté due à la faisabilité",
        meaning="Will to implement added by full fit, as pilots show it; larger rewards pilots.",
    )
    will_evidence: float = coefficient(
        0.15,
        low=0.05,
        high=0.3,
        source="S43",
        en="Will due to evidence",
        fr="Volonté due aux données probantes",
        meaning="Will to implement added by full evidence; larger rewards studies.",
    )
    will_legitimacy: float = coefficient(
        3.0,
        low=1.0,
        high=6.0,
        source="S07; J20",
        en="Will due to public watching",
        fr="Volonté due au regard public",
        meaning="Will to implement added by the alliance's strength in public; larger rewards watching on.",
    )
    will_member: float = coefficient(
        0.18,
        low=0.05,
        high=0.4,
        source="S54",
        en="Will due to government membership",
        fr="Volonté d’un gouvernement membre",
        meaning="Will to implement added while government is a member, or coordinates after a hand-over; "
        "larger makes its membership pay.",
    )

    # Reversal
    reversal_rate: float = coefficient(
        0.03,
        low=0.012,
        high=0.048,
        unit="a week",
        source="J13",
        en="Rate of reversals",
        fr="Fréquence des retours en arrière",
        meaning="Weekly rate at which a hostile government undoes a win; larger makes wins fragile.",
    )
    reversal_threshold: float = coefficient(
        0.05,
        low=0.0,
        high=0.3,
        source="J13",
        en="Hostility that risks reversal",
        fr="Hostilité menant au retour en arrière",
        meaning="Hostility of a minister or executive below which nothing is undone; larger protects wins.",
    )
    reversal_left: float = coefficient(
        0.3,
        low=0.1,
        high=0.6,
        source="J13",
        en="Implementation left after reversal",
        fr="Acquis après un retour en arrière",
        meaning="Share of implementation that survives a reversal; larger leaves more.",
    )
