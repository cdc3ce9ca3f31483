"""Blocks of whole articles: what each line is, and that no character is lost."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.articles import blocks
from kingmaker.model import Article, Block

BODY = [
    "The health minister, Ada Quill, is thought to have turned down the chair of the commission, two"
    " officials said on Monday, leaving the field to her deputy.",
    "Her deputy, Tom Brandt, has the backing of the party's northern wing. He would not say whether he"
    " wanted the job, but friends say he has been telephoning members for weeks.",
    "A vote is expected in May.",
]


def told(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(b.role, " ".join(b.text.split())) for b in blocks(Article.of(text, title=title))]


def roles(text: str, title: str | None = None) -> list[str]:
    return [role for role, _ in told(text, title)]


# A letter a role: what stands before a line is what the line should be.
LETTERS = {
    "H": "headline", "S": "standfirst", "h": "heading", "p": "paragraph", "f": "furniture",
}  # fmt: skip
PAGES = {
    "a broadcaster's page": """\
f Politics

H Quill turns down commission job

f By Jane Smith, Political Editor
f Published: 07:02, 14 Nov 2023
f Share this | Copy link

p The health minister has turned the job down, officials said.

f Please use Chrome browser for a more accessible video player


f 0:30

f Quill speaks to reporters outside the ministry.

h Brandt could take over

p Her deputy is ready, a friend said.

f More on Ada Quill

p He has not said so himself.

f Image caption: The ministry in winter

p A vote is expected in May.

f Articles You May Like

f Storm closes harbour for third day. Again.
f A very long story about ferries.""",
    "a tabloid with bullets": """\
H QUILL: I'M OUT!

S - Minister turns down top job
S - Deputy in pole position

f By our Westminster team

p ADA Quill said no last night.

h LORD TOM

p Tom Brandt will stand.

f READ MORE ON THE COMMISSION
f WHO'S WHO Meet the candidates
f HAVE YOUR SAY Is Tom the one?""",
    "a sentence between headline and byline is a standfirst": """\
H Quill turns down commission job

S The minister's deputy is the favourite after a week of rumours.

f Jane Smith in Vessek

p The health minister has turned the job down, officials said.

p A vote is expected in May.""",
    "a live blog": """\
H LIVE: Commission picks its chair

f Newest posts first

f 17.52
h It's Brandt
p Tom Brandt has won by two votes.

f 17.31
p Members are voting. Quill is not among them.

f 16:05

p Good afternoon and welcome.""",
    "a newsletter": """\
H THE QUAY STREET BRIEFING
S Your morning note from the harbour

p Good morning. Ada Quill is staying put.

p • Tom Brandt has been nominated.
p • Nobody else has.

f Was this email forwarded to you? Sign up here. | Unsubscribe""",
    "a wire story": """\
H Brandt wins commission vote

p VESSEK (Harbour Press) - Tom Brandt was elected chair on Monday.

p "I am ready," he said.

f (Reporting by Jane Smith; editing by John Doe)

f © Harbour Press. All rights reserved.""",
    "a masthead and a menu above, labels and links below": """\
h HARBOUR NEWS
f Home
f Politics
H Brandt wins the vote for the chair

S The minister had turned the job down.

f By JANE SMITH
f Political correspondent
f JUNE 20, 2024 11:52 AM CET
f 2 MINUTES READ

p Tom Brandt was elected chair on Monday.

f Getty Images

p A vote was held at noon.

f Explore more on these topics
f Harbours
f Tom Brandt""",
    "markdown": """\
H # Brandt wins the vote

f *By Jane Smith, 26 June 2024*

p Tom Brandt was elected chair on Monday.

h ## What next

p He takes office in May.

f ![The chair](chair.png)""",
    "questions head their answers": """\
H Who will chair the commission?

p Nobody knows yet, but members have begun to talk.

h Who is ahead?

p Tom Brandt, by a little.

h What happens next?

p A vote in May.

f RELATED

f Ferries delayed again
f Who is Tom Brandt?""",
    "links in the middle do not end the article": """\
H Brandt wins commission vote

p Tom Brandt was elected chair on Monday.

f Related: Who is Ada Quill?

f Advertisement

