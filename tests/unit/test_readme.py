"""What the README tells people to do works, and what it says of the knowledge base is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from chatbot import Chatbot
from chatbot.knowledge_files.loading import load_folder, load_knowledge

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="until Windows has a POSIX shell")


def blocks(language: str, page: str = README) -> list[str]:
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


STAFF_PAGE = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
LINES = [line for block in blocks("sh") for line in block.splitlines()]
COMMANDS = [line for line in LINES if "spine-faq" in line]


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, str]:
    """An environment in which spine-faq is this source's command."""
    command = tmp_path / "spine-faq"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m chatbot "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


@ON_POSIX
@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_ends_well_and_says_something(line: str, commands: dict[str, str]) -> None:
    """With an empty standard input, as typed."""
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=ROOT,
        env=commands,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    if line != "spine-faq":  # a chat without questions has nothing to say
        assert done.stdout.strip()


def test_every_make_target_that_is_named_is_there() -> None:
    """In the README and in CONTRIBUTING."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for document in DOCUMENTS[:2]:
        named = re.findall(
            r"(?:^|`|    )make ([a-z ]+?)(?:`| {2}|$)", document.read_text("utf-8"), re.MULTILINE
        )
        assert {target for names in named for target in names.split()} <= targets


def test_the_python_example_prints_what_it_says() -> None:
    """Word for word."""
    (example,) = blocks("python")
    (output,) = blocks("text")
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == output


def test_both_examples_are_short() -> None:
    """Ten lines to add an entry, a dozen to embed: that is the promise."""
    assert len(blocks("yaml")[0].splitlines()) == 10
    assert len([line for line in blocks("python")[0].splitlines() if line]) <= 10


def test_the_example_entry_can_be_added_as_it_stands(tmp_path: Path) -> None:
    """At the end of topics.yaml, indented as it is; its question finds it."""
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)
    with (folder / "topics.yaml").open("a", encoding="utf-8") as file:
        file.write(blocks("yaml")[0])
    knowledge, problems = load_folder(str(folder))
    assert [problem for problem in problems if problem.level != "hint"] == []
    assert knowledge is not None
    assert knowledge.entry("parking") is not None
    reply = Chatbot.load(str(folder)).ask("is there a garage").reply
    assert reply.answers[0].entry == "parking"


def test_the_staff_pages_example_entry_can_be_added_as_it_stands(tmp_path: Path) -> None:
    """With every part that an entry can have but `parts`."""
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)
    with (folder / "topics.yaml").open("a", encoding="utf-8") as file:
        file.write(blocks("yaml", STAFF_PAGE)[1])
    knowledge, problems = load_folder(str(folder))
    assert [problem for problem in problems if problem.level != "hint"] == []
    assert knowledge is not None
    assert knowledge.entry("parking") is not None


def test_the_staff_pages_top_of_a_file_and_entry_are_a_base_of_their_own(tmp_path: Path) -> None:
    """With its groups, and without the entry of the built-in base that it names."""
    top, entry = blocks("yaml", STAFF_PAGE)[:2]
    alone = entry.replace("    related: [contact-and-hours]\n", "")
    assert alone != entry
    (tmp_path / "topics.yaml").write_text(top + alone, encoding="utf-8")
    knowledge, problems = load_folder(str(tmp_path))
    assert problems == ()
    assert knowledge is not None
    assert "clinic" in {group.id for group in knowledge.groups}


def test_the_staff_pages_small_files_are_read_as_they_stand(tmp_path: Path) -> None:
    """Each in the order of the page, beside its entry."""
    top, entry, *small = blocks("yaml", STAFF_PAGE)
    files = ("lexicon", "decoys", "glossary", "follow-ups", "languages")
    texts = {"topics": top + entry.replace("    related: [contact-and-hours]\n", "")}
    texts |= dict(zip(files, small, strict=True))
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    knowledge, problems = load_folder(str(tmp_path))
    assert problems == ()
    assert knowledge is not None
    assert all((knowledge.lexicon, knowledge.spellings, knowledge.outside, knowledge.home, knowledge.decoys))
    assert all((knowledge.glossary, knowledge.follow_ups, knowledge.languages))


def test_the_staff_page_names_every_file() -> None:
    """Each file of the built-in knowledge base."""
    names = {path.name for path in (ROOT / "knowledge").iterdir()}
    assert names <= set(re.findall(r"`([a-z-]+\.(?:yaml|txt|bin))`", STAFF_PAGE))


def test_the_numbers_of_answers_are_right() -> None:
    """What the guide answers, what the staff answers, and the languages that are recognised."""
    kinds = [entry.kind for entry in Chatbot.load().knowledge.entries]
    answers, hand_offs = sum(kind in ("faq", "topic") for kind in kinds), kinds.count("handoff")
    assert f"{answers} answers, and {hand_offs} hand-offs" in README
    languages = yaml.safe_load((ROOT / "knowledge" / "languages.yaml").read_text(encoding="utf-8"))
    assert len(languages) == 12
    assert "twelve other languages" in README


def test_the_unsigned_safety_signs_are_admitted() -> None:
    """For as long as no clinician has signed them."""
    signed = yaml.safe_load((ROOT / "knowledge" / "safety.yaml").read_text(encoding="utf-8"))["reviewed_by"]
    assert bool(signed) != ("No clinician has reviewed the safety signs yet" in README)


def test_the_unsigned_answers_are_admitted() -> None:
    """For as long as one of them is."""
    are_signed = all(entry.reviewed for entry in load_knowledge().entries)
    assert are_signed != ("No clinician has reviewed the answers yet" in README)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    """Files and pictures of the repository; addresses elsewhere are not followed."""
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    missing = [name for name in targets if ":" not in name and not (document.parent / name).exists()]
    assert missing == []


def test_the_message_that_is_followed_through_the_code_goes_the_way_that_is_told(bot: Chatbot) -> None:
    """docs/reading-the-code.md, step by step: what each part is said to make of it."""
    before = bot.ask("what is scar tissue?").conversation
    followed = bot.explain("and how do they treat it", before)
    alone = bot.explain("and how do they treat it")
    assert before.topic == "scar-tissue"
    assert (followed.follow_up, followed.finding.level) == ("question", "none")
    assert bot.explain("my leg is numb and how do they treat it", before).finding.level == "urgent"
    assert (alone.decided.matched or pytest.fail()).entry == "repeat-or-extended-fusion"
    assert followed.decided.rule == "a follow-up about the topic"
    assert followed.decided.entries[0][0] == "decompression"
    turn = bot.ask("and how do they treat it", before)
    assert turn.conversation.facet == "how it is treated or repaired"
    assert turn.reply.lead.startswith("About")
    assert turn.conversation.runners_up
