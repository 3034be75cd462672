"""待答问题.xlsx: the open questions as a workbook that goes round, and the answers that come back in it.

``asked`` puts a question into the words of a row; ``write_book`` makes the workbook; ``read_book`` reads the rows
that somebody filled, whatever program saved it; ``meant`` says which option an answer means.
"""

from clusterkit.forms.questions_book.layout import QUESTIONS
from clusterkit.forms.questions_book.meant import option_meant
from clusterkit.forms.questions_book.read_book import Filled, read_answers
from clusterkit.forms.questions_book.write_book import questions_workbook

__all__ = ["QUESTIONS", "Filled", "option_meant", "questions_workbook", "read_answers"]
