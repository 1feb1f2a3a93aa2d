"""Contacts: one reader for each kind of contact, and what joins their drafts."""
