"""What people say rather than ask is met with a fitting word; a question or a sign beside it is read as ever."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.remarks import complains_of_pain, read_remark, tells_of_loss
from chatbot.remarks.kinds import KINDS, ORDER
from chatbot.speaking import sentences
from tests.support.talk import said as after
from tests.support.talk import sentence

ASKED = "why does it still hurt after my fusion"
CRISIS = "i do not want to live anymore"


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("how old are you dear", "who-are-you"),
        ("r u alexa", "who-are-you"),
        ("have you got grandchildren?", "who-are-you"),
        ("do you ever get bored of all these questions", "who-are-you"),
        ("lovely. Are you a real person?", "who-are-you"),
        ("who wrote all this", "who-are-you"),
        ("so is that just the clinic's own advertising", "who-are-you"),
        ("gmorning", "greeting"),
        ("heyyy", "greeting"),
        ("hello? anyone there?", "greeting"),
        ("k bye", "goodbye"),
        ("gtg my mom is calling", "goodbye"),
        ("I should be going, my bus comes at five. Thank you", "goodbye"),
        ("ur so smart thx", "thanks"),
        ("mil gracias", "thanks"),
    ],
)
def test_small_talk_in_its_many_words(bot: Chatbot, message: str, entry: str) -> None:
    """As a first message and in the middle of a talk: no apology, no menu."""
    for messages in ((message,), (ASKED, message)):
        reply = after(bot, *messages).reply
        assert (reply.kind, [answer.entry for answer in reply.answers]) == ("smalltalk", [entry])


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("you are such a clever little thing", sentences.REMARKS["kind"]),
        ("I love talking to you", sentences.REMARKS["kind"]),
        ("thank you, that is kind of a relief", sentences.REMARKS["glad"]),
        ("I feel a bit better about it now", sentences.REMARKS["glad"]),
        ("sounds sensible I guess", sentences.NOD),
        ("lol", sentences.NOD),
        ("prego", sentences.NOD),
        ("whatever man", sentences.DROPPED),
        ("you told me that already", sentences.REMARKS["repeats"].split("{")[0]),
        ("same answer again", sentences.REMARKS["repeats"].split("{")[0]),
        ("you are talking in circles", sentences.REMARKS["repeats"].split("{")[0]),
        ("are you even listening to me", sentences.REMARKS["unheard"].split("{")[0]),
        ("did you read what I wrote", sentences.REMARKS["unheard"].split("{")[0]),
        ("why do you never answer my question", sentences.REMARKS["unheard"].split("{")[0]),
        ("that tells me nothing", sentences.REMARKS["unheard"].split("{")[0]),
        ("i speak little english sorry", sentences.REMARKS["weak-english"].split("{")[0]),
    ],
)
def test_a_fitting_word(bot: Chatbot, message: str, lead: str) -> None:
    """Said once, without a suggestion to book."""
    reply = after(bot, ASKED, message).reply
    assert reply.kind == "smalltalk" and reply.lead.startswith(sentence(bot, lead))
    assert (reply.answers, reply.consultation) == ((), None)


@pytest.mark.parametrize(
    "message",
    [
        "do not give me a brochure",
        "bruh too much text", "you write too much", "I cannot read all this", "give me the short version please",
        "I don't want an essay", "more slowly please", "me no understand this", "too many hard words",
        "can you say it in easy words", "it goes right over my head", "what are you talking about",
    ],
)  # fmt: skip
def test_too_long_and_too_hard(bot: Chatbot, message: str) -> None:
    """The last answer comes in one sentence."""
    reply = after(bot, ASKED, message).reply
    assert reply.lead == sentences.SIMPLER
    assert [answer.text for answer in reply.answers] == [answer.short for answer in reply.answers] != []


def test_nothing_to_shorten(bot: Chatbot) -> None:
    """Before any answer, and where it is as short as it gets."""
    assert after(bot, "you talk too much").reply.lead == sentences.TOO_LONG_NOTHING
    again = after(bot, ASKED, "wall of text", "still way too long").reply
    assert again.lead.startswith("I am sorry. I cannot say it any shorter.")


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("your operation destroyed my life", sentences.REMARKS["blame"]),
        ("I was fine before they operated", sentences.REMARKS["blame"]),
        ("I wish I never had the surgery", sentences.REMARKS["blame"]),
        ("that makes me feel worse", sentences.REMARKS["worse"]),
        ("this is so depressing to read", sentences.REMARKS["worse"]),
        ("you are scaring me", sentences.REMARKS["worse"]),
        ("I don't like the sound of that", sentences.REMARKS["worse"]),
        ("she's terrified of needles", sentences.REMARKS["needles"]),
    ],
)
def test_who_is_hurt_or_afraid_is_comforted(bot: Chatbot, message: str, lead: str) -> None:
    """Before anything else, and nobody is sent to book."""
    for messages in ((message,), (ASKED, message)):
        reply = after(bot, *messages).reply
        assert reply.lead.startswith(lead.split("{", maxsplit=1)[0])
        assert (reply.answers, reply.consultation) == ((), None)


@pytest.mark.parametrize(
    "message", ["it gives me much fear", "i get panic when i think of it", "makes me nervous"]
)
def test_fear_in_any_words(bot: Chatbot, message: str) -> None:
    """One kind sentence, not twice in a row, and what may help; no list of risks."""
    turn = after(bot, "what are the risks of revision surgery", message)
    assert turn.reply.lead.startswith(sentences.TONES["fear"])
    assert bot.ask(message, turn.conversation).reply.lead == sentences.COMFORTS["fear"]
    assert turn.reply.answers == ()


@pytest.mark.parametrize(
    ("message", "kind", "entry"),
    [
        ("did I bring this on myself", "fault", "is-pain-a-failure"),
        ("i blame myself for it", "fault", "is-pain-a-failure"),
        ("maybe I did it too soon", "fault", "is-pain-a-failure"),
        ("am i dying", "dying", "personal-advice"),
    ],
)
def test_a_kind_word_before_the_answer(bot: Chatbot, message: str, kind: str, entry: str) -> None:
    """Who asks whether it is their fault, or whether they are dying."""
    reply = after(bot, message).reply
    assert [answer.entry for answer in reply.answers] == [entry]
    assert reply.lead.startswith(sentences.REMARK_LEADS[kind].split("{")[0])


@pytest.mark.parametrize(
    "message",
    [
        "my husband passed away in spring", "he died three years ago", "i am a widower", "we lost our son",
        "I am Edith and my late husband always drove me", "since Harold passed I cook less", "she passed a while ago",
        "my sister has been gone two years now", "my wife is dead", "my dad, god rest his soul, had the same",
        "i buried my brother",
    ],
)  # fmt: skip
def test_a_loss_is_met(bot: Chatbot, message: str) -> None:
    """With sympathy, not with an apology for having no answer."""
    assert after(bot, message).reply.lead == sentences.LOSS_AND_ON


def test_a_question_beside_a_loss_is_answered(bot: Chatbot) -> None:
    """After the sympathy."""
    reply = after(bot, "my late wife had scar tissue. Can scar tissue cause pain after a fusion?").reply
    assert reply.lead.startswith(sentences.LOSS)
    assert reply.answers[0].entry == "scar-tissue"


@pytest.mark.parametrize(
    "message",
    [
        "he passed out", "he passed his exam", "he passed a stone", "could my mother have died", "we lost the game",
        "the late train", "nobody died", "i lost my way", "she is gone to the shop",
        "since the battery died", "my leg is dead", "i rest a lot", "my wife said the leg feels dead",
    ],
)  # fmt: skip
def test_what_is_no_loss(message: str) -> None:
    """Words of a loss that tell of none."""
    assert not tells_of_loss(normalise(message).tokens)


@pytest.mark.parametrize(
    "message",
    [
        "my mother had a spinal fusion last year",
        "asking for my uncle who had his back fused in June",
        "lorry driver 30 yrs, had it fused in 2019",
        "dr jones did my fusion in may",
        "58yo male, L5-S1 fusion 3yrs ago",
        "my grandson made me come here",
        "hey my nan needs help",
        "im 77",
        "I live alone",
        "it was two years ago",
        "she is from Ohio you know",
        "I worked in a bakery",
        "I was a teacher for 30 years",
        "I drove a truck all my life",
    ],
)
def test_who_tells_is_asked_to_go_on(bot: Chatbot, message: str) -> None:
    """Neither an apology nor an answer to what was not asked; the second time in other words."""
    turn = after(bot, message)
    assert (turn.reply.kind, turn.reply.lead) == ("smalltalk", sentences.GO_ON)
    still = bot.ask("I am 70 years old", turn.conversation)
    assert still.reply.lead == sentence(bot, sentences.GO_ON_STILL)
    assert bot.ask("it was two years ago", still.conversation).reply.lead == sentence(
        bot, sentences.GO_ON_STILL
    )


@pytest.mark.parametrize(
    "messages",
    [
        ("truck driver 20 yrs, my back is shot, had it fused last yr",),
        ("I have operation of the column two years ago and follows the pain",),
        ("my aunt had the surgery in 2021 and she is not better",),
        ("my brother had a fusion last spring", "he hurts all the time"),
    ],
)
def test_pain_that_stayed_after_an_operation(bot: Chatbot, messages: tuple[str, ...]) -> None:
    """Has asked why."""
    assert [answer.entry for answer in after(bot, *messages).reply.answers] == ["why-pain-persists"]


@pytest.mark.parametrize(
    "message",
    [
        "my wife made me come here because the screws hurt",
        "thanks, and what about the scar tissue",
        "I had a fusion in March, when can I drive",
        "my uncle had a fusion and the rod broke",
        "I had my fusion 5 days ago and it hurts",
        "my fusion was in 2019 and now my leg hurts",
        "dizzy since the fusion I had last year",
        "had a fusion last week, constipated",
        "a fused back",
        "I was never operated on but it hurts",
        "the surgery I had was a shot in the back",
        "fusion before the year 2000",
        "explain scar tissue in simple words",
        "you are kind but do the screws hurt",
        "do you have a female doctor",
        "can I talk to a normal person",
        "can you give me a brochure",
        "I cannot go on",
        "the pills make me feel worse",
        "is it my surgeon's fault",
        "could i die from the surgery",
        "I'm eighty, is that ok for me?",
        "my son is from pain to pain",
        "word " * 41,
    ],
)
def test_a_question_or_a_sign_is_no_remark(message: str) -> None:
    """One word that is not of the kind, and the message is read as any other."""
    assert read_remark(normalise(message)).kind == ""


def test_a_story_that_an_entry_speaks_of_is_a_question(bot: Chatbot) -> None:
    """The words that no list has are looked up."""
    message = "cortisone injections, had a fusion in 2019"
    assert read_remark(normalise(message)).odd_words
    assert after(bot, message).reply.lead != sentences.GO_ON


def test_only_pain_complains(bot: Chatbot) -> None:
    """What is asked, or names another place, does not."""
    assert complains_of_pain(normalise("it hurts him every day").tokens)
    assert not complains_of_pain(normalise("does it hurt").tokens)
    assert not complains_of_pain(normalise("his leg hurts").tokens)


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("you're a good listener", sentences.AFTER_CRISIS["thanks"]),
        ("are you even listening", sentences.AFTER_CRISIS["unheard"]),
        ("you already said that", sentences.AFTER_CRISIS["unheard"]),
        ("I have three kids", sentences.AFTER_CRISIS["lost"]),
        ("my husband died last year", sentences.AFTER_CRISIS["lost"]),
        ("I had a fusion in 2020", sentences.GO_ON),
    ],
)
def test_after_a_crisis_card(bot: Chatbot, message: str, lead: str) -> None:
    """A kind word is answered kindly, and what weighs on somebody is heard."""
    assert after(bot, CRISIS, message).reply.lead == lead


def test_ordinary_talk_after_a_crisis_card(bot: Chatbot) -> None:
    """It is no part of the crisis."""
    reply = after(bot, CRISIS, "You're very kind. Are you a real person?").reply
    assert [answer.entry for answer in reply.answers] == ["who-are-you"]
    assert reply.consultation is None


def test_kind_words_after_an_emergency(bot: Chatbot) -> None:
    """The card still comes first."""
    emergency = "I cannot feel it when I wipe and I lost control of my bladder"
    assert after(bot, emergency, "you are kind").reply.lead == sentences.AFTER_EMERGENCY["thanks"]
    assert after(bot, emergency, "how old are you").reply.answers[0].entry == "who-are-you"


@pytest.mark.parametrize(
    "message",
    [
        "where is the bathroom", "is there wifi here", "can I get some water", "is the doctor running late",
        "I have been waiting an hour", "where do I sign in", "are dogs allowed", "can I charge my phone",
    ],
)  # fmt: skip
def test_the_waiting_room_is_the_front_desks(bot: Chatbot, message: str) -> None:
    reply = bot.ask(message).reply
    assert (reply.kind, reply.lead) == ("smalltalk", sentence(bot, sentences.REMARKS["waiting-room"]))


@pytest.mark.parametrize("message", ["the print is too small", "make the letters bigger", "i cant read this"])
def test_who_cannot_read_the_screen_is_helped_to_a_person(bot: Chatbot, message: str) -> None:
    assert bot.ask(message).reply.lead == sentence(bot, sentences.REMARKS["small-letters"])


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("I can't make it to the bathroom", "safety"),
        ("how late are you open", "handoff"),
        ("could the screws be too small", "answer"),
    ],
)
def test_what_only_sounds_like_the_waiting_room_is_read_as_what_it_is(
    bot: Chatbot, message: str, kind: str
) -> None:
    assert bot.ask(message).reply.kind == kind


def test_of_two_remarks_in_a_message_the_weightier_one_counts() -> None:
    """Each kind of remark has its weight, so that no two of them are at a loss for an order."""
    kind = read_remark(normalise("you are kind. can you make the letters bigger")).kind
    assert kind == "small-letters"
    kinds = {kind.name for word in KINDS._words for kind in KINDS.kinds_for((word,))}
    assert {"small-letters", "waiting-room"} <= kinds <= set(ORDER)


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("I want to complain about the surgeon. In writing.", sentences.REMARKS["complaint"]),
        ("how do I report a doctor", sentences.REMARKS["complaint"]),
        ("I'm going to sue you", sentences.REMARKS["complaint"]),
        ("You already said that too. Where do I send a complaint?", sentences.REMARKS["complaint"]),
        ("I want to complain about how I was treated", sentences.REMARKS["complaint"]),
        ("lol ok tell me a joke", sentences.REMARKS["chat"]),
    ],
)
def test_what_nobody_has_here_is_said_to_be_so(bot: Chatbot, message: str, lead: str) -> None:
    """A complaint is a person's to take; callers count it as a gap, and no visit is offered beside it."""
    for messages in ((message,), (ASKED, message)):
        reply = after(bot, *messages).reply
        assert (reply.kind, reply.lead, reply.answers) == ("unknown", sentence(bot, lead), ())


