"""The service as processes: the application, and the server and worker hosts around it."""
