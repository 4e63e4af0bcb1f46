"""Trains the encoder that reads names: see README.md beside this file."""
