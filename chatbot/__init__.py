"""A patient FAQ chatbot for a spine clinic.

The public names are the ones in `__all__`; everything else may change. Each is loaded on first use, so that
`import chatbot` costs next to nothing and `spine-faq --version` need not load an engine.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for typing's own, which takes longer to load than all else here
if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.engine import Chatbot, Turn
    from chatbot.knowledge import KnowledgeError, Problem
    from chatbot.reply import Answer, Reply, SafetyNote, Suggestion

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "Chatbot",
    "Conversation",
    "KnowledgeError",
    "Problem",
    "Reply",
    "SafetyNote",
    "Suggestion",
    "Turn",
    "__version__",
]

_HOMES = {
    "Chatbot": "chatbot.engine",
    "Turn": "chatbot.engine",
    "Conversation": "chatbot.conversation",
    "Reply": "chatbot.reply",
    "Answer": "chatbot.reply",
    "Suggestion": "chatbot.reply",
    "SafetyNote": "chatbot.reply",
    "Problem": "chatbot.knowledge",
    "KnowledgeError": "chatbot.knowledge",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only paid by who uses the name

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted(__all__)
