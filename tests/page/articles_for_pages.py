"""The NATO race of 2023-24 as claims, told by hand; and larger made-up pages."""

from kingmaker.model import (
    Article,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)

P, C, B, G, A = (
    EntityKind.PERSON,
    EntityKind.COUNTRY,
    EntityKind.ORGANISATION,
    EntityKind.COLLECTIVE,
    EntityKind.ANONYMOUS,
)
CERTAIN, PROBABLE, POSSIBLE, IF = Certainty
NO = Polarity.NEGATIVE


def person(label: str, *names: str) -> Entity:
    return Entity.named(P, label, names=(label, *names))


def post(title: str, body: Entity, article: str = "") -> Entity:
    return Entity.named(EntityKind.POST, f"{title} of {article}{body.label}", title=title, of=body)


NATO = Entity.named(B, "NATO")
UK, US, NL = (
    Entity.named(C, "United Kingdom"),
    Entity.named(C, "United States"),
    Entity.named(C, "Netherlands"),
)
HUNGARY, ROMANIA = Entity.named(C, "Hungary"), Entity.named(C, "Romania")
DENMARK, ESTONIA = Entity.named(C, "Denmark"), Entity.named(C, "Estonia")
SG = post("Secretary General", NATO)
WALLACE = person("Ben Wallace", "Wallace", "the defence secretary")
RUTTE = person("Mark Rutte", "Rutte")
STOLTENBERG = person("Jens Stoltenberg", "Mr Stoltenberg")
IOHANNIS = person("Klaus Iohannis")
FREDERIKSEN = person("Mette Frederiksen")
KALLAS = person("Kaja Kallas")
SUNAK = person("Rishi Sunak", "the prime minister")
BIDEN = person("Joe Biden", "the US president")
ORBAN = person("Viktor Orbán")
SKY = Entity.named(B, "Sky News")


class Newsroom:
    """Collects articles and claims; quotes are appended to the article's text so that offsets hold."""

    def __init__(self) -> None:
        self.drafts: list[tuple[str, str, str, str | None]] = []
        self.told: list[list[tuple[str, str, str, dict[str, object]]]] = []

    def article(self, title: str, publisher: str, published: str, url: str | None = None) -> None:
        self.drafts.append((title, publisher, published, url))
        self.told.append([])

    def say(self, before: str, quote: str, after: str, **claim: object) -> None:
        """Tell a claim in the last article: `kind`, roles by name, and the claim's own fields."""
        self.told[-1].append((before, quote, after, claim))

    def finish(self) -> tuple[list[Claim], list[Article]]:
        claims, articles = [], []
        for (title, publisher, published, url), told in zip(self.drafts, self.told, strict=True):
            text = "\n\n".join(before + quote + after for before, quote, after, _ in told)
            article = Article.of(text, title=title, publisher=publisher, published=published, url=url)
            articles.append(article)
            at = 0
            for before, quote, after, fields in told:
                start = at + len(before)
                found = Evidence(start, start + len(quote), quote, before, after)
                claims.append(_claim(article.id, found, dict(fields)))
                at += len(before + quote + after) + 2
        return claims, articles


def _claim(article: str, evidence: Evidence, fields: dict[str, object]) -> Claim:
    kind, value = fields.pop("kind"), fields.pop("value", None)
    own = {"polarity", "certainty", "source", "via", "time", "time_words", "details"}
    roles = {name: field for name, field in fields.items() if name not in own}
    rest = {name: field for name, field in fields.items() if name in own}
    return Claim(article, Situation.of(kind, roles, value), evidence=(evidence,), **rest)  # type: ignore[arg-type]


def anonymous(label: str, article: str) -> Entity:
    return Entity.named(A, label, scope=f"article:{article}")


