"""The script of each lesson in the facilitator's guide, from the lessons' own files."""

from __future__ import annotations

from alliance.web.lessons import challenge, lessons

HEADS = {
    "fr": ("Demandez", "Faites", "Marquez une pause", "Expliquez", "Ramenez à leur alliance", "Pour vous",
           "minutes"),
    "en": ("Ask", "Move", "Pause", "Why", "Bring it home", "For you", "minutes"),
}  # fmt: skip
PAUSE = {
    "fr": "une minute de silence, puis deux voix\u00a0: «\u00a0Qu’est-ce qui vous surprend\u202f?\u00a0»",
    "en": "a minute of silence, then two voices: “What surprises you?”",
}  # fmt: skip


def scripts(lang: str) -> list[str]:
    """A script a lesson: ask, move, pause, why, bring it home, notes."""
    ask, move, pause, why, home, notes, minutes = HEADS[lang]
    colon = "\u00a0: " if lang == "fr" else ": "
    lines = []
    for each in lessons().values():
        said = {name: texts[lang] for name, texts in each.texts.items()}
        lines += [f"### {each.number}. {said['title']} ({each.code}, {each.minutes} {minutes})", ""]
        lines += [f"- **{ask}**{colon}{said['question']}", f"- **{move}**{colon}{said['try']}",
                  f"- **{pause}**{colon}{PAUSE[lang]}", f"- **{why}**{colon}{' '.join(said['why'])}",
                  f"- **{home}**{colon}{said['transfer']}",
                  f"- **{notes}**{colon}{' '.join(said['notes'])}", ""]  # fmt: skip
    return lines


def team_challenge(lang: str) -> list[str]:
    """The notes of the challenge."""
    return [f"- {each}" for each in challenge()["notes"][lang]]


MAKERS = {"lessons": scripts, "challenge": team_challenge}
