"""Phrases: how a line of a frame is read, what is refused, and what it finds along a sentence."""

import pytest

from kingmaker.errors import LexiconError
from kingmaker.facts.assemble import claims
from kingmaker.facts.frames import Lexicon, read_frames
from kingmaker.facts.patterns import Choice, Literal, Role, read_pattern
from kingmaker.model import Article
from kingmaker.pipeline import reading_of

FRAMES = """
kind = "Candidacy"
[[frame]]
id = "frame"
value = "considered"
phrases = [
    "{candidate} [be] in the (frame|running|mix) [(for|to) {post}]",
    "{candidate} 's name [be] in the ^hat [for {post}]",
    "{candidate} [be] ^(up for|in line for) {post}",
    "(look|turn) to {candidate} as [a] [possible] {post}",
]
roles = { post = ["for", "focus"] }
"""
DEPARTURES = """
kind = "Departure"
[[frame]]
id = "door"
value = "dismissed"
phrases = ["{holder} * ^shown the door", "{somebody} ^show {holder} the door"]
roles = { post = ["held:{holder}", "here"] }
"""


def anchors(text: str) -> list[str]:
    return [p.anchor for p in read_pattern(text, "mine.toml")]


def test_patterns_turn_on_the_first_word_that_is_not_small() -> None:
    assert anchors("{candidate} [be] in the frame") == ["frame"]
    assert anchors("{candidate} [strongly] tipped for {post}") == ["tipped"]


def test_patterns_turn_on_the_marked_word() -> None:
    assert anchors("{candidate} throw his ^hat into the ring") == ["hat"]


def test_patterns_turn_on_each_of_a_choice_of_words() -> None:
    assert anchors("{candidate} in the (frame|mix)") == ["frame", "mix"]
    assert anchors("{candidate} ^(up for|in line for) {post}") == ["up", "line"]


def test_patterns_are_cut_as_the_parser_cuts_words() -> None:
    (pattern,) = read_pattern("{candidate} 's name is neck-and-neck", "mine.toml")
    assert pattern.anchor == "name"
    assert pattern.before == (Literal("'s"), Role("candidate"))
    assert [e.word for e in pattern.after if isinstance(e, Literal)] == ["is", "neck", "-", "and", "-", "neck"]


def test_patterns_tell_what_may_be_missing() -> None:
    (pattern,) = read_pattern("{candidate} in the frame [for {post}]", "mine.toml")
    assert pattern.always == {"candidate"}
    assert pattern.roles == {"candidate", "post"}
    assert pattern.after == (Choice(((Literal("for"), Role("post")), ())),)


def test_patterns_tell_which_words_a_sentence_must_hold() -> None:
    (pattern,) = read_pattern("{candidate} 's name [be] in the ^hat (for|of) {post} [soon]", "mine.toml")
    assert pattern.needs == tuple(map(frozenset, [{"name"}, {"in"}, {"the"}, {"for", "of"}]))


WRONG = [
    ("{candidate} in the [frame", "'['"),
    ("{candidate} in the frame)", "')'"),
    ("{candidate} in (the|) frame", "empty"),
    ("{candidate} in [the ^frame]", "outside"),
    ("{candidate} ^in the ^frame", "one main word"),
    ("{candidate} up for {post}", "main word"),
    ("in the frame", "role"),
    ("{Candidate} in the frame", "{Candidate}"),
    ("candidate} in the frame", "nothing opens"),
]


@pytest.mark.parametrize(("text", "named"), WRONG, ids=[w[0] for w in WRONG])
def test_patterns_refuse_a_wrong_line_and_name_it(text: str, named: str) -> None:
    with pytest.raises(LexiconError) as refused:
        read_pattern(text, "mine.toml: frame 'x'")
    assert "mine.toml: frame 'x'" in str(refused.value)
    assert repr(text) in str(refused.value)
    assert named in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("{candidate} [be] in", "{holder} [be] in", "holder"),
        ("{candidate} 's name", "[{candidate} 's] name", "no role"),
        ('"{candidate} [be] ^', '"{somebody} [be] ^', "'candidate' is missing"),
        ('post = ["for", "focus"]', 'post = ["{place}"]', "place"),
    ],
)
def test_frames_refuse_phrases_that_do_not_fill_their_roles(old: str, new: str, named: str) -> None:
    assert old in FRAMES
    with pytest.raises(LexiconError, match=named):
        read_frames(FRAMES.replace(old, new), "mine.toml")


def said(text: str) -> set[str]:
    lexicon = Lexicon([*read_frames(FRAMES, "mine.toml"), *read_frames(DEPARTURES, "yours.toml")])
    found = claims(reading_of(Article.of(text)), lexicon)
    return {
        " ".join((dict(c.situation.roles).get("candidate") or dict(c.situation.roles)["holder"]).label.split()[:1])
        + (" not" if c.polarity == "negative" else "")
        + (f" {c.certainty}" if c.certainty != "certain" else "")
        for c in found
        if c.situation.kind != "Tenure"
    }


FOUND = [
    ("Ada Eze is in the frame for governor of Lagos.", {"Ada"}),
    ("Ada Eze, 54, is said to be in the running to become governor of Lagos.", {"Ada probable"}),
    ("Ada Eze and Bo Li are in the mix for the post of governor of Lagos.", {"Ada", "Bo"}),
    ("Ada Eze, who ran a bank, is still not in the frame for governor of Lagos.", {"Ada not"}),
    ("Ada Eze could be in the mix for governor of Lagos.", {"Ada possible"}),
    ("Ada Eze's name is in the hat for governor of Lagos.", {"Ada"}),
    ("The party may turn to former banker Ada Eze as governor of Lagos.", {"Ada possible"}),
    ("Foreign Minister Ada Eze was rudely shown the door as foreign minister of Ghana.", {"Ada"}),
    ("Bo Li never showed Ada Eze, the foreign minister of Ghana, the door.", {"Ada not"}),
    ("The party of Ada Eze is in the frame for governor of Lagos.", set()),
    ("Ada Eze is in the frame for an award.", set()),
    ("Ada Eze was in the picture of the governor of Lagos.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[f[0] for f in FOUND])
def test_phrases_find_their_roles_along_the_sentence(text: str, expected: set[str]) -> None:
    assert said(text) == expected


@pytest.mark.model
def test_phrases_are_quoted_whole() -> None:
    lexicon = Lexicon(read_frames(FRAMES, "mine.toml"))
    found = claims(reading_of(Article.of("Ada Eze is also in the frame for governor of Lagos, he said.")), lexicon)
    assert [c.evidence[0].quote for c in found] == ["Ada Eze is also in the frame for governor of Lagos"]
