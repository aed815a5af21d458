"""Documents: what was signed, adopted, planned — in running text, in lists, with shared nouns.

A document is a noun ("agreement", "концепция") with its subject. A title ends where the sentence, the list entry or the
next document begins, or at a verb. Documents that the text only refers to have no record: a cue must tell
their fate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cisner.mentions import Mention
from cisner.relations.sentence import FoundCue, Item, Sentence, View

_STATUS = {
    "document_signed": "signed",
    "document_adopted": "adopted",
    "document_planned": "planned",
    "document_ratified": "ratified",
    "document_rejected": "rejected",
}
_OPENING = frozenset({"«", "“", '"', "„", "‘"})
_CLOSING = frozenset({"»", "”", '"', "“", "’"})
_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪", "o"})
_LONGEST = 90


@dataclass(slots=True)
class Document:
    """A document in the making.

    Attributes:
        title: As in the text, status verb and article taken away.
        kind: Kind of the document.
        status: signed, adopted, planned, ratified or rejected.
        start: First token of the title.
        end: Token after the title.
        sentence: Where it stands.
        rule: Rule of the cue that gave the status.
    """

    title: str
    kind: str
    status: str
    start: int
    end: int
    sentence: Sentence
    rule: str
    noun: Mention
    parties: list[str] = field(default_factory=list)


class _Words:
    """A list of words and prefixes (``stem*``) from a pattern file."""

    def __init__(self, listed: Iterable[str]) -> None:
        listed = tuple(listed)
        self._whole = frozenset(w for w in listed if not w.endswith("*"))
        self._prefixes = tuple(w[:-1] for w in listed if w.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._prefixes)


def _ending(endings: Sequence[str]) -> re.Pattern[str]:
    """What finds one of these at the end of a word; with none it finds nothing."""
    return re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


class Documents:
    """Finds the documents of a report.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        frame = view.lexicon.file.agreement_frame
        self._links = frame.links
        self._stops = frame.stops
        roles = view.lexicon.file.role_frame
        self._verb = re.compile(roles.verb_ending) if roles.verb_ending else None
        self._adjective = re.compile(roles.adjective_ending) if roles.adjective_ending else None
        self._modifiers = _Words(frame.modifiers)
        own = self._own = view.lexicon.file.documents
        self._joint = _Words(own.joint)
        self._drafts = _Words(own.drafts)
        self._members = _Words(own.members)
        self._relatives = _Words(own.relative_pronouns)
        self._continues = _Words(own.comma_continues)
        self._joins = own.conjunctions | own.as_well
        self._between = self._joins | own.also
        self._trailing = self._between | own.trailing
        self._before_next = self._between | own.before_next
        self._genitive_ending = _ending(own.genitive_endings)
        self._genitive_sure = _ending(own.genitive_sure_endings)
        self._adjective_ending = _ending(own.adjective_endings)
        self._finite_ending = _ending(own.finite_endings)
        self._noun_like = _ending(own.noun_like_endings)
        self._passive_participle = _ending(own.passive_participle_endings)
        self._persons = {i.start for s in view.sentences for i in s.of("PERSON")}

    def find(self) -> list[Document]:
        """All documents with a known fate, in text order."""
        out: list[Document] = []
        for sentence in self._view.sentences:
            out += self._in_sentence(sentence)
        return out

    # -- one sentence --

    def _in_sentence(self, sentence: Sentence) -> list[Document]:
        out: list[Document] = []
        reached = sentence.start
        line = self._line_entry(sentence)
        nouns = self._nouns(sentence)
        if not nouns:
            return out
        for item in nouns:
            if item.start < reached:
                continue
            if line is not None:
                start, end = line
                if item.start - start > 8 and item.mention.attributes.get("extra") != "":
                    continue
                spans = [(start, end)]
            else:
                spans = self._spans(sentence, item)
            if not spans:
                continue
            status, rule = self._status(sentence, item, spans[-1][1], line is not None)
            reached = max(reached, spans[-1][1])
            if not status:
                continue
            shared = len(spans) > 1
            for start, end in spans:
                title = self._title(item, start, end, shared)
                if title:
                    out.append(Document(title, item.mention.norm, status, start, end, sentence, rule, item.mention))
            if line is not None:
                break
            another = self._another(sentence, reached)
            if another is not None and not shared:
                start, end = another
                title = f"{item.mention.attributes.get('lemma', '')} {self._view.text(start, end)}"
                out.append(Document(title, item.mention.norm, status, start, end, sentence, rule, item.mention))
                reached = end
        return out

    def _another(self, sentence: Sentence, position: int) -> tuple[int, int] | None:
        """As in "… and another on healthcare": a second document of the same kind."""
        lower = self._view.lower
        while position < sentence.end and (lower[position] == "," or lower[position] in self._own.conjunctions):
            position += 1
        if position + 1 >= sentence.end or lower[position] not in self._own.another:
            return None
        if lower[position + 1] not in self._links:
            return None
        return position + 1, self._right(sentence, position + 1)

    def _nouns(self, sentence: Sentence) -> list[Item]:
        return [i for i in sentence.items if i.symbol == "G"]

    def _line_entry(self, sentence: Sentence) -> tuple[int, int] | None:
        """The whole entry where a sentence is a line of a list of documents."""
        intro = self._view.sentences[sentence.intro] if sentence.intro >= 0 else None
        if intro is None or not (intro.has(*_STATUS) or self._view.text(intro.start, intro.end).strip().endswith(":")):
            return None
        if not sentence.is_line:
            return None
        words, lower = self._view.words, self._view.lower
        start, end = sentence.start, sentence.end
        while start < end and (
            words[start] in _BULLETS or not words[start].strip() or re.fullmatch(r"\d{1,2}[.)]?", words[start])
        ):
            start += 1
        while start < end and (lower[start] in self._own.articles or lower[start] in (".", ")")):
            start += 1
        while end > start and (
            words[end - 1] in (";", ".", ",") or words[end - 1] in self._own.conjunctions or not words[end - 1].strip()
        ):
            end -= 1
        return (start, end) if end > start else None

    # -- where a title begins and ends --

    def _spans(self, sentence: Sentence, item: Item) -> list[tuple[int, int]]:
        words, lower = self._view.words, self._view.lower
        start = self._left(sentence, item)
        if start > sentence.start and words[start - 1] in _OPENING:
            close = self._closing(sentence, start)
            if close:
                return [(start, close)]
        position = item.end
        if position < sentence.end and words[position] in _OPENING:
            close = self._closing(sentence, position + 1)
            if close:
                return [(start, close + 1)]
        if position >= sentence.end:
            return []
        plural = self._plural(item)
        if plural or any(
            number == "pl" and case in ("nom", "acc") for number, case in item.mention.attributes.get("readings", ())
        ):
            parts = self._shared(sentence, item, start)
            if parts:
                return parts
        follows = lower[position]
        named = bool(self._own.genitive_endings) and any(
            i.start == position and i.symbol in "QO" for i in sentence.items
        )
        has_subject = follows in self._links or self._genitive(position) or words[position] == "(" or named
        joint = any(w in self._joint for w in lower[item.start : item.end])
        if not has_subject and start == item.start and not joint:
            return []
        end = self._right(sentence, position) if has_subject else item.end
        if end - start > _LONGEST or (plural and not has_subject):
            return []
        if plural:
            return []
        if not has_subject and not self._telling_modifier(start, item):
            return []
        if end - item.end < 2 and follows in self._links and has_subject and end - item.end < 1:
            return []
        return [(start, end)]

    def _telling_modifier(self, start: int, item: Item) -> bool:
        """Whether what stands before the noun names the document: "Kishinev Declaration", "jubilee declaration"."""
        before = self._view.words[start : item.start]
        noun = self._view.lower[item.start : item.end]
        return any(w[:1].isupper() and w.lower() not in self._own.articles for w in before) or any(
            w in self._joint for w in (*self._view.lower[start : item.start], *noun)
        )

    def _genitive(self, position: int) -> bool:
        word = self._view.lower[position]
        if not word[:1].isalpha() or not self._genitive_ending.search(word):
            return False
        if self._verb_like(word) and not self._genitive_sure.search(word):
            return False
        return word not in self._stops and word not in self._own.not_genitive

    def _left(self, sentence: Sentence, item: Item) -> int:
        view = self._view
        start = item.start
        while start > sentence.start:
            word, low = view.words[start - 1], view.lower[start - 1]
            if low in self._modifiers:
                start -= 1
            elif low == "-" and start - 2 >= sentence.start and view.words[start - 2][:1].isalnum():
                start -= 2
            elif (
                word[:1].isupper()
                and word[:1].isalpha()
                and (start - 1) not in self._persons
                and start - 1 != sentence.start
                and not view.words[start - 1].isupper()
                and item.mention.label == "AGREEMENT"
                and word.isalpha()
                and (view.words[item.start][:1].isupper() or self._adjective_ending.search(low))
                and not self._verb_like(low)
            ):
                start -= 1
            else:
                break
        return start

    def _verb_like(self, word: str) -> bool:
        return bool(self._verb is not None and self._verb.search(word))

    def _closing(self, sentence: Sentence, position: int) -> int:
        """Token of the quotation mark that closes a quotation, or 0; quotations may be nested once."""
        depth = 1
        for index in range(position, min(sentence.end, position + _LONGEST)):
            word = self._view.words[index]
            if word in ("«", "„"):
                depth += 1
            elif word in ("»", "”") or (word in ('"', "“") and depth):
                depth -= 1
                if depth == 0:
                    return index
        return 0

    def _plural(self, item: Item) -> bool:
        readings = item.mention.attributes.get("readings", ())
        return bool(readings) and all(number == "pl" for number, _ in readings)

    def _right(self, sentence: Sentence, position: int) -> int:
        """Token after a title that begins before `position`."""
        words, lower = self._view.words, self._view.lower
        depth = 0
        quoted = False
        index = position
        while index < sentence.end:
            word, low = words[index], lower[index]
            if word in ("«", "„") or (word in ("“", '"') and not quoted):
                quoted = True
            elif word in ("»", "”", '"', "“") and quoted:
                quoted = False
            elif word == "(":
                depth += 1
            elif word == ")":
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and not quoted:
                if word in (";", ":", "—") or (word in (".", "!", "?") and index + 1 >= sentence.end - 1):
                    break
                if (
                    word in ("–", "-")
                    and 0 < index < sentence.end - 1
                    and self._spaced(index)
                    and not self._joins_states(index)
                ):
                    break
                if low in self._stops or (word.islower() and self._finite(index)):
                    break
                if word == "," and self._ends_at_comma(sentence, index):
                    break
                if low in self._joins and self._next_document(sentence, index):
                    break
                if (
                    low in self._own.occasion_prepositions
                    and index + 2 < sentence.end
                    and lower[index + 1] in self._own.articles
                    and lower[index + 2] in self._own.occasions
                ):
                    break
            index += 1
        while index > position and (
            words[index - 1] in (",", "–", "-", ".", "—")
            or lower[index - 1] in self._trailing
            or not words[index - 1].strip()
        ):
            index -= 1
        return index

    def _spaced(self, index: int) -> bool:
        doc = self._view.doc
        return bool(doc[index - 1].whitespace_) and bool(doc[index].whitespace_)

    def _joins_states(self, index: int) -> bool:
        """A dash inside "государств – участников СНГ"."""
        return self._view.lower[index + 1] in self._members

    def _finite(self, index: int) -> bool:
        word = self._view.lower[index]
        if not self._verb_like(word) or any(s in word for s in self._own.active_participle_suffixes):
            return False
        if (
            self._noun_like.search(word)
            and index
            and self._adjective is not None
            and self._adjective.search(self._view.lower[index - 1])
        ):
            return False
        return bool(self._finite_ending.search(word))

    def _ends_at_comma(self, sentence: Sentence, index: int) -> bool:
        lower, words = self._view.lower, self._view.words
        following = lower[index + 1 : index + 6]
        if not following:
            return True
        first = following[0]
        if first in self._own.comma_stops or any(w in self._relatives for w in following[:3]):
            return True
        if first in self._own.as_well:
            return any(w in self._own.also for w in following[1:2]) and self._next_document(sentence, index)
        if self._finite(index + 1) or first in self._stops or self._passive_participle.search(first):
            return True
        if index + 1 in self._persons or words[index + 1] in _OPENING:
            return True
        return first not in self._continues and self._next_document(sentence, index)

    def _next_document(self, sentence: Sentence, index: int) -> bool:
        """Whether another document begins right after a comma or conjunction."""
        view = self._view
        nouns = {i.start: i for i in self._nouns(sentence)}
        limit = min(sentence.end, index + 9)
        position = index + 1
        steps = 0
        while position < limit:
            item = nouns.get(position)
            if item is not None:
                readings = item.mention.attributes.get("readings", ())
                nominative = not readings or any(case in ("nom", "acc", "any", "ins") for _, case in readings)
                return (nominative and (steps > 0 or item.mention.attributes.get("extra") != "weak")) or view.words[
                    position
                ][:1].isupper()
            low = view.lower[position]
            if low in self._own.begins_next or low in self._own.begins_nothing:
                return low in self._own.begins_next
            if (
                low in self._before_next
                or low in self._modifiers
                or view.words[position][:1].isupper()
                or low in ("-", "«", '"', "“")
            ):
                steps += low in self._own.articles
                position += 1
                continue
            return False
        return False

    def _shared(self, sentence: Sentence, item: Item, start: int) -> list[tuple[int, int]]:
        """As in "Agreements on A, on B and on C": the subjects that share one noun."""
        lower, words = self._view.lower, self._view.words
        position = item.end
        if position < sentence.end and words[position] in ("–", "-", "—", ":"):
            position += 1
        end = self._right(sentence, position)
        # a dash may stand between the noun with its attribute and the subjects
        if end < sentence.end - 1 and words[end] in ("–", "—", "-") and lower[end + 1] in self._links:
            position = end + 1
            end = self._right(sentence, position)
        if position >= end or lower[position] not in self._links:
            return []
        link = lower[position]
        heads = next((v for v in self._own.link_variants if link in v), frozenset({link}))
        cuts = [position]
        index = position + 1
        while index < end:
            if lower[index] in heads and (
                words[index - 1] == ","
                or lower[index - 1] in self._own.conjunctions
                or (words[index - 2] == "," and lower[index - 1] in self._own.also)
            ):
                cuts.append(index)
            index += 1
        if len(cuts) < 2:
            return []
        spans = []
        for cut, following in zip(cuts, [*cuts[1:], end + 1], strict=True):
            stop = following
            if following <= end:
                stop = following - 1
                while words[stop - 1] == "," or lower[stop - 1] in self._between:
                    stop -= 1
            else:
                stop = end
            spans.append((cut, stop))
        return spans

    # -- titles and fates --

    def _title(self, item: Item, start: int, end: int, shared: bool) -> str:
        view = self._view
        lemma = str(item.mention.attributes.get("lemma", ""))
        if shared:
            return f"{lemma} {view.text(start, end)}".strip()
        before = view.text(start, item.start) if item.start > start else ""
        noun = view.text(item.start, item.end)
        readings = item.mention.attributes.get("readings", ())
        if readings and not any(case in ("nom", "any") for _, case in readings) and lemma:
            noun = lemma if not noun[:1].isupper() else lemma[:1].upper() + lemma[1:]
        after = view.text(item.end, end) if end > item.end else ""
        title = " ".join(p for p in (before, noun, after) if p)
        return _unquote(" ".join(title.split()))

    def _status(self, sentence: Sentence, item: Item, end: int, line: bool) -> tuple[str, str]:
        if not line:
            reach = max(sentence.start, item.start - self._own.draft_reach)
            if any(w in self._drafts for w in self._view.lower[reach : item.start]):
                return "planned", "cue.document_planned"
            cues = [c for c in sentence.cues if c.type in _STATUS and not (item.end <= c.start < end)]
            if cues:
                return self._choose(sentence, cues, item, end)
        if sentence.intro >= 0:
            intro = self._view.sentences[sentence.intro]
            cues = intro.cue(*_STATUS)
            if cues:
                return self._choose(intro, cues, item, end)
        previous = self._view.sentences[sentence.index - 1] if sentence.index else None
        if previous is not None and line is False and not sentence.cues and previous.paragraph == sentence.paragraph:
            cues = previous.cue(*_STATUS)
            if cues and sentence.of("AGREEMENT"):
                return self._choose(previous, cues, item, end)
        return "", ""

    def _choose(self, sentence: Sentence, cues: Sequence[FoundCue], item: Item, end: int) -> tuple[str, str]:
        def distance(cue: FoundCue) -> int:
            return cue.start - end if cue.start >= end else item.start - cue.end

        planned = [c for c in cues if c.type == "document_planned"]
        best = min(cues, key=lambda c: (abs(distance(c)), c.type != "document_planned"))
        status = _STATUS[best.type]
        overlapping = [c for c in planned if c.start <= best.start < c.end or best.start <= c.start < best.end]
        if status in ("signed", "adopted") and (overlapping or self._ahead(sentence, best)):
            status = "planned"
        return status, best.rule

    def _ahead(self, sentence: Sentence, cue: FoundCue) -> bool:
        return any(c.type == "future" and abs(c.start - cue.start) <= 6 for c in sentence.cues)


def _unquote(title: str) -> str:
    title = title.strip(" ,;")
    if title[:1] in _OPENING and title[-1:] in _CLOSING:
        title = title[1:-1]
    return re.sub(r"\s*[«“„\"]\s*([^«»“”\"]*)$", r" \1", title) if title.count('"') == 1 else title
