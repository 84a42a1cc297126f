"""Messages that lean on what was talked about, and questions that do not: "and the risks?", "is that dangerous"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import entries_of, said, sentence


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (["What is revision surgery?", "and the risks?"], "revision-risks"),
        (["can the screws cause pain?", "can they be taken out"], "hardware-revision"),
        (["what is pseudarthrosis", "how is it fixed"], "repeat-or-extended-fusion"),
        (
            ["what is pseudarthrosis", "can an MRI show that?", "and how do they repair it"],
            "repeat-or-extended-fusion",
        ),
        (["what is scar tissue", "how can they tell"], "nerve-tests"),
        (["why does my back still hurt after fusion?", "what can you do about it"], "treatment-options"),
        (["who is the surgeon?", "is he any good"], "about-the-surgeon"),
        (["what is scar tissue", "what can be done about that"], "decompression"),
        (["loose screws", "what can be done about it"], "hardware-revision"),
        (["loose screws", "so what can be done"], "hardware-revision"),
        (["why does my back still hurt after fusion?", "what can be done"], "treatment-options"),
        (["58 yo male, L4 L5 fusion 2019, loose screws, what can be done"], "hardware-revision"),
        (["scar tissue. what can be done?"], "decompression"),
        (["what is scar tissue", "in your opinion, how is that treated"], "decompression"),
    ],
)
def test_a_follow_up_is_read_in_the_light_of_the_topic(bot: Chatbot, messages: list[str], entry: str) -> None:
    """The answer is about what was talked about."""
    assert entries_of(said(bot, *messages).reply)[0] == entry


def test_it_is_said_how_a_follow_up_was_read(bot: Chatbot) -> None:
    """With the topic's own words, and how to take it back."""
    lead = said(bot, "What is revision surgery?", "and the risks?").reply.lead
    assert (
        lead
        == "About “What is revision surgery?”: what can go wrong, the risks. (Not what you meant? Say no.)"
    )


def test_what_is_not_about_the_topic_is_not_said_to_be(bot: Chatbot) -> None:
    """The risks of operating again must not read like those of bones that did not join."""
    lead = said(bot, "what is pseudarthrosis", "what can go wrong").reply.lead
    assert lead.startswith("In general: what can go wrong")


def test_a_reading_is_taken_back_by_a_word(bot: Chatbot) -> None:
    """ "No" leads to the next best, "yes" to nothing more."""
    turn = said(bot, "What is revision surgery?", "how long?")
    assert entries_of(turn.reply) == ["when-to-consider-revision"]
    back = bot.ask("no", turn.conversation)
    assert sentences.NEXT_BEST in back.reply.lead
    assert entries_of(back.reply) != entries_of(turn.reply)
    assert bot.ask("yes", turn.conversation).reply.lead == sentence(bot, sentences.NOD)


def test_asking_on_about_the_same_thing_adds_what_there_is(bot: Chatbot) -> None:
    """Not the same text again: what more there is, then the sentence; and that this is all."""
    turn = said(bot, "What is revision surgery?", "what is that?")
    entry = bot.knowledge.entry("what-is-revision-surgery")
    assert entry is not None
    assert turn.reply.answers[0].text == entry.more
    assert turn.reply.notes == ("That is all I have on this. Dr. Arutyunyan can tell you more at a visit.",)
    again = bot.ask("but what is it?", turn.conversation)
    assert again.reply.answers[0].text == entry.short


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What are the risks of revision surgery?", "The reasons are the scar tissue"),
        ("Why does it hurt above or below my fusion?", "That puts more stress on the vertebrae"),
        ("Does posture matter for my back?", "The guide says both reduce the strain"),
        ("How long should I wait before another surgery?", "The wait gives your body time to heal."),
        ("Can shots in the back ease my pain?", "can ease inflammation"),
    ],
)
def test_who_asks_why_is_told_the_reason(bot: Chatbot, question: str, reason: str) -> None:
    """The sentences that give one, not what else there is to tell; who asks again is told that there is no more."""
    turn = said(bot, question, "why is that")
    assert reason in turn.reply.answers[0].text
    again = bot.ask("but why", turn.conversation).reply
    assert (again.kind, entries_of(again)) == ("handoff", entries_of(turn.reply))
    assert "the guide does not say this: why" in again.lead


