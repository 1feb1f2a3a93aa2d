"""The pages, one module a group: each asks a view and hands its answer to a template."""
