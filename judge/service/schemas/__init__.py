"""The API's models: what routes take in and give out, and examples of it."""
