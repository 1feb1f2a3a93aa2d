"""From a report to what it tells: people, offices, dates, places, contacts, commitments."""
