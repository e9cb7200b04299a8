"""Check that a package can be talked about: questions to ask, what to listen for, follow-ups."""

from collections.abc import Iterator

from judge.errors import Fault
from judge.problems import Interview, Problem
from judge.records import dataclass

LEAST_QUESTIONS = 4
LEAST_CRUCIAL, MOST_CRUCIAL = 2, 4


@dataclass(frozen=True, slots=True)
class InterviewCheck:
    """How much a package says for an interview, and what is missing."""

    slug: str
    questions: int
    crucial: int
    listens: int
    follow_ups: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        return not self.faults


def check_interview(problem: Problem) -> InterviewCheck:
    """Count what a package says for an interview, and look for what is missing."""
    interview = problem.interview
    return InterviewCheck(
        problem.slug,
        questions=len(interview.questions),
        crucial=sum(question.crucial for question in interview.questions),
        listens=len(interview.listens),
        follow_ups=len(interview.follow_ups),
        faults=(*_manifest_faults(problem, interview), *_follow_up_faults(problem, interview)),
    )


def _manifest_faults(problem: Problem, interview: Interview) -> Iterator[Fault]:
    path = str(problem.folder / "problem.toml")
    if not interview.listens:
        reason = "it does not say what an interviewer listens for"
        yield Fault(path, "listens", reason, 'Write it: listens = ["asks ... before coding"]')
    count = len(interview.questions)
    if count < LEAST_QUESTIONS:
        reason = f"of {LEAST_QUESTIONS} clarifying questions there are {count}"
        mend = "Add [[questions]] with ask, words and answer: what the constraints settle"
        yield Fault(path, "questions", reason, mend)
    crucial = sum(question.crucial for question in interview.questions)
    if not LEAST_CRUCIAL <= crucial <= MOST_CRUCIAL:
        reason = f"{crucial} of {count} are crucial"
        mend = f"Mark {LEAST_CRUCIAL} to {MOST_CRUCIAL} whose answer decides what is coded"
        yield Fault(path, "questions.crucial", reason, mend)
    for number, question in enumerate(interview.questions):
        heard = interview.question_in(question.ask)
        if heard is not question and heard is not None:
            reason = f"{question.ask!r} is taken for {heard.ask!r}"
            mend = "Add words that only this one holds, or leave some out of the other"
            yield Fault(path, f"questions.{number}.words", reason, mend)


def _follow_up_faults(problem: Problem, interview: Interview) -> Iterator[Fault]:
    """Look for follow-ups without an answer, and answers without a question."""
    pairs = interview.follow_ups
    if not pairs:
        reason = "there is no list under ## Follow-ups"
        mend = "Ask what comes after a right solution, and answer it in editorial.md"
        yield Fault(str(problem.folder / "statement.md"), "Follow-ups", reason, mend)
    asked = sum(bool(pair.question) for pair in pairs)
    answered = sum(bool(pair.answer) for pair in pairs)
    if asked != answered:
        reason = f"statement.md asks {asked}, and {answered} are answered"
        mend = "Answer each under ## Follow-ups, in the order of the statement"
        yield Fault(str(problem.folder / "editorial.md"), "Follow-ups", reason, mend)
