"""Titles: a role word with what belongs to it — "First Deputy", "acting", the institution, the state — and its office.

A title has an office of its own ("Foreign Minister") or takes it from the institution that is headed ("Chairman of the
Senate"). Words inside a title are recognised by the language's role frame; a verb or a personal name ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cisner.components.component import Component
from cisner.lexicon import Lexicon
from cisner.mentions import Mention
from cisner.morphology import PLURAL, SINGULAR, fold
from cisner.words import Words

_MODIFIERS = frozenset({"DEPUTY", "ACTING", "FORMER", "NEUTRAL"})
_OPEN = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "former_head_of_state"}
)
_LONGEST = 30
_REACH = 9
_MINISTRIES = frozenset({"ministry", "foreign_ministry", "defence_ministry"})
_ORGANIZATIONS = frozenset({"ORGANIZATION", "ORGAN"})


@dataclass(slots=True)
class _Complement:
    """What follows a role word."""

    end: int
    country: str = ""
    organization: str = ""
    abroad: str = ""
    institution: str = ""
    institution_class: str = ""
    institution_country: str = ""
    city_country: str = ""
    has_name: bool = False
    inner_office: str = ""
    inner_end: int = -1
    by_noun: bool = False
    inner_former: bool = False
    words: int = 0
    reached: bool = False
    nouns: list[str] = field(default_factory=list)


class Titles(Component):
    """Builds TITLE mentions from the role words of the gazetteer.

    Args:
        lexicon: The language's lexicon.
        stop_words: Words that never belong to a title.
    """

    def __init__(self, lexicon: Lexicon, stop_words: frozenset[str]) -> None:
        self._file = lexicon.file
        frame = lexicon.file.role_frame
        self._frame = frame
        self._inner = re.compile(frame.inner_ending) if frame.inner_ending else None
        self._verb = re.compile(frame.verb_ending) if frame.verb_ending else None
        self._adjective = re.compile(frame.adjective_ending) if frame.adjective_ending else None
        self._before = frozenset(tuple(b.split()) for b in frame.before)
        self._one_of = [tuple(o.split()) for o in lexicon.file.words["one_of"]]
        self._several = frozenset(lexicon.file.words["several"])
        self._at_ministry = {f"role.{r.name}": r.at_ministry for r in lexicon.file.role if r.at_ministry}
        self._at_body = {f"role.{r.name}": r.at_organization for r in lexicon.file.role if r.at_organization}
        self._stop_words = stop_words - frame.links - frame.inner
        self._dates = frozenset(w for r in lexicon.dates["relative"] for w in r.split()) | frozenset(
            lexicon.dates["context"]["future"]
        )

    def find(self, kept: Words) -> None:
        """Add the titles."""
        words, lower = kept.texts, kept.lower
        found = [m for m in kept.mentions if not m.attributes.get("nested")]
        starting = {m.start: m for m in found}
        ending = {m.end: m for m in found}
        titles: list[Mention] = []
        reached = 0
        for mention in found:
            if mention.start < reached or mention.label not in ("ROLE", "CHIEF", "DEPUTY", "COUNTERPART"):
                continue
            title = self._title(mention, words, lower, starting, ending, kept.sentence_end(mention.start))
            if title is not None:
                titles.append(title)
                reached = title.end
        kept.add(titles)

    def _title(
        self,
        mention: Mention,
        words: Sequence[str],
        lower: Sequence[str],
        starting: dict[int, Mention],
        ending: dict[int, Mention],
        sentence_end: int,
    ) -> Mention | None:
        limit = min(sentence_end, mention.start + _LONGEST)
        if mention.label == "COUNTERPART":
            return self._finish(
                mention, mention.start, mention.end, "counterpart", _Complement(mention.end), [], mention, words, ending
            )
        head, modifiers = self._head(mention, lower, starting)
        if head is None:
            if mention.label != "DEPUTY":
                return None
            head = mention
            modifiers = [mention]
        start, left = self._left(mention, lower, ending)
        modifiers = left + modifiers
        complement = self._complement(head, words, lower, starting, limit)
        self._reach(head, modifiers, complement, words, lower, starting, limit)
        office = self._office(head, complement, starting)
        if office is None and head.label == "CHIEF" and self._represents_left(start, words, ending) is not None:
            office = "other"
        if office is None:
            return None
        return self._finish(head, start, complement.end, office, complement, modifiers, mention, words, ending)

    def _head(
        self, mention: Mention, lower: Sequence[str], starting: dict[int, Mention]
    ) -> tuple[Mention | None, list[Mention]]:
        """The role word that a deputy stands before."""
        modifiers: list[Mention] = []
        current: Mention | None = mention
        while current is not None and current.label in _MODIFIERS:
            modifiers.append(current)
            position = current.end
            if position < len(lower) and lower[position] == "-":
                position += 1
            following = starting.get(position)
            if following is not None and following.label == "ADJECTIVE":
                following = starting.get(following.end)
            elif following is None and position < len(lower) and (lower[position],) in self._before:
                following = starting.get(position + 1)
            current = following
        if current is not None and current.label in ("ROLE", "CHIEF"):
            return current, modifiers
        return None, modifiers

    def _left(self, mention: Mention, lower: Sequence[str], ending: dict[int, Mention]) -> tuple[int, list[Mention]]:
        """Modifiers and portfolio words before a role word ("acting", "interior")."""
        start = mention.start
        modifiers: list[Mention] = []
        while start > 0:
            previous = ending.get(start)
            if previous is None and lower[start - 1] == "-":
                previous = ending.get(start - 1)
            if previous is not None and previous.label in _MODIFIERS:
                modifiers.insert(0, previous)
                start = previous.start
            elif tuple(lower[start - 2 : start]) in self._before:
                start -= 2
            elif (lower[start - 1],) in self._before:
                start -= 1
            else:
                break
        return start, modifiers

    # -- what follows --

    def _complement(
        self, head: Mention, words: Sequence[str], lower: Sequence[str], starting: dict[int, Mention], limit: int
    ) -> _Complement:
        found = _Complement(head.end)
        narrow = head.label == "ROLE" and head.norm in _OPEN
        position = head.end
        abroad = False
        linked = False
        while position < limit:
            mention = starting.get(position)
            if mention is not None and mention.label == "PERSON":
                break
            if mention is not None and mention.label not in (
                "MEETING",
                "AGREEMENT",
                "DATE",
                "ACTING",
                "FORMER",
                "COUNTERPART",
            ):
                if mention.label in ("ROLE", "CHIEF", "DEPUTY") and not self._belongs(
                    mention, found, linked, lower, position
                ):
                    break
                if mention.label == "NEUTRAL" and narrow:
                    break
                if mention.label in _MODIFIERS and mention.label not in ("NEUTRAL",):
                    break
                if mention.label in ("COUNTRY", "ADJECTIVE", "DEMONYM") and found.country and not abroad and not linked:
                    break
                self._take(mention, found, abroad, position)
                position = mention.end
                found.end = position
                linked = linked and mention.label == "ADJECTIVE"  # "Chief of Kyrgyz President's Administration"
                continue
            word, folded = words[position], lower[position]
            if word == "(" and position + 2 < limit and words[position + 2] == ")" and words[position + 1].isupper():
                inside = starting.get(position + 1)
                if inside is None or inside.label in _ORGANIZATIONS:
                    position += 3
                    found.end = position
                    continue
                break
            if folded in self._frame.possessive:
                owned = starting.get(position + 1)
                if owned is not None and owned.label in ("ROLE", "CHIEF", "DEPUTY"):
                    break
                position += 1
                continue
            if folded == "," and head.norm == "minister" and self._portfolios(lower, starting, position, limit):
                position += 1
                continue
            quoted = 0 if narrow else self._quoted(words, position, limit)
            if quoted:
                found.has_name = True
                inner = starting.get(position + 1)
                if inner is not None and inner.label == "INSTITUTION":
                    self._take(inner, found, abroad, position)
                position = found.end = quoted
                continue
            if folded in self._frame.links or folded in self._frame.inner:
                ok, is_abroad = self._link_ok(head, folded, words, lower, starting, position, limit, found)
                if not ok:
                    break
                # "ambassador to Belarus", but "adviser to the President of Belarus"
                abroad = is_abroad or (abroad and folded in self._frame.inner and not found.inner_office)
                linked = True
                position += 1
                continue
            if narrow and not (found.has_name and folded in self._frame.portfolio):
                break
            if not self._inner_word(word, folded, linked, found, lower[position - 1]):
                break
            position += 1
            found.end = position
            found.words += 1
            linked = False
            if word[:1].isupper():
                found.has_name = True
        return found

    def _reach(
        self,
        head: Mention,
        modifiers: Sequence[Mention],
        found: _Complement,
        words: Sequence[str],
        lower: Sequence[str],
        starting: dict[int, Mention],
        limit: int,
    ) -> None:
        """Extend a title to the name that it agrees with, if only the rest of an institution is between."""
        plural = {number for number, _ in head.attributes.get("readings", ())} == {PLURAL}
        if not self._frame.reach or plural:
            return
        end, position, capitals = found.end, found.end, False
        while position < min(limit, end + _REACH):
            mention = starting.get(position)
            if mention is not None and mention.label == "PERSON":
                break
            if words[position] == "," and self._title_follows(lower, starting, position + 1):
                break
            if mention is not None and mention.label in ("ROLE", "CHIEF", "DEPUTY", "COUNTERPART", "MEETING", "DATE"):
                return
            word, folded = words[position], lower[position]
            if mention is not None and mention.label in _ORGANIZATIONS | {
                "COUNTRY", "INSTITUTION", "ADJECTIVE", "CITY", "NEUTRAL",
            }:  # fmt: skip
                if mention.label in _ORGANIZATIONS:
                    found.organization = found.organization or mention.norm
                position = mention.end
                continue
            quoted = self._quoted(words, position, limit)
            if quoted:
                position, capitals = quoted, True
                continue
            if word == "(" and words[position + 1].isupper() and words[position + 2 : position + 3] == [")"]:
                position += 3
                continue
            plain = (
                word.islower() and folded not in self._stop_words and bool(self._inner and self._inner.search(folded))
            )
            verb = bool(self._verb and self._verb.search(folded)) and not (
                self._adjective and self._adjective.search(lower[position - 1])
            )
            if folded in self._frame.inner and word != "-":
                return
            if words[position + 1 : position + 2] == ["-"] and word.isalpha():  # "крымско-татарского"
                position += 2
                continue
            name = word[:1].isupper()
            if not (name or word == "-" or folded in self._frame.reach or (plain and not verb)):
                return
            capitals |= name and position == end
            position += 1
        else:
            return
        if position == end or lower[position - 1] in self._frame.reach:
            return
        person = starting.get(position)
        source = modifiers[0] if modifiers and modifiers[0].label in ("DEPUTY", "ACTING") else head
        cases = {case for _, case in source.attributes.get("readings", ())}
        if person is not None and cases and person.attributes.get("case") and person.attributes["case"] not in cases:
            return
        found.end, found.has_name, found.reached = position, found.has_name or capitals, True

    def _title_follows(self, lower: Sequence[str], starting: dict[int, Mention], position: int) -> bool:
        """Whether another title of the same person begins at a token, adjectives before it passed over."""
        for index in range(position, min(position + 3, len(lower))):
            mention = starting.get(index)
            if mention is not None:
                return mention.label in ("ROLE", "CHIEF", "DEPUTY", "ACTING", "FORMER")
            if not lower[index].isalpha() or lower[index] in self._stop_words:
                return False
        return False

    def _portfolios(self, lower: Sequence[str], starting: dict[int, Mention], position: int, limit: int) -> bool:
        """Whether a comma stands between portfolios: "Minister of Industry, Mining and Trade"."""
        if position + 1 >= limit or lower[position + 1] not in self._frame.portfolio:
            return False
        return any(w in self._frame.inner and w.isalpha() for w in lower[position + 2 : position + 5])

    @staticmethod
    def _quoted(words: Sequence[str], position: int, limit: int) -> int:
        """Token after a quoted name of a company, party or paper that begins at a token, or 0."""
        close = {"«": "»", "“": "”", '"': '"', "„": "“"}.get(words[position])
        if close is None:
            return 0
        for index in range(position + 1, min(limit, position + 7)):
            if words[index] == close:
                return index + 1
        return 0

    def _belongs(self, mention: Mention, found: _Complement, linked: bool, lower: Sequence[str], position: int) -> bool:
        """Whether a second role word is inside the first title ("press secretary of the President")."""
        if linked and lower[position - 1] not in ("and", "&", "и", "-", "–", "—"):
            return True
        readings = mention.attributes.get("readings", ())
        return any(case == "gen" for _, case in readings) and not any(
            case == "nom" and number == "sg" for number, case in readings
        )

    def _take(self, mention: Mention, found: _Complement, abroad: bool, position: int) -> None:
        label = mention.label
        if label in ("COUNTRY", "ADJECTIVE", "DEMONYM"):
            if abroad:
                found.abroad = found.abroad or mention.norm
            elif not found.country:
                found.country = mention.norm
                found.by_noun = label == "COUNTRY"
            return
        if label in _ORGANIZATIONS:
            if abroad:
                found.abroad = found.abroad or mention.norm
                return
            found.organization = found.organization or mention.norm
            if label == "ORGAN" and not found.institution:
                found.institution, found.institution_class = "head_of_organization", "organ"
            return
        if label == "INSTITUTION":
            if found.institution_class == "agency" and mention.attributes.get("extra") == "parliament":
                found.institution, found.institution_class = "parliamentarian", "parliament"
            found.institution_country = found.institution_country or mention.rule.partition(".")[2].partition(".")[2]
            if not found.institution or (found.institution_class == "section" and not found.words):
                found.institution, found.institution_class = mention.norm, str(mention.attributes.get("extra", ""))
            return
        if label == "CITY":
            found.city_country = found.city_country or mention.rule.partition(".")[2]
        if label in ("ROLE", "CHIEF"):
            found.inner_office = found.inner_office or mention.norm
            found.inner_end = mention.end

    def _link_ok(
        self,
        head: Mention,
        folded: str,
        words: Sequence[str],
        lower: Sequence[str],
        starting: dict[int, Mention],
        position: int,
        limit: int,
        found: _Complement,
    ) -> tuple[bool, bool]:
        """Whether a linking word continues the title, and whether it leads abroad ("ambassador to Belarus")."""
        following = position + 1
        while following < limit and lower[following] in self._frame.inner:
            following += 1
        if following >= limit:
            return False, False
        mention = starting.get(following)
        abroad = folded in self._frame.abroad
        if mention is not None:
            if mention.label == "PERSON":
                return False, False
            if folded in ("and", "&", "и", "-", "–", "—"):
                if mention.label in ("ROLE", "CHIEF", "DEPUTY", "ADJECTIVE", "CITY"):
                    return False, False
                if mention.label in ("COUNTRY", "DEMONYM", "ORGANIZATION") and not found.abroad:
                    return False, False
                if folded in ("-", "–", "—"):
                    return False, False
            if abroad and mention.label in ("ROLE", "CHIEF"):
                return True, False  # "при президенте Узбекистана"
            if abroad and head.norm not in ("ambassador", "other", "presidential_staff"):
                return False, False
            return True, abroad
        word, low = words[following], lower[following]
        if folded in ("-", "–", "—"):
            return False, False
        if abroad:
            body = any(
                (ahead := starting.get(i)) is not None and ahead.label in _ORGANIZATIONS
                for i in range(following, min(limit, following + _REACH))
            )
            return (bool(word[:1].isupper()) or body) and head.norm in ("ambassador", "other"), True
        return self._inner_word(word, low, True, found, folded), False

    def _inner_word(self, word: str, folded: str, linked: bool, found: _Complement, before: str) -> bool:
        if not word[:1].isalpha() or folded in self._stop_words or folded in self._dates:
            return False
        if folded in self._frame.portfolio:
            return True
        if self._verb is not None and word.islower() and self._verb.search(folded):
            if self._adjective is None or not self._adjective.search(before):
                return False
        if self._inner is not None:
            return (
                bool(self._inner.search(folded))
                or (word.isupper() and len(word) > 1)
                or (word[0].isupper() and word.isascii())
            )
        return word[0].isupper() and (linked or found.has_name)

    # -- office --

    def _office(self, head: Mention, complement: _Complement, starting: dict[int, Mention]) -> str | None:
        also = {row[0] for row in head.attributes.get("also", ())}
        if head.label == "ROLE":
            plural = {n for n, _ in head.attributes.get("readings", ())} == {PLURAL}
            if complement.institution and "CHIEF" in also:
                if complement.institution_class != "state" or head.norm == "head_of_state":
                    return complement.institution
            at_ministry = self._at_ministry.get(head.rule, "")
            if at_ministry and (complement.institution_class in _MINISTRIES):
                return at_ministry
            if complement.organization and not complement.country and not plural and head.rule in self._at_body:
                return self._at_body[head.rule]
            if complement.reached and "CHIEF" in also and not complement.organization:
                return complement.institution or ("agency_head" if complement.has_name else "other")
            if (
                head.norm == "head_of_state"
                and complement.organization
                and not complement.country
                and "CHIEF" in also
                and not plural
            ):
                return "head_of_organization"
            if (
                head.norm == "head_of_state"
                and "CHIEF" in also
                and complement.inner_office == ""
                and complement.has_name
                and not complement.country
            ):
                return "agency_head"
            return head.norm
        if complement.institution:
            return complement.institution
        if complement.organization:
            return "head_of_organization"
        if head.label == "DEPUTY":
            return None
        if complement.inner_office and complement.inner_office not in ("chairman", "head"):
            return complement.inner_office
        if complement.has_name:
            return "agency_head"
        if complement.country and not complement.words:
            return "head_of_state" if complement.by_noun else None
        return "other" if complement.words else None

    def _finish(
        self,
        head: Mention,
        start: int,
        end: int,
        office: str,
        complement: _Complement,
        modifiers: list[Mention],
        first: Mention,
        words: Sequence[str],
        ending: dict[int, Mention],
    ) -> Mention | None:
        kinds = [m.label for m in modifiers]
        left = self._represents_left(start, words, ending)
        plural = {n for n, _ in head.attributes.get("readings", ())} == {PLURAL}
        headed = head.label == "CHIEF" or any(row[0] == "CHIEF" for row in head.attributes.get("also", ()))
        if left is not None and headed and not complement.country and not complement.institution:
            if left.label == "INSTITUTION":
                office = left.norm
                complement.institution_country = left.rule.partition(".")[2].partition(".")[2]
            elif (
                left.label in _ORGANIZATIONS
                and not plural
                and office in ("head_of_state", "head_of_parliament", "other")
            ):
                office = "head_of_organization"
        if "DEPUTY" in kinds:
            office = self._file.deputy_of.get(
                office, office if office in ("deputy_head_of_government", "deputy_minister") else "other"
            )
        if "FORMER" in kinds:
            office = self._file.former_of.get(office, office)
        if left is not None and left.label == "INSTITUTION":
            if left.attributes.get("extra") in _MINISTRIES:
                office = self._at_ministry.get(head.rule, office)
            complement.institution_country = (
                complement.institution_country or left.rule.partition(".")[2].partition(".")[2]
            )
            left = self._represents_left(left.start, words, ending) or left
        elif (
            left is not None
            and left.label in _ORGANIZATIONS
            and not complement.country
            and not modifiers
            and not plural
        ):
            office = self._at_body.get(head.rule, office)
        organization = complement.organization or (
            left.norm if left is not None and left.label in _ORGANIZATIONS else ""
        )
        stated = left is not None and left.label not in _ORGANIZATIONS and left.label != "INSTITUTION"
        country = complement.country or (left.norm if left is not None and stated else "")
        if office == "regional_head":
            country = country or complement.city_country
        if not organization:
            country = country or complement.institution_country
        if office == "head_of_organization" and organization:
            country = ""
        source = modifiers[0] if modifiers and modifiers[0].label in ("DEPUTY", "ACTING") else head
        readings = source.attributes.get("readings", ())
        numbers = {n for n, _ in readings}
        if source is not head and plural and any(case in ("nom", "any") for _, case in head.attributes["readings"]):
            numbers = {PLURAL}  # "deputy ministers": the noun, not the modifier, has the number
        if start and fold(words[start - 1]) in self._several:
            numbers = {PLURAL}  # "два президента": a numeral that governs the singular
        if any(tuple(fold(w) for w in words[start - len(o) : start]) == o for o in self._one_of):
            numbers, readings = {SINGULAR}, ()
        number = "pl" if numbers == {PLURAL} else ("sg" if PLURAL not in numbers else "either")
        attributes: dict[str, Any] = {
            "office": office,
            "country": country,
            "organization": organization,
            "abroad": complement.abroad,
            "number": number,
            "readings": list(readings),
            "acting": "ACTING" in kinds,
            "former": "FORMER" in kinds,
            "weak": head.attributes.get("extra") == "needs_country" and not country and not organization,
            "left": left.start if left is not None else start,
            "bare": complement.end == head.end,
            # the office of whom the holder serves, where the title ends with it: "aide to President"
            "serves": complement.inner_office if complement.inner_end == max(end, head.end) else "",
            "plain": not (complement.words or complement.institution or complement.has_name or start < first.start),
            "heads": [[m.start, m.end, m.attributes.get("lemma", "")] for m in (modifiers[:1] or [head])],
        }
        rule = head.rule
        return Mention("TITLE", start, max(end, head.end), office, rule, attributes)

    def _represents_left(self, start: int, words: Sequence[str], ending: dict[int, Mention]) -> Mention | None:
        """The state or body that stands before a title: "Kazakh", "Azerbaijan's own", "CSTO"."""
        position = start
        if position and fold(words[position - 1]) in ("own", "new", "current"):
            position -= 1
        while position and fold(words[position - 1]) in self._frame.possessive:
            position -= 1
        previous = ending.get(position)
        if previous is not None and previous.label in self._frame.left:
            return previous
        return None
