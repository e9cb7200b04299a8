"""What there is to study: the weeks of the plan, the written questions, known solutions."""
