"""Emails: the message, and its attachments as files of their own."""

from datetime import date
from email.message import EmailMessage
from os import urandom

import pytest

from analysis.readers import NestedTooDeep, WithoutText, read, read_under_limits
from tests.analysis.readers.word_files import plain, word_file

STORY = "The council has approved the bridge.\n\nWork starts in May.\n\n-- \nAnna Pell\nDesk 4\n"
DOCUMENT = word_file(plain("It is on."))


def mail(text: str = STORY, *, subject: str = "Re: Council backs bridge", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Anna Pell <anna@marstow.example>"
    message["To"] = "desk@marstow.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 03 Mar 2026 08:15:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_mail_gives_its_words_and_who_sent_it_when() -> None:
    text = read(mail().as_bytes(), "a.eml")

    assert (text.headline, text.byline, text.dated) == ("Council backs bridge", "Anna Pell", date(2026, 3, 3))
    assert text.body == "The council has approved the bridge.\nWork starts in May."


def test_a_headline_and_a_byline_in_the_mail_outrank_subject_and_sender() -> None:
    text = read(mail(f"It is on\n\nBy Tom Reyes\n\n{STORY}").as_bytes(), "a.eml")

    assert (text.headline, text.byline) == ("It is on", "Tom Reyes")


def test_a_mail_in_html_is_read_where_it_has_no_plain_text() -> None:
    message = mail("", html="<html><body><p>The bridge is on.</p><p>At last.</p></body></html>")

    assert read(message.as_bytes(), "a.eml").body == "The bridge is on.\nAt last."


def test_attachments_that_can_be_read_are_files_of_their_own() -> None:
    message = mail()
    message.add_attachment(DOCUMENT, maintype="application", subtype="octet-stream", filename="bridge.docx")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="bridge.png")

    text = read(message.as_bytes(), "a.eml")

    assert [(file.filename, file.content) for file in text.enclosed] == [("bridge.docx", DOCUMENT)]
    assert text.notes == (
        "The email has attachments that were handed in as files of their own: “bridge.docx”.",
        "Attachments that can’t be read were left out: “bridge.png” (a picture).",
    )


def test_a_mail_in_which_only_the_phone_says_something_is_its_attachment() -> None:
    message = mail("Sent from my iPhone\n")
    message.add_attachment(DOCUMENT, maintype="application", subtype="octet-stream", filename="bridge.docx")

    text = read(message.as_bytes(), "a.eml")

    assert text.body == "It is on."
    assert text.enclosed == ()


def test_a_mail_that_says_nothing_is_its_attachment() -> None:
    message = mail("")
    message.add_attachment(DOCUMENT, maintype="application", subtype="octet-stream", filename="bridge.docx")

    text = read(message.as_bytes(), "a.eml")

    assert (text.body, text.enclosed) == ("It is on.", ())
    assert text.notes[0] == "The email itself is empty: its attachment “bridge.docx” was read."


def test_a_forwarded_mail_is_a_file_of_its_own() -> None:
    message = mail()
    message.add_attachment(mail(subject="Tolls"))

    (forwarded,) = read(message.as_bytes(), "a.eml").enclosed

    assert read(forwarded.content, forwarded.filename).headline == "Tolls"


def test_a_mail_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(WithoutText, match="an email without words"):
        read(mail("").as_bytes(), "a.eml")


@pytest.mark.parametrize("head", ["Date: 3 March 2026\nSource: Northern Wire", "Headline: It is on\nSubject: Bridge"])
def test_copy_with_labels_on_top_is_no_mail(head: str) -> None:
    assert read(f"{head}\n\nThe bridge is on.".encode(), "a.txt").body.endswith("The bridge is on.")


def test_parts_nested_like_a_bomb_are_not_opened() -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3_000))

    with pytest.raises(NestedTooDeep):
        read(f"From: a@b.example\nMIME-Version: 1.0\n{parts}".encode(), "a.eml")


