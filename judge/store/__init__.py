"""What the service keeps: submissions and tokens, as rows of one SQLite file (WAL).

Imports SQLAlchemy and alembic, so only the service's front-ends import this.
"""
