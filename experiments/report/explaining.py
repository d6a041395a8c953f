"""A run explained: each line of its story with its causes, and the few that decided. From the log of the run alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from experiments.report.story import (
    TOGETHER,
    WORTH_TELLING,
    YEARLY,
    calendar_lines,
    counted,
    inside,
    last_week,
    named,
    said_once,
    sentence,
    together_sentence,
)
from experiments.report.story import WORDS as STORY
from sim.running import Because, Event, capitalised, signed
from sim.scenario.structure import Scenario

MOST_PARTS = 2
NEARLY_AS_LARGE = 0.5  # of the largest part: a second cause is told from here on
LARGE_MOVE, SOME_MOVE = 0.3, 0.1  # of a position, from -1 to 1: told in any case; where a decision hangs on it
MOST_NEWCOMERS = 3
VOWELS = "aeiouyàâéèêëîïôûùœæh"
MOST_CAUSES = 4
MANY = 3  # closed doors and dropped plans of a year, told from here on

WORDS: dict[str, dict[str, str]] = {
    "because": {"en": "because {clause}", "fr": "parce que {clause}"},
    "because_vowel": {"en": "because {clause}", "fr": "parce qu’{clause}"},
    "moved_up": {
        "en": "{who} has moved towards the change (position from {before} to {after}).",
        "fr": "Évolution favorable au changement\u00a0: {who} (position de {before} à {after}).",
    },
    "moved_down": {
        "en": "{who} has moved away from the change (position from {before} to {after}).",
        "fr": "Évolution défavorable au changement\u00a0: {who} (position de {before} à {after}).",
    },
    "meetings": {
        "en": "Meetings: {count} ({present} present on average). There most often: {most}.",
        "fr": "Réunions\u00a0: {count} ({present} présents en moyenne). Présences les plus fréquentes\u00a0: {most}.",
    },
    "meetings_one": {"en": "Meetings: 1. Present: {most}.", "fr": "Réunions\u00a0: 1. Étaient là\u00a0: {most}."},
    "dropped": {
        "en": "Plans dropped before they began: {count}.",
        "fr": "Projets abandonnés avant de commencer\u00a0: {count}.",
    },
    "doors": {
        "en": "Requests to be received: {count}, of which {refused} refused.",
        "fr": "Demandes de rendez-vous\u00a0: {count}, dont {refused} refusées.",
    },
    "of": {"en": "{clause} – {count} of {all}", "fr": "{clause} – {count} sur {all}"},
    "of_one": {"en": "{who}: {note}", "fr": "{who}\u00a0: {note}"},
    "summary": {"en": "What decided", "fr": "Ce qui a décidé"},
    "cause": {"en": "{date}  {event}, {because}.", "fr": "{date}  {event}, {because}."},
    "changed_on": {
        "en": "The policy change was achieved ({date}).",
        "fr": "Le changement de politique publique a été obtenu ({date}).",
    },
    "lost_again": {
        "en": "The policy change was achieved ({date}), and undone later.",
        "fr": "Le changement de politique publique a été obtenu ({date}), puis défait.",
    },
    "unchanged": {
        "en": "The policy change was not achieved; the policy got as far as this: {stage}.",
        "fr": "Le changement de politique publique n’a pas été obtenu\u202f; étape atteinte\u00a0: {stage}.",
    },
    "stage_nowhere": {"en": "not on the agenda", "fr": "sujet absent de l’ordre du jour"},
    "stage_agenda": {"en": "on the agenda", "fr": "mise à l’agenda"},
    "stage_commitment": {"en": "a commitment to act", "fr": "engagement politique"},
    "stage_adopted": {"en": "adopted, but short of the aim", "fr": "adoption, mais en deçà de l’objectif"},
    "stage_carried": {
        "en": "on paper, but carried out too little", "fr": "politique adoptée, mais trop peu appliquée",
    },
    "holders": {
        "en": "Power-holders moved most through {most}; against it worked {least}.",
        "fr": "Ce qui a le plus rapproché les détenteurs du pouvoir\u00a0: {most}\u202f; à l’inverse\u00a0: {least}.",
    },
    "holders_up": {
        "en": "Power-holders moved most through {most}.",
        "fr": "Ce qui a le plus rapproché les détenteurs du pouvoir\u00a0: {most}.",
    },
    "holders_down": {
        "en": "What held power-holders back most: {least}.",
        "fr": "Ce qui a le plus éloigné les détenteurs du pouvoir\u00a0: {least}.",
    },
    "channel": {"en": "{name} ({part} each, on average)", "fr": "{name} ({part} chacun en moyenne)"},
    "departures": {
        "en": "Members who left: {count}, mostly {because}.",
        "fr": "Membres partis\u00a0: {count}, le plus souvent {because}.",
    },
    "unfinished": {
        "en": "Work not finished in time: {failed} of {all}, mostly {because}.",
        "fr": "Travaux non achevés à temps\u00a0: {failed} sur {all}, le plus souvent {because}.",
    },
    "nothing_stands_out": {"en": "No single cause stands out.", "fr": "Aucune cause ne se détache."},
}  # fmt: skip

CHANNELS: dict[str, tuple[str, str]] = {
    "by_contact": ("contact with the alliance", "le contact avec l’alliance"),
    "by_pressure": ("public pressure by the alliance", "la pression publique de l’alliance"),
    "by_opponents": ("the work of opponents", "l’action des opposants"),
    "by_public": ("the public mood", "l’opinion publique"),
    "by_peers": ("one another", "leurs avis mutuels"),
    "by_pledge": ("the signed pledge", "l’engagement public signé"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """One line of an explained story: the week that it belongs to, a date (or a year alone), a sentence, and why."""

    week: int
    date: str
    text: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A run explained: its lines by date, and in short how it ended and the causes that decided."""

    lines: tuple[Explained, ...]
    outcome: str
    causes: tuple[str, ...]


