"""Who may ask, from where, how much, and how a refusal reads; before any route."""
