"""The database refuses to change what was handed in and recorded."""

from django.db import migrations

from articles.append_only import guarded


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_audit_chain_has_an_end")]
    operations = [
        guarded("articles.AuditEvent"),
        guarded("articles.AuditDetails"),
        guarded("articles.Draft", may_change=["standing"]),
    ]
