"""What a person can settle: questions with their answers, what each would change, and where it is kept."""

from clusterkit.questions.ask import Heard, ask
from clusterkit.questions.effects import Weighed, weigh
from clusterkit.questions.keep import Keep
from clusterkit.questions.model import Option, Question, Questions
from clusterkit.questions.world import World
from clusterkit.questions.written import Answer, written

__all__ = [
    "Answer",
    "Heard",
    "Keep",
    "Option",
    "Question",
    "Questions",
    "Weighed",
    "World",
    "ask",
    "weigh",
    "written",
]