@pytest.mark.parametrize(
    "other",
    [
        "On Mon, 2 Mar 2026 at 10:00, Tom Reyes <tom@marstow.example> wrote:\n> Where is the copy?",
        "-----Original Message-----\nFrom: Tom Reyes\nSent: Monday\n\nWhere is the copy?",
        "From: Tom Reyes\nSent: 2 March 2026 10:00\nTo: Anna Pell\nSubject: bridge\n\nWhere is the copy?",
    ],
)
def test_the_message_that_is_answered_is_left_out(other: str) -> None:
    text = read(mail(f"The bridge is on.\n\nWork starts in May.\n\n{other}").as_bytes(), "a.eml")

    assert text.body == "The bridge is on.\nWork starts in May."
    assert text.notes == ("The message that this one answers was left out.",)


def test_of_a_forwarded_message_its_own_words_are_the_copy() -> None:
    forwarded = "---------- Forwarded message ---------\nFrom: Tom Reyes <t@m.example>\nDate: Mon\nSubject: Bridge\n\n"

    text = read(mail(f"FYI\n\n{forwarded}The bridge is on.\n", subject="Fwd: Council backs bridge").as_bytes(), "a.eml")

    assert (text.headline, text.body) == ("Council backs bridge", "The bridge is on.")
    assert text.notes == ("What was written above the forwarded message was left out: “FYI”",)


def test_an_answer_without_an_address_is_told_by_the_subject() -> None:
    answered = mail("The bridge is on.\n\nOn Monday at 10:00, Tom Reyes wrote:\n> Where is it?", subject="Re: Bridge")

    assert read(answered.as_bytes(), "a.eml").body == "The bridge is on."


@pytest.mark.parametrize("when", ["Monday", "Monday at 9:30"])
def test_what_somebody_wrote_to_somebody_in_the_story_stays(when: str) -> None:
    said = f"On {when} the mayor, who is 54, wrote:\n\n“The bridge is on.”"

    assert read(mail(said).as_bytes(), "a.eml").body.endswith("wrote:\n“The bridge is on.”")


def test_lines_that_flow_are_one_paragraph() -> None:
    message = mail(
        "The council has approved the bridge \nover the Wend.\n\nWork starts \nin May.\n\nSent from my iPhone\n"
    )
    message.set_param("format", "flowed")

    text = read(message.as_bytes(), "a.eml")

    assert text.body == "The council has approved the bridge over the Wend.\nWork starts in May."


def test_a_sender_whose_name_begins_with_the_last_one_is_turned_round() -> None:
    message = mail()
    message.replace_header("From", '"Pell, Anna" <anna@marstow.example>')

    assert read(message.as_bytes(), "a.eml").byline == "Anna Pell"


def mixed(*parts: str, head: str = "") -> bytes:
    """A mail of these parts, each with its own head."""
    joined = "\n".join(f"--cut\n{part}\n" for part in parts)
    who = "From: Anna Pell <anna@marstow.example>\nSubject: Council backs bridge\nMIME-Version: 1.0\n"
    return f'{head}{who}Content-Type: multipart/mixed; boundary="cut"\n\n{joined}--cut--\n'.encode()


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
PICTURE = "Content-Type: image/png; name=bridge.png\nContent-Disposition: inline; filename=bridge.png\n\nabc"


def test_copy_around_a_picture_is_read_whole() -> None:
    text = read(mixed(f"{PLAIN}The bridge is on.", PICTURE, f"{PLAIN}Work starts in May."), "a.eml")

    assert text.body == "The bridge is on.\nWork starts in May."


def test_each_part_is_read_in_the_one_form_that_it_has() -> None:
    page = "Content-Type: text/html\n\n<p>Work starts in May.</p>"
    twice = 'Content-Type: multipart/alternative; boundary="or"\n\n--or\n{}\n--or\n{}\n--or--'

    text = read(mixed(twice.format(f"{PLAIN}The bridge is on.", page.replace("Work", "No")), page), "a.eml")

    assert text.body == "The bridge is on.\nWork starts in May."


