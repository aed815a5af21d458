"""The outcomes of reports, through one process or several."""

from collections.abc import Generator, Iterable

from cisner.errors import Failure
from cisner.report import Report, Unread
from cisner.streaming.work import Outcome, Settings, Worker


def outcomes_of(
    items: Iterable[Report | Failure | Unread], settings: Settings, workers: int = 1
) -> Generator[Outcome, None, None]:
    """The outcomes of reports, lazily and in their order, whatever the number of workers.

    Args:
        items: The reports.
        settings: How to extract.
        workers: Number of processes; with one, this process does the work.
    """
    if workers > 1:
        from cisner.streaming.pool import Pool

        with Pool(settings, workers) as pool:
            yield from pool.work(items)
    else:
        worker = Worker(settings)
        yield from map(worker.do, items)