@pytest.mark.parametrize("question", ["What does it mean if my bones did not fuse?", "What will it cost?"])
def test_who_asks_why_where_the_guide_gives_no_reason_is_told_so(bot: Chatbot, question: str) -> None:
    """Also after a hand-off, which holds for this, too."""
    reply = said(bot, question, "why").reply
    assert reply.kind == "handoff"
    assert "guide does not say this: why" in reply.lead


def test_a_second_detail_that_is_not_told_brings_other_words_of_the_answer(bot: Chatbot) -> None:
    """The same sentence would come under each "the guide does not say this"."""
    turn = said(bot, "What can an MRI show?", "does it hurt")
    assert turn.reply.answers[0].text == turn.reply.answers[0].short
    entry = bot.knowledge.entry("imaging")
    assert entry is not None
    assert bot.ask("how long does it take", turn.conversation).reply.answers[0].text == entry.more


@pytest.mark.parametrize(
    "then", ["should I worry about that", "when do I need to worry", "is that something to fear"]
)
def test_who_asks_whether_to_worry_is_not_only_comforted(bot: Chatbot, then: str) -> None:
    """The guide's signs, or whom to ask; "I am scared" asks nothing and is comforted."""
    assert entries_of(said(bot, "Can the screws cause pain?", then).reply)[0] == "signs-revision-needed"
    assert entries_of(said(bot, "Does posture matter?", then).reply) == ["personal-advice"]
    assert entries_of(said(bot, "Can the screws cause pain?", "I am scared").reply) == []


def test_what_did_not_help_is_the_treatment_where_one_was_told_of(bot: Chatbot) -> None:
    """After anything else, it is the answer; and "that does not help" always is."""
    assert entries_of(said(bot, "Can shots ease my pain?", "that didn't help").reply) == ["treatment-options"]
    for question, then in (
        ("What will it cost?", "that didn't help"),
        ("Can physical therapy alone fix my pain?", "that does not help"),
        ("hello", "that didn't help"),
    ):
        assert "what comes next" not in said(bot, question, then).reply.lead


@pytest.mark.parametrize(
    "message",
    [
        "how common is lasting pain after a spinal fusion?",
        "what kinds of medicine are used for nerve pain?",
        "what will it cost?",
        "where is your office?",
        "Can physical therapy alone fix my pain?",
    ],
)
@pytest.mark.parametrize("topic", ["scar-tissue", "revision-risks", "about-the-surgeon", "treatment-options"])
def test_a_full_question_is_never_bent(bot: Chatbot, message: str, topic: str) -> None:
    """Whatever was talked about before."""
    alone = bot.ask(message).reply
    assert entries_of(bot.ask(message, bot.show(topic).conversation).reply) == entries_of(alone)


def test_what_is_outside_stays_outside(bot: Chatbot) -> None:
    """A topic makes nothing of a question about something else."""
    for message in ("do you do knees as well", "whats the weather like there", "do you treat hips too"):
        assert said(bot, "what is scar tissue", message).reply.kind in ("unknown", "handoff")
    assert said(bot, "What is revision surgery?", "is it like a hip one").reply.kind == "unknown"


def test_a_word_of_the_guide_is_a_topic_of_its_own(bot: Chatbot) -> None:
    """ "What does the MRI mean" after something else is not that once more."""
    assert entries_of(said(bot, "what is scar tissue", "what does the MRI mean then").reply) != [
        "scar-tissue"
    ]


def test_a_fragment_without_a_topic_is_the_general_question(bot: Chatbot) -> None:
    """Nothing was said before, so nothing is said to be leaned on."""
    reply = said(bot, "is it common").reply
    assert (entries_of(reply), reply.lead) == (["how-common"], "")
    assert entries_of(said(bot, "do I need surgery").reply) == ["signs-revision-needed", "personal-advice"]
    assert said(bot, "tests then").reply.kind != "answer"
    assert said(bot, "does it wear off").reply.kind == "unknown"
    assert bot._fragments.asked_after("", ("does", "it", "last")) is None  # more of what was never said


def test_what_comes_next_is_the_treatment(bot: Chatbot) -> None:
    """After how the cause is found, "and once they know" is no question about the tests again."""
    turn = said(bot, "how will they find the cause", "and once it is found, what can they do for him")
    assert entries_of(turn.reply) == ["treatment-options"]


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("what helps my pain", "how do I get him to do them"),
        ("should I have surgery", "he also has bad knees"),
        ("where is the clinic", "my wife made me come here"),
        ("have other patients done well", "who profits from this"),
        ("what helps my pain", "that makes me feel worse"),
        ("what are the risks", "I suppose that is sensible"),
        ("can shots help my pain", "what age is too old"),
    ],
)
def test_what_asks_nothing_about_the_topic_is_not_answered_with_it(
    bot: Chatbot, before: str, asked: str
) -> None:
    """A statement, or something that nothing here tells, is no follow-up."""
    assert said(bot, before, asked).reply.kind in ("unknown", "smalltalk")


