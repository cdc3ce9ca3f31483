"""Articles for the promises: sentences of which it is known how sure they are, and text of any kind."""

from collections.abc import Sequence

from hypothesis import strategies as st

from claims_told import CHIEF, NATO, PABRIKS, STOLTENBERG, SUNAK, WALLACE
from kingmaker.model import Article, Certainty, Claim, Entity, EntityKind, Evidence, Kind, Polarity, Situation

# Nobody of the lexicon has these names, so that only the article can tell who they are.
PEOPLE = ("Ann Keller", "Tom Brandt", "Clara Weber", "Paul Lindqvist", "Ines Moreau", "Karl Jonsson")
POSTS = ("secretary general of NATO", "president of the European Commission", "governor of Norges Bank")

# `{a}` and `{b}` are two people, `{post}` is a post.
PLAIN = (
    "{a} backs {b} as {post}.",
    "{a} does not oppose change, and she backs {b} as {post}.",
    "{a} is a candidate for {post}.",
    "{b} was appointed {post}.",
    "{b} resigned as {post}.",
    "{a} nominated {b} as {post}.",
    "{a} opposes {b} as {post}.",
)
HEDGED = (
    "{a} is understood to back {b} as {post}.",
    "It is possible that {a} backs {b} as {post}.",
    "{a} may back {b} as {post}.",
    "{a} might oppose {b} as {post}.",
    "{a} could run for {post}.",
    "{a} is thought to back {b} as {post}.",
    "{a} is said to have turned down the post of {post}.",
    "{a} is believed to have lobbied {b} for the post of {post}.",
    "{a} reportedly backs {b} as {post}.",
    "{b} was allegedly appointed {post}.",
    "{b} has apparently resigned as {post}.",
    "Perhaps {a} backs {b} as {post}.",
    "{a} probably backs {b} as {post}.",
    "{a} is likely to back {b} as {post}.",
    "{b} is expected to be appointed {post}.",
    "{a} appears to oppose {b} as {post}.",
    "{a} seems to back {b} as {post}.",
    "{a} considered backing {b} as {post}.",
    "{a} threatened to oppose {b} as {post}.",
    "There is speculation that {a} backs {b} as {post}.",
    "There are rumours that {b} resigned as {post}.",
    "If {a} backs {b} as {post}, the race is over.",
    "Unless {a} backs {b} as {post}, the race goes on.",
    "{a} would back {b} as {post} if she were asked.",
    "Should {a} back {b} as {post}, Hungary would object.",
    "Does {a} back {b} as {post}?",
    "It is unclear whether {a} backs {b} as {post}.",
    "Whether {a} backs {b} as {post} is unclear.",
    "{a} said she might back {b} as {post}.",
    "{a} was urged to back {b} as {post}.",
    "{a} demanded that {b} be appointed {post}.",
    "{a} wondered whether {b} was appointed {post}.",
    "{b} could have been appointed {post}.",
    "{b} is set to be appointed {post}.",
    "{b} was almost appointed {post}.",
    "{a} plans to back {b} as {post}.",
)
# Denials that are themselves in doubt: neither a fact nor a certain denial.
DOUBTED = (
    "{a} may not back {b} as {post}.",
    "{a} might refuse to back {b} as {post}.",
    "{a} is thought not to back {b} as {post}.",
    "{a} is not thought to back {b} as {post}.",
    "{a} is said to have refused to back {b} as {post}.",
    "{a} reportedly does not back {b} as {post}.",
    "If {a} does not back {b} as {post}, the race is over.",
)
DENIED = (
    "{a} is far from backing {b} as {post}.",
    "{a} no longer backs {b} as {post}.",
    "{a} said it was false that she backs {b} as {post}.",
    "{a} does not back {b} as {post}.",
    "{a} refused to back {b} as {post}.",
    "{a} declined to back {b} as {post}.",
    "{a} failed to back {b} as {post}.",
    "{a} never backed {b} as {post}.",
    "{a} has yet to back {b} as {post}.",
    "{a} ruled out backing {b} as {post}.",
    "{a} denied backing {b} as {post}.",
    "{a} denied that she was a candidate for {post}.",
    "{a} is not a candidate for {post}.",
    "{b} was not appointed {post}.",
    "{b} has not resigned as {post}.",
    "No one backs {b} as {post}.",
    "It is not true that {a} backs {b} as {post}.",
)
UNNAMED = (
    "A diplomatic source said that {a} backs {b} as {post}.",
    "According to officials, {a} backs {b} as {post}.",
    "{a} backs {b} as {post}, a diplomat said.",
    "“{a} backs {b} as {post},” said one official.",
    "Sources told Reuters that {b} was appointed {post}.",
    "Two people familiar with the matter said {a} opposes {b} as {post}.",
    "{a} backs {b} as {post}, according to three diplomats.",
    "An insider claimed that {b} resigned as {post}.",
    "A spokesman said {a} backs {b} as {post}.",
    "Sources say {a} is a candidate for {post}.",
)
# Words that are near to telling a fact, and tell none.
HELD_BACK = {
    "{a} hopes to back {b} as {post}.": "a wish",
    "Neither {a} nor {b} was appointed {post}.": "neither, nor",
    "{a} stopped short of backing {b} as {post}.": "stop short of",
    "Without backing {b} as {post}, {a} left the meeting.": "without",
    "{a} hardly backs {b} as {post}.": "hardly",
    "Reuters, citing diplomats, reported that {a} backs {b} as {post}.": "whom an outlet cites",
    "It was claimed that {a} backs {b} as {post}.": "a claim by nobody",
    "{a}, sources say, backs {b} as {post}.": "a speaker in the middle",
    "{a} did not deny backing {b} as {post}.": "what is not denied is not said",
    "{a} wants to back {b} as {post}.": "a wish",
    "{a} tried to back {b} as {post}.": "an attempt",
    "{a} pretended to back {b} as {post}.": "a pretence",
    "{a} was accused of backing {b} as {post}.": "an accusation",
    "{a} suggested that {b} resigned as {post}.": "a suggestion",
    "{a} fears that {b} was appointed {post}.": "a fear",
    "{b} was nearly appointed {post}.": "nearly",
    "{b} was to be appointed {post}.": "what was to be",
    "{b} should be appointed {post}.": "what ought to be",
    "{b} must be appointed {post}.": "what ought to be",
    "Had {a} backed {b} as {post}, he would have won.": "a condition without if",
    "Rumour has it that {a} backs {b} as {post}.": "a rumour",
}

