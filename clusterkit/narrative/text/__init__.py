"""How facts get into text: a sandboxed template language that reaches nothing but facts."""
