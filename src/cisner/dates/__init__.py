"""Date expressions: read as they stand, resolved, written as EDTF (ISO 8601)."""

from cisner.dates.grammar import DateGrammar as DateGrammar, Expression as Expression
from cisner.dates.resolving import Anchor as Anchor, resolve as resolve
