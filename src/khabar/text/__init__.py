"""khabar's text: see the table of folders in docs/design.md."""
