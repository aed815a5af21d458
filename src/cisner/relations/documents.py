"""Documents: what was signed, adopted, planned — in running text, in lists, with shared nouns.

A document is a noun ("agreement", "концепция") with its subject. A title ends where the sentence, the list entry or the
next document begins, or at a verb. Documents that the text only refers to have no record: a cue must tell
their fate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_JOINT = ("joint", "совместн")


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
        self._modifiers = tuple(m[:-1] for m in frame.modifiers if m.endswith("*"))
        self._whole_modifiers = frozenset(m for m in frame.modifiers if not m.endswith("*"))
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
        while position < sentence.end and lower[position] in (",", "and", "и"):
            position += 1
        if position + 1 >= sentence.end or lower[position] not in (
            "another",
            "другой",
            "другое",
            "другая",
            "второе",
            "второй",
        ):
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
        while start < end and lower[start] in ("a", "an", "the", ".", ")"):
            start += 1
        while end > start and (words[end - 1] in (";", ".", ",", "and") or not words[end - 1].strip()):
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
        named = any(i.start == position and i.symbol in "QO" for i in sentence.items) and self._adjective is not None
        has_subject = follows in self._links or self._genitive(position) or words[position] == "(" or named
        joint = any(w.startswith(_JOINT) for w in lower[item.start : item.end])
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
        return any(w[:1].isupper() and w.lower() not in ("the", "a") for w in before) or any(
            w.startswith(_JOINT) for w in (*self._view.lower[start : item.start], *noun)
        )

    def _genitive(self, position: int) -> bool:
        inner = self._view.lexicon.file.role_frame.inner_ending
        word = self._view.lower[position]
        if not inner or not word[:1].isalpha():
            return False
        if self._verb is not None and self._verb.search(word) and not re.search("(?:ей|ой|ого|ых|их|ии|ия)$", word):
            return False
        return (
            bool(re.search(r"(?:ого|его|ой|ей|ых|их|ий|ии|ия|ов|ев|ы|и|а|я)$", word))
            and word not in self._stops
            and word not in ("и", "или", "а", "для")
        )

    def _left(self, sentence: Sentence, item: Item) -> int:
        view = self._view
        start = item.start
        while start > sentence.start:
            word, low = view.words[start - 1], view.lower[start - 1]
            if low in self._whole_modifiers or any(low.startswith(m) for m in self._modifiers):
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
                and (view.words[item.start][:1].isupper() or self._declined(low))
                and not self._verb_like(low)
            ):
                start -= 1
            else:
                break
        return start

    def _declined(self, word: str) -> bool:
        """Whether a capitalised word before a noun is an adjective: "Кишиневскую декларацию"."""
        return self._adjective is not None and bool(re.search(r"(?:ая|ую|ой|ое|ого|ий|ый|ие|ых)$", word))

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
                if low in ("and", "as", "и", "а") and self._next_document(sentence, index):
                    break
                if (
                    low in ("under", "in", "at", "during", "after", "following", "on")
                    and words[index + 1 : index + 2]
                    and lower[index + 1] in ("a", "the")
                    and index + 2 < sentence.end
                    and lower[index + 2] in ("session", "meeting", "summit", "ceremony", "presence")
                ):
                    break
            index += 1
        while index > position and (
            words[index - 1] in (",", "–", "-", ".", "—")
            or lower[index - 1] in ("and", "и", "a", "the", "were", "also", "а", "также")
            or not words[index - 1].strip()
        ):
            index -= 1
        return index

    def _spaced(self, index: int) -> bool:
        doc = self._view.doc
        return bool(doc[index - 1].whitespace_) and bool(doc[index].whitespace_)

    def _joins_states(self, index: int) -> bool:
        """A dash inside "государств – участников СНГ"."""
        return self._view.lower[index + 1].startswith(("участни", "член", "participant", "member"))

    def _finite(self, index: int) -> bool:
        if self._verb is None:
            return False
        word = self._view.lower[index]
        if not self._verb.search(word) or re.search(r"(?:ющ|ущ|ащ|ящ|вш)", word):
            return False
        if (
            re.search(r"(?:ли|ли|ла|ло|ет|ит|ат|ят)$", word)
            and index
            and self._adjective is not None
            and self._adjective.search(self._view.lower[index - 1])
        ):
            return False
        return bool(
            re.search(
                r"(?:[аеиыя]л|[аеиыя]ла|[аеиыя]ли|[аеиыя]ло|лся|лась|лись|лось|ют|ут|ется|ится|утся|ются|ятся|ать|ить|еть|ять|ует|ает|яет|еет)$",
                word,
            )
        )

    def _ends_at_comma(self, sentence: Sentence, index: int) -> bool:
        lower, words = self._view.lower, self._view.words
        following = lower[index + 1 : index + 6]
        if not following:
            return True
        if following[0] in (
            "which",
            "who",
            "that",
            "said",
            "but",
            "where",
            "while",
            "as",
            "according",
            "it",
            "he",
            "was",
            "were",
            "with",
        ) or following[0].startswith("котор"):
            return True
        if any(w.startswith("котор") for w in following[:3]):
            return True
        if following[0] in ("как", "где", "что", "сообщает", "передает", "сказал", "отметил", "а", "но", "так"):
            return following[0] != "а" or (following[1:2] == ["также"] and self._next_document(sentence, index))
        if (
            self._finite(index + 1)
            or (following[0] in self._stops)
            or re.search(r"(?:анн|енн|ит)(?:ый|ая|ое|ые|ого|ой|ую)$", following[0])
        ):
            return True
        if index + 1 in self._persons:
            return True
        if words[index + 1] in _OPENING or following[0].startswith("рассчитанн"):
            return words[index + 1] in _OPENING
        return self._next_document(sentence, index)

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
            if low in ("another", "other", "its", "their", "his"):
                return low in ("another",)
            if (
                low in ("a", "an", "the", "under", "and", "и", "а", "также", "also", "as", "well", "of")
                or low in self._whole_modifiers
                or any(low.startswith(m) for m in self._modifiers)
                or view.words[position][:1].isupper()
                or low in ("-", "«", '"', "“")
            ):
                steps += low in ("a", "an", "the")
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
        heads = ("о", "об", "обо") if lower[position] in ("о", "об", "обо") else (lower[position],)
        cuts = [position]
        index = position + 1
        while index < end:
            if lower[index] in heads and (
                words[index - 1] == ","
                or lower[index - 1] in ("and", "и")
                or (words[index - 2] == "," and lower[index - 1] == "также")
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
                while words[stop - 1] == "," or lower[stop - 1] in ("and", "и", "также", "а"):
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
            if "draft" in self._view.lower[max(sentence.start, item.start - 3) : item.start] or any(
                w.startswith("проект") for w in self._view.lower[max(sentence.start, item.start - 2) : item.start]
            ):
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