def nato_race() -> tuple[list[Claim], list[Article]]:
    """Four articles on the succession at NATO: stated, hedged, denied, anonymous and chained."""
    room = Newsroom()
    diplomats = anonymous("diplomatic sources", "aaaaaaaa")
    defence = anonymous("a defence source", "bbbbbbbb")
    officials = anonymous("senior officials", "cccccccc")

    room.article("Who could follow Stoltenberg at NATO?", "Brussels Courier", "2023-05-30", "https://example.org/who")
    room.say(
        "With four months to go, ",
        "the Danish prime minister, Mette Frederiksen, could emerge as a candidate",
        ", according to diplomatic sources.",
        kind=Kind.CANDIDACY,
        value="considered",
        candidate=FREDERIKSEN,
        post=SG,
        certainty=POSSIBLE,
        source=diplomats,
    )
    room.say(
        "Her office waved it away: ",
        "“I am not a candidate for any other job”",
        ", she told reporters.",
        kind=Kind.CANDIDACY,
        value="declared",
        candidate=FREDERIKSEN,
        post=SG,
        polarity=NO,
        source=FREDERIKSEN,
    )
    room.say(
        "Allies would welcome ",
        "a woman",
        " in a post that has always gone to men, the sources said.",
        kind=Kind.PREFERENCE,
        value="a woman",
        party=diplomats,
        post=SG,
        source=diplomats,
    )
    room.say(
        "Dutch Prime Minister ",
        "Mark Rutte is thought to have turned it down",
        ", though few believe it.",
        kind=Kind.CANDIDACY,
        value="declined",
        candidate=RUTTE,
        post=SG,
        certainty=PROBABLE,
    )
    room.say(
        "",
        "Dutch Prime Minister Mark Rutte",
        " is thought to have turned it down.",
        kind=Kind.TENURE,
        value="current",
        holder=RUTTE,
        post=post("Prime Minister", NL, "the "),
    )
    room.say(
        "Jens Stoltenberg, ",
        "who has led the alliance since October 2014",
        ", is due to leave.",
        kind=Kind.TENURE,
        value="current",
        holder=STOLTENBERG,
        post=SG,
        details=(("start", "2014-10"),),
    )
    room.say(
        "He is due to ",
        "leave at the end of September",
        ", when his term runs out.",
        kind=Kind.DEPARTURE,
        value="term-ended",
        holder=STOLTENBERG,
        post=SG,
        certainty=PROBABLE,
        time="2023-09",
        time_words="at the end of September",
    )

    room.article("Wallace: I am out of the NATO race", "Sky News", "2023-06-21", "https://example.org/wallace?a=1&b=2")
    room.say(
        "The UK's defence secretary has revealed ",
        "he is out of the race to become the next head of NATO",
        ", in an interview with The Economist.",
        kind=Kind.CANDIDACY,
        value="withdrawn",
        candidate=WALLACE,
        post=SG,
        source=WALLACE,
    )
    room.say(
        "",
        "Ben Wallace had been gathering backing for the job",
        " for several weeks.",
        kind=Kind.CANDIDACY,
        value="declared",
        candidate=WALLACE,
        post=SG,
    )
    room.say(
        "He was ",
        "supported by the prime minister",
        ", who raised it in Washington.",
        kind=Kind.BACKING,
        value="supports",
        backer=SUNAK,
        candidate=WALLACE,
        post=SG,
    )
    room.say(
        "Rishi Sunak ",
        "is thought to have lobbied on behalf of his defence secretary",
        " during a meeting with Joe Biden at the White House.",
        kind=Kind.LOBBYING,
        lobbyist=SUNAK,
        target=BIDEN,
        beneficiary=WALLACE,
        post=SG,
        certainty=PROBABLE,
    )
    room.say(
        "One defence source was blunt: “",
        "Biden just didn't want to support the UK",
        "”.",
        kind=Kind.BACKING,
        value="supports",
        backer=BIDEN,
        candidate=WALLACE,
        post=SG,
        polarity=NO,
        source=defence,
    )
    room.say(
        "",
        "Defence Secretary Ben Wallace",
        " has told colleagues that it is not going to happen.",
        kind=Kind.TENURE,
        value="current",
        holder=WALLACE,
        post=post("Defence Secretary", UK, "the "),
    )
    room.say(
        "Sky News understands that ",
        "Mr Stoltenberg will be asked to stay on for another year",
        ", senior officials said.",
        kind=Kind.EXTENSION,
        holder=STOLTENBERG,
        post=SG,
        certainty=PROBABLE,
        source=SKY,
        via=(officials,),
        details=(("until", "2024-10"),),
    )

    room.article(
        "Rutte has Washington's backing for NATO",
        "The Low Countries",
        "2024-02-22",
        "https://example.org/rutte",
    )
    room.say(
        "In November, ",
        "Mr Rutte said he would be interested in the job",
        ", on Dutch radio.",
        kind=Kind.CANDIDACY,
        value="declared",
        candidate=RUTTE,
        post=SG,
        source=RUTTE,
        time="2023-11",
        time_words="In November",
    )
    room.say(
        "",
        "The United States, Britain and some 20 allies back him",
        ", a US official said.",
        kind=Kind.BACKING,
        value="supports",
        backer=US,
        candidate=RUTTE,
        post=SG,
    )
    room.say(
        "The United States, ",
        "Britain",
        " and some 20 allies back him.",
        kind=Kind.BACKING,
        value="supports",
        backer=UK,
        candidate=RUTTE,
        post=SG,
    )
    room.say(
        "",
        "Hungary opposes Mr Rutte",
        ", its foreign minister said, recalling his words on Budapest.",
        kind=Kind.BACKING,
        value="opposes",
        backer=HUNGARY,
        candidate=RUTTE,
        post=SG,
    )
    room.say(
        "Klaus Iohannis, ",
        "the Romanian president, has told allies that he will run",
        ", two diplomats said.",
        kind=Kind.CANDIDACY,
        value="declared",
        candidate=IOHANNIS,
        post=SG,
        source=diplomats,
    )
    room.say(
        "",
        "the Romanian president",
        ", Klaus Iohannis, has told allies.",
        kind=Kind.TENURE,
        value="current",
        holder=IOHANNIS,
        post=post("President", ROMANIA),
    )
    room.say(
        "Estonia's ",
        "Kaja Kallas has also been named",
        ", though some think her too hawkish.",
        kind=Kind.CANDIDACY,
        value="considered",
        candidate=KALLAS,
        post=SG,
        certainty=POSSIBLE,
    )
    room.say(
        "Estonian Prime Minister ",
        "Kaja Kallas",
        " has also been named.",
        kind=Kind.TENURE,
        value="current",
        holder=KALLAS,
        post=post("Prime Minister", ESTONIA),
    )

    room.article("Rutte named next NATO chief", "Alliance Wire", "2024-06-26", "https://example.org/named")
    room.say(
        "On Wednesday ",
        "the alliance appointed Mark Rutte as its next secretary general",
        ", at a meeting.",
        kind=Kind.APPOINTMENT,
        value="appointed",
        appointee=RUTTE,
        post=SG,
        appointer=NATO,
        predecessor=STOLTENBERG,
        time="2024-06-26",
        time_words="On Wednesday",
    )
    room.say(
        "A week before, ",
        "Romania's Klaus Iohannis withdrew",
        " and said that Romania would support the Dutchman.",
        kind=Kind.CANDIDACY,
        value="withdrawn",
        candidate=IOHANNIS,
        post=SG,
    )
    room.say(
        "He withdrew and said that ",
        "Romania would support the Dutchman",
        ".",
        kind=Kind.BACKING,
        value="supports",
        backer=ROMANIA,
        candidate=RUTTE,
        post=SG,
        source=IOHANNIS,
    )
    room.say(
        "Viktor Orbán had ",
        "dropped his objections: Hungary was ready to support Mr Rutte",
        ".",
        kind=Kind.BACKING,
        value="supports",
        backer=HUNGARY,
        candidate=RUTTE,
        post=SG,
        source=ORBAN,
    )
    return room.finish()


