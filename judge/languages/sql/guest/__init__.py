"""The guest of SQL: reads, checks and runs queries inside the sandbox."""
