"""What a mention is: a stretch of a paragraph that names or stands for somebody or something."""

from dataclasses import dataclass
from enum import StrEnum

from kingmaker.text.offices import Office
from kingmaker.text.places import Place


class MentionKind(StrEnum):
    """How a mention refers."""

    PERSON = "person"  # by name
    OFFICE = "office"  # by the post held: names the post, and stands for its holder
    PLACE = "place"  # a body or country by name
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"  # "the incumbent", "the 65-year-old", "the Romanian"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to before `end` of one tree, with the word that governs them (`head`)."""

    tree: int
    start: int
    end: int
    head: int
    kind: MentionKind
    text: str
    gender: str = ""  # "m", "f", "plural", "speaker", or unknown
    office: Office | None = None
    place: Place | None = None


Taken = dict[int, Mention]  # what is found so far, by word
