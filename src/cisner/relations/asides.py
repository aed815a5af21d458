"""What is said of somebody in a clause of its own: "X, who had met Y, …", «X, прибывший на заседание, …»."""

from __future__ import annotations

from cisner.relations.sentence import Sentence, View


def asides(view: View, sentence: Sentence) -> list[tuple[int, int]]:
    """The relative and participial clauses about people of a sentence, each from its comma to the next one."""
    lower, file = view.lower, view.lexicon.file
    commas = [i for i in range(sentence.start, sentence.end - 1) if lower[i] == ","]
    if not commas:
        return []
    ends = {i.end for i in sentence.items if i.symbol == "P"}
    found: list[tuple[int, int]] = []
    for comma, following in zip(commas, [*commas[1:], sentence.end], strict=True):
        if found and comma < found[-1][1]:
            continue
        participle = comma in ends and any(s in lower[comma + 1] for s in file.documents.active_participle_suffixes)
        if participle or any(w.startswith(file.talks.who) for w in lower[comma + 1 : comma + 3]):
            found.append((comma, following))
    return found


def inside(token: int, clauses: list[tuple[int, int]]) -> bool:
    """Whether a token stands in one of some clauses."""
    return any(start <= token < end for start, end in clauses)
