"""Conversations with the built-in knowledge base: feelings, small talk, cards, and what callers count and show."""

from __future__ import annotations

import itertools
import re

import pytest

from chatbot import Chatbot, Conversation
from chatbot.speaking import composing, sentences
from tests.support.talk import entries_of, offered_by, said, sentence


def test_bare_words_with_nothing_pending(bot: Chatbot) -> None:
    """A short kind reply, and no medical text."""
    for word in ("yes", "no", "ok", "hmm", "never mind", "neither"):
        for start in (None, bot.ask("hello").conversation._replace(offered=())):
            reply = said(bot, word, start=start).reply
            assert (reply.kind, reply.answers, reply.suggestions) == ("smalltalk", (), ())


def test_a_card_waits_for_a_yes(bot: Chatbot) -> None:
    """The question behind it is answered then; where there is none, that is said."""
    card = said(bot, "I can't feel it when I wipe. What is scar tissue?")
    assert card.reply.safety is not None
    assert bot.ask("no", card.conversation).reply.kind == "smalltalk"
    assert bot.ask("yes", card.conversation).reply.safety is None
    scar = card.conversation._replace(waiting="what is scar tissue")
    assert entries_of(bot.ask("yes", scar).reply) == ["scar-tissue"]
    nothing = card.conversation._replace(waiting="blue bananas")
    assert bot.ask("yes", nothing).reply.kind == "unknown"


def test_feelings(bot: Chatbot) -> None:
    """One kind sentence, not twice in a row; then the answer, or what may help."""
    scared = said(bot, "I'm terrified of another operation, what can go wrong?")
    assert (entries_of(scared.reply), scared.reply.lead) == (["revision-risks"], sentences.TONES["fear"])
    alone = bot.ask("I am scared", scared.conversation)
    assert alone.reply.lead == sentences.COMFORTS["fear"]
    assert "outlook" in offered_by(said(bot, "nobody listens to me").reply)
    assert said(bot, "you useless machine").reply.lead.startswith("I am sorry that I was no help.")
    assert said(bot, "I am scared of tests").reply.lead.startswith(sentences.TONES["fear"])


def test_who_is_this_and_who_sees_it(bot: Chatbot) -> None:
    """Short and true; said again at once it is shorter."""
    assert entries_of(said(bot, "are you a person?").reply) == ["who-are-you"]
    turn = said(bot, "who sees this?")
    assert entries_of(turn.reply) == ["privacy"]
    again = bot.ask("is this private?", turn.conversation)
    assert len(again.reply.answers[0].text) < len(turn.reply.answers[0].text)
    assert entries_of(said(bot, "can I take this home?").reply) == ["take-home"]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Me duele la espalda", "intérprete gratis"),
        ("I have mucho dolor after the cirugía", "intérprete gratis"),
        ("我的背很痛", "免费"),
        ("У меня болит спина", "бесплатны"),  # noqa: RUF001 - Russian
        ("আমার পিঠে ব্যথা", "বিনামূল্যে"),
        ("J'ai mal au dos", "interprète"),
        ("mon dos me fait mal depuis la chirurgie", "interprète"),
        ("je ne sens plus mes jambes", "911"),
        ("quiero morir", "911"),
        ("nie czuję nóg", "911"),
        ("non sento più le gambe", "911"),
        ("mwen pa santi janm mwen", "911"),
    ],
)
def test_other_languages(bot: Chatbot, message: str, words: str) -> None:
    """One sentence in the language: that an interpreter is free, and 911 for an emergency."""
    assert words in said(bot, message).reply.lead


def test_a_few_foreign_words_in_an_english_message_are_no_other_language(bot: Chatbot) -> None:
    message = (
        "my tia is sixty six and mad at her tornillos, she asks por que her back still hurts after the fusion"
    )
    assert said(bot, message).reply.kind == "answer"


def test_a_question_that_is_only_announced(bot: Chatbot) -> None:
    """ "I have a question" is asked for it; a greeting is greeted."""
    assert said(bot, "I have a question").reply.lead == sentences.NOTHING_PENDING
    assert entries_of(said(bot, "hello").reply) == ["greeting"]


def test_empty_lines(bot: Chatbot) -> None:
    """One hint with a list; then the hint alone, until something was said."""
    hint = said(bot, " ").reply
    assert hint.lead == sentences.EMPTY
    assert hint.suggestions and not hint.lead.endswith(":")  # the screen announces them, once
    assert said(bot, " ", "?", "🙂").reply == hint._replace(suggestions=(), text=f"Note: {hint.lead}")
    assert said(bot, " ", "what is FBSS", "...").reply.lead == sentences.EMPTY
    slipped = said(bot, "Why does my back still hurt after fusion?", "")
    assert len(slipped.reply.suggestions) > composing.MOST_SUGGESTIONS
    assert entries_of(bot.ask("the third", slipped.conversation).reply) == ["hardware-problems"]


