"""What every test starts from: no settings of whoever runs it, no network, a cache of its own."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.support.bases import pretend_built_in

if TYPE_CHECKING:
    from chatbot import Chatbot

# A busy machine must not fail a test; what is slow is measured by benchmarks/.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew", action="store_true", help="write transcripts anew, to be read in the difference"
    )


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether transcripts are to be written anew rather than compared."""
    return bool(request.config.getoption("--renew"))


_SETTINGS = (
    "SPINE_FAQ_KNOWLEDGE",
    "ACCESSIBLE",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "CI",
    "TTY_COMPATIBLE",
)


@pytest.fixture(autouse=True, scope="session")
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The cache is one folder for the whole run, so that only the first program that starts parses YAML."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("SPINE_FAQ_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("PROMPT_TOOLKIT_NO_CPR", "1")
        if os.name != "nt":
            patch.setenv("LC_ALL", "C.UTF-8")
        yield


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture(autouse=True, scope="session")
def _no_mistake_is_hidden() -> Iterator[None]:
    """`ask` goes on over a mistake of the program; a test that meets one fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chatbot.mistakes.keep_quiet", _raise)
        yield


@pytest.fixture(scope="session")
def bot(_own_surroundings: None, _no_mistake_is_hidden: None) -> Chatbot:
    """The chatbot of the built-in knowledge base, compiled once for the whole run."""
    from chatbot import Chatbot  # noqa: PLC0415 - only tests of the whole need it

    return Chatbot.load()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works offline: a test that opens a connection fails."""

    def refuse(*_: object) -> None:
        raise AssertionError("nothing here may use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(params=["fast", "plain"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every promise about YAML holds with the C loader and without it, as on a machine that has none."""
    import yaml  # noqa: PLC0415 - most tests read no YAML

    if request.param == "plain":
        monkeypatch.setattr("chatbot.knowledge_files.yaml_source._LOADER", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("until PyYAML is built with libyaml here")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Where a test writes a knowledge base of its own."""
    return tmp_path / "base"


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small base in the place of the built-in one."""
    return pretend_built_in(tmp_path / "built-in", monkeypatch)
