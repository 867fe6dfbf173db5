"""The rules of content, on plain data."""

import pytest

from domain.catalogue.rules import Arrow, check_duration, check_mind_map, check_question, check_text, is_open

OPEN = {
    "nl": [
        "Vertel eens: wie is uw kind?",
        "Hoe gaat het met slapen?",
        "Als u terugkijkt, wat viel dan op?",
        "Waarmee je blij bent: wat is dat?",
        "Denk eens terug: wat lukte?",
        "Stel je voor dat het juni is: wat is er dan anders?",
        "Met wie speelt je kind?",
    ],
    "fr": [
        "Qu'est-ce que tu aimes faire ?",
        "Qu’espérez-vous de cette année ?",
        "Que faites-vous le matin ?",
        "En dehors de l'école, que fait-il ?",
        "Racontez-moi : qui est votre enfant ?",
        "Dites-nous ce qui compte pour vous.",
        "À quoi votre enfant joue-t-il ?",
        "Lesquelles préférez-vous ?",
        "Imaginez-vous en juin : quelle est la différence ?",
    ],
    "en": ["Tell me: who is your child?", "What is it like?", "Which of these would you choose?", "Wasps: what then?"],
    "ar": ["كيف يشعر طفلكم؟"],
}
CLOSED = {
    "nl": [
        "Slaapt uw kind goed?",
        "Lust je kind groenten? Ja, of eet het andere dingen?",
        "Is er iets?",
        "«Kan je dat?»",
        "Hebt u een vraag?",
        "Groeit het plantje?",
    ],
    "fr": [
        "Est-ce que ça va ?",
        "Avez-vous des questions ?",
        "Votre enfant dort-il bien ?",
        "Y a-t-il des soucis ?",
        "Te sens-tu bien ?",
        "Pouvons-nous vous aider ?",
        "As-tu vu ce que nous faisons ?",
    ],
    "en": [
        "Do you sleep well?",
        "Isn’t it nice?",
        "“Would you come?”",
        "can you stay",
        "Are you happy with what we do?",
    ],
    "ar": ["هل ينام طفلكم جيدًا؟"],
}


@pytest.mark.parametrize(("language", "question"), [(lang, said) for lang, all_ in OPEN.items() for said in all_])
def test_an_open_question_passes(language: str, question: str) -> None:
    assert is_open(question, language)


@pytest.mark.parametrize(("language", "question"), [(lang, said) for lang, all_ in CLOSED.items() for said in all_])
def test_a_question_for_yes_or_no_does_not(language: str, question: str) -> None:
    assert not is_open(question, language)


def test_each_language_of_both_wordings_is_checked() -> None:
    good, closed, long = "Wat helpt?", "Do you?", "Quoi " + "x" * 156
    found = check_question({"nl": good, "en": closed}, {"nl": good, "fr": long, "en": None})
    assert [(one.rule.number, one.rule.code, one.pointer) for one in found] == [
        ("R37", "question_not_open", "/text/en"),
        ("R37", "question_too_long", "/plain/fr"),
    ]
    assert check_question({"nl": "Wat " + "x" * 156}, {}) == []


def test_a_text_is_complete_in_three_languages() -> None:
    assert check_text({"nl": "a", "fr": "b", "en": "c"}) == []
    (found,) = check_text({"nl": "a", "en": ""})
    assert (found.rule.number, found.data) == ("R36", {"missing": "fr, en"})


@pytest.mark.parametrize(("shortest", "longest", "fits"), [(5, 10, True), (4, 10, False), (5, 11, False)])
def test_a_reverse_conversation_is_short(shortest: int, longest: int, fits: bool) -> None:
    assert (check_duration("reverse-conversation", shortest, longest) == []) is fits
    assert check_duration("home-visit", shortest, longest) == []


NODES = ["who", "ask", "topic"]
CHAIN = [Arrow("who", "ask"), Arrow("ask", "topic")]


@pytest.mark.parametrize(
    ("nodes", "edges", "codes"),
    [
        (NODES, CHAIN, []),
        (NODES, [*CHAIN, Arrow("topic", "who", feedback=True)], []),
        (NODES, [*CHAIN, Arrow("topic", "who")], ["mind_map_circle"]),
        (NODES, [*CHAIN, Arrow("topic", "topic")], ["mind_map_circle"]),
        ([*NODES, "lonely"], CHAIN, ["mind_map_orphan"]),
        ([*NODES, "root"], [*CHAIN, Arrow("root", "who")], ["mind_map_roots", "mind_map_roots"]),
        (NODES, [*CHAIN, Arrow("topic", "nowhere")], ["mind_map_unknown_node"]),
    ],
)
def test_a_mind_map_leads_somewhere(nodes: list[str], edges: list[Arrow], codes: list[str]) -> None:
    assert [found.rule.code for found in check_mind_map("root", nodes, edges)] == codes