@pytest.mark.parametrize(
    "messages",
    [
        ("start over",),
        ("9",),
        ("how common is this", "9"),
        ("",),
        ("", ""),
        ("how common is this", "tell me more", "tell me more"),
        ("can I talk to a person",),
        ("how common is this", "simpler", "simpler", "simpler"),
        ("back",),
    ],
)
def test_what_is_said_about_the_talk_itself_is_no_gap(bot: Chatbot, messages: tuple[str, ...]) -> None:
    """Nothing of the knowledge base was asked, so it is no unanswered question: `unknown` is for those."""
    assert said(bot, *messages).reply.kind == "smalltalk"


@pytest.mark.parametrize("messages", [("xyzzy",), ("how common is this", "that is not what I asked")])
def test_what_has_no_answer_is_a_gap(bot: Chatbot, messages: tuple[str, ...]) -> None:
    """What the knowledge base lacks, and what nobody could read right."""
    assert said(bot, *messages).reply.kind == "unknown"


def test_the_programs_own_sentences_fit_every_client() -> None:
    """A touch screen has no Enter and a telephone no keyboard: what to press is said by the screen that has it."""
    said_by_it = [value for value in vars(sentences).values() if isinstance(value, str)]
    said_by_it += [words for table in vars(sentences).values() if isinstance(table, dict)
                  for words in table.values() if isinstance(words, str)]  # fmt: skip
    assert len(said_by_it) > 30
    assert not [one for one in said_by_it if re.search(r"\b([Tt]ype|Enter|press|key)\b", one)]


def test_a_conversation_shows_nothing_of_what_was_written(bot: Chatbot) -> None:
    """A careless line in an integrator's log must not hold a patient's words."""
    turn = said(bot, "does scar tissue hurt a zebra", "I have a fever, and how common is that for a zebra")
    assert "zebra" not in repr(turn.conversation)
    assert "hurt" not in repr(turn.conversation)
    assert "urgent" in repr(turn.conversation)


@pytest.mark.parametrize("kind", ["faq", "topic", "handoff"])
def test_every_answer_and_hand_off_suggests_a_visit(bot: Chatbot, kind: str) -> None:
    """But after an emergency or a crisis: then none does, to the end of the conversation."""
    for entry in (one for one in bot.knowledge.entries if one.kind == kind):
        assert bot.show(entry.id).reply.consultation, entry.id
    alarmed = said(bot, "I cannot feel my legs since this morning")
    assert alarmed.reply.consultation is None
    assert bot.ask("how common is this", alarmed.conversation).reply.consultation is None
    urgent = said(bot, "I have a fever and my wound is leaking")
    assert urgent.reply.consultation is None
    assert bot.ask("how common is this", urgent.conversation).reply.consultation


MESSAGES = (
    "what is scar tissue", "and the risks?", "2", "the last one", "neither", "no", "yes", "back", "again", "more",
    "simpler", "no, I meant the metal", "not that", "tests", "both", " ", "ok", "hola", "you idiot", "start over",
    "what does that word mean", "how is the second one fixed", "7", "I am scared", "is this private?", "thanks",
    "x" * 3000, "my calf is swollen and hot", "never mind, what is FBSS",
)  # fmt: skip


def test_a_thousand_turns_leave_a_conversation_small(bot: Chatbot) -> None:
    """What is remembered is bounded: no tuple grows, and the same messages lead to the same replies."""
    ends = []
    for _ in range(2):
        conversation = Conversation()
        sizes = []
        for number, message in zip(range(1000), itertools.cycle(MESSAGES), strict=False):
            reply, conversation = bot.ask(
                MESSAGES[number * 7 % len(MESSAGES)] if number % 3 else message, conversation
            )
            sizes.append(len(repr(conversation)))
        ends.append((reply, conversation))
        assert max(sizes[500:]) <= max(sizes[:500]) * 1.2
    assert ends[0] == ends[1]


def test_the_menu(bot: Chatbot) -> None:
    """Groups with their entries' titles, without small talk; each can be shown, others cannot."""
    entries = [one.entry for _, group in bot.topics() for one in group]
    assert set(entries) == {one.id for one in bot.knowledge.entries if one.kind != "smalltalk"}
    assert entries_of(bot.show(entries[0]).reply) == entries[:1]
    with pytest.raises(KeyError):
        bot.show("nowhere")


