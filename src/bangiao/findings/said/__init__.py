"""Said: commitments, statements and topics."""
