"""The database refuses to change what people decided."""

from django.db import migrations

from articles.append_only import guarded


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial")]
    operations = [
        guarded("review.Decision"),
        guarded("review.Resolution", may_change=["finding", "draft"]),  # emptied when those are purged
    ]