@pytest.mark.parametrize("message", ["is there a study", "which studies", "Prove it."])
def test_who_asks_for_studies_hears_where_it_is_from(bot: Chatbot, message: str) -> None:
    """After an answer, that it is the guide's; before one, what all of this is from."""
    assert [answer.entry for answer in bot.ask(message).reply.answers] == ["who-are-you"]
    lead = after(bot, ASKED, message).reply.lead
    assert lead.startswith("It is from the clinic's guide")
    assert "no study" in lead
    for once_more in ("why should I believe you", message):
        told = after(bot, ASKED, message, once_more).reply.answers
        assert [answer.entry for answer in told] == ["who-are-you"]


@pytest.mark.parametrize(
    "message", ["can you give me a summary I can hand out", "email me this", "send it to my phone"]
)
def test_what_is_told_can_be_taken_home(bot: Chatbot, message: str) -> None:
    assert [answer.entry for answer in after(bot, ASKED, message).reply.answers] == ["take-home"]


@pytest.mark.parametrize(
    "message",
    [
        "read it to me",
        "can you say it out loud",
        "speak up",
        "louder please",
        "turn up the volume",
        "why is there no sound",
        "I can't hear you",
        "can you talk",
        "I am hard of hearing",
        "I am nearly deaf",
        "my eyes are bad",
        "I do not see very well",
        "I am legally blind",
    ],
)
def test_nothing_is_read_aloud(bot: Chatbot, message: str) -> None:
    """Who does not hear or see well is told where the words are, and who can read them out."""
    assert after(bot, ASKED, message).reply.lead == sentence(bot, sentences.REMARKS["read-aloud"])
    assert bot.ask(message).reply.lead == sentence(bot, sentences.REMARKS["read-aloud"])


