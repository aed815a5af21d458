"""Lines of a page that lead to other reports: "READ ALSO: …"."""

from __future__ import annotations

from cisner.relations.sentence import Sentence, View

_HEADING = 5  # tokens of a heading over links


def other_reports(view: View) -> set[int]:
    """The sentences that only tell what other reports are about: those after "Read also", up to the next paragraph."""
    phrases = [tuple(p.split()) for p in view.lexicon.file.words["read_also"]]
    firsts = {p[0] for p in phrases}
    out: set[int] = set()
    paragraph = -1  # of the last heading over links
    for sentence in view.sentences:
        if sentence.paragraph == paragraph:
            out.add(sentence.index)
        elif view.lower[sentence.start] in firsts and any(_begins(view, sentence, p) for p in phrases):
            out.add(sentence.index)
            heading = sentence.end - sentence.start <= _HEADING
            paragraph = sentence.paragraph if heading else paragraph
    return out


def _begins(view: View, sentence: Sentence, phrase: tuple[str, ...]) -> bool:
    """Whether a line begins with a phrase."""
    start = sentence.start
    own_line = start == 0 or "\n" in view.words[start - 1]
    return own_line and tuple(view.lower[start : start + len(phrase)]) == phrase
