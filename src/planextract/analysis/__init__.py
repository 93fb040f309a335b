"""What analysts ask of published plans: exports, lint, due; reads the published JSON only."""
