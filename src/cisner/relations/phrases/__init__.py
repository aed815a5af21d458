"""Meeting phrases: a meeting noun or the name of a body with all that belongs to it."""

from cisner.relations.phrases.finding import find_phrases as find_phrases
from cisner.relations.phrases.formats import is_beside_region as is_beside_region
from cisner.relations.phrases.model import Phrase as Phrase
