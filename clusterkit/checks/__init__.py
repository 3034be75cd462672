"""Checks across all that was computed: the scope, the findings as a whole, rules between numbers."""
