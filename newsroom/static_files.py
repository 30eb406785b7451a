"""How stylesheets and scripts are named in production: by their content, so that browsers may keep them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Scripts that import each other do so by these names too: a new one never runs beside an old one."""

    support_js_module_import_aggregation = True
