"""What the plan says: goals, actions, deadlines, owners, resources, plan metadata."""
