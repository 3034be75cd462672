"""The dirty edition: the same enterprises and facts, dressed as such lists come in life."""
