"""Rounds: drawn, gone through step by step, and what they leave to be measured."""
