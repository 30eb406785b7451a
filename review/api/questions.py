"""What the API is asked and handed: fields that no database chokes on, and the story that a text is for."""

from datetime import date
from typing import Annotated, Any, ClassVar

from ninja import Path, Schema
from pydantic import ConfigDict, Field, StringConstraints, model_validator

LARGEST_NUMBER = 2**63 - 1
NO_NUL = r"^[^\x00]*$"

Number = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]
InPath = Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]
Line = Annotated[str, StringConstraints(pattern=NO_NUL, strip_whitespace=True)]
Copy = Annotated[str, StringConstraints(pattern=NO_NUL)]


class AboutText(Schema):
    """What is told beside a text. It goes to the `story` of that number, or to the one of that `slug` line."""

    model_config = ConfigDict(extra="forbid")

    story: Number | None = Field(None, description="An existing story.")
    slug: Annotated[Line, StringConstraints(max_length=80)] = Field(
        "", description="A slug line of the desk: its story, or a new one where there is none."
    )
    revises: Number | None = Field(
        None, description="The draft that this is the next version of; without it, it is an independent version."
    )
    headline: Annotated[Line, StringConstraints(max_length=500)] = ""
    byline: Annotated[Line, StringConstraints(max_length=200)] = ""
    source: Annotated[Line, StringConstraints(max_length=200)] = Field("", description="Such as a wire’s name.")
    dated: date | None = Field(None, description="The day that “yesterday” in it is the day before of.")
    written_by: Annotated[Line, StringConstraints(max_length=254)] = Field(
        "", description="The mail address of somebody on the desk, who then never signs the story."
    )

    @model_validator(mode="after")
    def names_one_story(self) -> "AboutText":
        if bool(self.story) == bool(self.slug):
            raise ValueError("name the story by its number or by its slug line, and not by both")
        return self


class TextToHandIn(AboutText):
    example: ClassVar[dict[str, Any]] = {
        "slug": "harbour-wall", "headline": "Harbour wall to be rebuilt", "byline": "Rhea Reporter",
        "dated": "2026-07-01", "text": "The wall is 40 metres long.",
    }  # fmt: skip
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})

    text: Annotated[Copy, StringConstraints(min_length=1, max_length=2_000_000)]
