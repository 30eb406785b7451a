# Every command first makes what it needs. `make run` and `make test` are the two to know.
.PHONY: run test check types rules fix bench torture docs pictures lock environment

PYTHON = .venv/bin/python
CODE = analysis articles review newsroom tests benchmarks training
unexport PYTHONDONTWRITEBYTECODE # images set it, and then each of some hundred processes compiles all libraries anew

run: # the whole newsroom on this machine, until Ctrl-C
	@bin/bootstrap requirements.txt && exec $(PYTHON) manage.py run

test: environment # everything on SQLite, and what touches the database on PostgreSQL before
	@bin/browser
	@$(PYTHON) -m pytest -n auto --dist loadfile -q --database postgresql
	@$(PYTHON) -m pytest -n auto --dist loadfile -q

check: types rules # what a reviewer need not look for; with -j2 both at once

types: environment
	@.venv/bin/mypy $(CODE)

rules: environment
	@.venv/bin/ruff check $(CODE)
	@.venv/bin/ruff format --check $(CODE)
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/djlint --lint --quiet templates
	@bin/guards
	@$(PYTHON) manage.py makemigrations --check --dry-run
	@BACKREAD_ENV_FILE=.env.example SECRET_KEY=$$($(PYTHON) -c "import secrets; print(secrets.token_urlsafe(64))") $(PYTHON) manage.py check --deploy --fail-level WARNING

fix: environment # what the machine can put right itself
	@.venv/bin/ruff check --fix $(CODE)
	@.venv/bin/ruff format $(CODE)

bench: environment # what everything takes, written into docs/load.md; ONLY="load growth" measures these parts
	@$(PYTHON) -m benchmarks $(ONLY)

torture: environment # the newsroom under faults for five minutes or more; SEED=7 chooses them
	@$(PYTHON) -m tests.torture $(if $(SEED),--seed $(SEED))

docs: environment # the pages that are generated from the code
	@$(PYTHON) manage.py write_docs

pictures: environment # the documentation's screenshots, of a demo newsroom that is started for them
	@bin/browser
	@$(PYTHON) -m tests.pages.pictures

lock: # compile the hash-pinned requirement files again
	@for name in boot "" dev guards training; do \
		file=requirements$${name:+-$$name}; \
		.boot/bin/uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --no-header \
			$$file.in -o $$file.txt || exit 1; \
	done

environment:
	@bin/bootstrap requirements-dev.txt
