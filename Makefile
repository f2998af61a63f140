# Each task is described and done in tasks.py, for make here and for tasks.cmd on Windows alike.
# More words for a command: make build ARGS="--strict --lang en"

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$python"; break; }; done)

TASKS = build check test sweeps test-all preview wheel windows clean

.PHONY: $(TASKS)
.NOTPARALLEL:

$(TASKS):
	$(if $(PYTHON),,$(error Python 3.11 or newer is needed, with its venv module (Debian: python3-venv)))
	@$(PYTHON) tasks.py $@ $(ARGS)
