"""The scorecard of a round: all criteria together, where it leans, what to practise."""
