"""The register for assistants: a read-only server of the Model Context Protocol, a thin face of the views."""
