"""Is the counterexample that is shown as small as any? All small inputs are tried to know."""
