"""Rules: hard ones refuse, soft ones warn, both say why in each language."""

import pytest

from domain.kernel.errors import Invalid, Message
from domain.kernel.rule import BROKEN, Finding, Rule, reading, warnings_of

HARD = Rule("too_short", "Minstens {least} minuten.", "Au moins {least} minutes.", "At least {least} minutes.", "R11")
SOFT = Rule("no_break", "Neem een pauze.", "Faites une pause.", "Take a break.", "R12", "warning", ("source",))


def test_a_broken_hard_rule_refuses_with_every_hard_finding() -> None:
    findings = [HARD.broken("/ends_at", least=15), SOFT.broken(), HARD.broken("/starts_at", least=20)]
    with pytest.raises(Invalid) as refused:
        warnings_of(findings)
    assert refused.value.message is BROKEN
    assert [(one.pointer, one.message.code, one.data) for one in refused.value.details] == [
        ("/ends_at", "too_short", {"least": 15}),
        ("/starts_at", "too_short", {"least": 20}),
    ]


def test_a_refusal_can_have_words_of_its_own() -> None:
    words = Message("plan_refused", "Dit plan kan niet.", "Ce plan est impossible.", "This plan cannot be.")
    with pytest.raises(Invalid) as refused:
        warnings_of([HARD.broken(least=1)], words)
    assert refused.value.message is words


def test_soft_findings_are_given_back() -> None:
    findings = [SOFT.broken("/starts_at")]
    assert warnings_of(findings) == findings
    assert warnings_of([]) == []


def test_a_warning_is_kept_in_all_languages_and_read_in_one() -> None:
    record = Finding(HARD, "/ends_at", {"least": 15}).record()
    assert record == {
        "rule": "R11",
        "code": "too_short",
        "pointer": "/ends_at",
        "detail": {"nl": "Minstens 15 minuten.", "fr": "Au moins 15 minutes.", "en": "At least 15 minutes."},
    }
    assert reading(record, "fr")["detail"] == "Au moins 15 minutes."
    assert reading(record, "ar")["detail"] == "Minstens 15 minuten."
