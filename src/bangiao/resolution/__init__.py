"""Who is who and which contact is the same, over reports: pure functions, local by block keys."""
