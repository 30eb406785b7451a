"""The desks' own records become chains, as the stories' are; what stands in them already is chained as it stands."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.append_only import guarded, unguard
from articles.chains import digest, digest_of


def let_rows_change(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    unguard(apps.get_model("articles.DeskEvent")._meta.db_table, editor.connection)


def chain_what_is_there(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    for desk in apps.get_model("articles.Desk").objects.all():
        for event in apps.get_model("articles.DeskEvent").objects.filter(desk=desk).order_by("id"):
            event.number, event.previous = desk.audit_length + 1, desk.audit_end
            event.details_digest = digest(event.details)
            event.digest = digest_of(event, chain=f"desk {desk.pk}")
            event.save()
            desk.audit_length, desk.audit_end = event.number, event.digest
        desk.save()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_filed_and_corrections'),
    ]

    operations = [
        migrations.RunPython(let_rows_change, migrations.RunPython.noop),
        migrations.AddField(
            model_name='desk',
            name='audit_length',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='desk',
            name='audit_end',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterModelOptions(name='deskevent', options={'ordering': ['desk', 'number']}),
        migrations.AlterField(model_name='deskevent', name='at', field=models.DateTimeField()),
        migrations.AddField(
            model_name='deskevent',
            name='number',
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='deskevent',
            name='details_digest',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='deskevent',
            name='previous',
            field=models.CharField(blank=True, default='', max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='deskevent',
            name='digest',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(chain_what_is_there, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='deskevent',
            constraint=models.UniqueConstraint(fields=('desk', 'number'), name='one_desk_event_a_number'),
        ),
        guarded("articles.DeskEvent"),
    ]
