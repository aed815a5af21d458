"""A report's text with its mentions: coloured on a terminal, in labelled brackets elsewhere."""

from collections.abc import Iterable

from rich.text import Text

from cisner.records import Entity
from cisner.review.display import printable
from cisner.vocabulary import EntityLabel

STYLES = {
    EntityLabel.PERSON: "bold cyan",
    EntityLabel.ROLE: "magenta",
    EntityLabel.COUNTRY: "yellow",
    EntityLabel.ORGANIZATION: "blue",
    EntityLabel.CITY: "green",
    EntityLabel.DATE: "red",
    EntityLabel.MEETING: "underline",
    EntityLabel.AGREEMENT: "italic underline",
}


def marked_text(text: str, entities: Iterable[Entity], *, colour: bool) -> Text:
    """Marks the mentions in a text; where they nest, the inner one shows.

    Args:
        text: The text of the report.
        entities: Its mentions.
        colour: Whether colours will be seen; otherwise brackets with labels stand for them.
    """
    if not colour:
        return Text(_bracketed(printable(text), entities))
    marked = Text(printable(text))
    for entity in sorted(entities, key=_outer_first):
        marked.stylize(STYLES[entity.label], entity.start, entity.end)
    return marked


def legend() -> Text:
    """The labels in their colours."""
    return Text("  ").join(Text(label.lower(), style=style) for label, style in STYLES.items())


def _outer_first(entity: Entity) -> tuple[int, int]:
    return entity.start - entity.end, entity.start


def _bracketed(text: str, entities: Iterable[Entity]) -> str:
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for entity in sorted(entities, key=_outer_first):
        opening[entity.start] = opening.get(entity.start, "") + "["
        closing[entity.end] = f"|{entity.label.lower()}]" + closing.get(entity.end, "")
    pieces, position = [], 0
    for place in sorted({*opening, *closing}):
        pieces += [text[position:place], closing.get(place, ""), opening.get(place, "")]
        position = place
    return "".join([*pieces, text[position:]])
