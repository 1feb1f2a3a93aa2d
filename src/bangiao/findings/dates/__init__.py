"""Dates: read every way a report tells when."""
