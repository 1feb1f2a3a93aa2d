"""Pure functions over text: folding with an offset map, lines, sentences, quoting."""
