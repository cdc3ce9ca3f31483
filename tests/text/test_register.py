"""The people of an article: by surname, with particles, and left open where two fit."""

from collections.abc import Iterable

import pytest

from kingmaker.model import EntityKind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.register import Register


def register(*names: str, published: str | None = None, genders: Iterable[str] = ()) -> Register:
    """Make a register of an article that names these people in this order."""
    made = Register("article:0", published)
    told = [*genders] + [""] * len(names)
    made.read(Mention(0, at, at + 1, at, MentionKind.PERSON, name, told[at]) for at, name in enumerate(names))
    return made


def bearers(of: Register, text: str) -> list[str]:
    return [p.name for p in of.bearers(text)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Grace Obi", "Obi"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Ursula von der Leyen", "Leyen"),
        ("Joost van Dam", "van Dam"),
        ("Mary Anne Whelan", "Mary Whelan"),
        ("José María Ibáñez", "Ibanez"),
        ("Grace Obi", "grace obi"),
        ("Grace Obi", "Grace"),
        ("Lord Rudd of Harle", "Rudd"),
        ("Siân Ní Bhriain", "Ní Bhriain"),
        ("Daniel O'Neill", "O'Neill"),
        ("Hye-jin Park", "Park"),
    ],
)
def test_register_finds_a_person_by_part_of_the_name(full: str, short: str) -> None:
    assert bearers(register(full), short) == [full]


@pytest.mark.parametrize(
    ("full", "other"),
    [("Grace Obi", "Eze"), ("Grace Obi", "Ada Obi"), ("Grace Obi", "Ob"), ("Ursula von der Leyen", "von")],
)
def test_register_does_not_take_one_person_for_another(full: str, other: str) -> None:
    assert bearers(register(full), other) == []


def test_register_leaves_a_surname_of_two_open() -> None:
    assert sorted(bearers(register("Grace Obi", "Ada Obi"), "Obi")) == ["Ada Obi", "Grace Obi"]


def test_register_links_neither_of_two_to_a_bare_surname() -> None:
    people = register("Grace Obi", "Ada Obi", "Obi").people
    assert [p.name for p in people] == ["Grace Obi", "Ada Obi"]
    assert all("Obi" not in p.names for p in people)


def test_register_finds_the_bearer_of_a_surname_told_first() -> None:
    people = register("Obi", "Grace Obi").people
    assert [(p.name, sorted(p.names)) for p in people] == [("Grace Obi", ["Grace Obi", "Obi"])]


def test_register_knows_a_person_by_one_word_only_within_the_article() -> None:
    (person,) = register("Zquux").people
    assert person.private
    here, there = register("Zquux"), Register("article:1")
    there.read([Mention(0, 0, 1, 0, MentionKind.PERSON, "Zquux")])
    assert here.entity(here.people[0]).id != there.entity(there.people[0]).id


def test_register_knows_a_full_name_everywhere() -> None:
    here, there = register("Grace Obi"), Register("article:1")
    there.read([Mention(0, 0, 1, 0, MentionKind.PERSON, "Grace Obi")])
    entity = here.entity(here.people[0])
    assert entity.kind is EntityKind.PERSON
    assert entity.id == there.entity(there.people[0]).id


def test_register_keeps_the_gender_that_any_mention_tells() -> None:
    (person,) = register("Grace Obi", "Obi", genders=("", "f")).people
    assert person.gender == "f"


def test_register_finds_the_person_behind_an_entity() -> None:
    made = register("Grace Obi", "Ada Eze")
    for person in made.people:
        assert made.by_entity(made.entity(person)) is person


def test_register_does_not_depend_on_the_order_of_mentions() -> None:
    forth, back = register("Grace Obi", "Obi", "Ada Eze"), register("Ada Eze", "Obi", "Grace Obi")
    assert {(p.name, *sorted(p.names)) for p in forth.people} == {(p.name, *sorted(p.names)) for p in back.people}
