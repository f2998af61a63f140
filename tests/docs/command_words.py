"""The commands and options of the command line as tables."""

from argparse import Action, ArgumentParser, _HelpAction, _SubParsersAction

from generator.cli.main import parser as all_commands
from generator.language import Language

from .languages import table, told


def commands() -> dict[str, ArgumentParser]:
    """Every command by its name."""
    parser = all_commands()
    return next(action for action in parser._actions if isinstance(action, _SubParsersAction)).choices


def command_table(language: Language) -> str:
    """Every command with what it does."""
    rows = [[f"`prongsai {name}`", told(command.description or "", language)] for name, command in commands().items()]
    return table((("คำสั่ง", "command"), ("ทำอะไร", "what it does")), rows, language)


def option_tables(language: Language) -> str:
    """Every command with its own heading, its usage and its options."""
    return "\n".join(_one(name, command, language) for name, command in commands().items())


def options(command: ArgumentParser) -> list[str]:
    """The long names of a command's options."""
    return [action.option_strings[-1] for action in _told(command) if action.option_strings]


def _told(command: ArgumentParser) -> list[Action]:
    return [action for action in command._actions if not isinstance(action, _HelpAction)]


def _one(name: str, command: ArgumentParser, language: Language) -> str:
    written = [(_written(action), action) for action in _told(command)]
    usage = " ".join(f"[{words}]" if _may_be_missing(action) else words for words, action in written)
    rows = [[f"`{_in_cell(words)}`", told(action.help or "", language)] for words, action in written]
    heads = (("ตัวเลือก", "option"), ("ความหมาย", "meaning"))
    description = _sentence(told(command.description or "", language))
    return (
        f"## prongsai {name}\n\n{description}\n\n"
        f"```text\nprongsai {name} {usage}\n```\n\n{table(heads, rows, language)}"
    )


def _sentence(words: str) -> str:
    """Words that begin with a capital, and in English end with a full stop."""
    return f"{words[:1].upper()}{words[1:]}{'.' if words.isascii() else ''}"


def _in_cell(words: str) -> str:
    return words.replace("|", "\\|")


def _written(action: Action) -> str:
    value = "|".join(action.choices) if action.choices else str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return value
    name = action.option_strings[-1]
    return name if action.nargs == 0 else f"{name} {value}"


def _may_be_missing(action: Action) -> bool:
    return not action.required if action.option_strings else action.nargs in ("?", "*")
