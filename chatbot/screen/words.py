"""The chat's own words: greeting, help, hints. What answers say is the engine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.knowledge import Clinic

if TYPE_CHECKING:
    from chatbot.engine import Chatbot
    from chatbot.screen.modes import Mode

_NARROW = 60  # columns; on fewer, the line below the prompt says less

TITLE = "Spine FAQ: answers about back pain after spinal fusion"
WHAT_I_AM = (
    "I am a computer program, not a person and not a doctor.",
    "What I say is general information, not medical advice.",
)
PRIVACY = "Nothing you type is kept."
HOW_TO_ASK = "Type your question and press Enter. Type help to see more, or quit to leave."
LEAVE_HINT = "To leave, press Ctrl-D or type quit."
READ_ON = "[Enter: read on] "
READ_ON_SHORT = "[Enter: more] "  # where the other would be broken
# Said before the clinic's own number is known, and perhaps in another country.
ONE_MOMENT = (
    "One moment, please. The first start takes a little longer. "
    f"In an emergency, do not wait for it: call {Clinic().emergency_number}, or the emergency number where you are."
)
CLEARED = "Cleared. I have forgotten what was said here."
STILL_ABOVE = "It can be scrolled back to until this window is closed."
GOODBYE = "Goodbye. Take good care of yourself."


def greeting(mode: Mode) -> list[str]:
    """Return the first words on the screen, which need nothing loaded."""
    return [TITLE, *WHAT_I_AM, *([mode.reason] if mode.reason else [])]


def introduction(clinic: Clinic, mode: Mode) -> list[str]:
    """Return the rest of the greeting, which needs the clinic's settings."""
    from_clinic = f"From {clinic.name}. " if clinic.name else ""
    emergency = f"In an emergency, call {clinic.emergency_number}."
    space = [] if mode.dress == "linear" else [""]
    return [f"{from_clinic}{PRIVACY}", emergency, *space, HOW_TO_ASK, ""]


def help_text(bot: Chatbot, mode: Mode) -> str:
    """Return what can be typed here, with example questions of this knowledge base."""
    examples = [choices[0].question for _, choices in bot.topics() if choices][:3]
    lines = ["Ask in your own words, for example:", *(f"  {example}" for example in examples), ""]
    lines += [
        "You can also type:",
        "  a number: one of the questions that were offered",
        "  tell me more, say that again, simpler, back, start over",
        "  save: keep the answers in a file to take home",
    ]
    if bot.knowledge.clinic.print_command:
        lines.append("  print: put them on paper")
    if bot.knowledge.clinic.booking_address:
        lines.append("  qr: the address for booking a visit, as a code for your phone")
    lines += ["  clear: wipe the screen and forget what was said", "  quit: leave"]
    if mode.reading == "full":
        lines += ["", "Keys: Tab or Right takes the grey words, Down chooses from the list,"]
        lines += ["Ctrl-C clears the line, Ctrl-D leaves."]
    return "\n".join(lines)


def key_hints(columns: int, choices: int, *, has_more: bool = False) -> str:
    """Return the line below the prompt: at most 40 columns on a narrow screen, and never as wide as it.

    `choices` can be chosen by number; `has_more` says that the rest of a reply waits for Enter.
    """
    numbers = f"1-{choices}: choose" if choices > 1 else "1: choose" if choices else ""
    enter = "Enter: read on" if has_more else "Enter: ask"
    if columns < _NARROW:
        parts = [enter if has_more else "", "help", "quit", numbers or ("" if has_more else "Tab: complete")]
    else:
        parts = [enter, numbers, "Tab: complete", "help", "save", "quit"]
    return "  ".join(part for part in parts if part)[: max(0, columns - 1)]
