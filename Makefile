# `make demo` shows what it does, `make test` checks that it does it. Both make .venv themselves.
.PHONY: demo test lock clean

demo:
	@scripts/set-up requirements.lock
	@.venv/bin/communique demo

test:
	@scripts/set-up requirements-dev.lock
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/python -m pytest

# Pin again what pyproject.toml asks for.
lock:
	@scripts/set-up requirements-dev.lock
	.venv/bin/python -m pip install --quiet pip-tools
	.venv/bin/pip-compile $(LOCK) --output-file=requirements.lock pyproject.toml
	.venv/bin/pip-compile $(LOCK) --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml

LOCK = --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean:
	rm -rf .venv build dist communique-out
