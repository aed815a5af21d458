"""Archives: reports through one or several processes, records in order onto disk, and going on after a stop.

Everything here handles records as lines of JSON; spaCy is only loaded where the extraction happens.
"""

from cisner.streaming.outcomes import outcomes_of as outcomes_of
from cisner.streaming.resume import (
    Done as Done,
    done_before as done_before,
    remaining as remaining,
)
from cisner.streaming.run import Job as Job, Run as Run
from cisner.streaming.tally import Progress as Progress, Tally as Tally
from cisner.streaming.work import (
    Outcome as Outcome,
    Settings as Settings,
    Worker as Worker,
)
from cisner.streaming.writing import Lines as Lines, failure_line as failure_line
