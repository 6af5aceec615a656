"""Who is named: mentions of people, groups, offices and places, and the actors they stand for."""
