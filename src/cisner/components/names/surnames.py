"""Surnames of people whom the text names in full somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from cisner.components.names.evidence import Evidence
from cisner.components.names.parts import INITIALS, bare_surname
from cisner.mentions import Mention
from cisner.morphology import fold
from cisner.name_data import Names


class Surnames:
    """Finds surnames alone, and other forms of names that the text gives in full.

    Args:
        names: The language's name data.
        evidence: What words tell.
    """

    def __init__(self, names: Names, evidence: Evidence) -> None:
        self._names = names
        self._evidence = evidence

    def add(self, found: list[Mention], words: Sequence[str], places: Sequence[int]) -> None:
        """Add the surnames of names that were found.

        Args:
            found: Names, those in full among them; the surnames are put to them.
            words: The words of the text.
            places: Which of them may be surnames.
        """
        surnames: dict[str, Mention] = {}
        for mention in found:
            if mention.attributes["size"] > 1 or "." in mention.norm:
                surnames.setdefault(fold(self._surname_of(mention.norm)), mention)
        if not surnames:
            return
        taken = {i for m in found for i in range(m.start, m.end)}
        for index in places:
            word = words[index]
            if index in taken or (len(word) < 3 and fold(word) not in self._names.surname_first):
                continue
            for candidate in self._evidence.base_forms(word):
                full = surnames.get(candidate)
                if full is not None:
                    found.append(
                        Mention(
                            "PERSON",
                            index,
                            index + 1,
                            self._surname_of(full.norm),
                            "names.surname",
                            {"gender": full.attributes["gender"], "case": "", "size": 1},
                        )
                    )
                    break

    def _surname_of(self, name: str) -> str:
        parts = [p for p in name.split() if not INITIALS.match(p)]
        first = len(parts) > 1 and fold(parts[0]) in self._names.surname_first
        return parts[0] if first else bare_surname(parts[-1] if parts else name)
