"""Rows as JSON lines, with times to the microsecond: Django's own format cuts them, and no record would verify."""

import datetime

from django.core.serializers import jsonl
from django.core.serializers.json import DjangoJSONEncoder
from django.core.serializers.jsonl import Deserializer

__all__ = ["Deserializer", "Serializer"]


class _Exact(DjangoJSONEncoder):
    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


class Serializer(jsonl.Serializer):
    def start_serialization(self) -> None:
        super().start_serialization()
        self.json_kwargs["cls"] = _Exact
