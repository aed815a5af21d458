"""Documents: what was signed, adopted, planned, with title, fate, day and parties."""

from cisner.relations.documents.finding import Document as Document, find_documents as find_documents
from cisner.relations.documents.signing import Signing as Signing
