"""`python -m khabar` does what the command `khabar` does."""

from khabar.cli import main

if __name__ == "__main__":
    main()
