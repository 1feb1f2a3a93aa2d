"""What reading one language needs: TOML tables with gloss, source and examples, and a few functions."""

HOME = "VN"  # the country whose press writes the language of the packs
