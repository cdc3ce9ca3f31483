"""`python -m kingmaker` is the command."""

from kingmaker.cli import main

main()
