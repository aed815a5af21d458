"""Which title and which state belong to which name: local patterns, lists that are zipped, and titles carried along.

Patterns run over the symbol string of a sentence (see ``symbols``). A list of states and a list of names are zipped
only if they are equally long; if not, a problem is recorded and nothing is guessed.
"""

from cisner.relations.posts.linking import link as link
from cisner.relations.posts.model import (
    COUNTERPART as COUNTERPART,
    SHARED as SHARED,
    Mismatch as Mismatch,
    Named as Named,
    Post as Post,
    post_of as post_of,
    succeeds as succeeds,
)
