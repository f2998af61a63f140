"""The commands and options of the command line as tables."""

from argparse import Action, ArgumentParser, _HelpAction, _SubParsersAction

from generator.cli.main import parser as all_commands


def commands() -> dict[str, ArgumentParser]:
    """Every command by its name."""
    parser = all_commands()
    return next(action for action in parser._actions if isinstance(action, _SubParsersAction)).choices


def command_table() -> str:
    """Every command with what it does."""
    lines = [f"| `prongsai {name}` | {command.description} |\n" for name, command in commands().items()]
    return "| คำสั่ง · command | ทำอะไร · what it does |\n| --- | --- |\n" + "".join(lines)


def option_tables() -> str:
    """Every command with its own heading, its usage and its options."""
    return "\n".join(_one(name, command) for name, command in commands().items())


def options(command: ArgumentParser) -> list[str]:
    """The long names of a command's options."""
    return [action.option_strings[-1] for action in _told(command) if action.option_strings]


def _told(command: ArgumentParser) -> list[Action]:
    return [action for action in command._actions if not isinstance(action, _HelpAction)]


def _one(name: str, command: ArgumentParser) -> str:
    written = [(_written(action), action) for action in _told(command)]
    usage = " ".join(f"[{words}]" if _may_be_missing(action) else words for words, action in written)
    lines = [f"| `{_in_cell(words)}` | {action.help} |\n" for words, action in written]
    table = "| | ความหมาย · meaning |\n| --- | --- |\n" + "".join(lines)
    return f"## prongsai {name}\n\n{command.description}\n\n```text\nprongsai {name} {usage}\n```\n\n{table}"


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
