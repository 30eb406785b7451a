"""How stylesheets and scripts are named in production: by their content, so that browsers may keep them for good."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Collected(StaticFilesConfig):
    """All but htmx's extensions: we load none, and what their comments say of types reads like an import of a file."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "ext"]


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Scripts that import each other do so by these names too: a new one never runs beside an old one."""

    support_js_module_import_aggregation = True
