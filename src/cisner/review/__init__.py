"""Records for human eyes: tables and the report's text with its mentions marked. Reads records only."""

from cisner.review.spans import marked_text
from cisner.review.tables import agreements_table, attendance_table, meetings_table, print_review, problems_table

__all__ = [
    "agreements_table",
    "attendance_table",
    "marked_text",
    "meetings_table",
    "print_review",
    "problems_table",
]
