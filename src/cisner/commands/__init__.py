"""Commands with a module of their own; whatever is slow to import is imported when they run."""