f Story continues below advertisement

p Ada Quill had turned the job down.""",
    "a lone sentence": """\
p Tom Brandt was elected chair""",
    "a dateline and a short opening are no headline": """\
p Tom Brandt was elected chair on Monday.

p Ada Quill had turned the job down.""",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_blocks_of_a_page(page: str, line_break: str) -> None:
    lines = page.split("\n")
    text = line_break.join(line[2:] for line in lines)
    if "17.52" in text:  # a post's time and its first line share a line
        text = text.replace(f"17.52{line_break}", "17.52 ").replace(f"17.31{line_break}", "17.31 ")
    expected = [(LETTERS[line[0]], line[2:]) for line in lines if line]
    assert told(text) == expected


def wrapped(paragraphs: list[str], width: int, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_blocks_hard_wrapped_text_is_a_block_a_paragraph(width: int) -> None:
    assert told(wrapped(BODY, width)) == [("paragraph", p) for p in BODY]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_blocks_a_paragraph_a_line(between: str) -> None:
    assert told(between.join(BODY)) == [("paragraph", p) for p in BODY]


def test_blocks_wrapped_headline_and_heading_stay_apart() -> None:
    headline = "Quill turns down commission job and leaves the whole of the field to her ambitious deputy"
    text = wrapped([headline, BODY[0]], 72) + "\n\nA long road\n" + textwrap.fill(BODY[1], 72)
    assert told(text) == [
        ("headline", headline), ("paragraph", BODY[0]), ("heading", "A long road"), ("paragraph", BODY[1]),
    ]  # fmt: skip


def test_blocks_ragged_lines_are_joined_where_a_sentence_plainly_goes_on() -> None:
    text = "Mr Brandt said that he would take over from\nAda Quill in May, and that the party was with\nTom."
    assert told(text) == [("paragraph", text.replace("\n", " "))]


def test_blocks_a_number_or_dash_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    lines = [
        "The president can be overruled by as many votes as",
        "61. The Liberals, who have nine of the seats today",
        "– and the Greens, who have twenty – will not help.",
    ]
    text = wrapped(BODY, 52) + "\n\n" + "\n".join(lines)
    assert told(text)[len(BODY) :] == [("paragraph", " ".join(lines).replace("–", "-"))]


@pytest.mark.parametrize(
    ("title", "first_role"),
    [
        ("Brandt wins: the vote, and what it means. | Harbour Post", "headline"),
        ("Something else altogether", "paragraph"),
        (None, "paragraph"),
    ],
)
def test_blocks_the_line_that_says_the_title_is_the_headline(title: str | None, first_role: str) -> None:
    text = "Brandt wins: the vote, and what it means.\n\n" + BODY[0]
    assert roles(text, title) == [first_role, "paragraph"]


def test_blocks_links_after_the_second_paragraph_only_can_end_an_article() -> None:
    text = "Brandt wins the vote\n\nMost read\n\n" + "\n\n".join(BODY)
    assert roles(text)[-3:] == ["paragraph"] * 3


def overlapping(found: tuple[Block, ...]) -> list[Block]:
    return [b for a, b in pairwise(found) if b.span.start < a.span.end]


TRICKY = [
    "By Jane Smith", "17.31 Brandt wins", "9.15am \u00a0 “Yes”", "Related", "0:30", "Most read", "- a",
    "Who?",
    "Please use Chrome browser for a more accessible video player",
]  # fmt: skip
LINE = st.one_of(st.text(max_size=60), st.sampled_from([*TRICKY, *BODY]))
BREAK = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " \u2028", "\x0b\t", "\u200b\n"])


@given(st.lists(st.tuples(LINE, BREAK), max_size=12), st.none() | st.text(max_size=30))
def test_blocks_hold_every_character_once_and_one_to_one(parts: list[tuple[str, str]], title: str | None) -> None:
    text = "".join(line + end for line, end in parts)
    found = blocks(Article.of(text, title=title))
    assert overlapping(found) == []
    assert all(len(b.text) == len(b.span) for b in found)
    covered = "".join(text[b.span.start : b.span.end] for b in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(b.text.strip() == b.text and b.role in LETTERS.values() for b in found if "\u200b" not in text)
