"""Posts as entities: one identity behind all the titles of a post, and the title the article uses."""

from kingmaker.ids import slug
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.places import Place, known_place
from kingmaker.text.tree import Tree


def make_post(words: str, title: Title, key: str, place: Place, destination: str = "") -> Entity:
    """Return the post that `words` ("defence secretary") name at `place`.

    The label keeps the title as the article calls it; the id is that of the one post behind all
    its titles (`key`), so "Foreign Secretary" and "Secretary of State for Foreign ... Affairs" meet.
    """
    if place.body_kind == "region" and words.lower().startswith("state "):
        words = words[6:]  # "Lagos State Governor"
    words, place = at_central_bank(words, place)
    shown = capitals(_spelled(words, title))
    if title.generic and place.head_title and words.split()[0].lower() not in terms().ranks:
        shown = key = place.head_title
    named = place
    office = world().office(words, place.label)
    if office is not None:
        key = office.key
        if office.of != place.label and (body := known_place(office.of, place.start, place.end)) is not None:
            place = body  # the House Speaker of the United States is the House of Representatives'
        shown = office.title if title.generic else shown
    elif destination == "" and title.generic is False and _is_head_of(shown, place):
        key = str(place.head_title)
    if destination:
        shown = f"{shown} to {_the(destination)}"
        key = f"{key} to {destination}"
    label = f"{shown} of {named.phrase}"
    identity = f"{post_key_words(key)} of {place.label}"
    return Entity.named(EntityKind.POST, label, title=shown, of=place.entity(), key=identity)


def at_central_bank(words: str, place: Place) -> tuple[str, Place]:
    """ "Ghana's central bank governor": of the bank that has a name, where the lexicon knows it."""
    rank, found, title = words.lower().rpartition("bank governor")
    if not found or title or place.kind is not EntityKind.COUNTRY:
        return words, place
    body = world().body("central bank", place.label)
    bank = known_place(body.name, place.start, place.end) if body is not None else None
    deputy = words.split()[0] + " " if rank.startswith(("deputy", "vice")) else ""
    return (f"{deputy}{words.split()[-1]}", bank) if bank is not None else (words, place)


def _spelled(words: str, title: Title) -> str:
    """Write out an abbreviation ("PM", "Gov.") and make a plural one ("Judges")."""
    *rank, last = words.split()
    known = world().title(last)
    if known is not None and ((last.isupper() and len(last) < 4) or last.endswith(".")):
        return " ".join([*rank, known.name])
    if (
        last.endswith("s")
        and not title.name.endswith("s")
        and last.lower().rstrip("s") == title.name.split()[-1].lower()
    ):
        return " ".join([*rank, last.rstrip("s")])
    return words


def _is_head_of(shown: str, place: Place) -> bool:
    return place.head_title is not None and slug(shown) == slug(place.head_title)


def _the(country: str) -> str:
    known = known_place(country, 0, 0)
    return known.phrase if known is not None else country


def post_key_words(key: str) -> str:
    """Return the readable form of a post's key: "Minister: foreign" -> "foreign minister"."""
    name, _, portfolio = key.rstrip("*").partition(": ")
    return f"{portfolio} {name}" if portfolio else name


def capitals(words: str) -> str:
    """Return a title with capitals ("Defence Secretary"), its small words left small."""
    return " ".join(w if w.lower() in terms().small_words else w[:1].upper() + w[1:] for w in words.split())


def head_post(place: Place) -> Entity | None:
    """Return the post of a body's head ("to lead NATO" -> its Secretary General), where the lexicon knows it."""
    if place.head_title is None:
        return None
    title = world().title(place.head_title)
    return make_post(place.head_title, title, title.name, place) if title is not None else None


def seat_on(court: Place) -> Entity | None:
    """Return the post of a court's judge ("her nomination to the Supreme Court")."""
    name = "Justice" if "Supreme" in court.label.split() else "Judge"
    title = world().title(name)
    return make_post(name, title, title.name, court) if title is not None else None


def titled_post(noun: str, place: Place | None) -> Entity | None:
    """Return the post that a noun made from a title names at a place ("leadership", "presidency")."""
    name = terms().title_of.get(noun)
    title = world().title(name) if name is not None else None
    if title is None or place is None:
        return None
    known = known_place(place.label, place.start, place.end, adjective=True)  # "Tory" is of the Conservatives
    return make_post(title.name, title, title.name, known or place)


def title_noun(tree: Tree, i: int) -> str:
    """Return a noun made from a title with the rank before it: "leadership", "deputy leadership"."""
    ranked = f"{tree[i - 1].lower} {tree[i].lower}" if i else ""
    return ranked if ranked in terms().title_of else tree[i].lower


def known_post(person: str, day: str | None) -> Entity | None:
    """Return the one post that the world knows a person to hold on a day; None for none or several."""
    held = [h for h in world().posts_of(person) if day and h in world().holders(h.key, h.of, day)]
    title, place = (world().title(held[0].title), known_place(held[0].of, 0, 0)) if len(held) == 1 else (None, None)
    return make_post(held[0].title, title, held[0].key, place) if title is not None and place is not None else None
