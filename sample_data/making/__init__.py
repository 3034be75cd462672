"""How the sample data is made: one module for each kind of list."""
