"""Claims and articles -> graph.html, one offline page that shows every claim with its words."""

from kingmaker.page.compose import compose, raced
from kingmaker.page.render import render, write

__all__ = ["compose", "raced", "render", "write"]
