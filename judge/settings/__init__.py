"""Settings of a host: read from its environment once, by a front-end, and passed down."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.settings.disk import is_full as is_full
    from judge.settings.disk import ready_folder as ready_folder
    from judge.settings.disk import state_mend as state_mend
    from judge.settings.environment import Environment as Environment
    from judge.settings.environment import GivenSetting as GivenSetting
    from judge.settings.environment import Setting as Setting
    from judge.settings.environment import given_settings as given_settings
    from judge.settings.environment import one_of as one_of
    from judge.settings.environment import read_settings as read_settings
    from judge.settings.environment import settings_of as settings_of
    from judge.settings.environment import variable as variable
    from judge.settings.environment import whole_number as whole_number
    from judge.settings.host import COMMAND_LINE as COMMAND_LINE
    from judge.settings.host import DATA_DIR as DATA_DIR
    from judge.settings.host import MET_FOLDER as MET_FOLDER
    from judge.settings.host import Settings as Settings
    from judge.settings.host import keeps_history as keeps_history
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "disk": "is_full ready_folder state_mend",
            "environment": "Environment GivenSetting Setting given_settings one_of read_settings "
            "settings_of variable whole_number",
            "host": "COMMAND_LINE DATA_DIR MET_FOLDER Settings keeps_history",
        },
    )
