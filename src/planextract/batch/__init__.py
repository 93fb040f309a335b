"""Many documents: workers, isolation, outcomes."""
