"""How well the reader reads: its findings held against readings made by hand."""