@dataclass(slots=True)
class Move:
    """What has moved a power-holder since that was last told: the parts, by reason, and where it stands now."""

    parts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reasons: dict[str, Because] = field(default_factory=dict)
    now: float = 0.0

    def add(self, event: Event) -> None:
        """Add what the log says of one period."""
        self.now = event.amount
        for reason in event.reasons:
            self.parts[reason.reason] += reason.part
            self.reasons[reason.reason] = reason

    @property
    def size(self) -> float:
        """How far it moved, from -2 to 2."""
        return sum(self.parts.values())


def explain(scenario: Scenario, events: Sequence[Event], lang: str) -> Explanation:
    """The story of a run with its causes, and a summary of what decided."""
    calendar = [Explained(line.week, line.date, line.text) for line in calendar_lines(scenario, lang)]
    lines = [*calendar, *_weekly(scenario, events, lang), *_yearly(scenario, events, lang)]
    outcome, causes = _summary(scenario, events, lang)
    return Explanation(tuple(sorted(lines, key=lambda line: line.week)), outcome, tuple(causes))


# Choosing among causes -----------------------------------------------------------------------------------------------


def largest(reasons: Iterable[Because]) -> list[Because]:
    """The parts that explain most: the largest, and a second where it comes near."""
    pushed = [each for each in gathered(reasons) if each.sort == "part" and each.part > 0.0]
    parts = sorted(pushed, key=lambda each: -each.part)
    return [each for each in parts[:MOST_PARTS] if each.part >= NEARLY_AS_LARGE * parts[0].part]


def gathered(reasons: Iterable[Because]) -> list[Because]:
    """The same, but what wearies the members stands together.

    Where an alliance ends for want of drive, for the papers or for want of members, the largest part of what is low in
    the members' drive speaks for the whole of it.
    """
    every = list(reasons)
    weary = [each for each in every if each.reason.startswith("all_")]
    others = [each for each in every if each not in weary]
    if not weary or not any(each.reason in ("papers", "few") for each in others):
        return every
    main = max(weary, key=lambda each: each.part)
    return [replace(main, part=sum(each.part for each in weary)), *others]


def told_reasons(reasons: Sequence[Because]) -> list[Because]:
    """The reasons of one event that stand behind "because": its largest parts, or what stands in for them; facts."""
    facts = [each for each in reasons if each.sort == "fact"]
    parts = largest(reasons)
    if not parts and not facts:
        parts = [each for each in reasons if each.sort == "otherwise"][:1]
    return [*parts, *facts]


def because(clause: str, lang: str) -> str:
    """A clause behind "because", with the elision that French asks for."""
    key = "because_vowel" if clause[:1].lower() in VOWELS else "because"
    return WORDS[key][lang].format(clause=clause)


def _why(event: Event, lang: str) -> list[str]:
    """The lines under an event: why, then what belongs to it."""
    told = [because(each.text(lang), lang) for each in told_reasons(event.reasons)]
    return [*told, *_notes(event.reasons, lang)]


def is_worth_noting(reason: Because) -> bool:
    """Whether a note says something: a newcomer who stands where the predecessor stood is none."""
    return reason.reason != "newcomer" or abs(reason.part) >= SOME_MOVE


