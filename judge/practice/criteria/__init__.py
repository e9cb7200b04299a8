"""The criteria of a scorecard: what each says of one part of a round."""
