"""The files beside the entries: lexicon, glossary, languages, decoys, follow-ups, common words."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.knowledge import GlossaryTerm
from chatbot.knowledge_files.loading import (
    common_words,
    load_knowledge,
)
from tests.support.bases import entries, write
from tests.support.loading import loaded, only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


def test_lexicon_glossary_languages_and_decoys(base: Path) -> None:
    """Each arrives sorted, so that the order of lines changes nothing."""
    knowledge = loaded(
        write(
            base,
            faq=entries("a"),
            lexicon="words:\n- {means: hardware, say: [screws, rods]}\n"
            "spelling:\n- {means: fusion, say: [fushion]}\n"
            "outside:\n- {means: knee, say: [knees]}\n",
            glossary="- {term: Z, also: [ZZ], meaning: 'At {clinic}.', entry: a}\n- {term: B, meaning: C}\n",
            languages="- {language: Spanish, native: E, code: es, script: L, "
            "marker_words: [hola], sentence: S}\n",
            decoys="knees: [my knee, b]\nhips: [a hip]\n",
        )
    )
    assert knowledge.lexicon == (("hardware", ("screws", "rods")),)
    assert knowledge.spellings == (("fusion", ("fushion",)),)
    assert knowledge.outside == (("knee", ("knees",)),)
    assert knowledge.glossary == (
        GlossaryTerm("B", (), "C", ""),
        GlossaryTerm("Z", ("ZZ",), "At the clinic.", "a"),
    )
    assert knowledge.languages == (("es", "Spanish", "E", "L", ("hola",), "S"),)
    assert knowledge.decoys == ("a hip", "b", "my knee")


def test_broad_words_and_what_they_offer(base: Path) -> None:
    """Two or three entries that are there; a word in one line only."""
    line = "{{say: [{}], offer: [{}]}}"

    def folder(*lines: str) -> str:
        return write(base, faq=entries("a", "b"), lexicon=f"broad: [{', '.join(lines)}]\n")

    assert loaded(folder(line.format("Pain, my back", "b, a"))).broad == (
        ((("pain",), ("my", "back")), ("b", "a")),
    )
    assert only(folder(line.format("pain", "a"))).rule == "broad-offers"
    assert only(folder(line.format("pain", "a, zz"))).rule == "entry-exists"
    twice = problems_of(folder(line.format("pain", "a, b"), line.format("Pain", "b, a")))
    assert [problem.rule for problem in twice] == ["broad-once"]
    plural = problems_of(folder(line.format("pain", "a, b"), line.format("the pains", "b, a")))
    assert [problem.rule for problem in plural] == ["broad-once"]
    assert only(folder(line.format("more information", "a, b"))).rule == "broad-names-something"
    assert only(folder("{offer: [a, b]}")).rule == "field-needed"


def test_follow_ups(base: Path) -> None:
    """What a short follow-up means, and what could answer it; "topic", "not-told" and "-" are no entries."""
    fields = (
        "means: risks, entries: [a, topic, not-told, '-'], stays_with: [a], not_told_of: [a], told_of: [a]"
    )
    text = f"- {{{fields}, say: [and the risks]}}\n"
    folder = write(base, faq=entries("a"), **{"follow_ups.yaml": text})
    assert loaded(folder).follow_ups == (
        ("risks", ("a", "topic", "not-told", "-"), ("and the risks",), ("a",), ("a",), ("a",), ()),
    )
    (base / "follow-ups.yaml").write_text("- {means: risks, entries: [b], say: [x]}\n")
    assert only(folder).rule == "entry-exists"


def test_follow_ups_after_a_group(base: Path) -> None:
    """What they lead to after any entry of a group; the group and the entry must be there."""
    groups = "groups: {tests: {title: Tests}}\n"
    line = "- {{means: next, entries: [a], after: {{{}: {}}}, say: [and next]}}\n"
    folder = write(base, faq=groups + entries("a"), **{"follow_ups.yaml": line.format("tests", "a")})
    assert loaded(folder).follow_ups[0].after == (("tests", "a"),)
    for names, rule in {("test", "a"): "group-exists", ("tests", "b"): "entry-exists"}.items():
        (base / "follow-ups.yaml").write_text(line.format(*names))
        assert only(folder).rule == rule


@pytest.mark.parametrize("decoys", ["[b, a]\n", "# none\n"])
def test_decoys_may_be_one_list(base: Path, decoys: str) -> None:
    """Groups of decoys are only for the reader."""
    assert (load_knowledge(write(base, faq=entries("a"), decoys=decoys)).decoys == ("a", "b")) == (
        "a" in decoys[:5]
    )


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("lexicon", "words: [{means: x}]\n", "field-needed"),
        ("lexicon", "words: [x]\n", "line-is-fields"),
        ("lexicon", "words: [{say: [x]}]\n", "field-needed"),
        ("lexicon", "word: []\n", "field-known"),
        ("glossary", "- {term: x, meaning: y, entry: zz}\n", "entry-exists"),
        ("glossary", "a: b\n", "list-of-terms-is-list"),
        ("languages", "- {language: x, code: no, marker_words: [on], sentence: s}\n", "code-is-text"),
        ("decoys", "a: b\n", "questions-is-list"),
        ("decoys", "- [a]\n", "question-is-text"),
    ],
)
def test_mistakes_in_the_other_files(base: Path, file: str, text: str, rule: str) -> None:
    """They are strict, too."""
    folder = write(base, **{"faq": entries("a"), file: text})
    assert rule in {problem.rule for problem in problems_of(folder)}


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"caf\xe9\n", "file-is-utf-8"), (b"# no word\n \n", "file-has-content"), (b"own\n", "")],
)
def test_a_word_list_that_holds_no_words(base: Path, content: bytes, rule: str) -> None:
    """Saved in another encoding, or empty: said like of any other file."""
    folder = write(base, faq=entries("a"))
    (base / "common-words.txt").write_bytes(content)
    assert [problem.rule for problem in problems_of(folder)] == ([rule] if rule else [])


@pytest.mark.parametrize("name", ["safety-questions.yaml", "safety-examples.yaml"])
def test_a_file_of_which_the_built_in_one_always_counts(base: Path, built_in: str, name: str) -> None:
    """Said where it differs; a copy of it harms nobody."""
    (Path(built_in) / name).write_text("urgent: []\n")
    folder = write(
        base, faq=entries("a"), **{name.removesuffix(".yaml").replace("-", "_") + ".yaml": "urgent: []\n"}
    )
    assert problems_of(folder) == ()
    (base / name).write_text("urgent: [mine]\n")
    problem = only(folder)
    assert (problem.level, problem.rule, place(problem)) == ("hint", "file-is-read", (name, 1, 1))


def test_a_word_that_is_explained_twice(base: Path) -> None:
    """Also where one of the two stands under also; the same word twice in one line harms nobody."""
    glossary = (
        '- {term: "Garage", also: ["lots", "garage"], meaning: "x"}\n- {term: "garage", meaning: "y"}\n'
        '- {term: "lot", also: ["lots"], meaning: "z"}\n'
    )
    problems = problems_of(write(base, faq=entries("a"), glossary=glossary))
    assert [(problem.level, place(problem)[1:], problem.message) for problem in problems] == [
        ("warning", (2, 10), '"garage" is explained under "Garage", too, in line 1'),
        ("warning", (3, 24), '"lots" is explained under "Garage", too, in line 1'),
    ]


def test_common_words(base: Path) -> None:
    """Lower case, sorted, without remarks; lent by the built-in base, for English is the same everywhere."""
    folder = write(base, faq=entries("a"))
    assert common_words(folder) == common_words() == ("back", "then")
    (base / "common-words.txt").write_text("Own\n")
    assert common_words(folder) == ("own",)
    (base / "common-words.txt").unlink()
    (base / "common-words.txt").mkdir()
    assert common_words(folder) == ()