def _notes(reasons: Sequence[Because], lang: str) -> list[str]:
    """Sentences of their own: notes one by one, and each list with all its names."""
    notes = [capitalised(each.text(lang)) for each in reasons if each.sort == "note" and is_worth_noting(each)]
    place = ("en", "fr").index(lang)
    lists = [each for each in reasons if each.sort == "list"]
    for name in dict.fromkeys(each.reason for each in lists):
        members = [each for each in lists if each.reason == name]
        who = [inside(each.who[place], each.who[0]) for each in members]
        notes.append(capitalised(members[0].text(lang, named(who, lang))))
    return notes


# Week by week --------------------------------------------------------------------------------------------------------


def _weekly(scenario: Scenario, events: Sequence[Event], lang: str) -> Iterator[Explained]:
    """The large events of each week with their causes, and the moves of power-holders on which something hangs."""
    moves: dict[str, Move] = defaultdict(Move)
    met = False
    for week, found in groupby(events, key=lambda event: event.week):
        group = list(found)
        hanging = {name for event in group for name in _deciders(event)}
        for event in group:
            if event.kind == "moved":
                yield from _moved(scenario, moves, event, hanging, lang)
            elif event.kind in ("new_holder", "appointment"):
                moves.clear() if event.kind == "appointment" else moves.pop(event.who, None)
        large = said_once(event for event in group if event.weight >= WORTH_TELLING and event.kind not in YEARLY)
        if not met and any(event.kind == "meeting" for event in group):
            large = [event for event in group if event in large or event.kind == "meeting"]
            met = True
        date = scenario.date(week).isoformat()
        for text, why in _told(large, lang):
            yield Explained(week, date, text, tuple(why))


def _deciders(event: Event) -> list[str]:
    """Names of the power-holders on whom this event hung, as the log has them."""
    if event.kind in ("commitment", "reversed"):
        return [event.who]
    named_in = ("refused_far", "refused_luck", "narrowest", "carried_by_luck")
    return [each.who[0] for each in event.reasons if each.reason in named_in]


def _moved(
    scenario: Scenario, moves: dict[str, Move], event: Event, hanging: set[str], lang: str
) -> Iterator[Explained]:
    """A power-holder's move, once it is large, or where a decision hangs on it; else it is kept for later."""
    move = moves[event.who]
    move.add(event)
    if abs(move.size) < (SOME_MOVE if event.who in hanging else LARGE_MOVE):
        return
    del moves[event.who]
    who = inside(event.names(lang)[0], event.who)
    before, after = signed(move.now - move.size, lang), signed(move.now, lang)
    pattern = WORDS["moved_up" if move.size > 0.0 else "moved_down"][lang]
    text = capitalised(pattern.format(who=who, before=before, after=after))
    yield Explained(event.week, scenario.date(event.week).isoformat(), text, tuple(_pushes(move, lang)))


def _as_of_all(reason: Because) -> Because:
    """A part of one member's willingness, as it is said of several."""
    return Because(f"all_{reason.reason}", reason.sort, reason.amount, reason.part, reason.who, reason.whom)


def _pushes(move: Move, lang: str) -> list[str]:
    """What moved a power-holder most, and the largest of what worked against it, if it was nearly as large."""
    direction = 1.0 if move.size > 0.0 else -1.0
    parts = sorted(((direction * part, name) for name, part in move.parts.items()), reverse=True)
    chosen = [parts[0], *(each for each in parts[1:MOST_PARTS] if each[0] >= NEARLY_AS_LARGE * parts[0][0])]
    if parts[-1][0] <= -NEARLY_AS_LARGE * parts[0][0]:
        chosen.append(parts[-1])
    return [because(_with_part(move.reasons[name], direction * part, lang), lang) for part, name in chosen]


def _with_part(reason: Because, part: float, lang: str) -> str:
    return Because(reason.reason, reason.sort, part, part, reason.who, reason.whom).text(lang)


def _told(group: list[Event], lang: str) -> Iterator[tuple[str, list[str]]]:
    """The events of one week as sentences with their causes; what several did alike is one sentence."""
    together: dict[tuple[str, ...], list[Event]] = {}
    for number, event in enumerate(group):
        key = (event.kind,) if event.kind in TOGETHER and event.kind != "left" else (event.kind, str(number))
        together.setdefault(key, []).append(event)
    said: set[str] = set()
    for found in together.values():
        alone = len(found) == 1
        why = _why(found[0], lang) if alone else _shared(found, lang)
        yield (sentence(found[0], lang) if alone else together_sentence(found, lang)), [w for w in why if w not in said]
        said.update(why)


