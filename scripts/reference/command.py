"""docs/cli.md, from the help of the command and its verbs."""

import enum
import inspect
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import typer.main

from kingmaker.cli import app
from reference.markdown import page, table

HELP_FLAGS = {"--help", "-h"}


def told(default: object) -> str:
    """A default value as a reader would type it; empty where there is none worth telling."""
    if default is None or default is False or default == () or callable(default):
        return ""
    if isinstance(default, enum.Enum):
        return f"`{default.value}`"
    if isinstance(default, PurePath):
        return f"`{default.as_posix()}`"
    return f"`{default}`"


def value_of(parameter: Any) -> str:
    """What stands for an option's value in its usage: its metavar, its choices or its type."""
    if getattr(parameter, "is_flag", False):
        return ""
    if parameter.metavar:
        return str(parameter.metavar)
    choices = getattr(parameter.type, "choices", None)
    if choices:
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return str(parameter.type.name).upper().removesuffix(" RANGE")


def argument_name(parameter: Any) -> str:
    """An argument as usage lines write it: `NAME`, `[NAME]`, with dots where it may be repeated."""
    name = (parameter.metavar or parameter.name.upper()).removesuffix("...").strip("[]")
    name = name if parameter.required else f"[{name}]"
    return f"{name}..." if parameter.nargs == -1 else name


def option_name(parameter: Any) -> str:
    flags = ", ".join([*parameter.opts, *parameter.secondary_opts])
    value = value_of(parameter)
    return f"`{flags} {value}`" if value else f"`{flags}`"


def help_as_markdown(text: str) -> str:
    """A help text as Markdown: a block marked with a backspace, or set in, becomes code."""
    blocks = re.split(r"\n\s*\n", inspect.cleandoc(text.split("\f")[0]))
    return "\n\n".join(block_as_markdown(block) for block in blocks if block.strip())


def block_as_markdown(block: str) -> str:
    if block.startswith("Example: ") and "\n" not in block:
        return f"Example: `{block.removeprefix('Example: ')}`"
    kept = block.startswith("\b\n") or all(line.startswith("  ") for line in block.splitlines())
    if not kept:
        return " ".join(line.strip() for line in block.splitlines())
    return "```\n" + inspect.cleandoc("\n" + block.removeprefix("\b\n")) + "\n```"


def verbs(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every verb below a command with the words that call it, depth first, in the order of registration."""
    for name, child in getattr(command, "commands", {}).items():
        if not child.hidden:
            yield (*words, name), child
            yield from verbs(child, (*words, name))


def section_of(words: tuple[str, ...], command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    options = [p for p in options if not HELP_FLAGS & set(p.opts)]
    group = ["COMMAND ..."] if getattr(command, "commands", None) else []
    usage = [*(["[OPTIONS]"] if options else []), *map(argument_name, arguments), *group]
    option_rows = [(option_name(p), p.help or "", told(p.default)) for p in options]
    return "\n\n".join(
        part
        for part in (
            f"## `{' '.join(words)}`",
            help_as_markdown(command.help or ""),
            f"```\n{' '.join([*words, *usage])}\n```",
            table(("Argument", "Meaning"), [(f"`{argument_name(p)}`", p.help or "") for p in arguments]),
            table(("Option", "Meaning", "Default"), option_rows),
        )
        if part
    )


def cli_page() -> str:
    """docs/cli.md: every verb with its help, arguments and options."""
    root = typer.main.get_command(app)
    lead = (
        "Data goes to stdout, words to stderr; `-` is stdin or stdout. Every verb has `--help`. Exit codes: "
        "0 done, 1 an input was refused or a check found something, 2 wrong usage."
    )
    found = [section_of(words, command) for words, command in verbs(root, ("kingmaker",))]
    return page("The command", lead, [section_of(("kingmaker",), root), *found])