def test_the_topic_does_not_swallow_a_new_question(bot: Chatbot) -> None:
    """However often the same hand-off came before."""
    turn = said(bot, "how much does it cost", "medicare", "whos the doctor")
    assert (entries_of(turn.reply), turn.reply.lead) == (["about-the-surgeon"], "")


def test_words_that_mean_nothing_alone_are_about_the_topic(bot: Chatbot) -> None:
    """ "So what do they do about it" says of itself nothing of screws."""
    asked = ("so what do they do about it", "can they come out")
    assert entries_of(said(bot, "what is pseudarthrosis", asked[0]).reply) == ["repeat-or-extended-fusion"]
    assert entries_of(said(bot, "can the screws hurt", asked[1]).reply) == ["hardware-revision"]


def test_a_word_that_was_explained_is_what_is_talked_about(bot: Chatbot) -> None:
    """After "MRI", "is it dangerous" does not ask for the risks of an operation."""
    assert entries_of(said(bot, "mri", "is it dangerous").reply) == ["imaging"]


def test_a_guess_at_the_topic_says_that_it_is_one(bot: Chatbot) -> None:
    """Where nothing tells what is asked, only that it leans on the topic."""
    lead = said(bot, "what can an MRI show", "so is that big round thing moving").reply.lead
    assert "I am not sure that the guide says what you ask" in lead


def test_an_entry_that_holds_the_answer_itself_is_meant_again(bot: Chatbot) -> None:
    """What is good about a smaller operation stands in its own answer, not in the one about all second operations."""
    turn = said(bot, "What is minimally invasive surgery?", "what does one gain by it")
    assert entries_of(turn.reply) == ["minimally-invasive"]
    turn = said(bot, "What is revision surgery?", "what does one gain by it")
    assert entries_of(turn.reply) == ["revision-benefits"]


def test_who_has_tried_all_that_asks_for_what_comes_next(bot: Chatbot) -> None:
    """It is told, not asked, but nobody wants the same list again."""
    for tried in ("I already did all that", "we tried all of those, no luck"):
        assert entries_of(said(bot, "what treatments are there", tried).reply) == ["what-is-revision-surgery"]
    assert entries_of(said(bot, "what are EMG tests", "then what").reply) == ["treatment-options"]


@pytest.mark.parametrize(
    ("before", "message", "entry", "gap"),
    [
        (("what are EMG tests", "does it hurt"), "and the same for the shots?", "injection-therapy", "hurts"),
        (
            ("can a nerve be hurt", "can that heal"),
            "no, I meant the scar tissue",
            "scar-tissue",
            "comes back",
        ),
        (
            ("can screws hurt", "how is that treated"),
            "no I meant the bones that did not fuse",
            "repeat-or-extended-fusion",
            "",
        ),
    ],
)
def test_what_was_asked_of_one_topic_is_asked_of_the_next_that_is_only_named(
    bot: Chatbot, before: tuple[str, str], message: str, entry: str, gap: str
) -> None:
    reply = said(bot, *before, message).reply
    assert entries_of(reply) == [entry]
    assert ("does not say" in reply.lead) == bool(gap) and gap in reply.lead


def test_a_new_question_carries_nothing_of_the_one_before(bot: Chatbot) -> None:
    """It asks something itself, or nothing in particular was asked before."""
    asks_itself = said(bot, "what are EMG tests", "does it hurt", "no, I meant is surgery dangerous")
    assert entries_of(asks_itself.reply) == ["revision-risks"]
    assert entries_of(said(bot, "what are EMG tests", "and the same for scar tissue").reply) == [
        "scar-tissue"
    ]
    assert said(bot, "what are EMG tests", "does it hurt", "same for").reply.kind != "handoff"


@pytest.mark.parametrize(
    "text",
    [
        "what is a frozen shoulder and how long does it last",
        "what is tinnitus? is it serious",
        "what is a bunion and can surgery fix it",
    ],
)
def test_what_points_back_to_something_outside_is_outside_too(bot: Chatbot, text: str) -> None:
    """The treatment of the spine is no answer to how another illness is treated."""
    assert bot.ask(text).reply.kind == "unknown"