def _shared(events: list[Event], lang: str) -> list[str]:
    """The causes of what several did: notes of those that changed most, and the parts that weigh most over all."""
    found = [each for event in events for each in event.reasons if each.sort == "note" and is_worth_noting(each)]
    most = sorted(found, key=lambda each: -abs(each.part))[:MOST_NEWCOMERS]
    told = [because(each.text(lang), lang) for each in largest(mean_parts(events))]
    facts = [each for each in events[0].reasons if each.sort == "fact"]
    place = ("en", "fr").index(lang)
    notes = [WORDS["of_one"][lang].format(who=each.who[place], note=each.text(lang)) for each in most]
    return [*told, *(because(each.text(lang), lang) for each in facts), *map(capitalised, notes)]


def mean_parts(events: Sequence[Event]) -> list[Because]:
    """The parts of several events of one kind, each with the mean of its amounts and parts over all of them."""
    found: dict[str, list[Because]] = defaultdict(list)
    for event in events:
        for each in event.reasons:
            if each.sort == "part":
                found[each.reason].append(each)
    number = max(1, len(events))
    return [
        Because(name, "part", sum(each.amount for each in alike) / len(alike),
                sum(each.part for each in alike) / number, alike[0].who, alike[0].whom)
        for name, alike in found.items()
    ]  # fmt: skip


# Year by year --------------------------------------------------------------------------------------------------------


def _yearly(scenario: Scenario, events: Sequence[Event], lang: str) -> Iterator[Explained]:
    """For each year: who met, what was done and why not, which plans were dropped, which doors stayed closed."""
    for year, found in groupby(events, key=lambda event: scenario.date(event.week).year):
        group = list(found)
        kinds: dict[str, list[Event]] = defaultdict(list)
        for event in group:
            kinds[event.kind].append(event)
        for text, why in _of_year(kinds, lang):
            yield Explained(last_week(scenario, year), str(year), text, tuple(why))


def _of_year(kinds: dict[str, list[Event]], lang: str) -> Iterator[tuple[str, list[str]]]:
    if kinds["meeting"]:
        yield _meetings(kinds["meeting"], lang), []
    parts = [part for kind in YEARLY if (part := counted(kind, kinds[kind], lang))]
    if parts:
        text = STORY["activities"][lang].format(parts=STORY["and_then"][lang].join(parts))
        yield text, _frequent(kinds["failed"], lang)
    if len(kinds["abandoned"]) >= MANY:
        yield WORDS["dropped"][lang].format(count=len(kinds["abandoned"])), _frequent(kinds["abandoned"], lang)
    refused = kinds["refused"]
    if len(refused) >= MANY:
        text = WORDS["doors"][lang].format(count=len(refused) + len(kinds["received"]), refused=len(refused))
        yield text, [because(each.text(lang), lang) for each in largest(mean_parts(refused))]


def _meetings(meetings: list[Event], lang: str) -> str:
    """How often the members met in a year, and who was there most."""
    place = ("en", "fr").index(lang)
    present = [each for event in meetings for each in event.reasons if each.reason == "present"]
    often = Counter(inside(each.who[place], each.who[0]) for each in present)
    most = named([name for name, _ in often.most_common(3)], lang)
    if len(meetings) == 1:
        return WORDS["meetings_one"][lang].format(most=named(list(often), lang))
    average = f"{sum(often.values()) / len(meetings):.0f}"
    return WORDS["meetings"][lang].format(count=len(meetings), present=average, most=most)


def _frequent(events: list[Event], lang: str) -> list[str]:
    """The main cause of each event, counted: the most frequent ones, with the mean of their amounts."""
    mains: dict[str, list[Because]] = defaultdict(list)
    for event in events:
        facts = [each for each in event.reasons if each.sort == "fact"]
        for each in [*facts, *largest(event.reasons)][:1]:
            mains[each.reason].append(each)
    lines = []
    for alike in sorted(mains.values(), key=len, reverse=True)[:MOST_PARTS]:
        amount = sum(each.amount for each in alike) / len(alike)
        clause = Because(alike[0].reason, alike[0].sort, amount, 0.0, alike[0].who, alike[0].whom).text(lang)
        counted_clause = WORDS["of"][lang].format(clause=clause, count=len(alike), all=len(events))
        lines.append(because(counted_clause if len(events) > 1 else clause, lang))
    return lines


# In short ------------------------------------------------------------------------------------------------------------


def _summary(scenario: Scenario, events: Sequence[Event], lang: str) -> tuple[str, list[str]]:
    """How it ended, and the causes that decided: what opened the way, who moved, how it was decided, who carried it."""
    outcome = _outcome(scenario, events, lang)
    won = _last(events, "changed")
    before = events if won is None else [event for event in events if event.week <= won.week]
    causes = [*_way(scenario, before, lang), *_end(scenario, before, lang), *_holders(before, lang)]
    if won is None:
        causes += _losses(before, lang)
    return outcome, causes[:MOST_CAUSES] or [WORDS["nothing_stands_out"][lang]]


