"""The end of each story's audit chain stands with the story."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def note_the_ends(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    for event in apps.get_model("articles.AuditEvent").objects.order_by("number").iterator():
        apps.get_model("articles.Story").objects.filter(pk=event.story_id).update(
            audit_length=event.number, audit_end=event.digest
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [
        migrations.AddField("story", "audit_length", models.PositiveIntegerField(default=0)),
        migrations.AddField("story", "audit_end", models.CharField(blank=True, max_length=64)),
        migrations.RunPython(note_the_ends, migrations.RunPython.noop),
    ]
