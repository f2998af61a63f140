"""The console command."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from generator.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
