"""What a person has practised: the events of the past, and what follows from them."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.practice.carried import Imported as Imported
    from judge.practice.carried import exported as exported
    from judge.practice.carried import imported as imported
    from judge.practice.criteria.finding import Advice as Advice
    from judge.practice.criteria.finding import Finding as Finding
    from judge.practice.criteria.quality import linter as linter
    from judge.practice.criteria.quality import quality_of as quality_of
    from judge.practice.curriculum.answers import answer_event as answer_event
    from judge.practice.curriculum.answers import answer_on as answer_on
    from judge.practice.curriculum.answers import last_answers as last_answers
    from judge.practice.curriculum.answers import page_of as page_of
    from judge.practice.curriculum.questions import PARTS as PARTS
    from judge.practice.curriculum.questions import WrittenFollowUp as WrittenFollowUp
    from judge.practice.curriculum.questions import WrittenQuestion as WrittenQuestion
    from judge.practice.curriculum.questions import find_question as find_question
    from judge.practice.curriculum.questions import load_questions as load_questions
    from judge.practice.curriculum.shipped import ShippedError as ShippedError
    from judge.practice.curriculum.solutions import KnownSolution as KnownSolution
    from judge.practice.curriculum.solutions import accepted_reports as accepted_reports
    from judge.practice.curriculum.solutions import known_solutions as known_solutions
    from judge.practice.curriculum.solutions import rungs_of as rungs_of
    from judge.practice.curriculum.weeks import Plan as Plan
    from judge.practice.curriculum.weeks import Week as Week
    from judge.practice.curriculum.weeks import load_plan as load_plan
    from judge.practice.event import Event as Event
    from judge.practice.event import EventError as EventError
    from judge.practice.event import event_of as event_of
    from judge.practice.event import new_event as new_event
    from judge.practice.evidence.days import day_of as day_of
    from judge.practice.evidence.days import local_day as local_day
    from judge.practice.evidence.days import local_today as local_today
    from judge.practice.evidence.growth import Growth as Growth
    from judge.practice.evidence.growth import growth_of as growth_of
    from judge.practice.evidence.pace import MINUTES as MINUTES
    from judge.practice.evidence.pace import by_problem as by_problem
    from judge.practice.evidence.pace import is_accepted as is_accepted
    from judge.practice.evidence.pace import time_to_accepted as time_to_accepted
    from judge.practice.glance import may_have_round as may_have_round
    from judge.practice.history import Events as Events
    from judge.practice.history import History as History
    from judge.practice.history import digest_of as digest_of
    from judge.practice.keeping import in_round as in_round
    from judge.practice.keeping import keep_bench as keep_bench
    from judge.practice.keeping import keep_judged as keep_judged
    from judge.practice.keeping import keep_met as keep_met
    from judge.practice.keeping import keep_run as keep_run
    from judge.practice.met import meet as meet
    from judge.practice.met import met_in_run as met_in_run
    from judge.practice.met import met_of as met_of
    from judge.practice.met import met_on as met_on
    from judge.practice.past import Past as Past
    from judge.practice.past import past_of as past_of
    from judge.practice.planning.evening import Evening as Evening
    from judge.practice.planning.evening import in_order as in_order
    from judge.practice.planning.plan import Beginning as Beginning
    from judge.practice.planning.plan import Standing as Standing
    from judge.practice.planning.plan import Step as Step
    from judge.practice.planning.plan import WeekDone as WeekDone
    from judge.practice.planning.plan import begun as begun
    from judge.practice.planning.plan import fresh as fresh
    from judge.practice.planning.plan import next_step as next_step
    from judge.practice.planning.plan import plan_event as plan_event
    from judge.practice.planning.plan import progress as progress
    from judge.practice.planning.plan import share as share
    from judge.practice.planning.plan import stand as stand
    from judge.practice.planning.plan import what_else as what_else
    from judge.practice.planning.proposal import Proposal as Proposal
    from judge.practice.planning.proposal import propose as propose
    from judge.practice.planning.proposal import why_due as why_due
    from judge.practice.recorded import Given as Given
    from judge.practice.recorded import declared_facts as declared_facts
    from judge.practice.recorded import run_facts as run_facts
    from judge.practice.recorded import submit_facts as submit_facts
    from judge.practice.repeated import is_known as is_known
    from judge.practice.repeated import is_repeated as is_repeated
    from judge.practice.repetition.price import EDITORIAL as EDITORIAL
    from judge.practice.repetition.price import hint_price as hint_price
    from judge.practice.repetition.review import Rating as Rating
    from judge.practice.repetition.review import Review as Review
    from judge.practice.repetition.review import reviews as reviews
    from judge.practice.repetition.schedule import Queue as Queue
    from judge.practice.repetition.schedule import Recall as Recall
    from judge.practice.repetition.schedule import due as due
    from judge.practice.rounds.actions import act as act
    from judge.practice.rounds.actions import answered as answered
    from judge.practice.rounds.actions import approached as approached
    from judge.practice.rounds.actions import asked as asked
    from judge.practice.rounds.actions import drafted as drafted
    from judge.practice.rounds.actions import ended as ended
    from judge.practice.rounds.actions import example_facts as example_facts
    from judge.practice.rounds.actions import is_newest as is_newest
    from judge.practice.rounds.actions import last_given as last_given
    from judge.practice.rounds.actions import last_texts as last_texts
    from judge.practice.rounds.actions import open_question as open_question
    from judge.practice.rounds.actions import opened_by as opened_by
    from judge.practice.rounds.actions import paused as paused
    from judge.practice.rounds.actions import resumed as resumed
    from judge.practice.rounds.actions import started as started
    from judge.practice.rounds.actions import this_boot as this_boot
    from judge.practice.rounds.actions import with_round as with_round
    from judge.practice.rounds.course import OPEN as OPEN
    from judge.practice.rounds.course import Boot as Boot
    from judge.practice.rounds.course import Course as Course
    from judge.practice.rounds.course import PartKind as PartKind
    from judge.practice.rounds.course import Phase as Phase
    from judge.practice.rounds.course import PlannedPart as PlannedPart
    from judge.practice.rounds.course import RoundState as RoundState
    from judge.practice.rounds.course import courses_of as courses_of
    from judge.practice.rounds.course import minutes_words as minutes_words
    from judge.practice.rounds.course import unfinished as unfinished
    from judge.practice.rounds.drawing import Candidate as Candidate
    from judge.practice.rounds.drawing import Wish as Wish
    from judge.practice.rounds.drawing import candidate_of as candidate_of
    from judge.practice.rounds.drawing import draw as draw
    from judge.practice.rounds.drawing import parts_of as parts_of
    from judge.practice.rounds.known_wrong import caught as caught
    from judge.practice.rounds.known_wrong import own_inputs as own_inputs
    from judge.practice.rounds.measured import declared_space as declared_space
    from judge.practice.rounds.measured import judged_texts as judged_texts
    from judge.practice.rounds.measured import last_accepted as last_accepted
    from judge.practice.rounds.measured import measured_of as measured_of
    from judge.practice.rounds.measured import problem_parts as problem_parts
    from judge.practice.rounds.measured import space_agrees as space_agrees
    from judge.practice.rounds.prediction import is_right as is_right
    from judge.practice.rounds.statement import rules_of as rules_of
    from judge.practice.rounds.statement import without_rules as without_rules
    from judge.practice.scoring.round import NoRoundError as NoRoundError
    from judge.practice.scoring.scorecard import Card as Card
    from judge.practice.scoring.scorecard import Criterion as Criterion
    from judge.practice.scoring.scorecard import score as score
    from judge.practice.statistics.evenings import Evenings as Evenings
    from judge.practice.statistics.evenings import evenings_of as evenings_of
    from judge.practice.statistics.evenings import weeks_before as weeks_before
    from judge.practice.statistics.interpreter import interpreter_of as interpreter_of
    from judge.practice.statistics.interpreter import interpreter_words as interpreter_words
    from judge.practice.statistics.interpreter import on_the_last as on_the_last
    from judge.practice.statistics.stats import Attempts as Attempts
    from judge.practice.statistics.stats import Listed as Listed
    from judge.practice.statistics.stats import State as State
    from judge.practice.statistics.stats import Stats as Stats
    from judge.practice.statistics.stats import Tally as Tally
    from judge.practice.statistics.stats import attempts_of as attempts_of
    from judge.practice.statistics.stats import ratio_of as ratio_of
    from judge.practice.statistics.stats import stats_of as stats_of
    from judge.practice.statistics.stats import timed_of as timed_of
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "carried": "Imported exported imported",
            "criteria.finding": "Advice Finding",
            "criteria.quality": "linter quality_of",
            "curriculum.answers": "answer_event answer_on last_answers page_of",
            "curriculum.questions": (
                "PARTS WrittenFollowUp WrittenQuestion find_question load_questions"
            ),
            "curriculum.shipped": "ShippedError",
            "curriculum.solutions": "KnownSolution accepted_reports known_solutions rungs_of",
            "curriculum.weeks": "Plan Week load_plan",
            "event": "Event EventError event_of new_event",
            "evidence.days": "day_of local_day local_today",
            "evidence.growth": "Growth growth_of",
            "evidence.pace": "MINUTES by_problem is_accepted time_to_accepted",
            "glance": "may_have_round",
            "history": "Events History digest_of",
            "keeping": "in_round keep_bench keep_judged keep_met keep_run",
            "met": "meet met_in_run met_of met_on",
            "past": "Past past_of",
            "planning.evening": "Evening in_order",
            "planning.plan": (
                "Beginning Standing Step WeekDone begun fresh next_step plan_event progress share "
                "stand what_else"
            ),
            "planning.proposal": "Proposal propose why_due",
            "recorded": "Given declared_facts run_facts submit_facts",
            "repeated": "is_known is_repeated",
            "repetition.price": "EDITORIAL hint_price",
            "repetition.review": "Rating Review reviews",
            "repetition.schedule": "Queue Recall due",
            "rounds.actions": (
                "act answered approached asked drafted ended example_facts is_newest last_given "
                "last_texts open_question opened_by paused resumed started this_boot with_round"
            ),
            "rounds.course": (
                "Boot Course OPEN PartKind Phase PlannedPart RoundState courses_of minutes_words "
                "unfinished"
            ),
            "rounds.drawing": "Candidate Wish candidate_of draw parts_of",
            "rounds.known_wrong": "caught own_inputs",
            "rounds.measured": (
                "declared_space judged_texts last_accepted measured_of problem_parts space_agrees"
            ),
            "rounds.prediction": "is_right",
            "rounds.statement": "rules_of without_rules",
            "scoring.round": "NoRoundError",
            "scoring.scorecard": "Card Criterion score",
            "statistics.evenings": "Evenings evenings_of weeks_before",
            "statistics.interpreter": "interpreter_of interpreter_words on_the_last",
            "statistics.stats": (
                "Attempts Listed State Stats Tally attempts_of ratio_of stats_of timed_of"
            ),
        },
    )
