"""khabar reads Arabic news into checkable records."""
