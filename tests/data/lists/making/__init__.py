"""What makes the gallery of lists: invented firms, layouts, writers, and the cases."""
