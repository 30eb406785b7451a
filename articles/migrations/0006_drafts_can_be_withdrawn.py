"""A draft may be withdrawn, and its predecessor be revised anew; texts are found by their fingerprint."""

import django.db.models.deletion
from django.db import migrations, models

from articles.append_only import guarded


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_plans_and_clocks")]
    operations = [
        migrations.AlterField(
            model_name="draft",
            name="revises",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revisions",
                to="articles.draft",
            ),
        ),
        migrations.AlterField(
            model_name="draft",
            name="standing",
            field=models.CharField(
                choices=[
                    ("current", "Current"),
                    ("superseded", "Superseded"),
                    ("excluded", "Excluded"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="current",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("standing", "withdrawn"), _negated=True),
                fields=("revises",),
                name="one_revision_a_draft_unless_withdrawn",
            ),
        ),
        migrations.AddIndex(model_name="draft", index=models.Index(fields=["sha256"], name="draft_by_text")),
        migrations.AddIndex(
            model_name="auditevent", index=models.Index(fields=["story", "at"], name="audit_event_by_story_and_time")
        ),
        guarded("articles.Draft", may_change=["standing"]),  # its table was made anew
        guarded("articles.AuditEvent"),
    ]
