"""The data dictionary: frozen records and closed vocabularies, importing nothing else of ours."""
