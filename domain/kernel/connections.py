"""How connections to PostgreSQL are made: the role, and the settings of each."""

APP_ROLE = "samenspraak_app"
"""The role of every connection that serves people: owns nothing, bypasses no row security; made by `migrate`."""

APP_SETTINGS = {
    "role": APP_ROLE,
    "timezone": "UTC",
    "jit": "off",
    "application_name": "samenspraak",
    "statement_timeout": "20s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
    "plan_cache_mode": "force_generic_plan",
}
"""Each combination of filters is a statement of its own, so one plan for each serves, and planning is paid once."""

CACHE = {"statement_cache_size": 1000, "max_cacheable_statement_size": 0}
"""Keep every prepared statement: those with visibility in them are longer than what asyncpg keeps by itself."""
