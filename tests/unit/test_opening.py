"""A folder to what the engine needs: read once, kept, and never trusted when a byte changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot import Chatbot, KnowledgeError
from chatbot.knowledge import Position
from chatbot.knowledge_files import cache, loading, opening, sources
from chatbot.knowledge_files.opening import compile_knowledge, matcher_for, open_knowledge
from chatbot.safety.rules_file.compiling import compile_rules
from tests.support.bases import BUILT_IN, entries, pretend_built_in, write

REVIEWED = "reviewed: {by: Dr. Example, on: 2026-11-22}"
LAY = """words:
  - {means: scar-tissue, say: ["the stringy stuff"]}
outside:
  - {means: weather, say: ["drizzle"]}
spelling:
  - {means: "how common", say: ["how comma"]}
"""


@pytest.fixture(autouse=True)
def _rules_compiled_before(monkeypatch: pytest.MonkeyPatch, bot: Chatbot) -> None:
    """The safety rules are the built-in ones as they were compiled for the whole run: compiling takes seconds."""
    file = loading.PlainFile({}, (), lambda path: None, is_built_in=True)
    monkeypatch.setattr(loading, "read_safety", lambda *_: file)
    monkeypatch.setattr(opening.safety, "compile_rules", lambda *_: bot._rules)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small base, and a cache of its own."""
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(tmp_path / "cache"))
    return write(tmp_path / "base", faq=entries("scar-tissue", "how-common", "imaging", imaging=REVIEWED))


def told(bot: Chatbot, text: str) -> list[str]:
    return [answer.entry for answer in bot.ask(text).reply.answers]


def test_a_folder_is_compiled_once_and_then_read_from_the_cache(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second start parses no YAML, and knows the same."""
    first = open_knowledge(folder)

    def refuse(*_: object) -> opening.Opened:
        raise AssertionError("what did not change must not be compiled again")

    monkeypatch.setattr(opening, "compile_knowledge", refuse)
    again = open_knowledge(folder)
    assert again[0] == first[0]
    assert again[1].to_plain() == first[1].to_plain()
    assert again[2]().to_plain() == first[2]().to_plain()
    asked = ["please tell me of scar-tissue", "hello", "i can not feel my groin", "what is that"]
    assert [Chatbot(*again).ask(text) for text in asked] == [Chatbot(*first).ask(text) for text in asked]


def test_a_changed_file_counts_at_once(folder: str, tmp_path: Path) -> None:
    """The cache is never trusted blindly: another byte is another base."""
    assert told(Chatbot.load(folder), "please tell me of scar-tissue") == ["scar-tissue"]
    write(tmp_path / "base", faq=entries("how-common", "imaging"))
    assert Chatbot.load(folder).knowledge.entry("scar-tissue") is None


def test_the_cache_never_holds_one_version_under_anothers_name(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saves while the first start compiles, and then takes it back, is not told the withdrawn answer."""
    faq = tmp_path / "base" / "faq.yaml"
    kept = faq.read_text(encoding="utf-8")
    compile_now = opening.compile_knowledge

    def saved_meanwhile(*given: object) -> opening.Opened:
        faq.write_text(kept.replace("The answer on", "A withdrawn answer on"), encoding="utf-8")
        return compile_now(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(opening, "compile_knowledge", saved_meanwhile)
        first = Chatbot.load(folder)
    faq.write_text(kept, encoding="utf-8")
    for bot in (first, Chatbot.load(folder)):
        assert "The answer on" in bot.ask("please tell me of imaging").reply.text


def test_a_release_in_the_middle_of_a_first_start_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bot: Chatbot
) -> None:
    """What the examples teach is read only to compile: where it is another by then, nothing is kept under the name."""
    files = BUILT_IN | {"safety.yaml": "signs: []"}
    folder = Path(pretend_built_in(tmp_path / "built-in", monkeypatch, files))
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(tmp_path / "cache"))
    learnt = folder / "safety-likeness.bin"
    learnt.write_bytes(bot._rules.likeness.to_file("before"))

    def released_meanwhile(found: list[sources.Source]) -> list[sources.Source]:
        learnt.write_bytes(bot._rules.likeness.to_file("after"))
        return sources.with_contents(found)

    with monkeypatch.context() as patch:
        patch.setattr(opening, "with_contents", released_meanwhile)
        open_knowledge()
    assert not list((tmp_path / "cache").rglob("*.compiled"))
    open_knowledge()
    assert list((tmp_path / "cache").rglob("*.compiled"))


