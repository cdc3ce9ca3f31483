"""Text that means harm, in every field an article or a claim can bring to the page."""

from articles_for_pages import Newsroom

from kingmaker.model import Article, Claim, Entity, EntityKind, Kind, Polarity

RUN = "window.__pwn=1"
# The sinks of pyvis as shipped, and the usual ways out of attributes, scripts, styles and comments.
PAYLOADS = [
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"href <img src=x onerror={RUN}>",
    f'"></option></select><img src=x onerror={RUN}>',
    f"red}}</style></script><script>{RUN}</script>",
    f"<!--<script>{RUN}//-->",
    f"<svg/onload={RUN}>",
    f"'\"`><iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"javascript:{RUN}",
    f"{{{{ ''.__class__ }}}}{{% raw %}}<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    "\u202etxet sdrawkcab\u2066\x07\x00 <b>bold</b>",
    f'<details open ontoggle="{RUN}">',
    f"]]><script>{RUN}</script>&lt;script&gt;",
    f'/*</script><script>{RUN}</script>*/ "digraph\\\n{{ a -- b }}',
    "https://tracker.example/pixel.png",
    "__proto__",
    "${window.__pwn=1}",
]


def hostile_page(payloads: list[str] | None = None) -> tuple[list[Claim], list[Article]]:
    """A page on which each payload stands in every field once."""
    room = Newsroom()
    for number, text in enumerate(payloads or PAYLOADS):
        kinds = [EntityKind.ANONYMOUS, EntityKind.COLLECTIVE, EntityKind.PERSON, EntityKind.ORGANISATION]
        voices = [Entity.named(kind, f"{text} {kind}", names=(text,), scope="article:0000") for kind in kinds]
        post = Entity.named(EntityKind.POST, text, key=f"post {number}", title=text, names=(text,))
        who = Entity.named(EntityKind.PERSON, text, key=f"who {number}", names=(text, text + " again"))
        other = Entity.named(EntityKind.COUNTRY, text, key=f"other {number}")
        room.article(text, text, text if number % 2 else "2023-06-01", text if number % 2 else f"https://x.org/{text}")
        common: dict[str, object] = {
            "post": post,
            "time": text,
            "time_words": text,
            "details": ((text, text),),
        }
        for source, polarity in zip(voices, [*Polarity] * 2, strict=True):
            room.say(
                text,
                text,
                text,
                kind=Kind.CANDIDACY,
                value="declared",
                candidate=who,
                source=source,
                via=(voices[0],),
                polarity=polarity,
                **common,
            )
        room.say(text, text, text, kind=Kind.PREFERENCE, value=text, party=other, **common)
        room.say(text, text, text, kind=Kind.BACKING, value="opposes", backer=other, candidate=who, **common)
        room.say(text, text, text, kind=Kind.TENURE, value="current", holder=other, **common)
    return room.finish()
