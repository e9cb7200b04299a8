"""The commands of `judge`, one a module."""
