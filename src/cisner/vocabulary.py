"""The closed vocabularies of the records; what each word means is the annotation guideline's to say."""

from enum import StrEnum
from operator import attrgetter


class _Words(StrEnum):
    """A closed vocabulary."""


# what `value` is anyway, without the detour in Python that it takes for every value of every record
_Words.value = property(attrgetter("_value_"))  # type: ignore[method-assign, assignment]


class EntityLabel(_Words):
    """What a mention names."""

    PERSON = "PERSON"
    ROLE = "ROLE"
    COUNTRY = "COUNTRY"
    ORGANIZATION = "ORGANIZATION"
    CITY = "CITY"
    DATE = "DATE"
    MEETING = "MEETING"
    AGREEMENT = "AGREEMENT"


class Level(_Words):
    """Who meets; for two sides, the level of the higher one."""

    HEADS_OF_STATE = "heads_of_state"
    HEADS_OF_GOVERNMENT = "heads_of_government"
    FOREIGN_MINISTERS = "foreign_ministers"
    DEFENCE_MINISTERS = "defence_ministers"
    MINISTERS = "ministers"
    PARLIAMENT = "parliament"
    PERMANENT_REPRESENTATIVES = "permanent_representatives"
    OFFICIALS = "officials"
    MIXED = "mixed"


class Format(_Words):
    """How a meeting is held; a meeting may have several."""

    INFORMAL = "informal"
    NARROW = "narrow"
    EXPANDED = "expanded"
    EXTRAORDINARY = "extraordinary"
    VIDEOCONFERENCE = "videoconference"
    TELEPHONE = "telephone"
    BILATERAL = "bilateral"
    VISIT = "visit"


class Office(_Words):
    """Class of a role."""

    HEAD_OF_STATE = "head_of_state"
    FORMER_HEAD_OF_STATE = "former_head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD_OF_GOVERNMENT = "deputy_head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    DEFENCE_MINISTER = "defence_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    HEAD_OF_PARLIAMENT = "head_of_parliament"
    PARLIAMENTARIAN = "parliamentarian"
    AMBASSADOR = "ambassador"
    HEAD_OF_ORGANIZATION = "head_of_organization"
    SECURITY_COUNCIL_SECRETARY = "security_council_secretary"
    REGIONAL_HEAD = "regional_head"
    AGENCY_HEAD = "agency_head"
    PRESIDENTIAL_STAFF = "presidential_staff"
    OTHER = "other"


class MeetingStatus(_Words):
    """Whether a meeting took place: held covers one under way, cancelled a postponed one."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class AttendanceStatus(_Words):
    """Whether a person took part."""

    ATTENDED = "attended"
    EXPECTED = "expected"
    ABSENT = "absent"


class Mode(_Words):
    """How a person took part, where the text says so."""

    VIDEOCONFERENCE = "videoconference"


class Function(_Words):
    """What a person was at the meeting."""

    HOST = "host"
    CHAIR = "chair"
    OBSERVER = "observer"
    PARTICIPANT = "participant"


class Verdict(_Words):
    """What the known terms of office say of a stated capacity on the day of the meeting."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    FORMER = "former"
    ELECT = "elect"
    ACTING = "acting"
    UNKNOWN = "unknown"


class Basis(_Words):
    """Whether the report itself gives the person and the capacity, or terms of office and membership do."""

    STATED = "stated"
    INFERRED = "inferred"


class AgreementKind(_Words):
    """Kind of a document."""

    AGREEMENT = "agreement"
    TREATY = "treaty"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    COMMUNIQUE = "communique"
    DECISION = "decision"
    RESOLUTION = "resolution"
    CONCEPT = "concept"
    STRATEGY = "strategy"
    PROGRAMME = "programme"
    PLAN = "plan"
    ROADMAP = "roadmap"
    CONVENTION = "convention"
    CHARTER = "charter"
    CONTRACT = "contract"
    OTHER = "other"


class AgreementStatus(_Words):
    """How far a document has come."""

    SIGNED = "signed"
    ADOPTED = "adopted"
    PLANNED = "planned"
    RATIFIED = "ratified"
    REJECTED = "rejected"
