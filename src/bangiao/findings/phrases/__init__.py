"""Phrases: the people, offices, bodies and places that a sentence names."""
