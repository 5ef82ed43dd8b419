"""The open data of this room: what the public lists and pages show, for programs and spreadsheets."""
