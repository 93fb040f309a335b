"""Plans against plans; reads the published JSON only."""
