"""Bangiao reads official reports and keeps an auditable register of diplomatic contacts."""

__version__ = "0.1.0"
