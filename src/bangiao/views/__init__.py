"""What can be asked of a register, one question a file: the command line, the pages and the exports show the same."""
