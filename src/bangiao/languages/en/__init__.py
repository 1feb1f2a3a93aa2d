"""The English pack: so far the words of page furniture and of dates on pages."""
