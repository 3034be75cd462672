"""PDF documents with text: each ruled table is a sheet; scanned ones are recognised and told."""

from clusterkit.intake.readers.pdf.reader import open_pdf

__all__ = ["open_pdf"]
