"""How far a person is in the plan, and what to do next and why."""
