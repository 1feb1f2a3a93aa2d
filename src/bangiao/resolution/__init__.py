"""Who is who and which contact is the same, over many reports."""
