"""The files that reports are read from: those of paths, patterns and folders, unpacked if they are compressed."""

import bz2
import gzip
import lzma
import os
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

from cisner.errors import Failure, FailureCode, ReportError
from cisner.report.pieces import buffered
from cisner.report.remote import bare_address, is_remote, remote_files

STDIN = "-"
PACKED = (".gz", ".zst", ".bz2", ".xz")
_TEXTS = (".txt", ".html", ".htm")
_SUFFIXES = frozenset({*_TEXTS, ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".tar", ".tgz"})
_BLOCK = 65_536
_NOWHERE = "''"  # what is shown for an empty path, which pathlib would take for the working folder


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and what it is called in the output.

    Attributes:
        path: Where it is; ``-`` for standard input.
        id: What reports without an id of their own are named after.
        shown: Its name in records and messages.
        name: Its name without the suffix of a compressed file.
    """

    path: str
    id: str
    shown: str
    name: str

    @property
    def suffix(self) -> str:
        """The kind of file, in lower case: ``.jsonl`` also for ``x.JSONL.gz``."""
        return split_suffix(self.name)[1]

    def member(self, name: str) -> "Source":
        """A file inside this one."""
        bare = unpacked_name(name)
        return Source(self.path, printable(split_suffix(bare)[0]), f"{self.shown}:{printable(name)}", bare)

    def failure(self, error: Exception, *, line: int | None = None) -> Failure:
        """The failure to read this file, or a line of it."""
        if isinstance(error, ReportError):
            code, message, line = error.code, str(error), line or error.line
        elif isinstance(error, FileNotFoundError):
            code, message = FailureCode.MISSING, "no such file or folder"
        else:
            reason = error.strerror if isinstance(error, OSError) else None
            code, message = FailureCode.UNREADABLE, f"cannot be read: {reason or error or type(error).__name__}"
        return Failure(self.id if line is None else f"{self.id}:{line}", self.shown, code, message, line)


def sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """The files of paths, in order; folders in the order of their file names.

    Files of equal names are told apart by as much of their paths as it takes. For that every folder is looked through
    twice; what is kept of a file in between is a few bytes.
    """
    found = [_expand(str(path)) for path in paths]
    hashes = [array("q") for _ in _NAMES]
    for files in found:
        for path, root in files():
            for seen, name in zip(hashes, _NAMES, strict=True):
                seen.append(hash(name(path, root)))
    repeated = [_repeated(seen) for seen in hashes]
    for files in found:
        for path, root in files():
            names = (name(path, root) for name in _NAMES)
            own = (name for name, others in zip(names, repeated, strict=True) if hash(name) not in others)
            shown = "stdin" if path == STDIN else _posix(path)
            yield Source(path, next(own, shown), shown, unpacked_name(shown if is_remote(path) else path))


def _stem(path: str, root: str) -> str:
    return "stdin" if path == STDIN else split_suffix(unpacked_name(_posix(path)).rpartition("/")[2])[0]


def _bare_path(path: str, root: str) -> str:
    return split_suffix(unpacked_name(_full_path(path, root)))[0]


def _full_path(path: str, root: str) -> str:
    return _posix(path).removeprefix(_posix(root)).lstrip("/") if root else _posix(path)


# Ways to name a file, from the shortest on.
_NAMES: tuple[Callable[[str, str], str], ...] = (_stem, _bare_path, _full_path)


def _repeated(hashes: "array[int]") -> frozenset[int]:
    return frozenset(a for a, b in pairwise(sorted(hashes)) if a == b)


def _posix(path: str) -> str:
    return printable(bare_address(path) if is_remote(path) else path.replace(os.sep, "/"))


def _expand(path: str) -> Callable[[], Iterator[tuple[str, str]]]:
    """The files of a path, each with the folder that it was found in, if any; to be gone through more than once."""
    if is_remote(path):
        return lambda: _remote(path)
    if path != STDIN and _is(Path.is_dir, path):
        return lambda: _folder(path)
    if any(character in path for character in "*?[") and not _is(Path.exists, path):
        matches = _matches(path)
        if matches:
            return lambda: (place for match in matches for place in _expand(match)())
    return lambda: iter([(path or _NOWHERE, "")])


def _is(test: Callable[[Path], bool], path: str) -> bool:
    try:
        return bool(path) and test(Path(path))
    except (OSError, ValueError):  # such a name cannot be; opening it says why
        return False


def _matches(pattern: str) -> list[str]:
    path = Path(pattern)
    try:
        return sorted(map(str, Path(path.anchor).glob(str(path.relative_to(path.anchor)))))
    except (OSError, ValueError, NotImplementedError):
        return []


def _folder(root: str) -> Iterator[tuple[str, str]]:
    empty = True
    for path in _walk(root):
        empty = False
        yield path, root
    if empty:
        yield root, ""  # reading it says what is wrong


def _remote(address: str) -> Iterator[tuple[str, str]]:
    try:
        files = list(remote_files(address))
    except (OSError, ValueError, ReportError):
        files = [address]  # reading it says what is wrong
    if files == [address]:
        yield address, ""
        return
    if "*" in address:
        yield from ((file, "") for file in files)
        return
    for file in files:
        bare = bare_address(file)
        inside = bare.removeprefix(bare_address(address)).lstrip("/")
        if split_suffix(unpacked_name(bare))[1] in _SUFFIXES and not any(p.startswith(".") for p in inside.split("/")):
            yield file, address


def _walk(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    kinds = {entry.name: split_suffix(unpacked_name(entry.name)) for entry in visible}
    texts = {stem for stem, suffix in kinds.values() if suffix in _TEXTS}
    for entry in visible:
        stem, suffix = kinds[entry.name]
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        # A JSON file beside a text of the same name is about that text: its records, or its gold.
        elif suffix in _SUFFIXES and not (suffix == ".json" and stem in texts) and entry.is_file():
            yield entry.path


def split_suffix(name: str) -> tuple[str, str]:
    """A file name without its suffix, and the suffix in lower case with its full stop."""
    stem, stop, suffix = name.rpartition(".")
    if not stop or not stem or stem.endswith("/") or "/" in suffix:
        return name, ""
    return stem, "." + suffix.lower()


def unpacked_name(name: str) -> str:
    """A file name without the suffix of a compressed file."""
    bare, suffix = split_suffix(name)
    return bare if suffix in PACKED else name


def printable(name: str) -> str:
    """A name without bytes that are no text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def unpack(stream: BinaryIO, name: str) -> BinaryIO:
    """A stream of the content of a compressed file; of any other file the stream itself.

    Raises:
        ReportError: The extra ``zst`` is not installed.
    """
    suffix = split_suffix(name)[1]
    if suffix in (".gz", ".tgz"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if suffix == ".bz2":
        return cast(BinaryIO, bz2.BZ2File(stream))
    if suffix == ".xz":
        return cast(BinaryIO, lzma.LZMAFile(stream))
    if suffix == ".zst":
        return buffered(_unzstd(stream))
    return stream


def _unzstd(stream: BinaryIO) -> Iterator[bytes]:
    """The frames of a Zstandard file; unlike the library's own reader it tells when the last one breaks off."""
    try:
        import zstandard
    except ImportError:
        message = "reading .zst files needs an extra: pip install 'cisner[zst]'"
        raise ReportError(FailureCode.EXTRA, message) from None
    frame = None
    while data := stream.read(_BLOCK):
        while data:
            frame = frame or zstandard.ZstdDecompressor().decompressobj()
            if piece := frame.decompress(data):
                yield piece
            data = frame.unused_data if frame.eof else b""
            frame = None if frame.eof else frame
    if frame is not None:
        raise EOFError("the compressed file breaks off")
