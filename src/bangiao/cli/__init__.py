"""The command line: parse, ask a view, print."""
