"""What people read: each module prints one thing with rich and is imported when it is used."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.cli.render.authoring import mutation_report_json as mutation_report_json
    from judge.cli.render.authoring import show_margins as show_margins
    from judge.cli.render.authoring import show_mutation_report as show_mutation_report
    from judge.cli.render.bench import bench_json as bench_json
    from judge.cli.render.bench import show_bench as show_bench
    from judge.cli.render.console import open_console as open_console
    from judge.cli.render.context import ReportContext as ReportContext
    from judge.cli.render.context import as_argument as as_argument
    from judge.cli.render.context import named_file as named_file
    from judge.cli.render.context import replay_command as replay_command
    from judge.cli.render.context import report_context as report_context
    from judge.cli.render.context import shell_command as shell_command
    from judge.cli.render.cost import show_cost as show_cost
    from judge.cli.render.doctor import host_json as host_json
    from judge.cli.render.doctor import show_host as show_host
    from judge.cli.render.doctor import show_settings as show_settings
    from judge.cli.render.due import show_proposal as show_proposal
    from judge.cli.render.due import show_queue as show_queue
    from judge.cli.render.due import show_what_else as show_what_else
    from judge.cli.render.failure import show_failure as show_failure
    from judge.cli.render.history import compared_figures as compared_figures
    from judge.cli.render.history import diff_lines as diff_lines
    from judge.cli.render.history import event_json as event_json
    from judge.cli.render.history import history_json as history_json
    from judge.cli.render.history import history_rows as history_rows
    from judge.cli.render.history import show_diff as show_diff
    from judge.cli.render.history import show_event as show_event
    from judge.cli.render.history import show_history as show_history
    from judge.cli.render.history import show_met as show_met
    from judge.cli.render.imported import imported_json as imported_json
    from judge.cli.render.imported import show_imported as show_imported
    from judge.cli.render.line import report_line as report_line
    from judge.cli.render.line import report_words as report_words
    from judge.cli.render.page_view import played_view as played_view
    from judge.cli.render.page_view import report_view as report_view
    from judge.cli.render.plan import plan_json as plan_json
    from judge.cli.render.plan import show_plan as show_plan
    from judge.cli.render.played import show_played as show_played
    from judge.cli.render.played import show_samples_played as show_samples_played
    from judge.cli.render.plot_file import write_plot as write_plot
    from judge.cli.render.png import png_of as png_of
    from judge.cli.render.practice import show_editorial as show_editorial
    from judge.cli.render.practice import show_follow_ups as show_follow_ups
    from judge.cli.render.practice import show_help as show_help
    from judge.cli.render.practice import show_hints as show_hints
    from judge.cli.render.problems import INTERVIEW_COUNTS as INTERVIEW_COUNTS
    from judge.cli.render.problems import line_json as line_json
    from judge.cli.render.problems import show_interview_check as show_interview_check
    from judge.cli.render.problems import show_markdown as show_markdown
    from judge.cli.render.problems import show_problems as show_problems
    from judge.cli.render.problems import show_samples_to_write as show_samples_to_write
    from judge.cli.render.problems import show_soundness as show_soundness
    from judge.cli.render.problems import show_statement as show_statement
    from judge.cli.render.problems import show_verification as show_verification
    from judge.cli.render.problems import statement_json as statement_json
    from judge.cli.render.rejudging import show_rejudging as show_rejudging
    from judge.cli.render.report_text import report_text as report_text
    from judge.cli.render.report_text import run_text as run_text
    from judge.cli.render.results import show_results as show_results
    from judge.cli.render.results import show_side_by_side as show_side_by_side
    from judge.cli.render.results import show_similar as show_similar
    from judge.cli.render.round import show_approach as show_approach
    from judge.cli.render.round import show_explaining as show_explaining
    from judge.cli.render.round import show_follow_up as show_follow_up
    from judge.cli.render.round import show_part as show_part
    from judge.cli.render.round import show_prediction as show_prediction
    from judge.cli.render.round import show_reply as show_reply
    from judge.cli.render.round import show_round as show_round
    from judge.cli.render.round import show_rounds as show_rounds
    from judge.cli.render.round import show_rules as show_rules
    from judge.cli.render.scenario import show_schedule as show_schedule
    from judge.cli.render.scorecard import show_card as show_card
    from judge.cli.render.solutions import show_solution as show_solution
    from judge.cli.render.solutions import show_solutions as show_solutions
    from judge.cli.render.solutions import solutions_json as solutions_json
    from judge.cli.render.stats import show_stats as show_stats
    from judge.cli.render.stress import show_stress as show_stress
    from judge.cli.render.verdict import show_changed as show_changed
    from judge.cli.render.verdict import show_measured as show_measured
    from judge.cli.render.verdict import show_report as show_report
    from judge.cli.render.verdict import show_verdict as show_verdict
    from judge.cli.render.written import question_json as question_json
    from judge.cli.render.written import show_answer as show_answer
    from judge.cli.render.written import show_asked as show_asked
    from judge.cli.render.written import show_points as show_points
    from judge.cli.render.written import show_questions as show_questions
    from judge.cli.render.written import show_written as show_written
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "authoring": "mutation_report_json show_margins show_mutation_report",
            "bench": "bench_json show_bench",
            "console": "open_console",
            "context": (
                "ReportContext as_argument named_file replay_command report_context shell_command"
            ),
            "cost": "show_cost",
            "doctor": "host_json show_host show_settings",
            "due": "show_proposal show_queue show_what_else",
            "failure": "show_failure",
            "history": (
                "compared_figures diff_lines event_json history_json history_rows show_diff "
                "show_event "
                "show_history show_met"
            ),
            "imported": "imported_json show_imported",
            "line": "report_line report_words",
            "page_view": "played_view report_view",
            "plan": "plan_json show_plan",
            "played": "show_played show_samples_played",
            "plot_file": "write_plot",
            "png": "png_of",
            "practice": "show_editorial show_follow_ups show_help show_hints",
            "problems": (
                "INTERVIEW_COUNTS line_json show_interview_check show_markdown show_problems "
                "show_samples_to_write show_soundness show_statement show_verification "
                "statement_json"
            ),
            "report_text": "report_text run_text",
            "rejudging": "show_rejudging",
            "results": "show_results show_side_by_side show_similar",
            "round": (
                "show_approach show_explaining show_follow_up show_part show_prediction "
                "show_reply show_round show_rounds show_rules"
            ),
            "scenario": "show_schedule",
            "scorecard": "show_card",
            "solutions": "show_solution show_solutions solutions_json",
            "stats": "show_stats",
            "stress": "show_stress",
            "verdict": "show_changed show_measured show_report show_verdict",
            "written": (
                "question_json show_answer show_asked show_points show_questions show_written"
            ),
        },
    )
