"""What belongs to a role word: institution, state, body and portfolio after it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cisner.mentions import Mention

ORGANIZATIONS = frozenset({"ORGANIZATION", "ORGAN"})
MINISTRIES = frozenset({"ministry", "foreign_ministry", "defence_ministry"})
_FOREIGN = "foreign_ministry"
_STAFF = "presidential_administration"
_STATES = frozenset({"COUNTRY", "ADJECTIVE", "DEMONYM"})


@dataclass(slots=True)
class Complement:
    """What follows a role word.

    Attributes:
        end: Token after the last.
        country: Code of the state.
        organization: Acronym of the body.
        abroad: State or body where an ambassador is.
        institution: Office of those who head the institution.
        institution_class: Its class.
        institution_country: Code of the state whose institution it is.
        owners: The states of all institutions, in order.
        city_country: Code of the state of a city.
        has_name: Whether there is a name of an agency, a company or the like.
        inner_office: Office of a second role word ("aide to the President").
        inner_end: Token after that word.
        by_noun: Whether the state is a noun.
        words: How many other words there are.
        reached: Whether the rest of an institution up to the name belongs to it.
    """

    end: int
    country: str = ""
    organization: str = ""
    abroad: str = ""
    institution: str = ""
    institution_class: str = ""
    institution_country: str = ""
    owners: list[str] = field(default_factory=list)
    city_country: str = ""
    has_name: bool = False
    inner_office: str = ""
    inner_end: int = -1
    by_noun: bool = False
    words: int = 0
    reached: bool = False

    def take(self, mention: Mention, abroad: bool) -> None:
        """Take in a mention, one that stands after "ambassador to" as a place abroad."""
        label = mention.label
        if abroad and (label in _STATES or label in ORGANIZATIONS):
            self.abroad = self.abroad or mention.norm
        elif abroad and label == "CITY":
            self.abroad = self.city_country = mention.rule.partition(".")[2]
        elif label in _STATES:
            if not self.country:
                self.country, self.by_noun = mention.norm, label == "COUNTRY"
        elif label in ORGANIZATIONS:
            self.organization = self.organization or mention.norm
            if label == "ORGAN" and not self.institution:
                self.institution, self.institution_class = "head_of_organization", "organ"
        elif label == "INSTITUTION":
            self._take_institution(mention)
        elif label == "CITY":
            self.city_country = self.city_country or mention.rule.partition(".")[2]
        elif label in ("ROLE", "CHIEF"):
            self.inner_office = self.inner_office or mention.norm
            self.inner_end = mention.end

    def _take_institution(self, mention: Mention) -> None:
        cls = str(mention.attributes.get("extra", ""))
        if self.institution_class == "agency" and cls == "parliament":
            self.institution, self.institution_class = "parliamentarian", "parliament"
        self.institution_country = self.institution_country or state_of(mention)
        self.owners.append(state_of(mention))
        if self.institution_class == _FOREIGN and cls in (_FOREIGN, _STAFF):
            self.institution, self.institution_class = ("other" if cls == _FOREIGN else mention.norm), "section"
            return  # "head of the foreign policy department of the President's administration"
        if self.institution_class == "parliament" and cls in ("agency", "section"):
            self.institution = "parliamentarian"  # "chairman of the State Duma Committee"
            return
        if self.institution_class == "section" and cls in MINISTRIES:
            return  # "head of the press service of the Foreign Ministry"
        of_staff = cls == _STAFF  # "head of the department of culture of the President's administration"
        if not self.institution or (self.institution_class == "section" and (of_staff or not self.words)):
            self.institution, self.institution_class = mention.norm, cls


def state_of(institution: Mention) -> str:
    """Code of the state whose institution a mention is, or ""."""
    return institution.rule.partition(".")[2].partition(".")[2]