def test_without_a_cache_everything_works(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, the program is only slower to start."""
    monkeypatch.setenv("SPINE_FAQ_CACHE", "/dev/null/nowhere")
    assert told(Chatbot.load(folder), "please tell me of imaging") == ["imaging"]


def test_a_cache_of_something_else_is_not_believed(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read is compiled."""
    monkeypatch.setattr(cache, "read", lambda name: None)
    assert told(Chatbot.load(folder), "please tell me of imaging") == ["imaging"]


@pytest.mark.parametrize("data", [{"signs": []}, {"families": {}, "signs": [{"id": "x"}]}, [], {"hints": 1}])
def test_what_is_wrong_in_an_own_safety_file_comes_with_a_repair(
    data: object, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever its shape: the built-in file is a whole one to compare with."""
    monkeypatch.setattr(opening.safety, "compile_rules", compile_rules)
    for is_built_in in (False, True):
        file = loading.PlainFile(data, (), lambda _: Position("safety.yaml"), is_built_in=is_built_in)
        monkeypatch.setattr(loading, "read_safety", lambda *_, file=file: file)
        with pytest.raises(KnowledgeError) as told_of:
            compile_knowledge(folder)
        repairs = [problem.repair for problem in told_of.value.problems]
        assert any("copy that file" in repair for repair in repairs) != is_built_in
        assert is_built_in or all(repairs)


def test_loading_tells_every_problem_with_its_place(tmp_path: Path) -> None:
    """An editor with three mistakes hears of all three, at once."""
    broken = (
        'entries:\n  - id: one\n    title: yes\n    answer: no\n    source: "1. A part"\n    questions: []\n'
        '  - id: one\n    titel: "Twice"\n'
    )
    with pytest.raises(KnowledgeError) as caught:
        Chatbot.load(write(tmp_path / "broken", faq=broken, clinic="phone: [1]\n"))
    errors = [problem for problem in caught.value.problems if problem.level == "error"]
    assert len(errors) >= 4
    assert {Path(problem.position.file).name for problem in errors} == {"faq.yaml", "clinic.yaml"}
    for problem in errors:
        assert f"{problem.position}: error: {problem.message}" in str(caught.value)


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """No traceback of a missing file, but a KnowledgeError that names the folder."""
    with pytest.raises(KnowledgeError) as caught:
        Chatbot.load(str(tmp_path / "nowhere"))
    assert "nowhere" in str(caught.value)


def test_a_broken_safety_file_is_told_with_its_place(tmp_path: Path) -> None:
    """The rules of safety are read as strictly as everything else."""
    folder = write(tmp_path / "base", faq=entries("imaging"), safety="signs: [\n")
    with pytest.raises(KnowledgeError) as caught:
        Chatbot.load(folder)
    assert any("safety.yaml" in problem.position.file for problem in caught.value.problems)


def test_safety_rules_that_cannot_be_read_at_all_stop_the_start(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is answered without them."""
    file = loading.PlainFile(None, (), lambda path: None, is_built_in=True)
    monkeypatch.setattr(loading, "read_safety", lambda *_: file)
    with pytest.raises(KnowledgeError):
        compile_knowledge(folder)


def test_lay_words_misheard_ones_and_what_is_outside_reach_the_matcher(tmp_path: Path) -> None:
    """What staff write into the lexicon is what patients' words are read by."""
    folder = write(tmp_path / "base", faq=entries("scar-tissue", "how-common", "imaging"), lexicon=LAY)
    knowledge = compile_knowledge(folder)[0]
    matcher = matcher_for(knowledge, frozenset({"ordinary"}))
    assert matcher.match(("how", "comma")).words == ("how", "common")
    assert matcher.match(("the", "stringy", "stuff")).ranking.concepts == ("scar-tissue",)
    assert matcher.knows("answer")
    assert not matcher.knows("drizzle")


def test_the_order_of_entries_and_files_never_changes_an_answer(tmp_path: Path) -> None:
    """The same entries the other way round, and in another file, answer the same."""
    ids = ["scar-tissue", "how-common", "imaging"]
    one = write(tmp_path / "one", faq=entries(*ids), topics=entries("nerve-damage"))
    other = write(tmp_path / "other", topics=entries("nerve-damage"), faq=entries(*ids[::-1]))
    texts = [
        "please tell me of imaging",
        "tell me of scars",
        "how common",
        "nerve",
        "damaged imaging",
        "what is it",
    ]
    bots = [Chatbot.load(one), Chatbot.load(other)]
    assert [bots[0].ask(text).reply for text in texts] == [bots[1].ask(text).reply for text in texts]
    assert bots[0]._matcher.to_plain() == bots[1]._matcher.to_plain()


def test_the_built_in_base_is_used_where_no_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bot: Chatbot
) -> None:
    """`Chatbot.load()` is the built-in knowledge base."""
    small = {
        "faq.yaml": entries("imaging"),
        "topics.yaml": entries("scar-tissue"),
        "safety.yaml": "signs: []",
    }
    smalltalk = "entries:\n  - {id: greeting, title: Hi, short: Hi., questions: [hello]}\n"
    pretend_built_in(
        tmp_path / "built-in", monkeypatch, small | {"smalltalk.yaml": smalltalk, "common-words.txt": "a\n"}
    )
    (tmp_path / "built-in" / "safety-likeness.bin").write_bytes(bot._rules.likeness.to_file("digest"))
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(tmp_path / "cache"))
    assert [entry.id for entry in Chatbot.load().knowledge.entries] == ["greeting", "imaging", "scar-tissue"]


@pytest.mark.parametrize("content", [b"", b"something else"])
def test_without_what_the_safety_examples_teach_nothing_starts(
    folder: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a triage would look like a whole one: a missing or damaged file is told, with what to do."""
    read_again = sources.read_sources(folder)
    taught = [
        one._replace(content=content) if one.name == "safety-likeness.bin" else one for one in read_again
    ]
    with pytest.raises(KnowledgeError) as raised:
        compile_knowledge(folder, taught)
    (problem,) = raised.value.problems
    assert (problem.level, problem.rule) == ("error", "safety-likeness-unreadable")
    assert "Install the program again" in problem.repair


def test_a_folder_is_a_text_or_a_path_and_nothing_else(folder: str) -> None:
    """Path is what Python users pass; what is no name at all is a mistake in the program that calls."""
    assert Chatbot.load(Path(folder)).topics() == Chatbot.load(folder).topics()
    with pytest.raises(KnowledgeError):
        Chatbot.load(Path(folder) / "nowhere")
    for wrong in (b"base", 7, [folder]):
        with pytest.raises(TypeError, match=f"a text, a Path or None, not {type(wrong).__name__}"):
            Chatbot.load(wrong)  # type: ignore[arg-type]


def test_an_empty_name_of_a_folder_is_refused() -> None:
    """A setting that is not set: neither the built-in base nor the current folder is meant."""
    with pytest.raises(ValueError, match="the name of the folder is empty"):
        open_knowledge("")
