"""khabar's lexicon: see the table of folders in docs/design.md."""