def test_an_empty_group_is_not_in_the_menu(bot: Chatbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading with nothing under it would be a dead end."""
    fewer = bot.knowledge._replace(entries=bot.knowledge.entries[:1])
    monkeypatch.setattr(bot, "_knowledge", fewer)
    assert len(bot.topics()) == 1


def test_what_decided_is_told_to_staff(bot: Chatbot) -> None:
    """The reading, the finding and the rule, as the reply is."""
    told_why = bot.explain("what is scar tissue")
    assert told_why.reply == bot.ask("what is scar tissue").reply
    assert (told_why.follow_up, told_why.finding.level) == ("question", "none")
    assert told_why.decided.rule


def test_an_urgent_messages_question_is_answered_below_its_card(bot: Chatbot) -> None:
    """Only a question that there is an answer to; and the line that stays afterwards."""
    turn = said(bot, "My calf is swollen and hot. What is scar tissue?")
    assert turn.reply.safety is not None and turn.reply.safety.level == "urgent"
    assert entries_of(turn.reply) == ["scar-tissue"]
    assert entries_of(said(bot, "My calf is swollen and hot.").reply) == []
    assert bot.ask("what is FBSS", turn.conversation).reply.notes


def test_a_sign_that_is_only_talked_about_gets_a_quiet_line(bot: Chatbot) -> None:
    """No card, but what to do if it were so now."""
    reply = said(bot, "what is cauda equina syndrome").reply
    assert reply.safety is None
    assert reply.notes


def test_who_takes_a_card_back_is_thanked_and_keeps_its_line(bot: Chatbot) -> None:
    """Neither "I have no answer" nor anything that sounds like all-clear."""
    turn = bot.ask("i want to die")
    turn = bot.ask("sorry, just venting", turn.conversation)
    assert (turn.reply.kind, turn.reply.lead) == ("smalltalk", sentences.TAKEN_BACK)
    assert any("988" in note for note in turn.reply.notes)


def test_a_tapped_suggestion_keeps_the_line_after_a_card(bot: Chatbot) -> None:
    """`show` ends as `ask` does: with 988 in sight after a crisis, and a new hint for the next empty line."""
    crisis = said(bot, "I want to kill myself").conversation
    assert any("988" in note for note in bot.show("what-is-fbss", crisis).reply.notes)
    hinted = said(bot, "").conversation
    shown = bot.show("what-is-fbss", hinted).conversation
    assert bot.ask("", shown).reply.text


def test_what_is_answered_below_an_urgent_card_can_be_talked_about(bot: Chatbot) -> None:
    """ "Tell me more" is about that answer, and it is remembered as told."""
    turn = said(bot, "my wound is leaking pus. How successful is revision surgery?")
    assert turn.reply.safety and turn.reply.answers
    assert turn.conversation.answered and turn.conversation.told == (turn.reply.answers[0].entry,)
    more = bot.ask("tell me more", turn.conversation).reply
    assert more.safety is None
    assert more.kind in ("answer", "smalltalk", "unknown")


def test_what_is_explained_is_what_decided(bot: Chatbot) -> None:
    crisis = said(bot, "I want to die").conversation
    message = "that is not about me wanting to die, I just want to know the risks of revision surgery"
    explained = bot.explain(message, crisis)
    assert (explained.reply.kind == "answer") == (explained.finding.level == "none")


def test_what_is_dropped_may_be_followed_by_a_complaint(bot: Chatbot) -> None:
    reply = said(bot, "what is scar tissue", "forget it. do you even understand what i am saying").reply
    assert reply.lead == sentence(bot, sentences.REMARKS["unheard"])


def test_loose_metal_is_said_to_be_a_reason_not_to_wait(bot: Chatbot) -> None:
    """At once, and not only to who asks for more: who reads of 6 to 12 months may wait with a broken rod."""
    assert "sooner" in bot.ask("how long should I wait before another surgery").reply.answers[0].text


def test_an_insult_may_be_meant_for_all_of_us(bot: Chatbot) -> None:
    """It is answered as an insult, not as a question."""
    assert said(bot, "you guys are useless").reply.lead == sentence(bot, sentences.TONES["insult"])


@pytest.mark.parametrize(
    "message", ["and what if those tablets don't help me either", "and if it doesn't help my wife"]
)
def test_who_asks_what_comes_when_nothing_helps_is_in_no_crisis(bot: Chatbot, message: str) -> None:
    """It is the plainest of all questions after a treatment."""
    assert said(bot, "what kinds of pain medicine are used", message).reply.safety is None
