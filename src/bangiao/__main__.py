"""`python -m bangiao`: the command line, where the `bangiao` script is not on the path."""

from bangiao.cli.main import main

if __name__ == "__main__":
    main()