@pytest.mark.parametrize("message", ["I can't see", "I went blind this morning", "I can't talk"])
def test_sight_or_speech_that_is_lost_has_its_card(bot: Chatbot, message: str) -> None:
    """However short: nobody is told only that somebody can read it out."""
    assert bot.ask(message).reply.kind == "safety"


@pytest.mark.parametrize(
    "message", ["where do I click", "what do I press", "which button do I press", "I pressed something wrong"]
)
def test_how_the_screen_is_used(bot: Chatbot, message: str) -> None:
    """Whoever has never sat before such a screen needs no more than to type."""
    assert after(bot, ASKED, message).reply.lead == sentence(bot, sentences.REMARKS["how-to"])


@pytest.mark.parametrize("message", ["say it slower", "can you say that more slowly", "slower please"])
def test_slower_is_shorter(bot: Chatbot, message: str) -> None:
    """What is read has no speed."""
    assert after(bot, ASKED, message).reply.lead == sentences.SIMPLER


@pytest.mark.parametrize("message", ["am I going mad", "am I going crazy?", "I am losing my mind"])
def test_nobody_is_mad_for_their_pain(bot: Chatbot, message: str) -> None:
    """A fear that wants a kind word, and not that the guide does not say it."""
    assert after(bot, ASKED, message).reply.lead == sentence(bot, sentences.REMARKS["hurt"])


