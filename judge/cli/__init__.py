"""The command line: commands, what they print, and the exit statuses of errors."""

import sys
from typing import TYPE_CHECKING

from judge.faces import lazy_face

# Before anything of POSIX is imported: its absence would be a traceback.
if sys.platform == "win32":
    sys.exit(
        "judge: Windows itself cannot run it. Install WSL2 (`wsl --install`), open its Linux, "
        "clone the repository there, not below /mnt, and run ./run judge doctor"
    )

if TYPE_CHECKING:
    from judge.cli.completion import complete_files as complete_files
    from judge.cli.completion import complete_parts as complete_parts
    from judge.cli.completion import complete_problems as complete_problems
    from judge.cli.completion import complete_questions as complete_questions
    from judge.cli.completion import complete_targets as complete_targets
    from judge.cli.completion import completion_script as completion_script
    from judge.cli.draft import written_in_editor as written_in_editor
    from judge.cli.draft import written_on_stdin as written_on_stdin
    from judge.cli.evening import evening_of as evening_of
    from judge.cli.interpreter import fast_start as fast_start
    from judge.cli.main import command_line as command_line
    from judge.cli.offers import may_tell as may_tell
    from judge.cli.offers import offer as offer
    from judge.cli.pager import paged as paged
    from judge.cli.progress import follow as follow
    from judge.cli.recording import history_of as history_of
    from judge.cli.recording import past_on as past_on
    from judge.cli.recording import record as record
    from judge.cli.recording import record_all as record_all
    from judge.cli.recording import record_bench as record_bench
    from judge.cli.recording import record_judged as record_judged
    from judge.cli.recording import record_run as record_run
    from judge.cli.round_end import card_of as card_of
    from judge.cli.round_end import close_round as close_round
    from judge.cli.rounds import close_if_over as close_if_over
    from judge.cli.rounds import current_round as current_round
    from judge.cli.rounds import enter_round as enter_round
    from judge.cli.rounds import reveal as reveal
    from judge.cli.rounds import tell_time as tell_time
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "completion": "complete_files complete_parts complete_problems complete_questions "
            "complete_targets completion_script",
            "draft": "written_in_editor written_on_stdin",
            "evening": "evening_of",
            "interpreter": "fast_start",
            "main": "command_line",
            "offers": "may_tell offer",
            "pager": "paged",
            "progress": "follow",
            "recording": "history_of past_on record record_all record_bench record_judged "
            "record_run",
            "round_end": "card_of close_round",
            "rounds": "close_if_over current_round enter_round reveal tell_time",
        },
    )
