"""What can happen in a run, said once: the number under which rules log it and the sentence that tells it.

`{who}` and `{whom}` are filled with the names of an organisation, holder or activity; `{amount}` with a number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: who and whom say from which list the names come (organisation, holder, tactic,
    cause or none).
    """

    name: str
    who: str
    whom: str
    en: str
    fr: str
    weight: int


def _event(name: str, who: str, whom: str, en: str, fr: str, weight: int = 2) -> EventKind:
    return EventKind(name, who, whom, en, fr, weight)


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
    Cause("parted", "its part in the work is done", "sa part du travail est faite"),
)
CAUSE_CODES: dict[str, int] = {cause.name: code for code, cause in enumerate(CAUSES)}
