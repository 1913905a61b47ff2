"""Cited briefings from what you read."""
