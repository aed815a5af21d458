"""Run the command line with ``python -m cisner``."""

from cisner.cli import main

if __name__ == "__main__":
    main()
