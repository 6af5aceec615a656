"""Where pages come from: files, folders, archives, addresses, feeds; and reading them into the store."""
