"""Evidence: which file supports what, what is still needed, on which page it is bound."""
