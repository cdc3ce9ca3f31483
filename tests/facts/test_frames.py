"""The frames: each against its own sentences, and files of frames that do not hold together."""

from collections.abc import Sequence

import pytest

from kingmaker.errors import LexiconError
from kingmaker.facts.frames import FORMS, KEYS, TRIGGERS, Frame, frames, read_frames
from kingmaker.model import SHAPES, Article, Claim, Kind
from kingmaker.pipeline import extract


def cases(told: str) -> Sequence[object]:
    found = []
    for frame in frames().frames:
        for at, sentence in enumerate(getattr(frame, told)):
            found.append(pytest.param(frame, sentence, id=f"{frame.kind}-{frame.id}-{at}"))
    return found


def claims(frame: Frame, sentence: str) -> list[Claim]:
    return [c for c in extract(Article.of(sentence)) if c.situation.kind is frame.kind]


@pytest.mark.model
@pytest.mark.parametrize(("frame", "sentence"), cases("matches"))
def test_frames_give_what_their_sentences_tell(frame: Frame, sentence: str) -> None:
    values = [c.situation.value for c in claims(frame, sentence)]
    if frame.kind in (Kind.PREFERENCE, Kind.TENURE):  # the words and the tense tell the value
        assert values
    else:
        assert frame.value in values


@pytest.mark.model
@pytest.mark.parametrize(("frame", "sentence"), cases("rejects"))
def test_frames_give_nothing_for_what_only_looks_alike(frame: Frame, sentence: str) -> None:
    assert claims(frame, sentence) == []


def test_frames_cover_every_kind() -> None:
    assert {frame.kind for frame in frames().frames} == set(Kind)


def test_frames_have_ids_of_their_own() -> None:
    ids = [frame.id for frame in frames().frames]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("frame", frames().frames, ids=lambda f: f"{f.kind}-{f.id}")
def test_frames_show_what_they_match_and_what_not(frame: Frame) -> None:
    assert frame.matches and frame.rejects


@pytest.mark.parametrize("frame", frames().frames, ids=lambda f: f"{f.kind}-{f.id}")
def test_frames_are_found_by_each_lemma_of_their_trigger(frame: Frame) -> None:
    assert frame.lemmas
    for lemma in frame.lemmas:
        assert lemma == lemma.lower()
        assert frame in frames().of(frame.trigger, lemma)


GOOD = """
kind = "Backing"
[[frame]]
id = "back"
value = "supports"
verbs = ["back"]
roles = { backer = ["subject"], candidate = ["object"] }
"""

# What is wrong, the words put in the place of others, and what the message must name.
WRONG = [
    ("unknown key", 'verbs = ["back"]', 'verbs = ["back"]\nsubjects = ["x"]', ["subjects", "need", "roles"]),
    ("unknown kind", '"Backing"', '"Support"', ["Support", *Kind]),
    ("no kind", 'kind = "Backing"', "", ["kind", *Kind]),
    ("value of another kind", '"supports"', '"declared"', ["declared", *SHAPES[Kind.BACKING].values]),
    ("no value", 'value = "supports"', "", ["value", *SHAPES[Kind.BACKING].values]),
    ("role of another kind", "backer =", "holder =", ["holder", *SHAPES[Kind.BACKING].roles]),
    (
        "needed role missing",
        'backer = ["subject"], ',
        "",
        ["'backer'", "missing", *SHAPES[Kind.BACKING].needed],
    ),
    (
        "unknown slot class",
        "roles =",
        'need = { object = ["@minister"] }\nroles =',
        ["@minister", "@person", "@post"],
    ),
    (
        "unknown class to avoid",
        "roles =",
        'avoid = { for = ["@stuff"] }\nroles =',
        ["avoid", "@stuff", "@any"],
    ),
    ("two triggers", 'verbs = ["back"]', 'verbs = ["back"]\nnouns = ["backing"]', [*TRIGGERS]),
    ("no trigger", 'verbs = ["back"]', "", [*TRIGGERS]),
    ("no id", 'id = "back"', "", ["id", "missing"]),
    ("unknown form", 'verbs = ["back"]', 'verbs = ["back"]\nform = "sideways"', ["form", "sideways", *FORMS]),
    (
        "unknown voice",
        'verbs = ["back"]',
        'verbs = ["back"]\nvoice = "middle"',
        ["voice", "middle", "passive"],
    ),
    (
        "unknown kind of a second situation",
        'verbs = ["back"]',
        'verbs = ["back"]\nalso = [{ kind = "Reign", roles = {} }]',
        ["Reign", *Kind],
    ),
    (
        "role of a second situation missing",
        'verbs = ["back"]',
        'verbs = ["back"]\nalso = [{ kind = "Tenure", value = "former", roles = { holder = ["object"] } }]',
        ["'post'", "missing"],
    ),
]


@pytest.mark.parametrize(("old", "new", "named"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_frames_refuse_a_wrong_entry_and_name_it(old: str, new: str, named: list[str]) -> None:
    assert old in GOOD
    with pytest.raises(LexiconError) as refused:
        read_frames(GOOD.replace(old, new), "mine.toml")
    message = str(refused.value)
    assert "mine.toml" in message
    for word in named:
        assert word in message
    if "kind" not in old and 'id = "back"' not in old and "Support" not in new:
        assert "'back'" in message or "Reign" in message


def test_frames_refuse_two_of_one_id() -> None:
    twice = GOOD + GOOD.split("\n", 2)[2]
    with pytest.raises(LexiconError, match=r"mine\.toml.*'back'"):
        read_frames(twice, "mine.toml")


def test_frames_refuse_what_is_not_toml() -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml.*not TOML"):
        read_frames("kind = Backing", "mine.toml")


# Slots, certainties and polarities that nothing knows would silently never match.
UNCHECKED = [
    ("certainty", 'verbs = ["back"]', 'verbs = ["back"]\ncertainty = "maybe"'),
    ("polarity", 'verbs = ["back"]', 'verbs = ["back"]\npolarity = "upside-down"'),
    ("a role's slots as one word", 'backer = ["subject"]', 'backer = "subject"'),
    ("a trigger as one word", 'verbs = ["back"]', 'verbs = "back"'),
]


@pytest.mark.parametrize(("old", "new"), [w[1:] for w in UNCHECKED], ids=[w[0] for w in UNCHECKED])
def test_frames_refuse_values_of_the_wrong_sort(old: str, new: str) -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        read_frames(GOOD.replace(old, new), "mine.toml")


def test_frames_read_back_what_a_file_tells() -> None:
    (frame,) = read_frames(GOOD, "mine.toml")
    assert (frame.kind, frame.id, frame.value) == (Kind.BACKING, "back", "supports")
    assert (frame.trigger, frame.lemmas) == ("verbs", ("back",))
    assert frame.roles == {"backer": ("subject",), "candidate": ("object",)}
    assert set(KEYS) >= {"id", "value", "need", "avoid", "matches", "rejects"}