def _outcome(scenario: Scenario, events: Sequence[Event], lang: str) -> str:
    """Whether the change came, and if not how far it went."""
    changed, undone = _last(events, "changed"), _last(events, "reversed")
    if changed is not None:
        lost = undone is not None and undone.week >= changed.week
        return WORDS["lost_again" if lost else "changed_on"][lang].format(date=_date(scenario, changed))
    stages = (("not_carried_out", "carried"), *((kind, kind) for kind in ("adopted", "commitment", "agenda")))
    reached = next((stage for kind, stage in stages if _last(events, kind) is not None), "nowhere")
    return WORDS["unchanged"][lang].format(stage=WORDS[f"stage_{reached}"][lang])


def _last(events: Sequence[Event], *kinds: str) -> Event | None:
    return next((event for event in reversed(events) if event.kind in kinds), None)


def _date(scenario: Scenario, event: Event) -> str:
    return scenario.date(event.week).isoformat()


def _way(scenario: Scenario, events: Sequence[Event], lang: str) -> list[str]:
    """Why the issue came as far as it did, and why not further: the last of each step that was taken or was not."""
    adopted = _last(events, "adopted")
    if _last(events, "changed") is not None:
        steps = [_last(events, "agenda"), _last(events, "commitment"), adopted or _last(events, "changed")]
        return [text for event in steps if event is not None for text in _cause(scenario, event, lang)]
    opened = _last(events, "agenda", "commitment", "not_on_agenda", "not_committed")
    failed = _last(events, "vote_lost", "reversed", "not_carried_out", "no_bill")
    texts = [text for event in (opened, failed) if event is not None for text in _cause(scenario, event, lang)]
    missing = [each for each in adopted.reasons if each.reason == "red_missing"] if adopted is not None else []
    return texts + _notes(missing, lang)


def _cause(scenario: Scenario, event: Event, lang: str) -> list[str]:
    """One event of the run with its first cause, in one sentence; nothing where the log says no cause."""
    reasons = told_reasons(event.reasons)
    if not reasons:
        return []
    text = because(reasons[0].text(lang), lang)
    said = sentence(event, lang).rstrip(".")
    return [WORDS["cause"][lang].format(date=_date(scenario, event), event=said, because=text)]


def _holders(events: Sequence[Event], lang: str) -> list[str]:
    """What moved the power-holders most over the whole run, for and against."""
    moved = [event for event in events if event.kind == "moved"]
    parts: dict[str, float] = defaultdict(float)
    for event in moved:
        for each in event.reasons:
            parts[each.reason] += each.part
    number = max(1, len({event.who for event in moved}))
    known = sorted((part / number, name) for name, part in parts.items() if name in CHANNELS)
    most = _channel(known[-1], lang) if known and known[-1][0] >= SOME_MOVE else ""
    least = _channel(known[0], lang) if known and known[0][0] <= -SOME_MOVE else ""
    if not most and not least:
        return []
    key = "holders" if most and least else "holders_up" if most else "holders_down"
    return [WORDS[key][lang].format(most=most, least=least)]


def _channel(found: tuple[float, str], lang: str) -> str:
    part, name = found
    text = CHANNELS[name][("en", "fr").index(lang)]
    return WORDS["channel"][lang].format(name=text, part=signed(part, lang))


def _end(scenario: Scenario, events: Sequence[Event], lang: str) -> list[str]:
    """Why the alliance ended or fell asleep, if it did and did not wake up again."""
    over = _last(events, "dissolved", "dormant", "reconvened")
    return _cause(scenario, over, lang) if over is not None and over.kind != "reconvened" else []


def _losses(events: Sequence[Event], lang: str) -> list[str]:
    """What weakened the alliance: departures, else work that was not done."""
    left = [event for event in events if event.kind == "left"]
    failed = [event for event in events if event.kind == "failed"]
    done = sum(event.kind == "completed" for event in events)
    if left and (why := largest(mean_parts(left))):
        of_all = _as_of_all(why[0]).text(lang)
        return [WORDS["departures"][lang].format(count=len(left), because=because(of_all, lang))]
    if failed and (why := largest(mean_parts(failed))):
        reason = because(why[0].text(lang), lang)
        return [WORDS["unfinished"][lang].format(failed=len(failed), all=len(failed) + done, because=reason)]
    return []
