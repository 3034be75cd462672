"""Where a cell becomes a value: numbers, dates, years, codes, words, places, each in one place."""
