"""What the API is asked and handed: fields that no database chokes on, and the story that a text is for."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from ninja import Path, Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from analysis.reach import FIRST_YEAR, LAST_YEAR, is_in_reach

LARGEST_NUMBER = 2**63 - 1
NO_NUL = r"^[^\x00]*$"


def _given(value: object) -> object:
    """What is not known is left out: then no form has to guess what an empty field means."""
    if value is None:
        raise ValueError("leave it out instead")
    return value


def _as_written(value: object) -> object:
    """A number would be read as seconds since 1970, which nobody means."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("write it like 2026-07-01")
    return value


def _in_reach(day: date | None) -> date | None:
    if day and not is_in_reach(day):
        raise ValueError(f"write a year from {FIRST_YEAR} to {LAST_YEAR}")
    return day


Number = Annotated[Annotated[int, Field(ge=1, le=LARGEST_NUMBER)] | SkipJsonSchema[None], BeforeValidator(_given)]
_Day = Annotated[date, Field(json_schema_extra={"pattern": "^(1[7-9]|2[01])"})]  # the years within reach
Day = Annotated[_Day | SkipJsonSchema[None], BeforeValidator(_as_written), AfterValidator(_in_reach)]
InPath = Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]
Line = Annotated[str, StringConstraints(pattern=NO_NUL, strip_whitespace=True)]
Copy = Annotated[str, StringConstraints(pattern=NO_NUL)]


class AboutText(Schema):
    """What is told beside a text. It goes to the `story` of that number, or to the one of that `slug` line."""

    model_config = ConfigDict(extra="forbid")

    story: Number = Field(None, description="An existing story; or else a slug line.")
    slug: Annotated[Line, StringConstraints(max_length=80)] = Field(
        "", description="A slug line of the desk: its story, or a new one where there is none."
    )
    revises: Number = Field(
        None, description="The draft that this is the next version of; without it, it is an independent version."
    )
    headline: Annotated[Line, StringConstraints(max_length=500)] = ""
    byline: Annotated[Line, StringConstraints(max_length=200)] = ""
    source: Annotated[Line, StringConstraints(max_length=200)] = Field("", description="Such as a wire’s name.")
    dated: Day = Field(None, description="The day that “yesterday” in it is the day before of.")
    written_by: Annotated[Line, StringConstraints(max_length=254)] = Field(
        "", description="The mail address of somebody on the desk, who then never signs the story."
    )


class TextToHandIn(AboutText):
    example: ClassVar[dict[str, Any]] = {
        "slug": "harbour-wall", "headline": "Harbour wall to be rebuilt", "byline": "Rhea Reporter",
        "dated": "2026-07-01", "text": "The wall is 40 metres long.",
    }  # fmt: skip
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})

    text: Annotated[Copy, StringConstraints(min_length=1, max_length=2_000_000)]
