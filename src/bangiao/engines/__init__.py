"""Where the map over documents runs."""
