"""Rich display: what the objects look like in a notebook."""
