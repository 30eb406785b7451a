"""The records of accounts and desks as a CSV file, written so that no spreadsheet runs it."""

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC

from review.house_file import harmless
from review.outgoing.exports import BYTE_ORDER_MARK
from review.records import RecordEvent
from review.telling_records import told

COLUMNS = ("at", "record", "of", "number", "by", "did", "what", "digest")


class _Passed:
    """What a csv.writer takes for a file: it hands each line back."""

    def write(self, line: str) -> str:
        return line


def records_csv(events: Iterable[RecordEvent]) -> Iterator[str]:
    """Line by line, under the columns' names, as the events come. Times are UTC; `number` and `digest` are those of
    the record's chain, by which a line is found in what `export_audit` tells.
    """
    lines = csv.writer(_Passed())
    yield BYTE_ORDER_MARK + lines.writerow(COLUMNS)
    for event in events:
        yield lines.writerow(harmless(cell) for cell in _cells(event))


def _cells(event: RecordEvent) -> tuple[str, ...]:
    line = told(event)
    return (
        event.at.astimezone(UTC).isoformat(),
        "account" if event._meta.model_name == "accountevent" else "desk",
        line.of,
        str(event.number),
        line.who,
        line.did,
        line.what,
        event.digest,
    )
