"""Titles: a role word with what belongs to it — "First Deputy", "acting", the institution, the state — and its office.

A title has an office of its own ("Foreign Minister") or takes it from the institution that is headed ("Chairman of the
Senate"). Words inside a title are recognised by the language's role frame; a verb or a personal name ends it.

``grammar`` holds the words of the language, ``modifiers`` finds what stands before a role word, ``complement`` what
follows it, ``reach`` extends that to the name, ``office`` decides what the title means, ``writing`` makes the mention,
and ``component`` puts it all together.
"""

from cisner.components.titles.component import Titles

__all__ = ["Titles"]
