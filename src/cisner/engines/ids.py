"""Ids that reports in different files share, so that a cluster numbers them as the local run does.

Every file is read once for its ids. Tasks send on eight bytes for each, parted by their values, and other tasks
look for those of several files: nobody has to know all ids of an archive.
"""

import pickle
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import ray

from cisner.report import Fields
from cisner.report.files import Source
from cisner.report.reading import Repeated, digest, raw_ids

_PARTS = 32
_MOST_FILES = 1_000  # that one task reads
_TASK = 0.05  # processors
_ROW = np.dtype([("id", "u8"), ("file", "i8"), ("count", "i8")])
_WHOLE = (".txt", ".html", ".htm")  # one report, named after the file

Rows = np.ndarray[Any, Any]


def repeated_ids(files: Sequence[Source], fields: Fields) -> Mapping[int, Repeated]:
    """For files by their places in the order: how often ids in them are in earlier files.

    Args:
        files: The files, in order.
        fields: What they call the fields of a report.
    """
    if len(files) < 2 or all(file.suffix in _WHOLE for file in files):
        return {}
    size = max(1, min(_MOST_FILES, len(files) // 200))
    read = ray.remote(num_cpus=_TASK, num_returns=_PARTS)(_read)
    compare = ray.remote(num_cpus=_TASK)(_compare)
    parted = [
        read.remote(pickle.dumps(files[start : start + size]), start, fields) for start in range(0, len(files), size)
    ]
    found: dict[int, dict[int, int]] = {}
    for rows in ray.get([compare.remote(*parts) for parts in zip(*parted, strict=True)]):
        for id_, file, before in rows.tolist():
            found.setdefault(file, {})[id_] = before
    return found


def _read(packed: bytes, first: int, fields: Fields) -> list[Rows]:
    """A task: ids, files and how often, in as many parts as there are."""
    found = [np.empty(0, _ROW)]
    for number, source in enumerate(pickle.loads(packed), first):
        given = [source.id] if source.suffix in _WHOLE else raw_ids(source, fields)
        ids, counts = np.unique(np.fromiter(map(digest, given), "u8"), return_counts=True)
        rows = np.empty(len(ids), _ROW)
        rows["id"], rows["file"], rows["count"] = ids, number, counts
        found.append(rows)
    rows = np.concatenate(found)
    parts = rows["id"] % _PARTS
    return [rows[parts == part] for part in range(_PARTS)]


def _compare(*parts: Rows) -> Rows:
    """A task: the ids of several files, with how often each is in earlier ones."""
    rows = np.sort(np.concatenate(parts), order=("id", "file"))
    again = np.flatnonzero(rows["id"][1:] == rows["id"][:-1]) + 1
    for at in again:
        rows["count"][at] += rows["count"][at - 1]
    found = rows[again]
    found["count"] = rows["count"][again - 1]
    return found
