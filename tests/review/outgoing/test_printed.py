"""The sign-off pack on paper: it opens, holds every word in any letters, and says so where it cannot."""

import io
import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from pypdf import PdfReader

from review.actions.exports import take_out
from review.models import Decision
from review.outgoing.exports import Export
from review.outgoing.pack import pack_of
from review.outgoing.printed import printed
from tests.factories import found
from tests.review.outgoing.conftest import Signed, taken

A4_WIDTH_POINTS = 595


def as_a_reader_copies(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def words_of(pdf: bytes) -> str:
    """All on one line: a PDF breaks lines where the page ends."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_pdf_opens_and_holds_every_word_of_the_pack(signed: Signed) -> None:
    content = taken(signed, Export.PACK_PDF)

    words = words_of(content)
    for line in signed.draft.text.replace("40 metres long", "40 metres long[2]").split("\n")[1:]:
        assert line in words
    for told in (
        "=40 metres here, 50 there.", "Both are true", "Two <walls> & two sides.", "Edda Editor",
        "Approved: Caro Chief", "Read twice.", signed.draft.sha256, "Council minutes", "Łucja Novák", "Żó",
        "What was not checked",
    ):  # fmt: skip
        assert told in words, words
    assert PdfReader(io.BytesIO(content)).metadata.title == f"Sign-off pack: harbour-wall, draft {signed.draft.label}"  # type: ignore[union-attr]


def test_pdf_of_a_long_text_with_many_findings_holds_them_all(signed: Signed) -> None:
    room, long = signed.room, "\n".join(f"Paragraph {number} of a long text." for number in range(300))
    room.alone[long] = [found(fingerprint=f"f{n}", message=f"Finding number {n} of many.") for n in range(60)]
    draft = room.read_in(long)

    words = words_of(take_out(by=room.editor, draft=draft, export=Export.PACK_PDF).content)

    assert all(f"Finding number {number} of many." in words for number in range(60))
    assert "Paragraph 299 of a long text." in words
    assert "Nobody has signed this text." in words


def test_pack_says_of_which_year_its_signatures_are(client: Client, signed: Signed) -> None:
    client.force_login(signed.room.editor)
    (signature,) = Decision.objects.all()

    page = client.get(reverse("pack", args=[signed.draft.pk])).content.decode()

    for told in (page, words_of(taken(signed, Export.PACK_PDF))):
        assert f"Caro Chief, {signature.at.astimezone(signed.room.desk.clock):%-d %b %Y}" in told


@pytest.mark.parametrize(
    "copy",
    [
        "Το δημοτικό συμβούλιο ψήφισε στη Ζωή Χαρτ.",
        "Городской совет утвердил бюджет, сказала Зоя Харт.",
        "מועצת העיר אישרה את התקציב לשנה הבאה למרות המחאה.",
        "وافق مجلس المدينة يوم الثلاثاء على ميزانية العام المقبل رغم الاحتجاج.",
        "市議会は火曜日、予算案を可決した。マーストウ",
        "市议会周二通过了预算案。 馬斯托市議會",
        "시의회는 화요일 예산안을 통과시켰다.",
        "สภาเมืองผ่านงบประมาณ",
        "The crowd sent 😀 and 🎉 and ✓ to Zoë.",
    ],
)
def test_pdf_holds_the_copy_in_any_letters(signed: Signed, copy: str) -> None:
    draft = signed.room.read_in(f"Council votes.\n{copy}\nIt opens in May.")

    words = as_a_reader_copies(take_out(by=signed.room.editor, draft=draft, export=Export.PACK_PDF).content)

    assert copy.rstrip(".") in words
    assert "have no letter here" not in words


def test_pdf_says_so_where_a_sign_has_no_letter_in_it(signed: Signed) -> None:
    draft = signed.room.read_in("The tablet reads \U00012000, said Zoë.")

    words = words_of(take_out(by=signed.room.editor, draft=draft, export=Export.PACK_PDF).content)

    assert "The tablet reads" in words
    assert "The page and the JSON of this pack have all of them." in words


def test_pdf_takes_nothing_of_the_copy_for_markup(signed: Signed) -> None:
    copy = "She wrote #let x = 1, *bold*, $x$, @ref, <tag>, // and https://a.example."
    draft = signed.room.read_in(copy)

    words = words_of(take_out(by=signed.room.editor, draft=draft, export=Export.PACK_PDF).content)

    assert copy in words


def test_pdf_breaks_a_word_that_is_longer_than_the_line(signed: Signed) -> None:
    draft = signed.room.read_in(f"Look at {'water' * 60} now.")

    content = take_out(by=signed.room.editor, draft=draft, export=Export.PACK_PDF).content

    assert "".join(words_of(content).replace("\u200b", "").split()).count("water" * 60) == 1
    with pdfium.PdfDocument(content) as document:
        page = document[0].get_textpage()
        right = max(page.get_rect(each)[2] for each in range(page.count_rects()))
    assert right < A4_WIDTH_POINTS - 20


@pytest.mark.parametrize("letters", ["Wx", "Яж", "e\u0301"])
def test_pdf_holds_every_letter_of_a_file_that_slipped_into_the_copy_as_one_word(signed: Signed, letters: str) -> None:
    word = "".join(f"{letters}{number:06}" for number in range(25_000))
    draft = signed.room.read_in(f"Look at {word} now.")

    content = take_out(by=signed.room.editor, draft=draft, export=Export.PACK_PDF).content

    copied = re.sub(r"harbour-wall \S+ · \w+ · page \d+", "", as_a_reader_copies(content))
    assert word in "".join(copied.replace("\u200b", "").split())
    assert "have no letter here" not in copied


def test_pdf_bears_a_paragraph_without_words(signed: Signed) -> None:
    pack = pack_of(signed.draft, at=now())

    content = printed(replace(pack, paragraphs=((), *pack.paragraphs)), signed.room.desk)

    assert "40 metres long" in words_of(content)
