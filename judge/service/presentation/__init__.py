"""What a client is shown of reports and events: as text, as marks, without what is hidden."""