def test_this_week_points_back_to_nothing(bot: Chatbot) -> None:
    reply = bot.ask("will it rain tomorrow, and can I see the surgeon this week").reply
    assert [answer.entry for answer in reply.answers] == ["schedule-consultation"]
    assert "will it rain tomorrow" in reply.notes[0]


def test_what_names_something_outside_is_no_fragment(bot: Chatbot) -> None:
    """ "Who will be in the operating room" opens as fragments do, and asks what nothing here tells."""
    assert bot.ask("who will be in the operating room").reply.kind == "unknown"
    assert bot.ask("is it common").reply.answers[0].entry == "how-common"


def test_signs_of_a_cause_are_told_again(bot: Chatbot) -> None:
    reply = said(bot, "what is pseudarthrosis", "what are the symptoms of it").reply
    assert entries_of(reply) == ["pseudarthrosis"]


@pytest.mark.parametrize(
    ("first", "word", "entry"),
    [
        ("can taking out the screws help", "how?", "hardware-revision"),
        ("what is recovery like after revision", "long?", "return-to-activities"),
        ("can cbt help my pain", "how", "psychological-therapy"),
    ],
)
def test_one_word_that_asks_is_no_small_talk_after_an_answer(
    bot: Chatbot, first: str, word: str, entry: str
) -> None:
    """Though it is all that is left of "how can you help me" without courtesy; a farewell stays one."""
    assert entries_of(said(bot, first, word).reply) == [entry]
    assert entries_of(said(bot, first, "so long").reply) == ["goodbye"]
    assert bot.ask(word).reply.kind in ("smalltalk", "unknown")


def test_a_part_of_a_list_that_is_named_is_told_rather_than_the_list(bot: Chatbot) -> None:
    assert entries_of(said(bot, "is there hope for me", "which exercises then").reply) == ["exercise"]
    assert entries_of(said(bot, "is there hope for me", "what can I do myself").reply) == [
        "lifestyle-changes"
    ]


def test_what_asks_itself_carries_no_earlier_question(bot: Chatbot) -> None:
    """ "Breaking. Is it dangerous", after "does it hurt", does not ask whether that hurts."""
    reply = said(bot, "do the shots hurt", "you said nothing about surgery, is it dangerous").reply
    assert "whether it hurts" not in reply.lead


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        (
            "we had it done in april and it aches, my sister says it is the screws. can those come out",
            "hardware-revision",
        ),
        (
            "three years on it still hurts, and the surgeon speaks of scar tissue. can they remove that",
            "decompression",
        ),
        (
            "Mother was fused at two levels in the spring of last year and has not had one good week since then, and "
            "my brother says that the screws have come loose. can they take them out",
            "hardware-revision",
        ),
    ],
)
@pytest.mark.parametrize("before", [(), ("what tests are there",)])
def test_what_a_question_points_to_is_named_last(
    bot: Chatbot, before: tuple[str, ...], message: str, entry: str
) -> None:
    """Of all that a story tells, the words nearest to the question name what it is about."""
    assert entries_of(said(bot, *before, message).reply) == [entry]


def test_who_names_a_thing_and_asks_of_it_at_once_needs_no_mark(bot: Chatbot) -> None:
    """Dictated messages have none."""
    message = "the level next to the fusion what do they do about that"
    assert entries_of(said(bot, "what tests are there", message).reply) == ["repeat-or-extended-fusion"]


@pytest.mark.parametrize(
    ("message", "entry"), [("no, the risks", "revision-risks"), ("no, recovery", "recovery-after-revision")]
)
def test_what_is_named_instead_is_told_where_it_has_no_such_thing(
    bot: Chatbot, message: str, entry: str
) -> None:
    """What was asked before, how screws are treated, is asked of another thing; but risks are not treated."""
    talk = ["can screws cause pain", "how do they treat that", message]
    assert entries_of(said(bot, *talk).reply) == [entry]
    assert entries_of(said(bot, *talk[:2], "no, the scar tissue").reply) == ["decompression"]


def test_it_that_begins_a_clause_points_back_to_nothing(bot: Chatbot) -> None:
    """The general question is asked, not how common scar tissue is; "is it that common" asks just that."""
    before = "can scar tissue press on a nerve"
    asked = said(bot, before, "how common is it that people still have pain after a fusion").reply
    assert entries_of(asked) == ["how-common"]
    assert entries_of(said(bot, before, "is it that common").reply) == ["scar-tissue"]
