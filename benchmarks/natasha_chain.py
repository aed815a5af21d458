"""A process of its own: segmentation, morphology, syntax, names, normal forms, dates."""

import json
import sys
import time
from importlib.metadata import version

from natasha import (
    PER,
    DatesExtractor,
    Doc,
    MorphVocab,
    NamesExtractor,
    NewsEmbedding,
    NewsMorphTagger,
    NewsNERTagger,
    NewsSyntaxParser,
    Segmenter,
)

rows = [json.loads(line) for line in sys.stdin.buffer]
texts = [row["text"] for row in rows if "warming" not in row]
begin = time.process_time()
segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
parts, dates = NamesExtractor(vocabulary), DatesExtractor(vocabulary)
load = time.process_time() - begin


def chain(text: str) -> int:
    """Does all of it; the number of names and dates."""
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_morph(morphology)
    for token in doc.tokens:
        token.lemmatize(vocabulary)
    doc.parse_syntax(syntax)
    doc.tag_ner(names)
    for span in doc.spans:
        span.normalize(vocabulary)
        if span.type == PER:
            span.extract_fact(parts)
    return len(doc.spans) + sum(1 for _ in dates(text))


for row in rows:
    if "warming" in row:
        chain(row["text"])
begin = time.process_time()
found = sum(chain(text) for text in texts)
seconds = time.process_time() - begin
print(json.dumps({"version": version("natasha"), "seconds": seconds, "load": load, "found": found}))
