"""The events of one run as a story that people read: who did what in one week told together, activities by the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from experiments.report.sentences import listed
from sim.events import CODES, EVENT_KINDS
from sim.running import Event, capitalised
from sim.scenario.structure import CalendarEvent, Scenario

WORTH_TELLING = 2
MOST_NAMED, FIRST_NAMED = 5, 3
NOBODY = "—"
ARTICLES = ("Un ", "Une ", "Le ", "La ", "L’")
YEARLY = ("completed", "failed")
ONCE = ("on_day",)
UNTOLD = ("budget", "election", "local_election", "celebration")
PATTERNS = {kind.name: {"en": kind.en, "fr": kind.fr} for kind in EVENT_KINDS}

TOGETHER: dict[str, dict[str, str]] = {
    "joined": {"en": "{who} join the alliance.", "fr": "{who} rejoignent l’alliance."},
    "declined": {"en": "{who} decline the invitation.", "fr": "{who} déclinent l’invitation."},
    "left": {"en": "{who} leave the alliance ({whom}).", "fr": "{who} quittent l’alliance ({whom})."},
    "signed": {"en": "{who} sign the pledge.", "fr": "{who} signent l’engagement public."},
    "pledge_bound": PATTERNS["pledge_bound"],
    "new_holder": PATTERNS["new_holder"],
    "provision_won": PATTERNS["provision_won"],
}
LEADERLESS: dict[str, dict[str, str]] = {
    "completed": {
        "en": "A team whose lead has left completes {whom}.",
        "fr": "Une équipe que sa responsable a quittée mène à bien {whom}.",
    },
    "failed": {
        "en": "A team whose lead has left does not finish {whom} in time.",
        "fr": "Une équipe que sa responsable a quittée n’achève pas à temps {whom}.",
    },
    "vote_lost": {
        "en": "The bill fails: nothing is left of it.",
        "fr": "Le texte n’est pas adopté\u00a0: il n’en reste rien.",
    },
}
WORDS: dict[str, dict[str, str]] = {
    "others": {"en": "{count} others", "fr": "{count} autres"},
    "calendar": {"en": "Calendar: {title}", "fr": "Calendrier\u00a0: {title}"},
    "times": {"en": "{what} × {count}", "fr": "{what}\u00a0× {count}"},
    "activities": {"en": "Activities: {parts}.", "fr": "Activités\u00a0: {parts}."},
    "completed": {"en": "{count} completed ({what})", "fr": "{count} menées à bien ({what})"},
    "completed_one": {"en": "{count} completed ({what})", "fr": "{count} menée à bien ({what})"},
    "failed": {"en": "{count} not finished in time ({what})", "fr": "{count} non achevées à temps ({what})"},
    "failed_one": {"en": "{count} not finished in time ({what})", "fr": "{count} non achevée à temps ({what})"},
    "and_then": {"en": "; ", "fr": "\u202f; "},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a story: the week that it belongs to, a date (or a year alone), and a sentence."""

    week: int
    date: str
    text: str


def is_plain(event: Event) -> bool:
    """Whether an event is part of every story, not only of one that explains."""
    return not EVENT_KINDS[CODES[event.kind]].explains


def story(scenario: Scenario, events: Sequence[Event], lang: str, *, every: bool = False) -> list[Line]:
    """The story of a run, by date.

    What several did in one week is one sentence, activities are counted by the year, and small events are left out;
    `every` tells each event by itself and the source of each entry of the calendar.
    """
    events = [event for event in events if is_plain(event)]
    if every:
        told = [dated(scenario, event.week, sentence(event, lang)) for event in events]
        return in_order(calendar_lines(scenario, lang, marks=True), told)
    large = said_once(event for event in events if event.weight >= WORTH_TELLING)
    single = [event for event in large if event.kind not in YEARLY]
    yearly = [event for event in large if event.kind in YEARLY]
    told = [line for week in _weeks(single) for line in _week(scenario, week, lang)]
    return in_order(calendar_lines(scenario, lang), told, list(_years(scenario, yearly, lang)))


