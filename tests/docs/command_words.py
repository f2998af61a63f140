"""The commands and options of the command line as tables."""

from argparse import Action, ArgumentParser, _HelpAction, _StoreAction, _SubParsersAction

from generator import cli


def commands() -> dict[str, ArgumentParser]:
    """Every command by its name."""
    parser = cli.parser()
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
    words = " ".join(f"[{_written(action)}]" if _may_be_missing(action) else _written(action) for action in _told(command))
    lines = [f"| `{_written(action).replace('|', chr(92) + '|')}` | {action.help} |\n" for action in _told(command)]
    table = "| | ความหมาย · meaning |\n| --- | --- |\n" + "".join(lines) if lines else ""
    return f"## prongsai {name}\n\n{command.description}\n\n```text\nprongsai {name} {words}\n```\n\n{table}"


def _written(action: Action) -> str:
    value = "|".join(action.choices) if action.choices else str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return value
    return f"{action.option_strings[-1]} {value}" if isinstance(action, _StoreAction) or _repeated(action) else action.option_strings[-1]


def _repeated(action: Action) -> bool:
    return isinstance(action.default, list)


def _may_be_missing(action: Action) -> bool:
    return bool(action.option_strings) or action.nargs in ("?", "*")
