"""One module a command, named as the command; ``run`` is what is registered."""
