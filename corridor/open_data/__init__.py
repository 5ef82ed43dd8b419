"""What every address of `/api/v1/` has in common: read only, for everybody, as JSON or CSV, without a session."""
