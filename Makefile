# `make demo` shows what it does, `make test` checks that it does it. Both make .venv themselves.
.PHONY: demo test bench bench-small lock clean

demo:
	@scripts/set-up requirements.lock
	@.venv/bin/communique demo

test:
	@scripts/set-up requirements-dev.lock
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/python -m pytest

# Speed beside bare spaCy and beside other tools, and what `check` finds; the tables go into docs/measures.md. Under ten minutes.
bench-small:
	@scripts/set-up requirements-dev.lock
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	cd bench && ../.venv/bin/python peers.py --articles 300 --write && ../.venv/bin/python speed.py --articles 100 --rounds 1 --write && ../.venv/bin/python check_planted.py --write && ../.venv/bin/python labels.py score --write

bench:
	@scripts/set-up requirements-dev.lock
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	cd bench && ../.venv/bin/python peers.py --articles 1000 --write && ../.venv/bin/python speed.py --articles 1000 --rounds 3 --write && ../.venv/bin/python quality.py --write

# Pin again what pyproject.toml asks for.
lock:
	@scripts/set-up requirements-dev.lock
	.venv/bin/python -m pip install --quiet pip-tools
	.venv/bin/pip-compile $(LOCK) --output-file=requirements.lock pyproject.toml
	.venv/bin/pip-compile $(LOCK) --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml

LOCK = --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean:
	rm -rf .venv build dist communique-out
