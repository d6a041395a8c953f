"""What can happen in a run, said once: the number under which rules log it and the sentence that tells it.

`{who}` and `{whom}` are filled with the names of an organisation, holder or activity; `{amount}` with a number,
`{signed}` with the same and its sign, `{percent}` with the same as a percentage, `{before}` with what it was before.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: who and whom say from which list the names come (organisation, holder, tactic,
    cause or none). `explains` marks what is told only where a run is explained.
    """

    name: str
    who: str
    whom: str
    en: str
    fr: str
    weight: int
    explains: bool = False


def _event(name: str, who: str, whom: str, en: str, fr: str, weight: int = 2, *, explains: bool = False) -> EventKind:
    return EventKind(name, who, whom, en, fr, weight, explains)


EVENT_KINDS: tuple[EventKind, ...] = (
    _event("founded", "none", "none", "Work on the alliance begins: the first list is being drawn up.",
           "Le travail commence : la première liste d’invitations se prépare.", 3),
    _event("joined", "organisation", "none", "{who} joins the alliance.", "{who} rejoint l’alliance."),
    _event("declined", "organisation", "none", "{who} declines the invitation.", "{who} décline l’invitation.", 1),
    _event("left", "organisation", "cause", "{who} leaves the alliance ({whom}).", "{who} quitte l’alliance ({whom})."),
    _event("agreed", "none", "none", "The members agree on a joint aim (provisions asked for: {amount}).",
           "Les membres s’entendent sur un objectif commun (dispositions demandées : {amount}).", 3),
    _event("reopened", "none", "none", "Disagreement has grown: the joint aim is up for discussion again.",
           "Les désaccords ont grandi : l’objectif commun est remis en discussion.", 3),
    _event("quarrel", "none", "none", "A disagreement that was never settled breaks out.",
           "Un désaccord jamais réglé éclate au grand jour.", 3),
    _event("meeting", "none", "none", "The members meet (organisations present: {amount}).",
           "Les membres se réunissent (organisations présentes : {amount}).", 0),
    _event("planned", "organisation", "tactic", "{who} takes charge of {whom}.", "{who} prend en charge {whom}.", 1),
    _event("completed", "organisation", "tactic", "{who} and its team complete {whom}.",
           "{who} et son équipe mènent à bien {whom}."),
    _event("failed", "organisation", "tactic", "{who} does not finish {whom} in time.",
           "{who} n’achève pas à temps {whom}."),
    _event("abandoned", "none", "tactic", "Nobody takes charge of {whom}: the plan is dropped.",
           "Personne ne prend en charge {whom} : le projet est abandonné.", 1),
    _event("received", "holder", "none", "{who} receives the alliance.", "{who} reçoit l’alliance.", 1),
    _event("refused", "holder", "none", "{who} does not receive the alliance.", "{who} ne reçoit pas l’alliance.", 1),
    _event("confrontation", "none", "none", "The alliance openly opposes the government.",
           "L’alliance s’oppose ouvertement au gouvernement.", 3),
    _event("shock", "none", "none", "An event throws the issue into public view.",
           "Un événement met le sujet sous les yeux du public.", 3),
    _event("election", "none", "none", "Election: the government stays in office.",
           "Élections : le gouvernement reste en place.", 3),
    _event("change_of_government", "none", "none", "Election: the government changes.",
           "Élections : le gouvernement change.", 3),
    _event("signed", "holder", "none", "{who} signs the pledge.", "{who} signe l’engagement public.", 3),
    _event("pledge_bound", "holder", "none", "The signed pledge now binds {who}.",
           "L’engagement public signé oblige désormais {who}.", 3),
    _event("new_holder", "holder", "none", "New in office: {who}.", "Prise de fonction : {who}.", 3),
    _event("appointment", "organisation", "holder", "A person from the alliance ({who}) is appointed: {whom}.",
           "Une personne issue de l’alliance ({who}) est nommée : {whom}.", 3),
    _event("agenda", "none", "none", "The issue reaches the political agenda.",
           "Le sujet arrive à l’ordre du jour politique.", 4),
    _event("off_agenda", "none", "none", "The issue drops off the political agenda.",
           "Le sujet quitte l’ordre du jour politique.", 3),
    _event("commitment", "holder", "none", "{who} commits to act.", "{who} s’engage à agir.", 4),
    _event("vote_lost", "holder", "none", "The bill fails: {who} withholds consent.",
           "Le texte n’est pas adopté : {who} refuse son accord.", 4),
    _event("adopted", "none", "none", "Adopted: {amount} of the provisions asked for.",
           "Adoption : {amount} des dispositions demandées.", 5),
    _event("reversed", "holder", "none", "What was won is undone: the policy is reversed under {who}.",
           "Retour en arrière : la politique publique obtenue est annulée ({who}).", 5),
    _event("changed", "none", "none", "The policy change, as its yardstick was set at the start, is achieved.",
           "Le changement de politique publique, mesuré à l’aune fixée au départ, est acquis.", 5),
    _event("budget_step", "none", "none", "The budget sets the means of the policy (implementation, 0 to 1: {amount}).",
           "Le budget fixe les moyens de la politique publique (mise en œuvre, de 0 à 1 : {amount}).", 2),
    _event("evaluated", "cause", "none", "The alliance takes stock ({who}).", "L’alliance dresse un bilan ({who})."),
    _event("dormant", "none", "none", "The alliance falls dormant.", "L’alliance entre en sommeil.", 4),
    _event("reconvened", "none", "none", "The alliance meets again: an opportunity has come.",
           "L’alliance se réunit à nouveau : une occasion se présente.", 4),
    _event("renewed", "none", "none", "The alliance sets itself a new aim.",
           "L’alliance se donne un nouvel objectif.", 4),
    _event("handed_over", "none", "none", "Coordination is handed over to government.",
           "La coordination est confiée au gouvernement.", 5),
    _event("successor", "none", "none", "A successor alliance takes up the advocacy (members: {amount}).",
           "Une nouvelle alliance prend la relève du plaidoyer (membres : {amount}).", 4),
    _event("dissolved", "cause", "none", "The alliance ends ({who}).", "L’alliance prend fin ({who}).", 5),
    _event("surveyed", "organisation", "none", "An anonymous survey is discussed: {who} will be heard more.",
           "Une enquête anonyme est discutée : {who} aura davantage la parole.", 1),
    _event("promise_broken", "none", "none", "Promised support for small members does not arrive in full.",
           "L’appui promis aux petits membres n’arrive qu’en partie.", 2),
    _event("staff_change", "organisation", "none", "The person who represents {who} changes.",
           "La personne qui représente {who} change.", 1),
    _event("fell_silent", "organisation", "none", "{who} stays silent, as agreed.",
           "{who} garde le silence, comme convenu.", 1),
    _event("provision_won", "provision", "none", "Now policy: {who}.", "Désormais acquis : {who}.", 5),
    _event("context_changed", "parameter", "none", "{who}: {amount} from now on.", "{who} : {amount} désormais.", 3),
    _event("objected", "organisation", "none", "{who} objects: the joint aim crosses its red line.",
           "{who} s’y oppose : l’objectif commun franchit sa ligne rouge.", 2),
    _event("softened", "provision", "none", "The members meet each other halfway on: {who}.",
           "Les membres trouvent un compromis sur : {who}.", 3),
    _event("given_up", "provision", "none", "Too divisive, and no longer in the joint aim: {who}.",
           "Retiré de l’objectif commun, car trop clivant : {who}.", 3),
    _event("because", "none", "none", "This is why.", "Voici pourquoi.", 0, explains=True),
    _event("moved", "holder", "none", "{who} moves (position now {amount}).",
           "{who} change de position (désormais {amount}).", 1, explains=True),
    _event("not_on_agenda", "none", "none", "Another year without the issue on the political agenda.",
           "Une année de plus sans que le sujet arrive à l’ordre du jour politique.", 2, explains=True),
    _event("not_committed", "none", "none", "Another year on the agenda, and nobody in office commits to act.",
           "Une année de plus à l’ordre du jour, sans que personne au pouvoir s’engage à agir.", 2, explains=True),
    _event("not_carried_out", "none", "none",
           "Another year in which the policy is carried out too little (0 to 1: {amount}).",
           "Une année de plus où la politique publique est trop peu appliquée (de 0 à 1 : {amount}).", 2,
           explains=True),
    _event("no_bill", "none", "none", "The session passes without a bill.", "La session se passe sans texte déposé.",
           2, explains=True),
    _event("group_formed", "none", "none", "A working group forms (groups now: {amount}).",
           "Un groupe de travail se forme (groupes désormais : {amount}).", 2),
    _event("group_closed", "none", "none", "A working group is wound up (groups left: {amount}).",
           "Un groupe de travail est dissous (groupes restants : {amount}).", 1),
    _event("kept_for_day", "none", "tactic",
           "Ready, and kept for a day that people celebrate: {whom} (weeks to wait: {amount}).",
           "Tout est prêt, mais l’on attend un jour de fête : {whom} (semaines d’attente : {amount}).", 1),
    _event("on_day", "day", "tactic", "{who}: {whom} draws more attention than in other weeks.",
           "{who} : {whom} retient l’attention plus que d’ordinaire.", 2),
)  # fmt: skip

