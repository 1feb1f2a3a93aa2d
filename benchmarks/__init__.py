"""Measurements of the reading: against gold (gate), over the corpora (fields), of its speed (speed)."""
