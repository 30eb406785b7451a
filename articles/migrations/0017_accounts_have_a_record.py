"""Accounts have records as desks have: how somebody gets in, and who changed it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.append_only import guarded


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0016_words_are_found_by_their_index'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='audit_end',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='user',
            name='audit_length',
            field=models.IntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.CreateModel(
            name='AccountEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('verb', models.CharField(max_length=40)),
                ('details_digest', models.CharField(max_length=64)),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('details', models.JSONField()),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['person', 'number'],
                'constraints': [models.UniqueConstraint(fields=('person', 'number'), name='one_account_event_a_number')],
            },
        ),
        guarded("articles.AccountEvent"),
    ]
