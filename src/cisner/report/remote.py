"""Files in object stores: addresses such as ``s3://bucket/folder``, read through pyarrow, or through fsspec."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, cast

from cisner.errors import FailureCode, ReportError
from cisner.report.pieces import buffered

_BLOCK = 1_048_576


def is_remote(path: str) -> bool:
    """Whether a path is the address of something in an object store."""
    return "://" in path


def bare_address(address: str) -> str:
    """An address without user, password and options, as records and messages show it."""
    scheme, _, rest = address.partition("://")
    store, slash, path = rest.partition("?")[0].partition("/")
    return f"{scheme}://{store.rpartition('@')[2]}{slash}{path}"


def remote_files(address: str) -> Iterator[str]:
    """The addresses of the files in a remote folder or of those that match a pattern, in order; of a file its own.

    Args:
        address: It may have options behind a question mark, and ``*`` and ``**`` in its path.

    Raises:
        ReportError: pyarrow is not installed.
        OSError: The store cannot be reached.
    """
    plain, mark, options = address.partition("?")
    root = plain.partition("*")[0].rpartition("/")[0] if "*" in plain else plain
    filesystem, path = located(root + mark + options)
    from pyarrow.fs import FileSelector, FileType

    if root == plain and filesystem.get_file_info(path).type != FileType.Directory:
        yield address
        return
    # filesystems name files from their own root on
    base = root.removesuffix("/").removesuffix(path.strip("/"))
    entries = filesystem.get_file_info(FileSelector(path, recursive=True))
    for name in sorted(entry.path.lstrip("/") for entry in entries if entry.type == FileType.File):
        if root == plain or _pattern(plain).fullmatch(base + name):
            yield base + name + mark + options


def _pattern(address: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*)", address)
    meanings = {"**/": "(?:[^/]+/)*", "*": "[^/]*"}
    return re.compile("".join(meanings.get(part) or re.escape(part) for part in parts))


def open_remote(address: str, *, seekable: bool) -> BinaryIO:
    """Opens a remote file.

    Raises:
        ReportError: pyarrow is not installed.
        OSError: It cannot be opened.
    """
    filesystem, path = located(address)
    if seekable:
        return cast(BinaryIO, filesystem.open_input_file(path))
    # Compressed files are unpacked by cisner itself, which tells when one breaks off.
    stream = filesystem.open_input_stream(path, compression=None)
    return cast(BinaryIO, buffered(iter(partial(stream.read, _BLOCK), b"")))


def located(address: str) -> tuple[Any, str]:
    """The filesystem of an address and the path there: pyarrow's own, or for schemes that it does not know fsspec's.

    Raises:
        ReportError: pyarrow is not installed.
        OSError: The store cannot be reached.
        ValueError: No such store is known.
    """
    try:
        from pyarrow.fs import FileSystem, FSSpecHandler, PyFileSystem
    except ImportError:
        message = "reading from an object store needs an extra: pip install 'cisner[parquet]'"
        raise ReportError(FailureCode.EXTRA, message) from None
    try:
        filesystem, path = FileSystem.from_uri(address)
    except ValueError:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise  # what pyarrow says of the address
        found, path = url_to_fs(address)
        filesystem = PyFileSystem(FSSpecHandler(found))
    return filesystem, path
