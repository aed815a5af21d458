"""The whole check of the pattern files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cisner.errors import CisnerError, ResourceError
from cisner.patterns import LANGUAGES, load_cues, load_lexicon
from cisner.resources import patterns_folder
from cisner.rules.finding import Finding, Severity, error, warning
from cisner.rules.inventory import RuleEntry, rules_of
from cisner.vocabulary import AgreementKind, Office

_PATTERN_FILES = ("lexicon.toml", "cues.toml", "dates.toml", "morphology.toml", "names.toml", "examples.toml")
_KNOWLEDGE_FILES = ("countries.toml", "cities.toml", "organizations.toml", "offices.toml")


@dataclass(slots=True)
class CheckReport:
    """What a check found.

    Attributes:
        findings: Findings, errors first.
        rules: Number of rules per language.
        examples: Number of examples and counter-examples per language.
    """

    findings: list[Finding] = field(default_factory=list)
    rules: dict[str, int] = field(default_factory=dict)
    examples: dict[str, int] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(f.severity is severity for f in self.findings)

    def as_json(self) -> dict[str, Any]:
        """One JSON object."""
        return {
            "rules": self.rules,
            "examples": self.examples,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "findings": [finding.as_json() for finding in self.findings],
        }


def check_patterns(own: Path | None = None, languages: Sequence[str] = LANGUAGES) -> CheckReport:
    """Check the pattern files: the built-in ones, or a folder laid over them.

    Args:
        own: A user's folder. The warnings are then about what it adds; errors are told wherever they are.
        languages: The languages whose rules are checked.
    """
    report = CheckReport()
    folders = [patterns_folder(), *([own] if own else [])]
    found: list[Finding] = []
    if own is not None:
        found += _strange_files(own)
    try:
        from cisner.rules.knowledge import check_knowledge

        found += check_knowledge(folders)
    except (ResourceError, ValueError) as fault:
        found.append(error("file", "knowledge", "", str(fault)))
    inventory: dict[str, dict[str, RuleEntry]] = {}
    for language in languages:
        try:
            rules = inventory[language] = rules_of(folders, language)
            found += _check_language(folders, own, language, rules)
        except (CisnerError, ValueError) as fault:
            found.append(error("file", language, "", str(fault)))
            continue
        report.rules[language] = len(rules)
        report.examples[language] = sum(len(r.examples) + len(r.counter_examples) for r in rules.values())
    if own is None and len(inventory) == len(LANGUAGES):
        found += _parity(inventory)
    report.findings = sorted(found, key=lambda f: list(Severity).index(f.severity))
    return report


def _check_language(
    folders: Sequence[Path], own: Path | None, language: str, rules: dict[str, RuleEntry]
) -> Iterator[Finding]:
    from cisner.rules.firing import Firing, check_examples
    from cisner.rules.forms import check_forms

    yield from _check_values(folders, language)
    firing = Firing(language, own)
    concerned = {key for key, rule in rules.items() if own is None or rule.own}
    for finding in (*check_forms(firing, language, rules.values()), *check_examples(firing, language, rules.values())):
        if finding.severity is Severity.ERROR or finding.rule in concerned:
            yield finding


def _check_values(folders: Sequence[Path], language: str) -> Iterator[Finding]:
    """Values outside the vocabularies of the records, and cues of a type that nothing reads."""
    offices, kinds = {office.value for office in Office}, {kind.value for kind in AgreementKind}
    lexicon = load_lexicon(folders, language)
    for role in lexicon.role:
        for office in filter(None, (role.office, role.at_ministry, role.at_organization, role.at_security_council)):
            if office not in offices:
                yield error("value", language, f"role.{role.name}", f"no office {office!r}")
    for institution in lexicon.institution:
        if institution.office not in offices:
            yield error("value", language, f"institution.{institution.cls}", f"no office {institution.office!r}")
    for agreement in lexicon.agreement:
        if agreement.kind not in kinds:
            yield error("value", language, f"agreement.{agreement.kind}", "no such kind of document")
    types = {cue.type for cue in load_cues(folders[:1], language).cue}
    for cue in load_cues(folders, language).cue:
        if cue.type not in types:
            yield error("value", language, f"cue.{cue.name}", f"no type {cue.type!r}: nothing would read it")


def _strange_files(own: Path) -> Iterator[Finding]:
    """Files of a user's folder that cisner never opens."""
    read = {Path(language, name) for language in LANGUAGES for name in _PATTERN_FILES}
    read |= {Path("knowledge", name) for name in _KNOWLEDGE_FILES}
    for path in sorted(own.rglob("*")):
        inside = path.relative_to(own)
        if path.is_dir() or inside in read or inside.name.startswith(".") or path.suffix in (".md", ".txt"):
            continue
        if inside.parent == Path("knowledge", "people") and path.suffix == ".toml":
            continue
        yield warning("file", inside.as_posix(), "", "is not a pattern file: cisner does not read it")


def _parity(inventory: dict[str, dict[str, RuleEntry]]) -> Iterator[Finding]:
    """Rules that only one language has. Dates differ by nature; what a user adds may be for one language."""
    known = Counter(key for rules in inventory.values() for key in rules)
    for language, rules in inventory.items():
        for key, rule in rules.items():
            if known[key] < len(inventory) and not rule.own and rule.section != "date":
                yield warning("parity", language, key, "has no counterpart in the other language")
