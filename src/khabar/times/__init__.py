"""Arabic dates and stretches of time: names of months, Hijri, relative, clock times, page date lines."""
