"""khabar's pages: see the table of folders in docs/design.md."""
