"""The pattern files checked: their form, their rules on their own examples, and what stands in the way of what."""

from cisner.rules.checking import CheckReport as CheckReport, check_patterns as check_patterns
from cisner.rules.finding import Finding as Finding, Severity as Severity
