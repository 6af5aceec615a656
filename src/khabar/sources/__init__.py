"""Sources: who says it, through whom, and whether they assert, deny or doubt it."""
