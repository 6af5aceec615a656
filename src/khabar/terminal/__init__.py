"""What the command line prints for people: tables, marked reports, explanations."""
