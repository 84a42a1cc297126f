"""Slips of the fingers are mended before a message is read: "wjat", "agian", "teh secnd one"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.matching import Matcher
from chatbot.normalise import MAXIMUM_CHARACTERS, normalise
from chatbot.respelling import Respeller
from tests.support.talk import entries_of, said
from tests.support.triage import rules

_KNOWN = {
    "what-is-it": [["what", "is", "scar", "tissue"], ["what", "is", "a", "bone", "graft"]],
    "when": [["when", "does", "it", "heal"], ["when", "do", "i", "need", "them"]],
}


@pytest.fixture
def respeller() -> Respeller:
    return Respeller(Matcher.build(_KNOWN), rules())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wjat is it", "what is it"),
        ("wwhat is it", "what is it"),
        ("whst is it", "what is it"),
        ("wheen is it donne", "when is it done"),
        ("how do htey do it", "how do they do it"),
        ("do i ned it", "do i need it"),
        ("WJAT IS IT", "what IS IT"),
        ("repaet that plese", "repeat that please"),
        ("tell me agan in simpler wrods", "tell me again in simpler words"),
        ("the percentagge and the percentarge", "the percentage and the percentage"),
        ("Plaese. Hepl. The secnd one", "please. help. The second one"),
        ("wjat's a graft", "what's a graft"),
        ("is it a bnoe grfat", "is it a bone graft"),
        ("scartissue", "scar tissue"),
        ("whati s a bonegr aft", "what is a bonegr aft"),
        ("is it a graf t, sca rtissue", "is it a graft, scar tissue"),
        ("bon egraft, I wont'h ea l", "bone graft, I wont'h ea l"),
        ("won\u2019tn eed", "won't need"),
        ("whatis it and whatsa graft", "what is it and whats a graft"),
        ("is it scar tissu e, a gra ft", "is it scar tissue, a graft"),
        ("numb ness", "numbness"),
        ("swallowed40, temp100.9", "swallowed 40, temp 100.9"),
        ("I amleaking", "I am leaking"),  # as in an example of danger
    ],
)
def test_a_slip_in_a_word_that_is_read_is_mended(respeller: Respeller, typed: str, meant: str) -> None:
    assert respeller.mended(normalise(typed)).question == normalise(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "what is scar tissue",
        "is it a bome grat or a scarr",  # where it is less sure, the matcher repairs, and weighs how sure it is
        "my mil and the hut",
        "xq wq tp",
        "ask Thre or Mroe about it",
        "déjà thère",
        "anus droop penis",  # words of signs, and "an us" is none that wordings have
        "tissuegraft xyz40",
        "tiss, ue",
        "boneg. raft, bong raft",
        "bonee graft, bone ggraft, ti s",
        "waht2 l4s1",
        "",
    ],
)
def test_every_other_word_stands_as_it_is_typed(respeller: Respeller, typed: str) -> None:
    """What is a word, is short or has a digit, names of people, and what may be a word of the knowledge base."""
    question = normalise(typed)
    assert respeller.mended(question).question is question


def test_what_is_cut_off_a_long_message_stays_cut_off(respeller: Respeller) -> None:
    """A letter that is put back pushes the last one behind what is answered; none is lost to the triage."""
    long = normalise("tey " + "is it " * 400)
    mended = respeller.mended(long).question
    assert len(mended.text) <= MAXIMUM_CHARACTERS
    assert mended.is_cut
    typed = (long.text + long.rest).replace(" ", "")
    assert (mended.text + mended.rest).replace(" ", "") == typed.replace("tey", "they")


@pytest.mark.parametrize(("typed", "meant"), [("isit", "is it"), ("shouldi", "should i"), ("mayhe", "maybe")])
def test_a_verb_and_its_subject_without_their_space_are_no_other_word(
    bot: Chatbot, typed: str, meant: str
) -> None:
    """They are less likely "visit" and "should" with a slip; but "may he" is nothing that patients ask."""
    assert bot.explain(f"{typed} normal").slips == ((typed, meant),)


def test_no_word_is_kept_when_words_are_to_be_forgotten(respeller: Respeller) -> None:
    respeller.mended(normalise("wjat"))
    assert "wjat" in respeller._read
    respeller.forget_words()
    assert not respeller._read


@pytest.mark.parametrize("asked", ["agian", "repaet that", "say taht again", "agin plese"])
def test_a_misspelt_wish_to_hear_it_again_is_heard(bot: Chatbot, asked: str) -> None:
    reply = said(bot, "what is scar tissue", asked).reply
    assert reply.lead == "Here it is again."
    assert entries_of(reply) == ["scar-tissue"]


@pytest.mark.parametrize(
    "asked", ["whta do you mean", "smipler please", "i dont undrestand", "in shrot", "shorterr"]
)
def test_misspelt_words_that_want_it_shorter_are_heard(bot: Chatbot, asked: str) -> None:
    reply = said(bot, "what is scar tissue", asked).reply
    assert reply.lead == "In short:"
    assert entries_of(reply) == ["scar-tissue"]


@pytest.mark.parametrize("asked", ["tell me mroe", "moer", "waht else"])
def test_misspelt_words_that_want_more_are_heard(bot: Chatbot, asked: str) -> None:
    assert entries_of(said(bot, "what is scar tissue", asked).reply) == ["scar-tissue"]


@pytest.mark.parametrize("asked", ["teh secnd one", "the secodn one", "teh second oen please"])
def test_a_misspelt_choice_is_heard(bot: Chatbot, asked: str) -> None:
    offered = said(bot, "surgery")
    assert offered.reply.kind == "clarify"
    second = offered.reply.suggestions[1].entry
    assert entries_of(bot.ask(asked, offered.conversation).reply) == [second]


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("how ccome it still hurts after the fusion", "why-pain-persists"),
        ("who owuld be doing the operattion", "about-the-surgeon"),
        ("do i ned an mri", "imaging"),
        ("y duz my gma stil hav pn aftr her fusion", "why-pain-persists"),
        ("how long b4 i can drive my rig agn aftr sx", "return-to-activities"),
        ("do da shots in ur bk wrk", "injection-therapy"),
        ("wat r da odds of stil havin pn", "how-common"),
    ],
)
def test_a_misspelt_question_is_answered(bot: Chatbot, asked: str, entry: str) -> None:
    assert entries_of(bot.ask(asked).reply)[:1] == [entry]


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("my lesg are so ewak I cnat stand up", "emergency"),
        ("i cannot omve my legss", "emergency"),
        ("I can't ctch my breaht", "emergency"),
        ("blader wont emty", "emergency"),
        ("can't efel my pegs", "emergency"),
        ("im nmub dwn there", "emergency"),
        ("my peniis is nmb", "emergency"),
        ("I don't want to lvie aynmore", "crisis"),
        ("I no olnger have will to livw", "crisis"),
        ("I lsot sterngth in my arm", "urgent"),
        ("thinkin abt endin it 2nite cuz of my bk", "crisis"),
        ("da cut on ma bk iz leakin n smells rly bad", "urgent"),
    ],
)
def test_danger_is_heard_through_slips(bot: Chatbot, typed: str, level: str) -> None:
    """Sign words of four letters ("legs", "weak", "live") are repaired from such slips, too."""
    safety = bot.ask(typed).reply.safety
    assert safety is not None
    assert safety.level == level


@pytest.mark.parametrize(
    "typed",
    [
        "is here anything left to try besides being cut opdn again",
        "could be that a nerve got hurt by the operation? and exists ome tsst to show it",
        "forgot last nighr's gabapentin, do i just go on wih the next one",
        "do i nded it fixed",
        "ma wound iz healin well w/o discharge",
        "do u treat ppl w/ bad bks",
    ],
)
def test_a_slip_is_no_danger(bot: Chatbot, typed: str) -> None:
    assert bot.ask(typed).reply.safety is None


def test_staff_see_what_was_mended(bot: Chatbot) -> None:
    assert bot.explain("wjat is scar tissue").slips == (("wjat", "what"),)
