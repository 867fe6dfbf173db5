"""The planner of conference rounds: a problem as plain data -> solve -> explain. It knows no database."""
