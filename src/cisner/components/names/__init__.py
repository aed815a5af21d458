"""Personal names, with or without a place in the knowledge files: name grammar over capitalised words.

A run of name parts (given names, initials, particles, surnames, also glued: "А.Г.Лукашенко") is a name when enough
speaks for it: a known given name, initials, a patronymic, a surname ending, a title or country before it. Russian forms
are brought to the nominative by reading them backwards through the paradigms and choosing the reading that fits.

``parts`` says what a name is made of, ``evidence`` what single words tell, ``runs`` cuts the text into pieces that may
be names, ``judging`` decides on each, ``nominative`` brings it to the nominative, ``surnames`` and ``alone`` find
surnames without the rest of the name, and ``component`` puts it all together.
"""

from cisner.components.names.component import Names

__all__ = ["Names"]
