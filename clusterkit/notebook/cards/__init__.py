"""One card a module: ``html(thing)`` and ``text(thing)``."""
