"""Reports: what one is, and reading them from files, folders, archives and standard input.

Reading does not raise for a single bad report: a `Failure` takes its place in the stream.
"""

from cisner.report.formats import Fields as Fields
from cisner.report.model import (
    Report as Report,
    accept as accept,
    parse_day as parse_day,
    to_report as to_report,
)
from cisner.report.reading import (
    Position as Position,
    Unread as Unread,
    read_pending as read_pending,
    read_reports as read_reports,
)