def many(posts: int, candidates: int, backers: int) -> tuple[list[Claim], list[Article]]:
    """A made-up page: `posts` races with so many candidates, each with so many backers; some are hedged."""
    room = Newsroom()
    surnames = [
        "Abel",
        "Baker",
        "Carver",
        "Draper",
        "Ellis",
        "Fowler",
        "Glover",
        "Hooper",
        "Ingram",
        "Joiner",
    ]
    firsts = ["Ada", "Bruno", "Clara", "Dario", "Edith", "Felix", "Greta", "Hugo", "Irma", "Jonas"]
    number = 0
    for race in range(posts):
        place = Entity.named(C, f"Country {race + 1}")
        seat = post(["Governor", "Prime Minister", "Chief Justice"][race % 3], place)
        room.article(f"The race in country {race + 1}", f"Outlet {race % 7}", f"2024-{race % 12 + 1:02d}-10")
        for _ in range(candidates):
            number += 1
            name = f"{firsts[number % 10]} {surnames[number // 10 % 10]} {number}"
            who = person(name)
            sure = list(Certainty)[number % 5 % 4]
            room.say(
                "It is known that ",
                f"{name} is up for it",
                ".",
                kind=Kind.CANDIDACY,
                value=["considered", "declared", "withdrawn"][number % 3],
                candidate=who,
                post=seat,
                certainty=sure,
                polarity=NO if number % 7 == 0 else Polarity.POSITIVE,
            )
            for backer in range(backers):
                shared = "the party leader" if backer == 0 else f"{firsts[backer]} {surnames[number % 10]} {number}"
                behind = person(f"{shared} {race}")
                room.say(
                    "It was said that ",
                    f"{behind.label} is for {name}",
                    " in this.",
                    kind=Kind.BACKING,
                    value="opposes" if (backer + number) % 4 == 3 else "supports",
                    backer=behind,
                    candidate=who,
                    post=seat,
                    certainty=list(Certainty)[backer % 5 % 4],
                )
    return room.finish()
