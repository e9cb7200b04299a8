"""What a person has practised: the events of the past, and what follows from them."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.practice.answers import answer_event as answer_event
    from judge.practice.answers import answer_on as answer_on
    from judge.practice.answers import last_answers as last_answers
    from judge.practice.answers import page_of as page_of
    from judge.practice.carried import Imported as Imported
    from judge.practice.carried import exported as exported
    from judge.practice.carried import imported as imported
    from judge.practice.days import day_of as day_of
    from judge.practice.days import local_day as local_day
    from judge.practice.days import local_today as local_today
    from judge.practice.drawing import Candidate as Candidate
    from judge.practice.drawing import Wish as Wish
    from judge.practice.drawing import candidate_of as candidate_of
    from judge.practice.drawing import draw as draw
    from judge.practice.drawing import parts_of as parts_of
    from judge.practice.evening import Evening as Evening
    from judge.practice.evening import in_order as in_order
    from judge.practice.evenings import Evenings as Evenings
    from judge.practice.evenings import evenings_of as evenings_of
    from judge.practice.evenings import weeks_before as weeks_before
    from judge.practice.event import Event as Event
    from judge.practice.event import EventError as EventError
    from judge.practice.event import event_of as event_of
    from judge.practice.event import new_event as new_event
    from judge.practice.finding import Advice as Advice
    from judge.practice.finding import Finding as Finding
    from judge.practice.glance import may_have_round as may_have_round
    from judge.practice.growth import Growth as Growth
    from judge.practice.growth import growth_of as growth_of
    from judge.practice.history import Events as Events
    from judge.practice.history import History as History
    from judge.practice.history import digest_of as digest_of
    from judge.practice.interpreter import interpreter_of as interpreter_of
    from judge.practice.interpreter import interpreter_words as interpreter_words
    from judge.practice.interpreter import on_the_last as on_the_last
    from judge.practice.keeping import Given as Given
    from judge.practice.keeping import in_round as in_round
    from judge.practice.keeping import keep_bench as keep_bench
    from judge.practice.keeping import keep_judged as keep_judged
    from judge.practice.keeping import keep_met as keep_met
    from judge.practice.keeping import keep_run as keep_run
    from judge.practice.known_wrong import caught as caught
    from judge.practice.known_wrong import own_inputs as own_inputs
    from judge.practice.measured import declared_space as declared_space
    from judge.practice.measured import judged_texts as judged_texts
    from judge.practice.measured import last_accepted as last_accepted
    from judge.practice.measured import measured_of as measured_of
    from judge.practice.measured import problem_parts as problem_parts
    from judge.practice.measured import space_agrees as space_agrees
    from judge.practice.met import meet as meet
    from judge.practice.met import met_in_run as met_in_run
    from judge.practice.met import met_of as met_of
    from judge.practice.met import met_on as met_on
    from judge.practice.pace import MINUTES as MINUTES
    from judge.practice.pace import by_problem as by_problem
    from judge.practice.pace import is_accepted as is_accepted
    from judge.practice.pace import time_to_accepted as time_to_accepted
    from judge.practice.past import Past as Past
    from judge.practice.past import past_of as past_of
    from judge.practice.plan import Beginning as Beginning
    from judge.practice.plan import Standing as Standing
    from judge.practice.plan import Step as Step
    from judge.practice.plan import WeekDone as WeekDone
    from judge.practice.plan import begun as begun
    from judge.practice.plan import fresh as fresh
    from judge.practice.plan import next_step as next_step
    from judge.practice.plan import plan_event as plan_event
    from judge.practice.plan import progress as progress
    from judge.practice.plan import share as share
    from judge.practice.plan import stand as stand
    from judge.practice.plan import what_else as what_else
    from judge.practice.prediction import is_right as is_right
    from judge.practice.price import EDITORIAL as EDITORIAL
    from judge.practice.price import hint_price as hint_price
    from judge.practice.proposal import Proposal as Proposal
    from judge.practice.proposal import propose as propose
    from judge.practice.proposal import why_due as why_due
    from judge.practice.quality import linter as linter
    from judge.practice.quality import quality_of as quality_of
    from judge.practice.questions import PARTS as PARTS
    from judge.practice.questions import WrittenFollowUp as WrittenFollowUp
    from judge.practice.questions import WrittenQuestion as WrittenQuestion
    from judge.practice.questions import find_question as find_question
    from judge.practice.questions import load_questions as load_questions
    from judge.practice.recorded import declared_facts as declared_facts
    from judge.practice.recorded import run_facts as run_facts
    from judge.practice.recorded import submit_facts as submit_facts
    from judge.practice.repeated import is_known as is_known
    from judge.practice.repeated import is_repeated as is_repeated
    from judge.practice.review import Rating as Rating
    from judge.practice.review import Review as Review
    from judge.practice.review import reviews as reviews
    from judge.practice.round import NoRoundError as NoRoundError
    from judge.practice.round_act import act as act
    from judge.practice.round_act import answered as answered
    from judge.practice.round_act import approached as approached
    from judge.practice.round_act import asked as asked
    from judge.practice.round_act import drafted as drafted
    from judge.practice.round_act import ended as ended
    from judge.practice.round_act import example_facts as example_facts
    from judge.practice.round_act import is_newest as is_newest
    from judge.practice.round_act import last_given as last_given
    from judge.practice.round_act import last_texts as last_texts
    from judge.practice.round_act import open_question as open_question
    from judge.practice.round_act import opened_by as opened_by
    from judge.practice.round_act import paused as paused
    from judge.practice.round_act import resumed as resumed
    from judge.practice.round_act import started as started
    from judge.practice.round_act import this_boot as this_boot
    from judge.practice.round_act import with_round as with_round
    from judge.practice.rounds import OPEN as OPEN
    from judge.practice.rounds import Boot as Boot
    from judge.practice.rounds import Course as Course
    from judge.practice.rounds import PartKind as PartKind
    from judge.practice.rounds import Phase as Phase
    from judge.practice.rounds import PlannedPart as PlannedPart
    from judge.practice.rounds import RoundState as RoundState
    from judge.practice.rounds import courses_of as courses_of
    from judge.practice.rounds import minutes_words as minutes_words
    from judge.practice.rounds import unfinished as unfinished
    from judge.practice.schedule import Queue as Queue
    from judge.practice.schedule import Recall as Recall
    from judge.practice.schedule import due as due
    from judge.practice.scorecard import Card as Card
    from judge.practice.scorecard import Criterion as Criterion
    from judge.practice.scorecard import score as score
    from judge.practice.shipped import ShippedError as ShippedError
    from judge.practice.solutions import KnownSolution as KnownSolution
    from judge.practice.solutions import accepted_reports as accepted_reports
    from judge.practice.solutions import known_solutions as known_solutions
    from judge.practice.solutions import rungs_of as rungs_of
    from judge.practice.statement import rules_of as rules_of
    from judge.practice.statement import without_rules as without_rules
    from judge.practice.stats import Attempts as Attempts
    from judge.practice.stats import Listed as Listed
    from judge.practice.stats import State as State
    from judge.practice.stats import Stats as Stats
    from judge.practice.stats import Tally as Tally
    from judge.practice.stats import attempts_of as attempts_of
    from judge.practice.stats import ratio_of as ratio_of
    from judge.practice.stats import stats_of as stats_of
    from judge.practice.stats import timed_of as timed_of
    from judge.practice.weeks import Plan as Plan
    from judge.practice.weeks import Week as Week
    from judge.practice.weeks import load_plan as load_plan
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "answers": "answer_event answer_on last_answers page_of",
            "carried": "Imported exported imported",
            "days": "day_of local_day local_today",
            "drawing": "Candidate Wish candidate_of draw parts_of",
            "evening": "Evening in_order",
            "evenings": "Evenings evenings_of weeks_before",
            "event": "Event EventError event_of new_event",
            "finding": "Advice Finding",
            "glance": "may_have_round",
            "growth": "Growth growth_of",
            "history": "Events History digest_of",
            "interpreter": "interpreter_of interpreter_words on_the_last",
            "keeping": "Given in_round keep_bench keep_judged keep_met keep_run",
            "known_wrong": "caught own_inputs",
            "measured": (
                "declared_space judged_texts last_accepted measured_of problem_parts space_agrees"
            ),
            "met": "meet met_in_run met_of met_on",
            "pace": "MINUTES by_problem is_accepted time_to_accepted",
            "past": "Past past_of",
            "plan": (
                "Beginning Standing Step WeekDone begun fresh next_step plan_event progress "
                "share stand what_else"
            ),
            "prediction": "is_right",
            "price": "EDITORIAL hint_price",
            "proposal": "Proposal propose why_due",
            "quality": "linter quality_of",
            "questions": "PARTS WrittenFollowUp WrittenQuestion find_question load_questions",
            "recorded": "declared_facts run_facts submit_facts",
            "repeated": "is_known is_repeated",
            "review": "Rating Review reviews",
            "round": "NoRoundError",
            "round_act": (
                "act answered approached asked drafted ended example_facts is_newest last_given "
                "last_texts open_question opened_by paused resumed started this_boot with_round"
            ),
            "rounds": (
                "Boot Course OPEN PartKind Phase PlannedPart RoundState courses_of "
                "minutes_words unfinished"
            ),
            "schedule": "Queue Recall due",
            "scorecard": "Card Criterion score",
            "shipped": "ShippedError",
            "solutions": "KnownSolution accepted_reports known_solutions rungs_of",
            "statement": "rules_of without_rules",
            "stats": "Attempts Listed State Stats Tally attempts_of ratio_of stats_of timed_of",
            "weeks": "Plan Week load_plan",
        },
    )
