"""`python -m communique` is `communique`."""

from .cli import main

if __name__ == "__main__":
    main()
