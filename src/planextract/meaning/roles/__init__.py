"""Roles: what each unit is, by weights fitted on plans."""
