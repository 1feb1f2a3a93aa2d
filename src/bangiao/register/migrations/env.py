"""How migrations run: on the connection that is already open, inside its transaction."""

from alembic import context

from bangiao.register.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=False,
)
context.run_migrations()
