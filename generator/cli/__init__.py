"""The command line: a module a command, the console, and how a command ends."""
