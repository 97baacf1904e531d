"""saidwho as a module: python -m saidwho."""

from saidwho.cli.main import main

if __name__ == "__main__":
    main()
