"""Why a record says what it says: for each field the words, the rule, and what it was resolved from."""

from cisner.explaining.explain import Explainer as Explainer
from cisner.explaining.model import (
    Explained as Explained,
    Explanation as Explanation,
    Reason as Reason,
    Unrecorded as Unrecorded,
    Words as Words,
)