# A departure that is demanded has not happened; that somebody demands it is opposition, and a fact.
DEMANDED = (
    "{a} urged {b} to resign as {post}.",
    "{a} called for {b} to resign as {post}.",
    "{a} wants {b} to step down as {post}.",
    "{a} has demanded that {b} be sacked as {post}.",
)
# What somebody is asked not to do: the stance turns round, and never gets lost.
DISSUADED = (
    "{a} urged {b} not to run for {post}.",
    "{a} begged {b} not to become {post}.",
    "{a} has asked {b} not to stand for {post}.",
    "{a} wants {b} not to be {post}.",
)
# What somebody wishes for another is no candidacy of his own.
WISHED = (
    "{a} wants {b} to become {post}.",
    "{a} would like {b} to be {post}.",
    "{a} hopes {b} will run for {post}.",
    "{a} wants {b} to stand for {post}.",
)
# What somebody thinks of another's coming into a post is no event.
ATTITUDES = (
    "{a} opposes {b} becoming {post}.",
    "{a} supports {b} becoming {post}.",
    "{a} objects to {b} becoming {post}.",
    "{a} dropped an objection to {b} becoming {post}.",
    "{a} has no objection to {b} becoming {post}.",
)
UNSURE = HEDGED + DOUBTED + DENIED + UNNAMED
DAYS = ("2023-06-21", "2023-12-01", "2024-02-29", "2024-03-01", "2024-10-01")


def filled(pattern: str, a: str = PEOPLE[0], b: str = PEOPLE[1], post: str = POSTS[0]) -> str:
    """Return a sentence with its people and post put in."""
    return pattern.format(a=a, b=b, post=post)


@st.composite
def sentences(draw: st.DrawFn, patterns: Sequence[str] = PLAIN + UNSURE) -> str:
    """A sentence of news about two people and a post."""
    a, b = draw(st.permutations(PEOPLE))[:2]
    return filled(draw(st.sampled_from(patterns)), a, b, draw(st.sampled_from(POSTS)))


# Any character that a file in UTF-8 may hold, those that break readers more often than others.
_odd = st.sampled_from(
    "“”‘’\"'`«»—–-…\u200f\u200e\u202e\u202c\u2066\u200b\u00ad\ufeff\u00a0\t|<>&{}\\\0\x0b\x0c\x85\u2028é𝒳🇳🇴ﬁ"
)
any_text = st.text(_odd | st.characters(exclude_categories=["Cs"]), max_size=60)
_breaks = st.sampled_from(["\n\n", "\n", "\r\n", "\r\n\r\n", "\r", " ", "", "\t", "\u2028", "\u2029", " … ", " — "])
_AROUND = (
    ("", ""), ("“", "”"), ("‘", "’"), ("\u200f", "\u200e"), ("\u202b", "\u202c"), ("- ", ""), ("> ", ""), ("1:12 ", ""),
    ("| Name | Post |\n|---|---|\n| ", " | 1 |"), ("Name\tPost\n", "\t2"), ("```\nx = '", "'\n```"), ("<p>", "</p>"),
    ("## ", ""), ("    ", ""), ("LIVE: ", ""), ("x " * 300, ""), ("\ufeff", "\u200b"),
)  # fmt: skip


