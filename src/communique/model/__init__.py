"""The parcels that rooms hand on: documents, passages, readings, rows. Frozen; imports nothing of ours."""
