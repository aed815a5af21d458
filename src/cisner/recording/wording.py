"""Names and titles as they stand in the records: the letter ё as in the report, titles in the nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile

from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.recording.page import Page

_WITH_YO = re.compile(r"\b[А-ЯЁ][а-яё]*ё[а-яё]*")
_TO_NEXT = 2  # tokens from a body to the next of a list
_ENDING = (-2, -1, 0, 1, 2)  # letters by which the forms of a name differ in length


class Wording:
    """Words names and titles.

    Args:
        page: The report.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._view = page.analysis.view
        self._states = self._view.source.find("COUNTRY", "ADJECTIVE")
        self._bodies = self._view.source.find("ORGANIZATION", "ORGAN")
        words = self._view.lexicon.file.words
        self._for_now, self._own_state, self._whose = words.for_now, words.own_state, words.whose
        self._shared, self._between = words.shared_states, words.shared_between | words.shared_states
        self._genitive = words.genitive
        self._of_state, self._turn, self._in_turn = words.of_state, words.in_turn, words.of_state | words.in_turn
        text = page.report.text
        self._with_yo = sorted(set(_WITH_YO.findall(text))) if "ё" in text else []
        self._words: dict[str, str] = {}
        self._titles: dict[int, str] = {}  # by first token

    def name(self, name: str) -> str:
        """A name with the letter ё where the report writes it."""
        return " ".join(map(self._word, name.split())) if self._with_yo else name

    def _word(self, word: str) -> str:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._spelled(word)
        return found

    def _spelled(self, word: str) -> str:
        for original in self._with_yo:
            at = original.lower().index("ё")
            same = len(word) > at and fold(original[: at + 1]) == fold(word[: at + 1])
            if same and len(original) - len(word) in _ENDING:
                return word[:at] + ("ё" if original[at] == "ё" else "Ё") + word[at + 1 :]
        return word

    def title(self, title: Mention) -> str:
        """A title as in the text, without its state, its first word in the nominative singular."""
        found = self._titles.get(title.start)
        if found is None:
            found = self._titles[title.start] = self._worded(title)
        return found

    def _worded(self, title: Mention) -> str:
        inflected = title.attributes["heads"] + title.attributes["governed"]
        heads = {start: (end, lemma) for start, end, lemma in inflected}
        skip = self._state_in(title)
        parts: list[str] = []
        index, last = title.start, self._own_end(title)
        while index + 1 < last and self._view.lower[index] in self._for_now:
            index += 1
        while index < last:
            if index in heads:
                end, lemma = heads[index]
                text = self._page.text(index, end)
                parts.append(_like(lemma, text) if lemma else text)
                index = end
                continue
            if index not in skip:
                text = self._page.text(index, index + 1)
                if parts and not self._view.source.spaces[index - 1] and index - 1 not in skip:
                    parts[-1] += text
                else:
                    parts.append(text)
            index += 1
        words = " ".join(p for p in parts if p.strip()).strip(" ,-–—'’")
        return words or self._page.text(title.start, title.end)

    def _own_end(self, title: Mention) -> int:
        """Where a title ends but for whose it is: "president of the country", one of "ambassadors of five states"."""
        first, lower = title.attributes["heads"][-1][1], self._view.lower
        of_one = title.norm == "head_of_organization" and not self._goes_on(title)
        if title.attributes["number"] == "sg" or of_one:
            end = title.end
            named = any(m.start < end == m.end for m in self._states)  # "ambassador to the Kyrgyz Republic"
            if end > first and lower[end - 1] in self._own_state and not named:
                end -= 1
                while end > first and (lower[end - 1] in self._in_turn or lower[end - 1] in self._whose):
                    end -= 1
            return end
        bodies = [m for m in self._bodies if first <= m.start and m.end <= title.end]
        shared = next((i for i in range(first, title.end) if lower[i] in self._shared), title.end)
        end = min(shared, *(m.start for m in bodies[:1]), title.end)
        while title.end > shared == end > first and self._view.words[end - 1].istitle():
            end = shared = end - 1  # "leaders of | Central Asian states"
        inside = {i for m in bodies for i in range(m.start, m.end)}
        while title.end > end > first and (lower[end - 1] in self._between or end - 1 in inside):
            end -= 1
        return end

    def _goes_on(self, title: Mention) -> bool:
        """Whether the first of several bodies ends a title: "Secretaries General of the CIS | and the SCO"."""
        last = next((m for m in self._bodies if m.start < title.end == m.end), None)
        return last is not None and any(0 < m.start - last.end <= _TO_NEXT for m in self._bodies)

    def _state_in(self, title: Mention) -> set[int]:
        """The tokens that name the state of a title inside it."""
        first = bisect_left(self._states, title.start, key=lambda m: m.start)
        near = takewhile(lambda m: m.start < title.end, islice(self._states, first, None))
        state = next((m for m in near if m.end <= title.end and m.norm == title.attributes["country"]), None)
        if state is None:
            return set()
        start, end = min(self._turn_of(title, state), state.start), state.end
        if self._view.lower[end : end + 1] and self._view.lower[end] in self._genitive and end + 1 < title.end:
            return set(range(state.start, end + 1))  # "adviser to Armenia's President"
        if state.label == "ADJECTIVE" and start == state.start and end < self._own_end(title):
            return set(range(start, end))  # "envoy of the Russian President"
        while start - 1 > title.start and self._view.lower[start - 1] in self._of_state:
            start -= 1
        return set(range(start, end))

    def _turn_of(self, title: Mention, state: Mention) -> int:
        """Where words begin that say whose turn it is: "премьер | председательствующей в ЕАЭС Белоруссии"."""
        first = title.attributes["heads"][-1][1]
        return next((i for i in range(first, state.start) if self._view.lower[i] in self._turn), state.start)


def _like(lemma: str, text: str) -> str:
    """A dictionary form with the letter case of the text."""
    if text.lower() == lemma.lower():
        return text
    if text.islower():
        return lemma.lower()
    return lemma[:1].upper() + lemma[1:] if text[:1].isupper() else lemma[:1].lower() + lemma[1:]
