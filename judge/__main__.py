"""`python -m judge`: the command line."""

from judge.frontends.cli import main

if __name__ == "__main__":
    main()