def said_once(events: Iterable[Event]) -> list[Event]:
    """The events, but a celebrated day once a week for each kind of work that falls on it."""
    found: dict[tuple[object, ...], Event] = {}
    for number, event in enumerate(events):
        key = (event.week, event.kind, event.names("en")) if event.kind in ONCE else (number,)
        found.setdefault(key, event)
    return list(found.values())


def sentence(event: Event, lang: str) -> str:
    """One event in words; an activity that has lost its owner, and a bill that is empty, are said to be so."""
    if event.who == NOBODY and event.kind in LEADERLESS:
        return LEADERLESS[event.kind][lang].format(whom=event.names(lang)[1])
    return event.text(lang)


def in_order(*parts: Iterable[Line]) -> list[Line]:
    return sorted((line for part in parts for line in part), key=lambda line: line.week)


def dated(scenario: Scenario, week: int, text: str) -> Line:
    return Line(week, scenario.date(week).isoformat(), text)


def _weeks(events: Sequence[Event]) -> Iterator[list[Event]]:
    for _, group in groupby(events, key=lambda event: event.week):
        yield list(group)


def _week(scenario: Scenario, events: list[Event], lang: str) -> Iterator[Line]:
    """The events of one week; those that can be told together stand where the first of them stood."""
    groups: dict[tuple[str, ...], list[Event]] = {}
    for number, event in enumerate(events):
        together = event.kind in TOGETHER
        key = (event.kind, event.names(lang)[1]) if together else (event.kind, str(number))
        groups.setdefault(key, []).append(event)
    for group in groups.values():
        text = sentence(group[0], lang) if len(group) == 1 else together_sentence(group, lang)
        yield dated(scenario, group[0].week, text)


def together_sentence(group: list[Event], lang: str) -> str:
    """One sentence for what several did."""
    who = named([inside(event.names(lang)[0], event.who) for event in group], lang)
    return capitalised(TOGETHER[group[0].kind][lang].format(who=who, whom=group[0].names(lang)[1]))


def named(who: list[str], lang: str) -> str:
    """Several names as in a sentence; a long list is cut short and counted."""
    if len(who) > MOST_NAMED:
        who = [*who[:FIRST_NAMED], WORDS["others"][lang].format(count=len(who) - FIRST_NAMED)]
    return listed(who, lang)


def inside(said: str, english: str) -> str:
    """A name as it stands inside a sentence: in French the article of a kind is small."""
    if said.casefold() == english.casefold():
        return english
    return said[:1].lower() + said[1:] if said.startswith(ARTICLES) else said


def calendar_lines(scenario: Scenario, lang: str, *, marks: bool = False) -> list[Line]:
    """The titles of the calendar: the story of the world around. What the run tells itself is left to it."""
    chosen = [each for each in scenario.calendar or () if each.title and (marks or each.kind not in UNTOLD)]
    return [dated(scenario, each.week, _entry(each, lang, marks)) for each in chosen]


def _entry(each: CalendarEvent, lang: str, marks: bool) -> str:
    text = WORDS["calendar"][lang].format(title=each.title)
    return f"{text} [{each.mark}]" if marks and each.mark else text


def _years(scenario: Scenario, events: list[Event], lang: str) -> Iterator[Line]:
    """For each year the activities that were completed and those that were not, after all else of that year."""
    for year, group in groupby(events, key=lambda event: scenario.date(event.week).year):
        found = list(group)
        parts = [counted(kind, [each for each in found if each.kind == kind], lang) for kind in YEARLY]
        text = WORDS["and_then"][lang].join(part for part in parts if part)
        yield Line(last_week(scenario, year), str(year), WORDS["activities"][lang].format(parts=text))


def last_week(scenario: Scenario, year: int) -> int:
    return max(week for week in range(scenario.weeks) if scenario.date(week).year == year)


def counted(kind: str, events: list[Event], lang: str) -> str:
    """How many activities, and of what sort, the most frequent first."""
    if not events:
        return ""
    sorts = Counter(event.names(lang)[1] for event in events)
    what = [
        name if count == 1 else WORDS["times"][lang].format(what=name, count=count)
        for name, count in sorted(sorts.items(), key=lambda item: (-item[1], item[0]))
    ]
    key = kind if len(events) > 1 else f"{kind}_one"
    return WORDS[key][lang].format(count=len(events), what=", ".join(what))
