"""How well classes of growth are told: functions whose class is known, ours and a peer beside."""
