"""Where a header is recognised: which row it is, what each of its cells says, which table it belongs to."""
