"""Records against gold: precision, recall and F1 by measure, language and status, and the list of errors.

What each measure counts:

- attendances: meeting aligned; person, office, represents and status right. attended: meeting aligned and person right.
- meetings: organization, level and status right.
- people: person, office and represents right. names: the person alone.
- agreements: title alike and status right. titles: the title alone.
- countries: codes of the states named in a report. dates: its resolved dates.
- start, city: of the aligned meetings, right or wrong.
"""

from cisner.scoring.compare import MEASURES as MEASURES, Comparison as Comparison, compare as compare
from cisner.scoring.figures import Figure as Figure, Scores as Scores, score as score
from cisner.scoring.rows import Rows as Rows, rows_of as rows_of
