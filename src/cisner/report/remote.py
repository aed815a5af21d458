"""Files in object stores: addresses such as ``s3://bucket/folder``, read through pyarrow."""

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, cast

from cisner.errors import FailureCode, ReportError
from cisner.report.pieces import buffered

_BLOCK = 1_048_576


def is_remote(path: str) -> bool:
    """Whether a path is the address of something in an object store."""
    return "://" in path


def remote_files(address: str) -> Iterator[str]:
    """The addresses of the files in a remote folder, in order; of a file its own.

    Raises:
        ReportError: pyarrow is not installed.
        OSError: The store cannot be reached.
    """
    filesystem, path = _filesystem(address)
    from pyarrow.fs import FileSelector, FileType

    if filesystem.get_file_info(path).type != FileType.Directory:
        yield address
        return
    base = address.removesuffix("/").removesuffix(path.removesuffix("/"))
    entries = filesystem.get_file_info(FileSelector(path, recursive=True))
    yield from sorted(base + entry.path for entry in entries if entry.type == FileType.File)


def open_remote(address: str, *, seekable: bool) -> BinaryIO:
    """Opens a remote file.

    Raises:
        ReportError: pyarrow is not installed.
        OSError: It cannot be opened.
    """
    filesystem, path = _filesystem(address)
    if seekable:
        return cast(BinaryIO, filesystem.open_input_file(path))
    # Compressed files are unpacked by cisner itself, which tells when one breaks off.
    stream = filesystem.open_input_stream(path, compression=None)
    return cast(BinaryIO, buffered(iter(partial(stream.read, _BLOCK), b"")))


def _filesystem(address: str) -> tuple[Any, str]:
    try:
        from pyarrow.fs import FileSystem
    except ImportError:
        message = "reading from an object store needs an extra: pip install 'cisner[parquet]'"
        raise ReportError(FailureCode.EXTRA, message) from None
    filesystem, path = FileSystem.from_uri(address)
    return filesystem, path
