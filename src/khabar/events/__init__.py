"""Events: triggers, arguments, modes, contexts, sizes, auxiliary modes."""
