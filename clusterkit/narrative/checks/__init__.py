"""What is checked in a text: its figures against the facts, its names against the lists, its prose, its length."""
