"""From a page to the one report on it: main text, furniture, headline, outlet, date, byline, credit."""