def test_what_a_list_adds_to_every_mail_is_left_out() -> None:
    footer = f"{PLAIN}{'_' * 47}\nCopy mailing list\nhttps://lists.marstow.example/copy"

    assert read(mixed(f"{PLAIN}The bridge is on.", footer), "a.eml").body == "The bridge is on."


@pytest.mark.parametrize("boundary", ["", '; boundary="cut"'])
def test_a_mail_that_promises_parts_and_has_none_is_read_as_text(boundary: str) -> None:
    head = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed{boundary}"

    assert read(f"{head}\n\nThe bridge is on.\n\nAt last.\n".encode(), "a.eml").body == "The bridge is on.\nAt last."


def test_parts_that_no_boundary_closes_are_read() -> None:
    written = mixed(f"{PLAIN}The bridge is on.").replace(b'boundary="cut"', b'boundary="other"')

    assert read(written, "a.eml").body == "The bridge is on."


def test_a_mail_that_breaks_off_says_so() -> None:
    whole = mail(html="<p>The council has approved the bridge.</p>").as_bytes()

    assert read(whole, "a.eml").notes == ()
    assert read(whole[: len(whole) // 2], "a.eml").notes == ("The email breaks off: its end is missing.",)


def test_a_mail_may_begin_with_a_mark_or_with_one_header() -> None:
    assert read(b"\xef\xbb\xbf" + mail().as_bytes(), "a.eml").byline == "Anna Pell"
    assert (
        read(f'Content-Type: multipart/mixed; boundary="c"\n\n--c\n{PLAIN}It is on.\n--c--\n'.encode(), "a.eml").body
        == "It is on."
    )


@pytest.mark.parametrize(
    "written",
    [
        b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary="c"\n\n--c\n'
        b"Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--c--\n",
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB\n",
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhIwD\n",
    ],
)
def test_an_encrypted_mail_is_refused_as_one(written: bytes) -> None:
    with pytest.raises(WithoutText, match="an encrypted email, which holds no text of a story"):
        read(written, "a.eml")


def test_a_signature_of_pgp_is_no_copy() -> None:
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe bridge is on.\n\n- - At last.\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n=Gkxz\n-----END PGP SIGNATURE-----\n"
    )

    assert read(mail(signed).as_bytes(), "a.eml").body == "The bridge is on.\n- At last."


def test_a_file_coded_into_the_text_is_no_copy() -> None:
    coded = "The bridge is on.\n\nbegin 644 bridge.gif\nM1TE&.#=A$P`3`*$``/___P``\n`\nend\n\nWork starts in May.\n"

    assert read(mail(coded).as_bytes(), "a.eml").body == "The bridge is on.\nWork starts in May."


def test_a_header_as_long_as_a_story_costs_no_time() -> None:
    subject = "".join("\n =?utf-8?q?Council_backs_bridge?=" for _ in range(5_000))

    text = read_under_limits(
        f"From: a@b.example\nSubject:{subject}\nMIME-Version: 1.0\n\nIt is on.\n".encode(), "a.eml"
    )

    assert text.headline.startswith("Council backs bridge")
    assert text.body == "It is on."


def test_large_pictures_in_a_mail_cost_no_time() -> None:
    message = mail()
    message.add_attachment(urandom(8_000_000), maintype="image", subtype="tiff", filename="bridge.tif")

    assert read_under_limits(message.as_bytes(), "a.eml").byline == "Anna Pell"


def test_of_attachments_that_say_nothing_the_next_one_is_the_copy() -> None:
    message = mail("")
    message.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="empty.docx")
    message.add_attachment(DOCUMENT, maintype="application", subtype="octet-stream", filename="bridge.docx")

    assert read(message.as_bytes(), "a.eml").body == "It is on."