CODES: dict[str, int] = {event.name: code for code, event in enumerate(EVENT_KINDS)}


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something happened: the number in the log and its words."""

    name: str
    en: str
    fr: str


CAUSES: tuple[Cause, ...] = (
    Cause("none", "", ""),
    Cause("discontent", "membership costs more than it brings", "l’adhésion coûte plus qu’elle n’apporte"),
    Cause("dated", "as agreed beforehand", "comme convenu d’avance"),
    Cause("confrontation", "unwilling to oppose the government", "par refus de s’opposer au gouvernement"),
    Cause("goal_met", "the goal is reached", "l’objectif est atteint"),
    Cause("no_drive", "nobody carries it any more", "plus personne ne la porte"),
    Cause("too_few", "too few members are left", "il reste trop peu de membres"),
    Cause("asleep", "it never woke up again", "elle ne s’est jamais réveillée"),
    Cause("internal", "internal evaluation", "évaluation interne"),
    Cause("third_party", "evaluation by a third party", "évaluation par un tiers"),
    Cause("courted", "won over by opponents", "ralliement aux opposants"),
    Cause("red_line", "the joint aim crosses its red line", "l’objectif commun franchit sa ligne rouge"),
    Cause("parted", "its part in the work is done", "sa part du travail est faite"),
)
CAUSE_CODES: dict[str, int] = {cause.name: code for code, cause in enumerate(CAUSES)}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a run is explained: a clause that stands behind "because", or a line of its own where it is a list.

    `sort` says when it is told. A "part" is one of several that add up in a rule, and is told if it is among the
    largest; a "fact" always is; "otherwise" stands in where no part pushed. A "note" and a "list", which names all who
    belong to it, are sentences of their own.
    """

    name: str
    sort: str
    who: str
    whom: str
    en: str
    fr: str


