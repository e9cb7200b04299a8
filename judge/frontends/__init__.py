"""What people and programs talk to: each front-end reads reports and events, none decides."""
