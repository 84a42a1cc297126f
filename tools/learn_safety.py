"""What the safety examples teach, learnt anew: `make likeness`, after a change of them or of the safety rules.

Reads knowledge/safety-examples.yaml and, as ordinary messages, all questions, decoys and follow-ups of the knowledge
base; writes knowledge/safety-likeness.bin, which the program reads.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import yaml

from chatbot import loading, safety
from chatbot.normalise import Question, normalise
from chatbot.safety.learning import learn
from chatbot.safety.likeness import ORDINARY

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "knowledge" / "safety-examples.yaml"
LEARNT = ROOT / "knowledge" / "safety-likeness.bin"


def built_in_rules() -> safety.SafetyRules:
    """Return the built-in safety rules, without likeness."""
    file = loading.read_safety()
    return safety.compile_rules(file.data, frozenset(loading.common_words()), file.place_of)


def examples() -> dict[str, list[Question]]:
    """Return the example messages by class, the knowledge base's own questions among the ordinary ones."""
    said = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    knowledge = loading.load_knowledge()
    ordinary = [question for entry in knowledge.entries for question in entry.questions]
    ordinary += [*knowledge.decoys, *(text for line in knowledge.follow_ups for text in line.say)]
    said[ORDINARY] = [*said[ORDINARY], *ordinary]
    return {level: [normalise(text) for text in texts] for level, texts in said.items()}


def learnt(messages: dict[str, list[Question]], rules: safety.SafetyRules) -> safety.Likeness:
    """Return what these messages teach beside these rules."""

    def see(question: Question) -> list[safety.Seen]:
        finding, reading = safety.by_rules(question, rules)
        return [part.seen for part in safety.parts_of(finding, question, reading, rules)]

    return learn(messages, see)


def digest() -> str:
    """Return a digest of what is learnt from, by which a test knows when it was forgotten to learn again."""
    rules = LEARNT.with_name("safety.yaml")
    return blake2b(EXAMPLES.read_bytes() + rules.read_bytes(), digest_size=16).hexdigest()


if __name__ == "__main__":
    LEARNT.write_bytes(learnt(examples(), built_in_rules()).to_file(digest()))
