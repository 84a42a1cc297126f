"""The compiled form of a knowledge base, kept between starts.

Owns the folder, the file format and the trust in it. A cache file may be deleted at any time, is written
whole or not at all, and is believed only when it belongs to the same person and its digest is right. What is
in the payload is for the caller to say. Nothing here ever raises or prints: without a cache the program is only
slower.
"""

from __future__ import annotations

import gc
import marshal
import mmap
import os
import sys
from binascii import crc32
from collections.abc import Iterable
from typing import Any

try:  # the same function as hashlib.blake2b, without loading OpenSSL (11 ms of a 60 ms start)
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - other Python implementations
    from hashlib import blake2b

FORMAT = 3  # raise it whenever the meaning of the payload changes
MOST_FILES = 8
_LONG_RUN_BYTES = 4096  # a page: less is not worth its own place
_MAGIC = b"spine-faq compiled\n"
_DIGEST_BYTES = 32
_SUFFIX = ".compiled"
_UNFINISHED = ".unfinished"
_ABANDONED_SECONDS = 24 * 3600
_OTHERS_MAY_WRITE = 0o022


def fingerprint(sources: Iterable[tuple[str, bytes]]) -> str:
    """Return a hexadecimal name for these files, as this program on this Python compiles them.

    Covers every byte that is handed in, the program (its version, and size and time of its modules, so that a
    developer's change counts too), the format and Python's version, because marshal differs between versions.
    """
    digest = blake2b(digest_size=16)
    python = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    for part in (
        f"{FORMAT} {python} {_program()}".encode(),
        *(part for source in sources for part in _parts(source)),
    ):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def read(fingerprint: str) -> Any | None:  # noqa: ANN401 - plain data of any shape
    """Return what was written under this fingerprint, or None when it is missing or not to be trusted.

    Long runs of bytes come back as memoryviews of the file itself: only what is looked at is copied.
    """
    folder = _folder()
    try:
        if not _is_ours(os.stat(folder)):  # noqa: PTH116 - pathlib costs 5 ms at start
            return None
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(_path(folder, fingerprint), flags), "rb") as file:  # noqa: PTH123
            if not _is_ours(os.fstat(file.fileno())):
                return None
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        _mark_as_used(_path(folder, fingerprint))
        return _believed(fingerprint, memoryview(content))
    except (OSError, ValueError):  # also a file of no bytes, which cannot be mapped
        return None


def _mark_as_used(path: str) -> None:
    """Let a compiled file count as new, because the oldest ones are removed.

    Otherwise a kiosk's file would go while somebody edits another base, and the kiosk's next start would be slow.
    """
    try:
        os.utime(path)
    except OSError:  # a folder that may only be read
        return


def _believed(fingerprint: str, content: memoryview) -> Any | None:  # noqa: ANN401 - plain data of any shape
    """Return what a cache file holds, None where its check sum, its fingerprint or its form is not right."""
    start = len(_MAGIC) + _DIGEST_BYTES
    payload = content[start:]
    if content[:start] != _header(fingerprint, payload):
        return None
    was_collecting = gc.isenabled()
    gc.disable()  # nothing in a payload is garbage, and looking for it takes as long as reading
    try:
        data, runs = marshal.loads(payload)  # noqa: S302 - our own file, whose check sum was just verified
    except (ValueError, TypeError, EOFError):
        return None
    finally:
        if was_collecting:
            gc.enable()
    end = len(payload)
    for path, size in runs:
        data = _put(data, path, payload[end - size : end])
        end -= size
    return data


