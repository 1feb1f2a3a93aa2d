"""Context: what a sentence and its report say around a contact."""
