"""What Alembic runs: the steps, on the connection that migrating gives it."""

from alembic import context

from saidwho.record.tables import metadata

# The name under which Alembic runs this file; importing it as a module does nothing.
if __name__ == "env_py":
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    context.run_migrations()
