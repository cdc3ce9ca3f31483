"""Room 1, the world outside -> Article: sources are read, and an article's blocks are told apart."""

from kingmaker.articles.blocks import blocks
from kingmaker.articles.items import FactsFile, GraphFile, Item, Metadata, Refused
from kingmaker.articles.normal import plain
from kingmaker.articles.reading import read_sources
from kingmaker.articles.records import to_record

__all__ = [
    "FactsFile",
    "GraphFile",
    "Item",
    "Metadata",
    "Refused",
    "blocks",
    "plain",
    "read_sources",
    "to_record",
]