def test_what_is_read_again(bot: Chatbot) -> None:
    """It is said once more where that is all that is asked."""
    assert after(bot, ASKED, "read it again").reply.lead == sentences.AGAIN


@pytest.mark.parametrize("message", ["That's a list. I wanted a number.", "I need an actual figure"])
def test_no_number_is_made_up(bot: Chatbot, message: str) -> None:
    assert after(bot, "what are the risks of revision surgery", message).reply.lead == sentences.NO_FIGURE


def test_a_phone_number_is_no_figure(bot: Chatbot) -> None:
    told = after(bot, ASKED, "I need the phone number").reply.answers
    assert [answer.entry for answer in told] == ["contact-and-hours"]


@pytest.mark.parametrize(
    "message",
    [
        "too long. shorter",
        "NO. shorter",
        "make it short",
        "im not getting it",
        "that was too much i didnt get half of it",
        "way too complicated for me",
    ],
)
def test_who_did_not_follow_gets_it_in_short(bot: Chatbot, message: str) -> None:
    """However that is said."""
    assert after(bot, ASKED, message).reply.lead == sentences.SIMPLER


@pytest.mark.parametrize(
    "message",
    [
        "I wanted to ask",
        "Good afternoon. I have a quick question",
        "about the thing",
        "sorry one more thing",
    ],
)
def test_a_question_that_is_not_there_yet_is_waited_for(bot: Chatbot, message: str) -> None:
    """It comes in the next message; nothing is guessed from the words before it."""
    for messages in ((message,), (ASKED, message)):
        reply = after(bot, *messages).reply
        assert (reply.kind, reply.lead, reply.answers) == ("smalltalk", sentences.NOTHING_PENDING, ())


@pytest.mark.parametrize("message", ["I don't know how to say it", "well you see"])
def test_who_looks_for_words_has_time(bot: Chatbot, message: str) -> None:
    assert after(bot, message).reply.lead == sentences.PAUSE
