"""Processes that take reports and hand back lines of records.

Texts go in and lines come out: spaCy's own `n_process` sends whole docs, which takes longer than the work. A process
that dies (for want of memory, say) is replaced, and only the report that killed it fails.
"""

import multiprocessing
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from cisner.errors import CisnerError, Failure, FailureCode
from cisner.report import Report, Unread
from cisner.streaming.work import Outcome, Settings, Worker

_BATCH_REPORTS = 64
_BATCH_CHARACTERS = 50_000  # about a tenth of a second's work
_AHEAD = 4  # batches per process that may be done before their turn
_PATIENCE = 5  # seconds for a process to end by itself
_MOST_DEATHS = 5  # of processes in a row

Item = Report | Failure | Unread


@dataclass(slots=True)
class _Batch:
    number: int
    items: Sequence[Item]


@dataclass(slots=True, eq=False)
class _Hand:
    """A process and this end of the line to it."""

    process: BaseProcess
    line: Connection
    batch: _Batch | None = None


class Pool:
    """Processes that extract; to be used in a ``with`` statement.

    Args:
        settings: How to extract.
        workers: Number of processes.
        start_method: How processes are started: ``fork``, ``spawn`` or ``forkserver``.
    """

    def __init__(self, settings: Settings, workers: int, start_method: str | None = None) -> None:
        self._settings = settings
        self._context = _context(start_method)
        self._size = workers
        self._hands: list[_Hand] = []
        self._done: dict[int, list[Outcome]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            hand.line.close()
            if kind is not None:
                hand.process.terminate()
        for hand in self._hands:
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()
        self._hands.clear()

    def work(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """The outcomes of reports in their order; reads a few batches ahead of them."""
        batches = _batches(items)
        following: _Batch | None = next(batches, None)
        turn = 0
        while True:
            while following is not None and following.number - turn < _AHEAD * self._size:
                hand = self._free_hand()
                if hand is None:
                    break
                self._give(hand, following)
                following = next(batches, None)
            if turn not in self._done:
                if not any(hand.batch for hand in self._hands):
                    return
                self._collect()
            while turn in self._done:
                yield from self._done.pop(turn)
                turn += 1

    def _free_hand(self) -> _Hand | None:
        for hand in self._hands:
            if hand.batch is None:
                return hand
        if len(self._hands) == self._size:
            return None
        self._hands.append(self._start())
        return self._hands[-1]

    def _start(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        # A forked process has copies of our ends of all lines, and must close them to see when we are gone.
        ends = [ours, *(hand.line for hand in self._hands)] if self._context.get_start_method() == "fork" else []
        arguments = (theirs, ends, self._settings)
        sys.stdout.flush()
        sys.stderr.flush()
        process = self._context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return _Hand(process, ours)

    def _give(self, hand: _Hand, batch: _Batch) -> None:
        hand.batch = batch
        try:
            hand.line.send(batch.items)
        except OSError:
            self._bury(hand, batch)

    def _collect(self) -> None:
        """Waits until a process has done its batch, or has died."""
        for line in wait([hand.line for hand in self._hands if hand.batch is not None]):
            hand = next(hand for hand in self._hands if hand.line is line)
            assert hand.batch is not None
            try:
                self._done[hand.batch.number] = _received(hand.line)
            except (EOFError, OSError):
                self._bury(hand, hand.batch)
            else:
                hand.batch = None

    def _bury(self, hand: _Hand, batch: _Batch) -> None:
        """Does the batch of a dead process again, report by report: only the one that kills another process fails."""
        _end(hand)
        self._hands.remove(hand)
        outcomes: list[Outcome] = []
        heir = self._start()
        deaths = 0
        for item in batch.items:
            try:
                heir.line.send([item])
                outcomes += _received(heir.line)
                deaths = 0
            except (EOFError, OSError):
                _end(heir)
                deaths += 1
                if deaths == _MOST_DEATHS:
                    message = f"processes end with code {heir.process.exitcode} as soon as they start"
                    raise CisnerError(message) from None
                outcomes.append(Outcome(failure=_killer(item, heir.process.exitcode)))
                heir = self._start()
        self._done[batch.number] = outcomes
        self._hands.append(heir)


def _context(start_method: str | None) -> BaseContext:
    """Processes are forked where that is safe and usual: the parent has one thread and has not loaded spaCy."""
    return multiprocessing.get_context(start_method or ("fork" if sys.platform == "linux" else "spawn"))


def _serve(line: Connection, ends: Sequence[Connection], settings: Settings) -> None:
    """What a process does: batches in, outcomes out, until nobody is at the other end of the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    for end in ends:
        end.close()
    worker = Worker(settings)
    try:
        while True:
            items = line.recv()
            try:
                line.send([worker.do(item) for item in items])
            except CisnerError as error:  # for want of patterns, say: the others would fare no better
                line.send(error)
    except (EOFError, OSError):
        return


def _received(line: Connection) -> list[Outcome]:
    """What a process sends back.

    Raises:
        CisnerError: It cannot work.
        EOFError: It is dead.
    """
    answer: list[Outcome] | CisnerError = line.recv()
    if isinstance(answer, CisnerError):
        raise CisnerError(str(answer))
    return answer


def _batches(items: Iterable[Item]) -> Iterator[_Batch]:
    number = characters = 0
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Report) else 1_000
        if len(batch) == _BATCH_REPORTS or characters >= _BATCH_CHARACTERS:
            yield _Batch(number, batch)
            number, characters, batch = number + 1, 0, []
    if batch:
        yield _Batch(number, batch)


def _killer(item: Item, exit_code: int | None) -> Failure:
    if isinstance(item, Failure):
        return item
    source = item.page.source.shown if isinstance(item, Unread) else item.source
    return Failure(item.id, source, FailureCode.INTERNAL, f"the process that read it ended with code {exit_code}")


def _end(hand: _Hand) -> None:
    hand.line.close()
    hand.process.terminate()
    hand.process.join()
