"""From mentions to relations: who is who, which meetings there were, who attended them, what was signed.

Everything here works on sequences of typed mentions and the words between them; a language decides only which words
belong to which class of gap.
"""
