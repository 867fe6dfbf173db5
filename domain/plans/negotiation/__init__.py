"""What two sides can agree: wishes and options in, agreements out. Plain data; no session, no I/O."""