@st.composite
def odd_pieces(draw: st.DrawFn) -> str:
    """A sentence in strange company: quoted, in a table, in code, without its full stop, misspelt."""
    told = draw(sentences())
    before, after = draw(st.sampled_from(_AROUND))
    told = draw(
        st.sampled_from(
            [told, told, told[:-1], told.upper(), told.replace(" ", "\u00a0"), told.replace("e", "e\u0301")]
        )
    )
    return before + told + after


@st.composite
def odd_articles(draw: st.DrawFn) -> Article:
    """An article whose text may be anything, with something to be found in it."""
    pieces = draw(st.lists(odd_pieces() | odd_pieces() | any_text, min_size=1, max_size=5))
    text = "".join(piece + draw(_breaks) for piece in pieces)
    return Article.of(text, published=draw(st.none() | st.sampled_from(DAYS)))


@st.composite
def news(draw: st.DrawFn, patterns: Sequence[str] = PLAIN + UNSURE, most: int = 3) -> Article:
    """An article of one paragraph a sentence, with a publisher and a day."""
    told = draw(st.lists(sentences(patterns), min_size=1, max_size=most))
    publisher = draw(st.sampled_from(["The Paper", "The Wire"]))
    return Article.of("\n\n".join(told) + "\n", publisher=publisher, published=draw(st.sampled_from(DAYS)))


# A small world for claims told by hand, so that they often meet, agree and contradict.
_SAY = st.sampled_from([
    (Kind.BACKING, "supports", {"backer": SUNAK, "candidate": WALLACE, "post": CHIEF}),
    (Kind.BACKING, "opposes", {"backer": SUNAK, "candidate": WALLACE, "post": CHIEF}),
    (Kind.BACKING, "supports", {"backer": STOLTENBERG, "candidate": PABRIKS, "post": CHIEF}),
    (Kind.CANDIDACY, "declared", {"candidate": WALLACE, "post": CHIEF}),
    (Kind.CANDIDACY, "withdrawn", {"candidate": WALLACE, "post": CHIEF}),
    (Kind.CANDIDACY, "considered", {"candidate": WALLACE, "post": CHIEF}),
    (Kind.CANDIDACY, "rejected", {"candidate": WALLACE, "post": CHIEF}),
    (Kind.CANDIDACY, "successful", {"candidate": WALLACE, "post": CHIEF}),
    (Kind.NOMINATION, None, {"nominee": PABRIKS, "post": CHIEF}),
    (Kind.LOBBYING, None, {"lobbyist": SUNAK, "target": STOLTENBERG, "beneficiary": WALLACE}),
    (Kind.APPOINTMENT, "appointed", {"appointee": WALLACE, "post": CHIEF, "predecessor": STOLTENBERG}),
    (Kind.TENURE, "current", {"holder": STOLTENBERG, "post": CHIEF}),
    (Kind.DEPARTURE, "resigned", {"holder": STOLTENBERG, "post": CHIEF}),
])  # fmt: skip
Told = list[tuple[Article, list[Claim]]]


def unnamed(of: Article, label: str = "a diplomatic source") -> Entity:
    """Return the unnamed source of one article."""
    return Entity.named(EntityKind.ANONYMOUS, label, scope=of.id)


@st.composite
def words_of(draw: st.DrawFn, of: Article, place: int) -> Claim:
    """A claim of the small world, whose quote says which of all claims it is."""
    kind, value, roles = draw(_SAY)
    quote = f"{of.path} {place}"
    return Claim(
        of.id,
        Situation.of(kind, roles, value),
        draw(st.sampled_from(Polarity)),
        draw(st.sampled_from([Certainty.CERTAIN, *Certainty])),
        draw(st.sampled_from([None, None, WALLACE, SUNAK, NATO, unnamed(of)])),
        draw(st.sampled_from([(), (), (SUNAK,), (unnamed(of, "an official"),)])),
        evidence=(Evidence(place, place + len(quote), quote),),
    )


@st.composite
def disputes(draw: st.DrawFn, days: Sequence[str] = DAYS) -> Told:
    """Up to four articles of different days, whose claims agree and contradict."""
    found: Told = []
    for number, day in enumerate(draw(st.lists(st.sampled_from(days), min_size=1, max_size=4))):
        path = f"{number}.txt"
        one = Article.of(f"text of {path}", path=path, publisher=f"Paper {number}", published=day)
        found.append((one, [draw(words_of(one, place)) for place in range(draw(st.integers(0, 4)))]))
    return found
