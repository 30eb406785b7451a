"""The newsroom's own commands for `manage.py`."""
