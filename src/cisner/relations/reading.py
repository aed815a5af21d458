"""What the sentences of a report say of the meetings that they name: in which words, when, where, and whether held."""

from __future__ import annotations

from cisner.relations.dating import Dating
from cisner.relations.frame import Frame
from cisner.relations.placing import Placing
from cisner.relations.sentence import View
from cisner.relations.status import Status
from cisner.relations.tense import Tense
from cisner.relations.wording import Wording
from cisner.relations.years import Years


class Reading:
    """Everything that is read off sentences about meetings, for those who make events of it.

    Args:
        view: The document.
        frame: Its date and places.

    Attributes:
        wording: What the words around a meeting say of it.
        years: Its year.
        dating: Its day.
        placing: Its place.
        status: Whether it was held.
        home_city: The city that the report is from, or None.
    """

    def __init__(self, view: View, frame: Frame) -> None:
        tense = Tense(view)
        self.home_city = frame.dateline_city
        self.wording = Wording(view, frame, tense)
        self.years = Years(view, frame, self.wording)
        self.dating = Dating(view, frame, self.wording, self.years)
        self.placing = Placing(view, frame, self.wording)
        self.status = Status(view, frame, tense, self.wording, self.dating)
