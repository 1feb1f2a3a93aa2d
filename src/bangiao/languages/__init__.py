"""What reading one language needs: TOML tables with gloss, source and examples, and a few functions."""