def _part(name: str, en: str, fr: str, who: str = "none") -> Reason:
    return Reason(name, "part", who, "none", en, fr)


def _fact(name: str, en: str, fr: str, who: str = "none", whom: str = "none") -> Reason:
    return Reason(name, "fact", who, whom, en, fr)


def _otherwise(name: str, en: str, fr: str) -> Reason:
    return Reason(name, "otherwise", "none", "none", en, fr)


def _note(name: str, en: str, fr: str, who: str = "none", whom: str = "none") -> Reason:
    return Reason(name, "note", who, whom, en, fr)


def _list(name: str, who: str, en: str, fr: str) -> Reason:
    return Reason(name, "list", who, "none", en, fr)


REASONS: tuple[Reason, ...] = (
    # What one member's willingness is made of
    _part("worth", "belonging brings it little (worth {amount})",
          "l’adhésion lui apporte peu (intérêt {amount})"),
    _part("trust", "its trust in the others is low ({amount})",
          "sa confiance dans les autres membres est faible ({amount})"),
    _part("voice", "its voice counts for little ({amount})", "sa voix compte peu ({amount})"),
    _part("heart", "its enthusiasm is low ({amount})", "son enthousiasme est faible ({amount})"),
    _part("cost", "the alliance takes {percent} of its hours", "l’alliance lui prend {percent} de ses heures"),
    _part("tired", "fatigue weighs on it ({amount})", "la fatigue pèse sur son implication ({amount})"),
    _part("let_down", "results fall short of what it expected (disappointment {amount})",
          "les résultats restent loin de ses attentes (déception {amount})"),
    _fact("sleeping", "the alliance is dormant", "l’alliance est en sommeil"),
    _otherwise("content", "even a willing member goes at times (willingness {amount})",
               "même un membre motivé s’en va parfois (motivation {amount})"),
    # The same, as the members feel on average
    _part("all_worth", "belonging brings the members little (worth {amount})",
          "l’adhésion apporte peu aux membres (intérêt {amount})"),
    _part("all_trust", "the members trust one another little ({amount})",
          "les membres se font peu confiance ({amount})"),
    _part("all_voice", "most members feel that they count for little (voice {amount})",
          "la plupart des membres se sentent peu entendus (voix {amount})"),
    _part("all_heart", "enthusiasm has sunk ({amount})", "l’enthousiasme est retombé ({amount})"),
    _part("all_cost", "the alliance takes {percent} of the members’ hours",
          "l’alliance prend {percent} des heures de ses membres"),
    _part("all_tired", "fatigue weighs on the members ({amount})", "la fatigue pèse sur les membres ({amount})"),
    _part("all_let_down", "results fall short of what the members expected (disappointment {amount})",
          "les résultats restent loin des attentes des membres (déception {amount})"),
    _part("papers", "administration has piled up ({whole} hours undone)",
          "les tâches administratives se sont accumulées ({whole} heures en retard)"),
    _part("few", "few members are left ({amount})", "il reste peu de membres ({amount})"),
    # Leaving and confronting
    _fact("courted", "opponents are at work ({percent} of their means) while a quarrel in the alliance is unsettled",
          "les opposants sont à l’œuvre ({percent} de leurs moyens) alors qu’un désaccord interne reste ouvert"),
    _fact("lukewarm", "its commitment to the alliance was low ({amount})",
          "son implication dans l’alliance était faible ({amount})"),
    _fact("tied", "its ties to the minister are close (access {amount})",
          "ses liens avec le ministère sont étroits (accès {amount})"),
    _fact("no_pact", "nothing allows members to stay silent", "rien ne permet aux membres de garder le silence"),
    _part("closed", "the government is little open ({amount})", "le gouvernement est peu ouvert ({amount})"),
    _part("narrow", "civic space is narrow ({amount})", "l’espace civique est étroit ({amount})"),
    _part("unreachable", "no member has close access (access {amount})",
          "aucun membre n’a d’accès proche (accès {amount})"),
    _part("distrusted", "the alliance is little trusted there (trust {amount})",
          "l’alliance y inspire peu confiance (confiance {amount})"),
    _part("other_side", "whoever asks counts as one of the other side in politics (trust then {amount})",
          "qui demande audience passe pour être de l’autre camp (confiance {amount})"),
    # Agreeing
    _list("present", "organisation", "Present: {who}.", "Étaient là : {who}."),
    _list("asked", "provision", "Asked for: {who}.", "Sont demandées : {who}."),
    _list("red_lines", "provision", "Not negotiable: {who}.", "Non négociable : {who}."),
    _list("crossed", "provision", "The disagreement is over: {who}.", "Le désaccord porte sur : {who}."),
    _fact("unheeded", "it had objected for {whole} weeks in vain", "elle s’y opposait en vain depuis {whole} semaines"),
    _fact("close", "{percent} of the voting members stand close enough to the middle",
          "{percent} des membres votants sont assez proches de la position médiane"),
    _fact("unnegotiated", "the text was not negotiated, so that what divides the members stays unsettled",
          "le texte n’a pas été négocié, et ce qui divise les membres reste ouvert"),
    _fact("drifted", "positions have moved apart (disagreement from {earlier} to {amount})",
          "les positions se sont éloignées (désaccord passé de {earlier} à {amount})"),
    _fact("unsettled", "a conflict was carried along unsettled ({amount})",
          "un conflit jamais réglé pesait ({amount})"),
    # Working
    _part("underestimated", "the work was underestimated ({amount} times the hours planned)",
          "le travail avait été sous-estimé ({amount} fois les heures prévues)"),
    _part("short_of_hours", "the team had put in {percent} of the hours planned when time was up",
          "l’équipe n’avait fourni que {percent} des heures prévues à l’échéance"),
    _fact("lead_left", "whoever led it had left the alliance", "l’organisation responsable avait quitté l’alliance"),
    _fact("unowned", "nobody was in charge of it", "personne n’en avait la charge"),
    _fact("none_offered", "no member at the meeting offered to lead it",
          "aucun membre présent ne s’est proposé pour le conduire"),
    _fact("no_room", "too much work was open at once", "trop de travaux étaient ouverts à la fois"),
    _fact("no_money", "those who offered could not pay for it (price: {whole} thousand)",
          "les membres qui se proposaient ne pouvaient pas le financer (prix : {whole} milliers)"),
    # People in office
    _note("newcomer", "position {signed}, after {before} under the predecessor.",
          "position {signed}, contre {before} auparavant.", "holder"),
    _part("by_contact", "contact with the alliance counts for {part}",
          "le contact avec l’alliance compte pour {part}"),
    _part("by_pressure", "public pressure by the alliance counts for {part}",
          "la pression publique de l’alliance compte pour {part}"),
    _part("by_opponents", "the work of opponents counts for {part}", "l’action des opposants compte pour {part}"),
    _part("by_public", "the public mood counts for {part}", "l’opinion publique compte pour {part}"),
    _part("by_peers", "the other power-holders count for {part}",
          "les autres détenteurs du pouvoir comptent pour {part}"),
    _part("by_pledge", "the signed pledge counts for {part}", "l’engagement public signé compte pour {part}"),
    _part("by_conviction", "old convictions count for {part}", "les convictions d’origine comptent pour {part}"),
    _part("by_chance", "chance counts for {part}", "le hasard compte pour {part}"),
    # Agenda, commitment, pledge
    _part("attention_high", "public attention to the issue is high ({amount})",
          "l’attention portée au sujet est forte ({amount})"),
    _part("attention_low", "public attention to the issue is low ({amount})",
          "l’attention portée au sujet est faible ({amount})"),
    _part("peers_for", "those in power lean towards the change (position {signed})",
          "au pouvoir, on penche pour le changement (position {signed})"),
    _part("peers_against", "those in power lean against the change (position {signed})",
          "au pouvoir, on penche contre le changement (position {signed})"),
    _part("sponsor_for", "{who} is in favour (position {signed})", "{who} y est favorable (position {signed})",
          "holder"),
    _part("sponsor_against", "{who} is not in favour (position {signed})",
          "{who} n’y est pas favorable (position {signed})", "holder"),
    _part("no_sponsor", "there is neither a minister nor a head of government who could carry it",
          "il n’y a ni ministre ni chef de l’exécutif pour le porter"),
    _part("heard", "the alliance is heard in public ({amount})", "l’alliance se fait entendre en public ({amount})"),
    _part("window_election", "an election has opened a window", "des élections ont ouvert une fenêtre d’opportunité"),
    _part("window_newcomer", "new people in office have opened a window",
          "une prise de fonction a ouvert une fenêtre d’opportunité"),
    _part("window_shock", "an event has opened a window", "un événement a ouvert une fenêtre d’opportunité"),
    _otherwise("luck", "nothing pushed it: it came by luck, with a chance of {percent} in that week",
               "rien ne poussait en ce sens : c’est un hasard, d’une probabilité de {percent} cette semaine-là"),
    _otherwise("no_luck", "nothing stood against it: it might have come in any week, with a chance of {percent}",
               "rien ne s’y opposait : cela aurait pu venir chaque semaine, avec une probabilité de {percent}"),
    _part("sign_view", "the change is welcome there (position {signed})",
          "le changement y est bien vu (position {signed})"),
    _part("sign_weight", "the alliance has weight (legitimacy {amount})",
          "l’alliance a du poids (légitimité {amount})"),
    _fact("winner_signed", "{who} had signed and has won", "{who} avait signé et l’a emporté", "holder"),
    # The vote and the bill
    _fact("refused_far", "{who} stood at {before} where the bill asked for {signed}",
          "{who} en était à {before} alors qu’il fallait {signed}", "holder"),
    _fact("refused_luck", "{who} leaned towards yes ({before} where {signed} was asked), but the day went against it",
          "{who} penchait pour le oui ({before} quand il fallait {signed}), mais les circonstances du jour ont joué "
          "contre", "holder"),
    _fact("refused_self", "{who} went by a judgement of its own", "{who} a suivi son propre jugement", "holder"),
    _fact("narrowest", "even {who}, the least willing, consents ({before} where {signed} was asked)",
          "même {who}, dont l’avis est le plus réservé, donne son accord ({before} quand il fallait {signed})",
          "holder"),
    _fact("carried_by_luck", "the luck of the day carried {who} along ({before} where {signed} was asked)",
          "{who} ne consent que grâce aux circonstances du jour ({before} quand il fallait {signed})", "holder"),
    _list("dropped_hard", "provision", "Dropped from the bill as too hard to pass: {who}.",
          "Écarté du texte, car trop difficile à faire passer : {who}."),
    _list("dropped_contested", "provision", "Dropped from the bill because opponents contest it: {who}.",
          "Écarté du texte, car contesté par les opposants : {who}."),
    _list("dropped_red", "provision", "Dropped although the alliance had called it not negotiable: {who}.",
          "Écarté bien que l’alliance l’ait dit non négociable : {who}."),
    _list("untabled", "provision", "Never in the bill, neither planned by the government nor brought in: {who}.",
          "Absent du texte, ni prévu par le gouvernement ni apporté par l’alliance : {who}."),
    _note("struck", "{whom} strikes from the bill: {who}.", "{whom} retire du texte : {who}.", "provision",
          "holder"),
    _note("kept", "What now stands is {percent} of the aim.", "Ce qui est acquis représente {percent} de l’objectif."),
    _list("red_missing", "provision", "Still missing, though called not negotiable: {who}.",
          "Manque encore, bien que dit non négociable : {who}."),
    _fact("unheard", "neither contact with {who} nor a voice in public brought a text in (chance {percent})",
          "ni le contact avec {who} ni la voix publique de l’alliance n’ont imposé de texte (probabilité {percent})",
          "holder"),
    _fact("no_text", "the alliance had no common text to bring", "l’alliance n’avait pas de texte commun à apporter"),
    _fact("no_alliance", "no alliance was left to bring one", "il n’y avait plus d’alliance pour en apporter un"),
    # Carrying out, undoing
    _part("carriers_for", "those who carry it out are for it (position {signed})",
          "ceux qui l’appliquent y sont favorables (position {signed})"),
    _part("carriers_against", "those who carry it out are against it (position {signed})",
          "ceux qui l’appliquent y sont opposés (position {signed})"),
    _part("fits", "pilots have shown how it works on the ground (fit {amount})",
          "des projets pilotes ont montré comment faire sur le terrain (adaptation {amount})"),
    _part("proved", "the evidence is there ({amount})", "les données probantes sont là ({amount})"),
    _part("watched", "the alliance watches over it in public ({amount})", "l’alliance y veille en public ({amount})"),
    _part("inside", "government sits in the alliance or coordinates what it began",
          "le gouvernement siège dans l’alliance ou coordonne ce qu’elle a lancé"),
    _part("little_will", "the administration has little will to carry it out ({amount})",
          "l’administration met peu de volonté à l’appliquer ({amount})"),
    _part("little_capacity", "the administration has little capacity ({amount})",
          "l’administration manque de capacités ({amount})"),
    _part("blocked", "opponents hold it up ({amount})", "les opposants la freinent ({amount})"),
    _fact("hostile", "{who} stands against it (position {signed})", "{who} s’y oppose (position {signed})", "holder"),
    _fact("active_opponents", "opponents are at work ({percent} of their means)",
          "les opposants sont à l’œuvre ({percent} de leurs moyens)"),
    # How an alliance goes on or ends
    _part("done", "the policy is carried out by now ({amount})",
          "la politique publique est désormais appliquée ({amount})"),
    _fact("slept", "it had been dormant for {amount} weeks and nothing woke it",
          "elle était en sommeil depuis {amount} semaines et rien ne l’a réveillée"),
    _fact("friend", "government is in the alliance, or one of its people is in office",
          "le gouvernement en fait partie, ou l’un de ses membres est au pouvoir"),
    _fact("worthwhile", "staying is still worth its cost to {percent} of the members",
          "rester en vaut encore la peine pour {percent} des membres"),
)  # fmt: skip
REASON_CODES: dict[str, int] = {reason.name: code for code, reason in enumerate(REASONS)}
