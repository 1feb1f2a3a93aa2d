"""The register on disk; the only folder with SQL."""
