"""The last answer once more: again, simpler, with more, as a yes or no, or only the part that is asked for."""

from __future__ import annotations

import pytest

from chatbot import Chatbot, Conversation
from chatbot.speaking import sentences
from tests.support.talk import entries_of, offered_by, said, sentence


def test_again_simpler_more(bot: Chatbot) -> None:
    """Again; then in a sentence; then its words; then a person. And back up with "more"."""
    entry = bot.knowledge.entry("scar-tissue")
    assert entry is not None
    again = said(bot, "what is scar tissue", "say that again")
    assert (again.reply.lead, again.reply.answers[0].text) == (sentences.AGAIN, entry.text)
    short = bot.ask("what?", again.conversation)
    assert (short.reply.lead, short.reply.answers[0].text) == (sentences.SIMPLER, entry.short)
    words = bot.ask("I don't get it", short.conversation)
    assert words.reply.lead == sentences.WORDS
    assert bot.ask("simpler", words.conversation).reply.lead.startswith("That is as simply as")
    full = bot.ask("more", short.conversation)
    assert full.reply.answers[0].text == entry.text
    more = bot.ask("more", full.conversation)
    assert more.reply.answers[0].text == entry.more
    assert bot.ask("more", more.conversation).reply.lead.startswith("That is all I have on this.")


def test_nothing_to_say_again(bot: Chatbot) -> None:
    """Nothing was said; or a choice was offered, or a card shown, which come again."""
    assert said(bot, "say that again").reply.lead == sentences.NOTHING_PENDING
    assert said(bot, "hello", "tell me more").reply.lead == sentences.NOTHING_PENDING
    choice = said(bot, "tests")
    assert bot.ask("pardon", choice.conversation).reply.suggestions == choice.reply.suggestions
    card = said(bot, "I cannot feel it when I wipe and I lost control of my bladder")
    assert card.reply.safety is not None
    assert bot.ask("what?", card.conversation).reply.safety == card.reply.safety


def test_two_answers_in_short(bot: Chatbot) -> None:
    """Both of them."""
    reply = said(bot, "what is scar tissue, and can they see it on an MRI?", "shorter").reply
    assert [answer.text for answer in reply.answers] == [answer.short for answer in reply.answers]
    assert len(reply.answers) == 2


def test_words_of_the_guide(bot: Chatbot) -> None:
    """One by name, or those of the last answer; a word that is an entry's own question gets that."""
    assert said(bot, "what does degeneration mean").reply.lead == sentences.WORDS
    reply = said(bot, "what is scar tissue", "what does that word mean?").reply
    assert reply.answers[0].title == "What does “scar tissue” mean?"
    assert entries_of(said(bot, "what is scar tissue").reply) == ["scar-tissue"]
    assert said(bot, "where can I park?", "explain those words").reply.lead.startswith(
        "My word list explains none"
    )


def test_back_and_start_over(bot: Chatbot) -> None:
    """Step by step to the first answer; starting over forgets all but what was dangerous."""
    turn = said(bot, "what is scar tissue", "what is FBSS", "back")
    assert (entries_of(turn.reply), turn.reply.lead) == (["scar-tissue"], sentences.BACK)
    assert bot.ask("back", turn.conversation).reply.lead == sentences.NO_BACK
    over = bot.ask("start over", turn.conversation)
    assert over.conversation == Conversation(offered=tuple(offered_by(over.reply)), last=over.reply)
    urgent = said(bot, "my calf is swollen and hot", "start over")
    assert urgent.conversation.level


def test_what_is_asked_again_comes_shorter(bot: Chatbot) -> None:
    """With a person; also when something else was in between."""
    question = "what are the risks of revision surgery?"
    for between in ((), ("what is FBSS",)):
        first = said(bot, question)
        again = said(bot, *between, question, start=first.conversation).reply
        assert "A person can explain it" in again.lead
        assert len(again.text) < len(first.reply.text)


@pytest.mark.parametrize(
    ("before", "asked", "entry", "part"),
    [
        (
            "what is an epidural injection",
            "what is a nerve block",
            "injection-therapy",
            "A nerve block is a shot",
        ),
        ("what scans do they do", "do they see it on a xray tho", "imaging", "X-rays."),
        ("minimally invasive", "robot?", "minimally-invasive", "a robot helps the surgeon"),
        ("what are the risks of another surgery", "can i get an infection", "revision-risks", "infection"),
    ],
)
def test_what_is_asked_next_of_the_same_answer_gets_its_part(
    bot: Chatbot, before: str, asked: str, entry: str, part: str
) -> None:
    """It may stand in what the short form leaves out; all of it is on the screen."""
    turn = said(bot, before, asked)
    answer = turn.reply.answers[0]
    assert (entries_of(turn.reply), part in answer.text) == ([entry], True)
    known = bot.knowledge.entry(entry)
    assert known is not None
    assert len(answer.text) < len(known.text)
    assert "same answer" not in turn.reply.lead


def test_what_asks_for_the_whole_of_the_same_answer_gets_it_whole(bot: Chatbot) -> None:
    reply = said(bot, "how are screws taken out", "how do they get the metal out").reply
    entry = bot.knowledge.entry("hardware-revision")
    assert entry is not None
    assert (entries_of(reply), reply.answers[0].text) == (["hardware-revision"], entry.text)


