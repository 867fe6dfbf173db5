"""Files that people take along: calendars and spreadsheets."""
