# Start and end.
