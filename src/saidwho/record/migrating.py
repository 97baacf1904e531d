"""Are the tables of a record those that this program knows?"""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from saidwho.errors import RecordError
from saidwho.record.dialects import lock_writers, write_options

_STEPS = Path(__file__).parent / "migrations"


def newest_version() -> str:
    """The version of the tables that this program knows."""
    version = ScriptDirectory.from_config(_config()).get_current_head()
    if version is None:  # no step at all: the installation is broken
        raise RecordError("The steps of the record's tables are missing. Install saidwho again.")
    return version


def version_of(connection: sa.Connection) -> str | None:
    """The version of the tables of a database, None where there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(engine: sa.Engine, *, name: str) -> None:
    """Bring the tables of a record to the version that this program knows; make them where there are none.

    One process does it while others wait. name: of the record, for messages.
    Raises RecordError for a record of a newer program, which is left as it is.
    """
    newest = newest_version()
    with engine.connect() as connection:
        if version_of(connection) == newest:
            return
    with write_options(engine).begin() as connection:
        lock_writers(connection)
        found = version_of(connection)
        if found == newest:
            return
        _refuse_newer(found, name)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _refuse_newer(version: str | None, name: str) -> None:
    known = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if version is not None and version not in known:
        raise RecordError(
            f"{name} was made by a newer saidwho: its tables are of version {version}, this program knows {newest_version()}. "
            "Install the newer saidwho to open it."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    return config
