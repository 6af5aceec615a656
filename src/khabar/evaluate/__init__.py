"""Scores of the coder on annotated data: the Arabic event gold set (`gsr`) and khabar's own corpus (`corpus`)."""
