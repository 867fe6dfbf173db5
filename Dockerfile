FROM python:3.13-slim AS builder

ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never

RUN --mount=type=cache,target=/root/.cache/pip pip install uv==0.13.9

# The path of a virtual environment is written into its programs: it is built where it will stand.
WORKDIR /app

# Dependencies change less often than the code: they keep a layer of their own.
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --no-install-project

COPY README.md LICENSE ./
COPY api api
COPY domain domain
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --no-editable

# The planner's search is compiled here.
RUN .venv/bin/python -P -m domain.conferences.planner --warm


FROM python:3.13-slim

RUN groupadd --gid 10001 samenspraak \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin samenspraak

# Migrations and content are read from the working directory; all of it belongs to root, so the process cannot change it.
WORKDIR /app
COPY --from=builder /app/.venv .venv
RUN install -d -o samenspraak -g samenspraak /data
COPY pyproject.toml ./
COPY alembic alembic
COPY seed_content seed_content

ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM

# The empty ProxyHandler keeps a proxy of the host (HTTP_PROXY) from answering for us.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-I", "-c", "from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:8000/health/ready', timeout=4)"]

ENTRYPOINT ["samenspraak"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
