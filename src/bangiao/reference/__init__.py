"""Tables of dated facts that ship with the program, each row with its source; and the reading of a user's own."""