def test_an_answer_that_only_may_fit_again_says_so(bot: Chatbot) -> None:
    """Where it was the last one and is not surely meant; a hand-off fits many questions, and says that it does."""
    question = "does anybody feel better once the rods are gone"
    reply = said(bot, question, "plate removal").reply
    assert entries_of(reply) == ["hardware-removal-help"]
    assert reply.lead == sentence(bot, sentences.AGAIN_OTHERWISE)
    assert reply.lead not in said(bot, question, "what is FBSS", "plate removal").reply.lead
    for handed_off in ("do you take medicare", "medicaid"):
        reply = said(bot, "how much does it cost", handed_off).reply
        assert (entries_of(reply), reply.lead) == (["cost-and-insurance"], sentences.HANDED_OVER_AGAIN)


def test_the_next_step_is_short_when_just_given(bot: Chatbot) -> None:
    """The general one, too."""
    turn = said(bot, "blue bananas")
    assert (
        turn.reply.consultation
        == "A consultation with Dr. Arutyunyan is the place for questions about your own back."
    )
    assert bot.ask("green giraffes", turn.conversation).reply.consultation == sentences.CONSULTATION_SHORT


def test_a_meaning_is_asked_for_in_many_spellings(bot: Chatbot) -> None:
    for asked in ("what does that mean", "whats that mean", "what that mean"):
        assert said(bot, "what is pseudarthrosis", asked).reply.lead == sentences.SIMPLER


def test_yes_or_no_gets_the_answer_in_a_sentence(bot: Chatbot) -> None:
    assert said(bot, "can the screws be taken out", "yes or no?").reply.lead == sentences.SIMPLER


def test_who_hears_the_risks_again_is_told_sorry(bot: Chatbot) -> None:
    reply = said(bot, "what are the risks of another surgery", "that's risks AGAIN").reply
    assert reply.lead.startswith("I am sorry that I repeat myself.")


def test_what_is_on_the_screen_is_told_with_the_rest_of_it(bot: Chatbot) -> None:
    """Who asks something else of it, however surely about it, is told that it is the same, and what is new."""
    first = said(bot, "what is adjacent segment disease")
    turn = bot.ask("after a fusion, does the next level go bad and then the one over it", first.conversation)
    entry = bot.knowledge.entry("adjacent-segment-disease")
    assert entry is not None
    assert entries_of(turn.reply) == [entry.id]
    assert turn.reply.lead == sentence(bot, sentences.AGAIN_OTHERWISE)
    assert turn.reply.answers[0].text == f"{entry.short} {entry.more}"


def test_what_was_told_whole_is_not_told_again_at_once(bot: Chatbot) -> None:
    """After its rest comes that there is no more, with what has left the screen; then the gist."""
    asked = [
        "is there talk therapy",
        "how does talking do anything for a spine",
        "so how does talking help a back",
    ]
    entry = bot.knowledge.entry("psychological-therapy")
    assert entry is not None
    for again, text in ((asked, entry.text), ([*asked, asked[1]], entry.short)):
        reply = said(bot, *again).reply
        assert reply.lead in (sentence(bot, sentences.AGAIN_ALL), sentence(bot, sentences.AGAIN_SHORTER))
        assert reply.answers[0].text == text
    reply = said(bot, "is swimming good for a fused spine", "what about walking").reply
    assert (reply.lead, reply.answers[0].text) == (sentence(bot, sentences.AGAIN_ALL), reply.answers[0].short)


def test_a_list_of_which_only_a_part_is_on_the_screen_is_told_whole(bot: Chatbot) -> None:
    """Nothing is said then of an answer that was just told."""
    turn = said(bot, "can screws hurt", "what else besides the screws", "the causes of the pain please")
    entry = bot.knowledge.entry("why-pain-persists")
    assert entry is not None
    assert (turn.reply.lead, turn.reply.answers[0].text) == ("", entry.text)


@pytest.mark.parametrize("again", ["You didn't answer. Do I need another one?", "I asked whether I need one"])
def test_a_judgement_that_is_asked_for_again_is_handed_on(bot: Chatbot, again: str) -> None:
    """The answer that did not give it is no help a second time; what is no judgement is told in short."""
    assert entries_of(said(bot, "what can an mri show", again).reply) == ["personal-advice"]
    assert entries_of(said(bot, "what can an mri show", "I asked what it shows").reply) == ["imaging"]


def test_who_asks_for_it_again_gets_it_as_it_stands(bot: Chatbot) -> None:
    """Not the rest of it."""
    turn = said(bot, "what is adjacent segment disease", "wear next to the fusion, tell me of it again")
    assert entries_of(turn.reply) == ["adjacent-segment-disease"]
    assert turn.reply.lead != sentence(bot, sentences.AGAIN_OTHERWISE)


def test_a_yes_or_no_is_as_plain_as_the_guide_gives_it(bot: Chatbot) -> None:
    """The first sentence once more, and nothing made of it."""
    turn = said(bot, "will a second operation take my pain away?", "so that's a no?")
    assert turn.reply.lead == sentences.YES_OR_NO
    assert [answer.entry for answer in turn.reply.answers] == ["revision-benefits"]
    assert turn.reply.answers[0].text == turn.reply.answers[0].short
