"""Where an ambassador sits and who sent them: "Russia's ambassador to the UN", "Ambassador of India to Japan"."""

from collections.abc import Set

from kingmaker.text.places import Place
from kingmaker.text.places_after import place_after
from kingmaker.text.tree import Tree

POSTED = ("to", "in", "at")
# Bodies to which states send ambassadors of their own.
HOSTS = frozenset({
    "United Nations", "European Union", "NATO", "World Trade Organization", "African Union", "OECD", "UNESCO",
    "Organisation for Economic Co-operation and Development", "Council of Europe", "Organization of American States",
    "Organization for Security and Co-operation in Europe", "Association of Southeast Asian Nations",
})  # fmt: skip


def accredited(tree: Tree, last: int, scopes: tuple[str, ...], place: Place | None) -> tuple[str, int, Place | None]:
    """Return the destination told ("" where none is), the word after it, and who sends, as the phrase has them.

    `place` is what stands before the title: the sender, but for "the UN ambassador".
    """
    destination, envoy = "", {"agency", "union"} <= set(scopes)  # "the UN's envoy for Sudan"
    for _ in range(2):  # "of India to Japan", "to Japan of India"
        after = place_after(tree, last, scopes)
        to = after is not None and (after.preposition in POSTED or (envoy and after.preposition == "for"))
        if after is not None and to and not destination:
            destination, last = after.label, after.end
        elif after is not None and after.preposition == "of" and place is None:
            place, last = after, after.end
        else:
            break
    if not destination and not envoy and place is not None and place.label in HOSTS:
        return place.label, last, None
    return destination, last, place


def host(sender: str, here: Set[str], told: Set[str], home: str | None) -> str | None:
    """Return where "Russia's ambassador" sits: at the body that is spoken of, else in the country of the article.

    `here` is what the paragraph names, `told` what the article does.
    """
    if "United Nations Security Council" in here:
        return "United Nations"
    hosts = here & HOSTS or (told & HOSTS if home in (None, sender) else set())
    if hosts:
        return next(iter(hosts)) if len(hosts) == 1 else None
    return home if home != sender else None