def write(fingerprint: str, data: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Keep `data` (nested plain tuples, lists, dicts, texts, bytes, numbers) under this fingerprint.

    Written beside its place and renamed, so that nobody ever reads a half. When it fails, `trouble` says why.
    """
    folder = _folder()
    reason = ""
    try:
        payload = _payload(data)
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        if _is_ours(os.stat(folder)):  # noqa: PTH116
            _write_whole(folder, fingerprint, _header(fingerprint, payload) + payload)
            _forget_oldest(folder)
        else:
            reason = "it must belong to the user who runs this, and nobody else may write to it"
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        if os.path.isfile(folder):  # noqa: PTH113
            reason = "it is a file, not a folder"
    _trouble[:] = [f"{folder}: {reason}"] if reason else []


_trouble: list[str] = []


def trouble() -> str:
    """Return why this process could not keep what it compiled last, with the folder; "" where it could."""
    return _trouble[0] if _trouble else ""


def _payload(data: Any) -> bytes:  # noqa: ANN401 - plain data of any shape
    """Return the data without its long runs of bytes and where each belongs, then the runs, the last one first."""
    runs: list[tuple[tuple[int, ...], bytes]] = []
    short = _take(data, (), runs)
    places = tuple((path, len(run)) for path, run in runs)
    return b"".join((marshal.dumps((short, places)), *(run for _, run in reversed(runs))))


def _take(data: Any, path: tuple[int, ...], runs: list[tuple[tuple[int, ...], bytes]]) -> Any:  # noqa: ANN401
    """Return the data with None for each long run of bytes, which joins `runs` with the path of its place."""
    if isinstance(data, bytes) and len(data) >= _LONG_RUN_BYTES:
        runs.append((path, data))
        return None
    if isinstance(data, tuple):
        return tuple(_take(part, (*path, place), runs) for place, part in enumerate(data))
    return data


def _put(data: Any, path: tuple[int, ...], run: memoryview) -> Any:  # noqa: ANN401
    """Return the data with this run in its place again."""
    if not path:
        return run
    place, *rest = path
    return (*data[:place], _put(data[place], tuple(rest), run), *data[place + 1 :])


def _program() -> str:
    import chatbot  # noqa: PLC0415 - the package is half loaded when it imports this module

    marks = [str(getattr(chatbot, "__version__", ""))]
    folder = os.path.dirname(os.path.abspath(chatbot.__file__))  # noqa: PTH100, PTH120
    if os.path.isdir(folder):  # noqa: PTH112 - not so inside an archive
        _mark_modules(folder, marks)
    return " ".join(marks)


def _mark_modules(folder: str, marks: list[str]) -> None:
    with os.scandir(folder) as found:
        for item in sorted(found, key=lambda item: item.name):
            if item.name.endswith(".py"):
                status = item.stat()
                marks.append(f"{item.name} {status.st_size} {status.st_mtime_ns}")
            elif item.is_dir() and not item.name.startswith("_"):
                _mark_modules(item.path, marks)


def _parts(source: tuple[str, bytes]) -> tuple[bytes, bytes]:
    name, content = source
    return name.encode("utf-8", "surrogateescape"), content


def _header(fingerprint: str, payload: bytes | memoryview) -> bytes:
    # The name is part of the digest: a file renamed to another fingerprint is no longer believed. A check sum of
    # the payload is enough against a torn or damaged file, and four times faster over its 12 MB than a digest;
    # against strangers there is `_is_ours`.
    whole = f"{fingerprint} {len(payload)} {crc32(payload)}"
    return _MAGIC + blake2b(whole.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest()


def _folder() -> str:
    """Return the folder of the cache: the one that SPINE_FAQ_CACHE names, or the user's own."""
    chosen = os.environ.get("SPINE_FAQ_CACHE")
    if chosen:
        return chosen
    home = os.path.expanduser("~")  # noqa: PTH111
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")  # noqa: PTH118
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")  # noqa: PTH118
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")  # noqa: PTH118
    return os.path.join(base, "spine-faq")  # noqa: PTH118


def _path(folder: str, fingerprint: str) -> str:
    return os.path.join(folder, os.path.basename(fingerprint) + _SUFFIX)  # noqa: PTH118, PTH119


def _is_ours(status: os.stat_result) -> bool:
    """Whether nobody else can have written this: marshal must never read what a stranger prepared."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _write_whole(folder: str, fingerprint: str, content: bytes) -> None:
    path = _path(folder, fingerprint)
    unfinished = f"{path}.{os.getpid()}{_UNFINISHED}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(unfinished, flags, 0o600), "wb") as file:  # noqa: PTH123
            file.write(content)
        os.replace(unfinished, path)  # noqa: PTH105
    except OSError:
        _remove(unfinished)
        raise


def _forget_oldest(folder: str) -> None:
    """Remove all but the files that were used last, and what was left half written long ago."""
    import time  # noqa: PLC0415 - only after a write

    kept: list[tuple[float, str]] = []
    with os.scandir(folder) as found:
        for item in found:
            if item.name.endswith(_SUFFIX):
                kept.append((item.stat().st_mtime, item.path))
            elif item.name.endswith(_UNFINISHED) and item.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
                _remove(item.path)
    for _, path in sorted(kept, reverse=True)[MOST_FILES:]:
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.remove(path)  # noqa: PTH107
    except OSError:
        return
