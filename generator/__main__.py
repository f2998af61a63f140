"""The console command."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    try:
        from generator.cli.main import run
        from generator.cli.outlet import open_standard_streams

        open_standard_streams()
        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before a command was running that could say so
        return 130


if __name__ == "__main__":
    sys.exit(main())
